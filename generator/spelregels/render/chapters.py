"""The page of a chapter."""

from collections.abc import Iterator

from spelregels.render.listing import find_groups
from spelregels.render.metadata import shorten
from spelregels.render.publication import Page, Publication
from spelregels.render.templates import render_page


def render(publication: Publication) -> Iterator[Page]:
    """Yield the page of each chapter."""
    reader = publication.reader("../../")
    chapters = publication.rulebook.settings.chapters
    for chapter, group in zip(chapters, find_groups(reader), strict=True):
        path, title = f"chapters/{chapter.id}.md", reader.plain(chapter.title)
        about = shorten(reader.text(chapter.intro)) if chapter.intro else group.count
        yield render_page(path, publication, reader, title=title, description=about, group=group)
