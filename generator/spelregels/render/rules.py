"""The page of a rule."""

from collections.abc import Iterator

from spelregels.models import Example, Rule, RuleException, review_day
from spelregels.render.actions import find_contact, find_editor, find_neighbours
from spelregels.render.changes import find_coming, find_moments
from spelregels.render.listing import name_status
from spelregels.render.metadata import describe_rule, shorten
from spelregels.render.publication import Link, Page, Publication, Reader
from spelregels.render.signs import find_signs
from spelregels.render.standing import rules_in_force
from spelregels.render.templates import render_page


def render(publication: Publication) -> Iterator[Page]:
    """Yield the page of each rule."""
    reader = publication.reader("../../")
    order = tuple(id_ for id_, _ in rules_in_force(reader))
    for id_, rule in publication.rulebook.rules.items():
        description = shorten(reader.text(rule.rule))
        yield render_page(
            f"rules/{id_}.md",
            publication,
            reader,
            title=reader.plain(rule.title),
            description=description,
            data=describe_rule(publication, id_, description),
            keywords=tuple(rule.keywords.get(reader.language, ())),
            scripts=("copy",),
            styles=(),
            searched=True,
            is_one_text=True,
            address=publication.permanent_address(id_),
            contact=find_contact(publication, reader, id_),
            editor=find_editor(publication, id_),
            **find_neighbours(reader, order, id_),
            **_content(reader, rule),
            **_circumstances(reader, id_, rule),
            **_stability(publication, reader, id_),
        )


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
        "exceptions": tuple(
            _exception(reader, number, exception)
            for number, exception in enumerate(rule.exceptions, 1)
        ),
    }


def _circumstances(reader: Reader, id_: str, rule: Rule) -> dict[str, object]:
    words = reader.words
    return {
        "status": name_status(reader, rule),
        "withdrawn_why": reader.rich(rule.withdrawn.why) if rule.withdrawn else "",
        "successors": reader.rule_links(rule.withdrawn.replaced_by if rule.withdrawn else ()),
        "requests": tuple(_find_requests(reader, id_)),
        "measure": _measure(reader, rule),
        "fit": reader.phrase(rule.fit.question) if rule.fit else "",
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
        "stable": rule.status == "active",
        "unchanged": words.fill(phrase, day=reader.day(since)) if since else "",
        "coming": find_coming(publication, reader, id_),
        "moments": find_moments(publication, reader, id_),
    }


def _example(reader: Reader, example: Example) -> dict[str, object]:
    return {
        "case": reader.rich(example.case),
        "outcome": example.outcome,
        "label": reader.words[example.outcome],
        "because": reader.rich(example.because),
    }


def _exception(reader: Reader, number: int, exception: RuleException) -> dict[str, object]:
    return {
        "id": f"exception-{number}",
        "name": reader.words.fill("exception_number", number=number),
        "address_name": reader.words.fill("exception_address", number=number),
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
    target = reader.phrase(measure.target) if measure.target else ""
    return {
        "indicator": reader.phrase(measure.indicator),
        "target": target,
        "source": reader.as_written(measure.source or ""),
    }


def _find_requests(reader: Reader, rule_id: str) -> Iterator[dict[str, object]]:
    for id_, request in reader.rulebook.requests.items():
        if rule_id in request.rules:
            yield {
                "link": Link(reader.plain(request.asked), f"{reader.root}requests/#{id_}"),
                "answer": request.answer,
                "label": reader.words[f"answer_{request.answer}"],
            }
