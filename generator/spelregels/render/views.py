"""The three pages that show the rules together: what they share, and the way between them."""

from dataclasses import dataclass
from typing import NamedTuple

from spelregels.models import Rule
from spelregels.render.publication import Link, Reader
from spelregels.words import Words

VIEWS = ("effects", "savings", "stability")
"""The pages, the first of which says most at once."""

STYLES = ("assets/stylesheets/views.css",)


@dataclass(frozen=True)
class View:
    """The way to one of the pages; `is_here` is that on which it stands."""

    link: Link
    is_here: bool


class InForce(NamedTuple):
    """A rule that holds, and the way to it."""

    link: Link
    id: str
    rule: Rule


def find_views(reader: Reader, here: str) -> tuple[View, ...]:
    """Return the ways to the pages, as they stand on the page `here`."""
    return tuple(
        View(Link(name_of(reader.words, view), f"{reader.root}{view}/"), view == here)
        for view in VIEWS
    )


def name_of(words: Words, view: str) -> str:
    """Return what a page is called where there is little room: in the menu, and in the others."""
    return words[f"view_{view}"]


def find_in_force(reader: Reader) -> tuple[InForce, ...]:
    """Return each rule that holds, in the order of the titles."""
    rules = reader.rulebook.rules
    active = (id_ for id_, rule in rules.items() if rule.status == "active")
    ways = sorted((reader.rule_link(id_), id_) for id_ in active)
    return tuple(InForce(link, id_, rules[id_]) for link, id_ in ways)
