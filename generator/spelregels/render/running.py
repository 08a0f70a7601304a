"""What stands in the margins of the booklet on paper.

A browser repeats there only what a stylesheet says, so each unit has a small one of its own.
"""

import re
from collections.abc import Iterator

from spelregels.render.paper import lay_out
from spelregels.render.publication import Page, Publication

RUNNING = "print/running.css"
"""The stylesheet, within the unit."""

_NO_LETTER = re.compile(r"[^\w ]|_", re.ASCII)
_JOINER = r"\2060 "
"""A joiner, which is nothing to see: with it, no name can look like the address of a file."""


def render_running(publication: Publication) -> Page:
    """Return the stylesheet with the name, the edition and the chapters of the booklet."""
    return Page(RUNNING, "\n".join((*_find_rules(publication), "")))


def _find_rules(publication: Publication) -> Iterator[str]:
    paper = lay_out(publication)
    words, settings = publication.words, publication.rulebook.settings
    edition = publication.edition.name if publication.edition else words["draft_name"]
    name = f"{paper.reader.plain(settings.name)} \u00b7 {words['edition'].lower()} {edition}"
    yield f"@page {{ @bottom-left {{ content: {_quote(name)}; }} }}"
    titles = {chapter.id: paper.reader.plain(chapter.title) for chapter in settings.chapters}
    for chapter in paper.chapters:
        title = _quote(f"{chapter.number} \u00b7 {titles[chapter.id]}")
        yield f"#_chapter-{chapter.id} {{ page: _{chapter.id}; }}"
        yield f"@page _{chapter.id} {{ @top-left {{ content: {title}; }} }}"
    yield "@page :first { @bottom-left { content: none; } }"


def _quote(text: str) -> str:
    """Return `text` as a string of a stylesheet; whatever is no letter is escaped."""
    return f'"{_NO_LETTER.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    return f"\\{ord(found[0]):x} {_JOINER if found[0] in '@(' else ''}"
