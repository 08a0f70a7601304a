"""The map of quality and price: where each rule that holds stands on both."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from spelregels.models import Rule
from spelregels.render.publication import Link, Page, Publication, Reader
from spelregels.render.templates import render_page
from spelregels.render.views import STYLES, find_in_force, find_views

_QUALITIES = ("better", "same", "worse")
_PRICES = ("lower", "same", "higher")
_WORTH = {"better": 1, "worse": -1, "lower": 1, "higher": -1, "same": 0}


@dataclass(frozen=True)
class Point:
    """A rule on the map; its number is also in the list below."""

    number: int
    link: Link


@dataclass(frozen=True)
class Cell:
    """A place on the map: `kind` is good, bad, a trade or even."""

    id: str
    kind: str
    name: str
    count: str
    points: tuple[Point, ...]


def render(publication: Publication) -> Iterator[Page]:
    """Yield the page of the map."""
    reader = publication.reader("../")
    cells = tuple(_find_cells(reader))
    yield render_page(
        "effects.md",
        publication,
        reader,
        title=publication.words["effects"],
        description=publication.words["effects_intro"],
        styles=STYLES,
        searched=False,
        views=find_views(reader, "effects"),
        cells=cells,
        balance=tuple(_find_balance(reader, cells)),
        is_empty=not any(cell.points for cell in cells),
    )


def _find_cells(reader: Reader) -> Iterator[Cell]:
    rules = find_in_force(reader)
    numbers = count(1)
    for quality in _QUALITIES:
        for price in _PRICES:
            own = (each.link for each in rules if _is_at(each.rule, quality, price))
            points = tuple(Point(next(numbers), link) for link in own)
            yield Cell(
                f"_{quality}-{price}",
                _kind(quality, price),
                reader.words[f"cell_{quality}-{price}"],
                reader.words.count("rules_in_chapter", len(points)),
                points,
            )


def _is_at(rule: Rule, quality: str, price: str) -> bool:
    return (rule.effect.quality.direction, rule.effect.price.direction) == (quality, price)


def _kind(quality: str, price: str) -> str:
    """Return whether a customer gains, loses, trades one for the other, or sees no difference."""
    worths = {_WORTH[quality], _WORTH[price]}
    if worths == {0}:
        return "even"
    if worths == {1, -1}:
        return "trade"
    return "good" if 1 in worths else "bad"


def _find_balance(reader: Reader, cells: tuple[Cell, ...]) -> Iterator[tuple[str, str]]:
    """Yield how many rules are of each kind that there is, and what that means."""
    totals: Counter[str] = Counter()
    for cell in cells:
        totals[cell.kind] += len(cell.points)
    for kind in ("good", "trade", "bad", "even"):
        if totals[kind]:
            yield kind, reader.words.count(f"balance_{kind}", totals[kind])
