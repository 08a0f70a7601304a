"""The page of the people who decide and advise."""

from collections.abc import Iterator
from dataclasses import dataclass

from spelregels.models import Owner
from spelregels.render.exceptions import exception_links
from spelregels.render.publication import Link, Page, Publication, Reader
from spelregels.render.standing import STYLES, rules_in_force
from spelregels.render.templates import render_page


@dataclass(frozen=True)
class Grant:
    """A rule to which somebody grants exceptions, and the way to each of those."""

    rule: str
    exceptions: tuple[Link, ...]


@dataclass(frozen=True)
class Person:
    """Someone who decides or advises; `advisers` advised on what they decided."""

    id: str
    name: str
    role: str
    contact: str
    contact_name: str
    advisers: tuple[Link, ...]
    decides: tuple[Link, ...]
    advises: tuple[Link, ...]
    grants: tuple[Grant, ...]


@dataclass(frozen=True)
class Side:
    """The business, which decides, or IT, which advises."""

    side: str
    title: str
    people: tuple[Person, ...]


def render(publication: Publication) -> Iterator[Page]:
    """Yield the page of the people, those who decide first."""
    reader, words = publication.reader("../"), publication.words
    sides = tuple(
        Side(side, words[f"side_{side}"], tuple(_find_people(reader, side)))
        for side in ("business", "it")
    )
    yield render_page(
        "people.md",
        publication,
        reader,
        styles=STYLES,
        title=words["people"],
        description=words["people_intro"],
        sides=sides,
    )


def _find_people(reader: Reader, side: str) -> Iterator[Person]:
    for owner in reader.rulebook.owners.owners:
        if owner.side == side:
            yield _person(reader, owner)


def _person(reader: Reader, owner: Owner) -> Person:
    rules = rules_in_force(reader)
    decided = [(id_, rule) for id_, rule in rules if rule.owner == owner.id]
    advisers = {reader.person(rule.advice.by) for _, rule in decided if rule.advice}
    return Person(
        owner.id,
        owner.name,
        reader.plain(owner.role),
        owner.contact or "",
        _contact_name(owner),
        tuple(sorted(link for link in advisers if link)),
        reader.rule_links(id_ for id_, _ in decided),
        reader.rule_links(
            id_ for id_, rule in rules if rule.advice and rule.advice.by == owner.id
        ),
        tuple(_find_grants(reader, owner.id)),
    )


def _contact_name(owner: Owner) -> str:
    return (owner.contact or "").partition(":")[2].removeprefix("//")


def _find_grants(reader: Reader, owner: str) -> Iterator[Grant]:
    for id_, rule in rules_in_force(reader):
        links = zip(rule.exceptions, exception_links(reader, id_), strict=True)
        own = tuple(link for exception, link in links if exception.decided_by == owner)
        if own:
            yield Grant(reader.plain(rule.title), own)
