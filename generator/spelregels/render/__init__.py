"""Make the pages of a unit: paths and Markdown, without touching a disk or an engine."""

from collections.abc import Callable, Iterator

from spelregels.render import (
    booklet,
    changes,
    chapters,
    effects,
    exceptions,
    fit,
    glossary,
    home,
    listing,
    people,
    requests,
    rules,
    savings,
    stability,
    take,
    timeline,
    yes_and_no,
)
from spelregels.render.checks import render_checks
from spelregels.render.feed import render_feed, render_versions
from spelregels.render.leading import Surroundings, render_leading
from spelregels.render.llms import render_llms, render_root_llms
from spelregels.render.navigation import NavItem, navigation
from spelregels.render.publication import Link, Page, Publication, Unit
from spelregels.render.running import render_running
from spelregels.render.table import render_table

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
    "render_files",
    "render_leading",
    "render_pages",
    "render_root_llms",
    "render_versions",
]

_KINDS: tuple[Callable[[Publication], Iterator[Page]], ...] = (
    home.render,
    listing.render,
    rules.render,
    chapters.render,
    yes_and_no.render,
    exceptions.render,
    requests.render,
    fit.render,
    people.render,
    glossary.render,
    changes.render,
    timeline.render,
    effects.render,
    savings.render,
    stability.render,
    booklet.render,
    take.render,
)


def render_pages(publication: Publication) -> Iterator[Page]:
    """Yield every generated page of a unit."""
    for render in _KINDS:
        yield from render(publication)


def render_files(publication: Publication) -> Iterator[Page]:
    """Yield the files of a unit that are no pages, by their path within the unit."""
    yield render_running(publication)
    yield render_table(publication)
    yield render_llms(publication)
