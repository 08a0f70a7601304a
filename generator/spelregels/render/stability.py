"""How long each rule has been what it is, and how many rules each edition changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spelregels.history import History
from spelregels.models import months_after
from spelregels.render.drawing import Bar, Scale
from spelregels.render.publication import Link, Page, Publication, Reader
from spelregels.render.templates import render_page
from spelregels.render.timeline import find_facts
from spelregels.render.views import STYLES, find_in_force, find_views

_LONG = 24
"""From how many months on people count in years."""


@dataclass(frozen=True)
class Life:
    """A rule from the edition in which it came: `rest` is the part in which it stayed as it is.

    `turns` are the places where it came or became another.
    """

    link: Link
    altered: str
    whole: Bar
    rest: Bar
    turns: tuple[str, ...]


@dataclass(frozen=True)
class Generation:
    """The rules that are what they are since the same day."""

    heading: str
    count: str
    lives: tuple[Life, ...]


@dataclass(frozen=True)
class EditionBar:
    """How many rules an edition changed; `address` is empty where it is not in this language."""

    name: str
    address: str
    count: int
    bar: Bar


Turns = tuple[tuple[Link, tuple[date, ...]], ...]
"""Rules in the order of their titles, each with the days on which it came or became another."""


def render(publication: Publication) -> Iterator[Page]:
    """Yield the page of how stable the rules are."""
    reader, past = publication.reader("../"), publication.past
    turns = tuple((each.link, past.turns_of(each.id)) for each in find_in_force(reader))
    known = tuple(each for each in turns if each[1])
    spans = len(past.editions) > 1
    yield render_page(
        "stability.md",
        publication,
        reader,
        title=publication.words["stability"],
        description=publication.words["stability_intro"],
        styles=STYLES,
        searched=False,
        views=find_views(reader, "stability"),
        without=_tell_why_not(publication),
        facts=(*_find_counts(reader, past, known), *find_facts(publication)),
        first_day=reader.day(past.editions[0].in_force) if spans else "",
        last_day=reader.day(past.editions[-1].in_force) if spans else "",
        generations=tuple(_find_generations(reader, past, known)) if spans else (),
        unpublished=tuple(link for link, days in turns if not days) if spans else (),
        editions=tuple(_find_editions(reader, past)),
    )


def _tell_why_not(publication: Publication) -> str:
    """Return why there is no chart yet, or nothing."""
    words, editions = publication.words, publication.past.editions
    if not editions:
        return words["stability_none"]
    if len(editions) > 1:
        return ""
    return words.fill("stability_first", day=publication.reader().day(editions[0].in_force))


def _find_counts(reader: Reader, past: History, turns: Turns) -> Iterator[str]:
    """Yield how many rules never changed, and how long at least half of them did not."""
    if len(past.editions) < 2 or not turns:
        return
    never = sum(len(days) == 1 for _, days in turns)
    yield reader.words.fill("never_changed", number=never, total=len(turns))
    end = past.editions[-1].in_force
    ages = sorted((_months(days[-1], end) for _, days in turns), reverse=True)
    median = ages[(len(ages) - 1) // 2]
    if median:
        yield reader.words.fill("half_unchanged", age=_age(reader, median))


def _find_generations(reader: Reader, past: History, turns: Turns) -> Iterator[Generation]:
    """Yield the rules by the day of their last turn, the longest unchanged first."""
    end = past.editions[-1].in_force
    scale = Scale(past.editions[0].in_force.toordinal(), end.toordinal())
    for last in sorted({days[-1] for _, days in turns}):
        lives = tuple(_life(reader, scale, link, days) for link, days in turns if days[-1] == last)
        age = _age(reader, _months(last, end))
        heading = reader.words.fill("lives_since", day=reader.day(last), age=age)
        yield Generation(heading, reader.words.count("rules_in_chapter", len(lives)), lives)


def _life(reader: Reader, scale: Scale, link: Link, turns: tuple[date, ...]) -> Life:
    words, days = reader.words, [day.toordinal() for day in turns]
    altered = len(turns) - 1
    return Life(
        link,
        words.count("altered", altered) if altered else words["altered_never"],
        scale.bar(days[0], scale.high),
        scale.bar(days[-1], scale.high),
        tuple(map(scale.place, days)),
    )


def _age(reader: Reader, months: int) -> str:
    words = reader.words
    if months == 0:
        return words["months_none"]
    if months < _LONG:
        return words.count("months", months)
    years, rest = divmod(months, 12)
    told = words.fill("years", number=years)
    return (
        words.fill("years_and", years=told, months=words.count("months", rest)) if rest else told
    )


def _months(start: date, end: date) -> int:
    """Return how many whole months there are between two days."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if months_after(start, months) <= end else months - 1


def _find_editions(reader: Reader, past: History) -> Iterator[EditionBar]:
    """Yield how many rules each edition changed, the latest first; in the first, all were new."""
    later = past.steps[1:]
    scale = Scale.around_zero(len(step.changes) for step in later)
    for step in reversed(later):
        address = reader.edition_address(step) if step.speaks(reader.language) else ""
        number = len(step.changes)
        yield EditionBar(step.edition.name, address, number, scale.bar(number))
