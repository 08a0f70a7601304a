"""The home page."""

from collections.abc import Iterator
from dataclasses import dataclass

from spelregels.render.listing import find_groups
from spelregels.render.metadata import describe_edition
from spelregels.render.publication import Link, Page, Publication, Reader
from spelregels.render.standing import STYLES
from spelregels.render.templates import render_page

_WAYS = (
    ("yes_and_no", "yes-and-no/"),
    ("all_rules", "rules/"),
    ("exceptions", "exceptions/"),
    ("requests", "requests/"),
    ("do_we_fit", "fit/"),
    ("people", "people/"),
)
"""Where readers go from the home page, by the word that names it: the most asked for first."""


@dataclass(frozen=True)
class Way:
    """A way on from the home page, and what somebody finds there."""

    link: Link
    about: str


def render(publication: Publication) -> Iterator[Page]:
    """Yield the home page."""
    reader = publication.reader()
    settings = publication.rulebook.settings
    intro = publication.words.fill("home_intro", publisher=settings.publisher.name)
    yield render_page(
        "index.md",
        publication,
        reader,
        styles=STYLES,
        title=reader.plain(settings.name),
        description=intro,
        data=describe_edition(publication, intro),
        intro=intro,
        facts=tuple(_find_facts(publication)),
        ways=tuple(_find_ways(publication)),
        promises=tuple(_find_promises(reader)),
        groups=find_groups(reader),
        publisher=settings.publisher,
    )


def _find_facts(publication: Publication) -> Iterator[str]:
    """Yield how many rules there are, and from when on they hold."""
    words, edition = publication.words, publication.edition
    yield words.count("rules_in_chapter", _count_rules(publication.reader()))
    if edition:
        day = words.day(edition.in_force)
        yield f"{words['edition']} {words.fill('version_title', edition=edition.name, day=day)}"


def _find_ways(publication: Publication) -> Iterator[Way]:
    for name, address in _WAYS:
        words = publication.words
        yield Way(Link(words[name], address), words[f"way_{name}"])


def _find_promises(reader: Reader) -> Iterator[str]:
    promises, words = reader.rulebook.settings.promises, reader.words
    if promises.notice_days is not None:
        yield words.fill("promise_notice", number=promises.notice_days)
    if promises.max_rules is not None:
        count = _count_rules(reader)
        yield words.fill("promise_rules", number=promises.max_rules, count=count)
    yield words["promise_review"]


def _count_rules(reader: Reader) -> int:
    return sum(rule.status == "active" for rule in reader.rulebook.rules.values())
