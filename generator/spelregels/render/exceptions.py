"""The register of the exceptions: what anyone may get who meets the conditions."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from spelregels.models import Rule, RuleException
from spelregels.render.publication import Link, Page, Publication, Reader
from spelregels.render.standing import STYLES, latest_requests, rules_in_force, still_holds
from spelregels.render.templates import render_page

_PAGE = "exceptions"


@dataclass(frozen=True)
class Entry:
    """An exception as the register tells it; `anchor` is its place on the page."""

    anchor: str
    when: Markup
    conditions: tuple[Markup, ...]
    price: Markup
    decided_by: Link | None
    ask: Markup


@dataclass(frozen=True)
class Decision:
    """A request that was answered by the rule."""

    answer: str
    label: str
    link: Link


@dataclass(frozen=True)
class Register:
    """The exceptions to a rule, and what was decided with it."""

    id: str
    link: Link
    entries: tuple[Entry, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True)
class Chapter:
    """The rules of a chapter that have exceptions."""

    id: str
    title: str
    registers: tuple[Register, ...]


def render(publication: Publication) -> Iterator[Page]:
    """Yield the register, of the rules in force."""
    reader, words = publication.reader("../"), publication.words
    without = reader.rule_links(id_ for id_, rule in rules_in_force(reader) if not rule.exceptions)
    yield render_page(
        f"{_PAGE}.md",
        publication,
        reader,
        styles=STYLES,
        title=words["exceptions"],
        description=words["exceptions_intro"],
        chapters=tuple(_find_chapters(reader)),
        without=without,
        without_count=words.count("without_exceptions", len(without)),
    )


def exception_links(reader: Reader, id_: str) -> tuple[Link, ...]:
    """Return the way to each exception to a rule, by the words of when it is there."""
    return tuple(
        Link(reader.text(exception.when), f"{reader.root}{_PAGE}/#{_anchor(id_, number)}")
        for number, exception in enumerate(reader.rulebook.rules[id_].exceptions, 1)
    )


def _anchor(id_: str, number: int) -> str:
    return f"_{id_}-{number}"


def _find_chapters(reader: Reader) -> Iterator[Chapter]:
    for chapter in reader.rulebook.settings.chapters:
        registers = tuple(
            _register(reader, id_, rule)
            for id_, rule in rules_in_force(reader)
            if rule.chapter == chapter.id and rule.exceptions
        )
        if registers:
            yield Chapter(chapter.id, reader.plain(chapter.title), registers)


def _register(reader: Reader, id_: str, rule: Rule) -> Register:
    entries = tuple(
        _entry(reader, _anchor(id_, number), exception)
        for number, exception in enumerate(rule.exceptions, 1)
    )
    decisions = tuple(_find_decisions(reader, id_))
    return Register(id_, reader.rule_link(id_), entries, decisions)


def _entry(reader: Reader, anchor: str, exception: RuleException) -> Entry:
    return Entry(
        anchor,
        reader.rich(exception.when),
        tuple(reader.rich(condition) for condition in exception.conditions),
        reader.rich(exception.price),
        reader.person(exception.decided_by),
        reader.rich(exception.ask),
    )


def _find_decisions(reader: Reader, id_: str) -> Iterator[Decision]:
    """Yield what was asked of this rule and how that was answered, the latest first."""
    for name, request in latest_requests(reader):
        if id_ in request.rules and still_holds(reader, request):
            label = reader.words[f"answer_{request.answer}"]
            link = Link(reader.plain(request.asked), f"{reader.root}requests/#{name}")
            yield Decision(request.answer, label, link)
