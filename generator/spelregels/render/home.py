"""The home page."""

from collections.abc import Iterator

from spelregels.render.publication import Page, Publication, Reader
from spelregels.render.rules import find_groups
from spelregels.render.templates import render_page


def render(publication: Publication) -> Iterator[Page]:
    """Yield the home page."""
    reader = publication.reader()
    settings = publication.rulebook.settings
    intro = publication.words.fill("home_intro", publisher=settings.publisher.name)
    yield render_page(
        "index.md",
        publication,
        reader,
        title=reader.plain(settings.name),
        description=intro,
        intro=intro,
        promises=tuple(_find_promises(reader)),
        groups=find_groups(reader),
        publisher=settings.publisher,
    )


def _find_promises(reader: Reader) -> Iterator[str]:
    promises, words = reader.rulebook.settings.promises, reader.words
    if promises.notice_days is not None:
        yield words.fill("promise_notice", number=promises.notice_days)
    if promises.max_rules is not None:
        count = sum(rule.status == "active" for rule in reader.rulebook.rules.values())
        yield words.fill("promise_rules", number=promises.max_rules, count=count)
    yield words["promise_review"]
