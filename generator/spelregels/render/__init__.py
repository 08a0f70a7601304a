"""Make the pages of a unit: paths and Markdown, without touching a disk or an engine."""

from collections.abc import Callable, Iterator

from spelregels.render import (
    changes,
    chapters,
    glossary,
    home,
    people,
    requests,
    rules,
    timeline,
)
from spelregels.render.checks import render_checks
from spelregels.render.feed import render_feed, render_versions
from spelregels.render.leading import Surroundings, render_leading
from spelregels.render.navigation import NavItem, navigation
from spelregels.render.publication import Link, Page, Publication, Unit

__all__ = [
    "Link",
    "NavItem",
    "Page",
    "Publication",
    "Surroundings",
    "Unit",
    "navigation",
    "render_checks",
    "render_feed",
    "render_leading",
    "render_pages",
    "render_versions",
]

_KINDS: tuple[Callable[[Publication], Iterator[Page]], ...] = (
    home.render,
    rules.render_list,
    rules.render,
    chapters.render,
    requests.render,
    people.render,
    glossary.render,
    changes.render,
    timeline.render,
)


def render_pages(publication: Publication) -> Iterator[Page]:
    """Yield every generated page of a unit."""
    for render in _KINDS:
        yield from render(publication)
