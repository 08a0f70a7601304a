"""The whole edition on one page, to print and to keep."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from spelregels.models import Chapter, Example, Request, Rule, RuleException, review_day
from spelregels.render.listing import name_status
from spelregels.render.paper import Numbered, Paper, lay_out
from spelregels.render.publication import Page, Publication
from spelregels.render.running import RUNNING
from spelregels.render.signs import Sign, find_signs
from spelregels.render.standing import latest_requests
from spelregels.render.templates import render_page

PATH = "print.md"

Fact = tuple[str, str]
"""A name, and what it is."""


@dataclass(frozen=True)
class Reason:
    """What a rule does to quality or to the price, and how it comes to do so."""

    name: str
    sign: Sign
    because: Markup


@dataclass(frozen=True)
class Entry:
    """A rule as the booklet tells it, by its number in it."""

    id: str
    number: str
    title: str
    status: str
    rule: Markup
    why: Markup
    effects: tuple[Reason, ...]
    without: Markup
    cases: tuple[dict[str, object], ...]
    exceptions: tuple[dict[str, object], ...]
    advice: Markup
    facts: tuple[Fact, ...]
    address: str


@dataclass(frozen=True)
class Part:
    """A chapter with its rules."""

    id: str
    number: int
    title: str
    intro: Markup
    entries: tuple[Entry, ...]


def render(publication: Publication) -> Iterator[Page]:
    """Yield the page."""
    paper, words = lay_out(publication), publication.words
    reader = paper.reader
    name = reader.plain(publication.rulebook.settings.name)
    yield render_page(
        PATH,
        publication,
        reader,
        title=words["booklet"],
        description=words.fill("booklet_describes", name=name),
        styles=("assets/stylesheets/booklet.css", RUNNING),
        scripts=("print",),
        searched=False,
        name=name,
        publisher=publication.rulebook.settings.publisher,
        contact=_without_scheme(publication.rulebook.settings.publisher.contact or ""),
        facts=tuple(_find_facts(publication)),
        sha256=publication.edition.sha256 if publication.edition else "",
        address=publication.unit.address,
        site=publication.site_url,
        language=publication.unit.language,
        parts=tuple(_find_parts(paper)),
        withdrawn=tuple(_withdrawn(paper, id_, rule) for id_, rule in paper.withdrawn),
        requests=tuple(_request(paper, *entry) for entry in latest_requests(reader)),
        terms=tuple(_find_terms(paper)),
    )


def _find_facts(publication: Publication) -> Iterator[Fact]:
    """Yield what the title page says of the edition."""
    words, reader, edition = publication.words, publication.reader(), publication.edition
    if edition is None:
        yield words["edition"], words["draft_name"]
        return
    yield words["edition"], edition.name
    yield words["since"], reader.day(edition.in_force)
    yield words["published_on"], reader.day(edition.published)


def _without_scheme(address: str) -> str:
    return address.partition(":")[2].removeprefix("//")


def _find_parts(paper: Paper) -> Iterator[Part]:
    chapters = {each.id: each for each in paper.publication.rulebook.settings.chapters}
    for numbered in paper.chapters:
        yield _part(paper, numbered, chapters[numbered.id])


def _part(paper: Paper, numbered: Numbered, chapter: Chapter) -> Part:
    title, entries = paper.reader.plain(chapter.title), (_entry(paper, r) for r in numbered.rules)
    return Part(chapter.id, numbered.number, title, paper.rich(chapter.intro), tuple(entries))


def _entry(paper: Paper, id_: str) -> Entry:
    rule, reader = paper.publication.rulebook.rules[id_], paper.reader
    quality, price = find_signs(reader, rule)
    return Entry(
        id_,
        paper.numbers[id_],
        reader.plain(rule.title),
        name_status(reader, rule),
        paper.rich(rule.rule),
        paper.rich(rule.rationale),
        (
            Reason(reader.words["quality"], quality, paper.rich(rule.effect.quality.because)),
            Reason(reader.words["price"], price, paper.rich(rule.effect.price.because)),
        ),
        paper.rich(rule.without),
        tuple(_case(paper, example) for example in rule.examples),
        tuple(_exception(paper, exception) for exception in rule.exceptions),
        paper.rich(rule.advice.text) if rule.advice else Markup(),
        tuple(_find_rule_facts(paper, id_, rule)),
        paper.publication.permanent_address(id_) if paper.publication.site_url else "",
    )


def _case(paper: Paper, example: Example) -> dict[str, object]:
    return {
        "outcome": example.outcome,
        "label": paper.reader.words[example.outcome],
        "case": paper.rich(example.case),
        "because": paper.rich(example.because),
    }


def _exception(paper: Paper, exception: RuleException) -> dict[str, object]:
    return {
        "when": paper.rich(exception.when),
        "conditions": tuple(paper.rich(condition) for condition in exception.conditions),
        "price": paper.rich(exception.price),
        "decided_by": paper.person(exception.decided_by),
        "ask": paper.rich(exception.ask),
    }


def _find_rule_facts(paper: Paper, id_: str, rule: Rule) -> Iterator[Fact]:
    """Yield who decided, when, and for whom."""
    reader, words = paper.reader, paper.reader.words
    yield words["owner"], paper.person(rule.owner)
    if rule.advice:
        on = f", {reader.day(rule.advice.on)}" if rule.advice.on else ""
        yield words["adviser"], f"{paper.person(rule.advice.by)}{on}"
    yield words["applies_to"], reader.audiences(rule.applies_to)
    yield words["decided_on"], reader.day(rule.decided_on)
    since = paper.publication.past.unchanged_since(id_)
    if since:
        yield words["booklet_unchanged"], reader.day(since)
    review = review_day(rule, reader.rulebook.settings.promises)
    yield words["review_by"], reader.day(review)


def _withdrawn(paper: Paper, id_: str, rule: Rule) -> dict[str, object]:
    return {
        "id": id_,
        "title": paper.reader.plain(rule.title),
        "why": paper.rich(rule.withdrawn.why) if rule.withdrawn else "",
        "successors": paper.links(rule.withdrawn.replaced_by if rule.withdrawn else ()),
    }


def _request(paper: Paper, id_: str, request: Request) -> dict[str, object]:
    reader = paper.reader
    return {
        "id": f"_request-{id_}",
        "asked": reader.plain(request.asked),
        "asked_on": reader.day(request.asked_on),
        "answer": request.answer,
        "label": reader.words[f"answer_{request.answer}"],
        "because": paper.rich(request.because),
        "would_change": paper.rich(request.would_change),
        "rules": paper.links(request.rules),
    }


def _find_terms(paper: Paper) -> Iterator[dict[str, str]]:
    """Yield the glossary, in the order of the alphabet."""
    for entry in sorted(paper.publication.terms.entries, key=lambda entry: entry.name.casefold()):
        meaning = paper.rich(entry.term.meaning)
        yield {"id": entry.anchor, "name": entry.name, "meaning": meaning}
