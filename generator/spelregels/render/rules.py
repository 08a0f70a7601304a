"""The page of a rule, and the list of all rules."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from spelregels.models import Effect, Example, PriceEffect, Rule, RuleException, review_day
from spelregels.render.changes import find_coming, find_moments
from spelregels.render.publication import Link, Page, Publication, Reader
from spelregels.render.templates import render_page

_DESCRIPTION_LENGTH = 160
"""How much of a description the search engines show."""


@dataclass(frozen=True)
class Sign:
    """What a rule does to one of the two: `kind` is good, bad or even, for shape and colour."""

    label: str
    kind: str
    arrow: str
    detail: str = ""


@dataclass(frozen=True)
class Line:
    """A rule in a list."""

    link: Link
    text: Markup
    quality: Sign
    price: Sign
    status: str


@dataclass(frozen=True)
class Group:
    """The rules of a chapter."""

    link: Link
    intro: Markup
    count: str
    lines: tuple[Line, ...]


_QUALITY = {"better": ("good", "up"), "worse": ("bad", "down"), "same": ("even", "level")}
_PRICE = {"lower": ("good", "down"), "higher": ("bad", "up"), "same": ("even", "level")}


def render(publication: Publication) -> Iterator[Page]:
    """Yield the page of each rule."""
    reader = publication.reader("../../")
    for id_, rule in publication.rulebook.rules.items():
        yield render_page(
            f"rules/{id_}.md",
            publication,
            reader,
            title=reader.plain(rule.title),
            description=_describe(reader, rule),
            keywords=tuple(rule.keywords.get(reader.language, ())),
            id=id_,
            address=publication.permanent_address(id_),
            **_content(reader, rule),
            **_circumstances(reader, id_, rule),
            **_stability(publication, reader, id_),
        )


def render_list(publication: Publication) -> Iterator[Page]:
    """Yield the list of all rules."""
    reader = publication.reader("../")
    title = publication.words["all_rules"]
    groups = find_groups(reader)
    yield render_page("rules/index.md", publication, reader, title=title, groups=groups)


def find_groups(reader: Reader) -> tuple[Group, ...]:
    """Return the chapters in their order, each with its rules by title."""
    return tuple(
        Group(
            Link(reader.plain(chapter.title), f"{reader.root}chapters/{chapter.id}/"),
            reader.rich(chapter.intro),
            reader.words.count("rules_in_chapter", len(lines)),
            lines,
        )
        for chapter in reader.rulebook.settings.chapters
        for lines in [tuple(_find_lines(reader, chapter.id))]
    )


def _find_lines(reader: Reader, chapter: str) -> Iterator[Line]:
    rules = reader.rulebook.rules
    own = [id_ for id_, rule in rules.items() if rule.chapter == chapter]
    for link, id_ in sorted((reader.rule_link(id_), id_) for id_ in own):
        rule = rules[id_]
        quality, price = find_signs(reader, rule)
        yield Line(link, reader.rich(rule.rule), quality, price, _status(reader, rule))


def find_signs(reader: Reader, rule: Rule) -> tuple[Sign, Sign]:
    """Return what `rule` does to quality and to the price."""
    quality, price = rule.effect.quality, rule.effect.price
    return _sign(reader, quality, _QUALITY), _sign(reader, price, _PRICE, _percent(reader, price))


def _sign(
    reader: Reader,
    effect: Effect | PriceEffect,
    kinds: dict[str, tuple[str, str]],
    detail: str = "",
) -> Sign:
    kind, arrow = kinds[effect.direction]
    return Sign(reader.words[effect.direction], kind, arrow, detail)


def _percent(reader: Reader, price: PriceEffect) -> str:
    if price.percent is None:
        return ""
    percent = reader.words.percent(price.percent)
    return f"{percent} ({reader.words[price.basis]})" if price.basis else percent


def _content(reader: Reader, rule: Rule) -> dict[str, object]:
    quality, price = find_signs(reader, rule)
    return {
        "rule": reader.rich(rule.rule),
        "rationale": reader.rich(rule.rationale),
        "quality": quality,
        "quality_because": reader.rich(rule.effect.quality.because),
        "price": price,
        "price_because": reader.rich(rule.effect.price.because),
        "without": reader.rich(rule.without),
        "examples": tuple(_example(reader, example) for example in rule.examples),
        "exceptions": tuple(_exception(reader, exception) for exception in rule.exceptions),
    }


def _circumstances(reader: Reader, id_: str, rule: Rule) -> dict[str, object]:
    words = reader.words
    return {
        "status": _status(reader, rule),
        "withdrawn_why": reader.rich(rule.withdrawn.why) if rule.withdrawn else "",
        "successors": reader.rule_links(rule.withdrawn.replaced_by if rule.withdrawn else ()),
        "requests": tuple(_find_requests(reader, id_)),
        "measure": _measure(reader, rule),
        "fit": reader.plain(rule.fit.question) if rule.fit else "",
        "fit_answer": words[f"fit_{rule.fit.answer}"] if rule.fit else "",
        "chapter": reader.chapter_link(rule.chapter),
        "owner": reader.person(rule.owner),
        "adviser": reader.person(rule.advice.by) if rule.advice else None,
        "advised_on": reader.day(rule.advice.on) if rule.advice else "",
        "advice": reader.rich(rule.advice.text) if rule.advice else "",
        "audiences": reader.audiences(rule.applies_to),
        "decided_on": reader.day(rule.decided_on),
        "review_by": reader.day(review_day(rule, reader.rulebook.settings.promises)),
    }


def _stability(publication: Publication, reader: Reader, id_: str) -> dict[str, object]:
    words, past = publication.words, publication.past
    since = past.unchanged_since(id_)
    rule = publication.rulebook.rules[id_]
    phrase = "withdrawn_since" if rule.status == "withdrawn" else "unchanged_since"
    return {
        "unchanged": words.fill(phrase, day=reader.day(since)) if since else "",
        "coming": find_coming(publication, reader, id_),
        "moments": find_moments(publication, reader, id_),
    }


def _status(reader: Reader, rule: Rule) -> str:
    return "" if rule.status == "active" else reader.words[f"status_{rule.status}"]


def _describe(reader: Reader, rule: Rule) -> str:
    text = reader.rich(rule.rule).striptags()
    if len(text) <= _DESCRIPTION_LENGTH:
        return text
    return text[:_DESCRIPTION_LENGTH].rpartition(" ")[0].rstrip(".,;:") + "…"


def _example(reader: Reader, example: Example) -> dict[str, object]:
    return {
        "case": reader.rich(example.case),
        "outcome": example.outcome,
        "label": reader.words[example.outcome],
        "because": reader.rich(example.because),
    }


def _exception(reader: Reader, exception: RuleException) -> dict[str, object]:
    return {
        "when": reader.rich(exception.when),
        "conditions": tuple(reader.rich(condition) for condition in exception.conditions),
        "price": reader.rich(exception.price),
        "decided_by": reader.person(exception.decided_by),
        "ask": reader.rich(exception.ask),
    }


def _measure(reader: Reader, rule: Rule) -> dict[str, str] | None:
    measure = rule.measure
    if measure is None:
        return None
    target = reader.plain(measure.target) if measure.target else ""
    return {
        "indicator": reader.plain(measure.indicator),
        "target": target,
        "source": measure.source or "",
    }


def _find_requests(reader: Reader, rule_id: str) -> Iterator[dict[str, object]]:
    for id_, request in reader.rulebook.requests.items():
        if rule_id in request.rules:
            yield {
                "link": Link(reader.plain(request.asked), f"{reader.root}requests/#{id_}"),
                "answer": request.answer,
                "label": reader.words[f"answer_{request.answer}"],
            }
