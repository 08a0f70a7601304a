"""What a reader can take along: the booklet, the table, the data, and where to follow changes."""

from collections.abc import Iterator
from dataclasses import dataclass

from spelregels.render.booklet import PATH as BOOKLET
from spelregels.render.llms import LLMS_FILE
from spelregels.render.publication import Link, Page, Publication
from spelregels.render.table import TABLE_FILE, describe_columns
from spelregels.render.templates import render_page
from spelregels.verifying import EDITIONS_FILE, RULEBOOK_FILE

PATH = "take-along.md"

_ROOT = "../"


@dataclass(frozen=True)
class Thing:
    """Something to take along: what it is called, what it is, and for whom."""

    link: Link
    about: str


def render(publication: Publication) -> Iterator[Page]:
    """Yield the page."""
    reader, words = publication.reader(_ROOT), publication.words
    yield render_page(
        PATH,
        publication,
        reader,
        title=words["take"],
        description=words["take_intro"],
        booklet=f"{_ROOT}{BOOKLET.removesuffix('.md')}/",
        things=tuple(_find_things(publication)),
        columns=tuple(describe_columns(reader)),
        table=TABLE_FILE,
    )


def _find_things(publication: Publication) -> Iterator[Thing]:
    words = publication.words
    yield Thing(Link(TABLE_FILE, f"{_ROOT}{TABLE_FILE}"), words["take_table"])
    if publication.edition:
        yield Thing(Link(RULEBOOK_FILE, f"{_ROOT}{RULEBOOK_FILE}"), words["take_data"])
    yield Thing(Link(LLMS_FILE, f"{_ROOT}{LLMS_FILE}"), words["take_llms"])
    if publication.history.editions:
        yield Thing(Link("changes.atom", f"{_ROOT}../changes.atom"), words["take_feed"])
        yield Thing(Link(EDITIONS_FILE, f"{_ROOT}../../{EDITIONS_FILE}"), words["take_editions"])
