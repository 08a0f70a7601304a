"""The page of the editions: from when to when each held, and how stable the rules are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from spelregels.history import History, Step
from spelregels.render.publication import Page, Publication, Reader
from spelregels.render.templates import render_page

_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class EditionView:
    """An edition in the time line; days are in words, and as YYYY-MM-DD for the script.

    `address` is empty for an edition that is not there in this language.
    """

    name: str
    published: str
    since: str
    until: str
    first_day: str
    last_day: str
    changes: str
    sha256: str
    address: str


def render(publication: Publication) -> Iterator[Page]:
    """Yield the page of the editions, once there is one."""
    history = publication.history
    if not history.editions:
        return
    reader = publication.reader("../")
    yield render_page(
        "editions.md",
        publication,
        reader,
        title=publication.words["editions"],
        description=publication.words["editions_intro"],
        editions=tuple(reversed(tuple(_find_editions(reader, history)))),
        facts=tuple(find_facts(publication)),
    )


def find_facts(publication: Publication) -> Iterator[str]:
    """Yield how stable the rules are, as of this edition."""
    words, past = publication.words, publication.past
    if not past.editions:
        return
    share = past.share_unchanged()
    if share is not None:
        day = publication.reader().day(past.editions[-1].in_force)
        yield words.fill("share_unchanged", percent=round(share * 100), day=day)
    kept, needed = past.notices()
    if needed:
        yield words.fill("notices_kept", kept=kept, needed=needed)


def _find_editions(reader: Reader, history: History) -> Iterator[EditionView]:
    later = (*history.steps[1:], None)
    for step, following in zip(history.steps, later, strict=True):
        edition = step.edition
        last_day = following.edition.in_force - _A_DAY if following else None
        yield EditionView(
            edition.name,
            reader.day(edition.published),
            reader.day(edition.in_force),
            reader.day(last_day),
            edition.in_force.isoformat(),
            last_day.isoformat() if last_day else "",
            _count(reader, step),
            edition.sha256,
            reader.edition_address(step) if step.speaks(reader.language) else "",
        )


def _count(reader: Reader, step: Step) -> str:
    name = "rules_in_chapter" if step.is_first else "rules_changed"
    return reader.words.count(name, len(step.changes))
