"""What each rule does to the price, in percent, and what that comes to together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from spelregels.models import PriceEffect
from spelregels.render.drawing import Bar, Scale
from spelregels.render.publication import Link, Page, Publication, Reader
from spelregels.render.templates import render_page
from spelregels.render.views import STYLES, find_in_force, find_views

_BASES = ("measured", "estimated", None)
_DIRECTIONS = ("lower", "higher", "same")
_ALL = -100
"""Whoever adds up to more than the whole price has added what cannot be added."""


@dataclass(frozen=True)
class Saving:
    """A rule with a figure: `kind` is good, bad or even, `look` is how its bar is drawn."""

    link: Link
    percent: str
    kind: str
    look: str
    basis: str
    bar: Bar


@dataclass(frozen=True)
class Sum:
    """What figures come to: those below zero, those above it, and all."""

    name: str
    count: int
    lower: str
    higher: str
    together: str


@dataclass(frozen=True)
class Unknown:
    """The rules without a figure that move the price the same way."""

    heading: str
    links: tuple[Link, ...]


Figures = tuple[tuple[Link, PriceEffect], ...]
"""Rules with what they do to the price, in the order of their titles."""


def render(publication: Publication) -> Iterator[Page]:
    """Yield the page of the figures."""
    reader = publication.reader("../")
    prices = tuple((each.link, each.rule.effect.price) for each in find_in_force(reader))
    known = tuple((link, price) for link, price in prices if price.percent is not None)
    percents = tuple(_percent(price) for _, price in known)
    yield render_page(
        "savings.md",
        publication,
        reader,
        title=publication.words["savings"],
        description=publication.words["savings_intro"],
        styles=STYLES,
        searched=False,
        views=find_views(reader, "savings"),
        coverage=_coverage(reader, len(known), len(prices)),
        savings=_find_savings(reader, known),
        zero=Scale.around_zero(percents).place(0),
        has_lower=_lower(percents) < 0,
        has_higher=any(percent > 0 for percent in percents),
        is_too_much=_lower(percents) <= _ALL,
        sums=tuple(_find_sums(reader, [price for _, price in known])),
        uncounted=_count_uncounted(reader, len(prices) - len(known)),
        unknown=tuple(_find_unknown(reader, prices)),
    )


def _coverage(reader: Reader, known: int, total: int) -> str:
    if total == 0:
        return reader.words["no_rules_in_force"]
    if known in (0, total):
        return reader.words["figures_none" if known == 0 else "figures_all"]
    phrase = f"figures_{'one' if known == 1 else 'other'}"
    return reader.words.fill(phrase, number=known, total=total)


def _find_savings(reader: Reader, known: Figures) -> tuple[Saving, ...]:
    """Return the rules with a figure, what lowers the price most first."""
    scale = Scale.around_zero(_percent(price) for _, price in known)
    ordered = sorted(known, key=lambda each: (_percent(each[1]), each[0]))
    return tuple(_saving(reader, scale, link, price) for link, price in ordered)


def _saving(reader: Reader, scale: Scale, link: Link, price: PriceEffect) -> Saving:
    percent = _percent(price)
    return Saving(
        link,
        reader.words.percent(percent),
        "good" if percent < 0 else "bad" if percent > 0 else "even",
        "full" if price.basis == "measured" else "open",
        reader.words[price.basis or "basis_unknown"],
        scale.bar(percent),
    )


def _find_sums(reader: Reader, prices: list[PriceEffect]) -> Iterator[Sum]:
    """Yield what the figures of each basis come to, and then all; one figure is no sum."""
    groups = [
        (f"sum_{basis or 'unknown'}", [price for price in prices if price.basis == basis])
        for basis in _BASES
    ]
    present = [(name, own) for name, own in groups if own]
    if len(present) > 1:
        present.append(("sum_all", prices))
    for name, own in present if len(prices) > 1 else ():
        yield _sum(reader, reader.words[name], tuple(map(_percent, own)))


def _sum(reader: Reader, name: str, percents: tuple[Decimal, ...]) -> Sum:
    lower, together = _lower(percents), sum(percents, Decimal(0))
    falling, rising = _show(reader, lower), _show(reader, together - lower)
    return Sum(name, len(percents), falling, rising, reader.words.percent(together))


def _show(reader: Reader, percent: Decimal) -> str:
    return reader.words.percent(percent) if percent else reader.words["sum_nothing"]


def _lower(percents: Iterable[Decimal]) -> Decimal:
    return sum((percent for percent in percents if percent < 0), Decimal(0))


def _percent(price: PriceEffect) -> Decimal:
    return price.percent or Decimal(0)


def _count_uncounted(reader: Reader, number: int) -> str:
    return reader.words.count("uncounted", number) if number else ""


def _find_unknown(reader: Reader, prices: Figures) -> Iterator[Unknown]:
    """Yield the rules without a figure, by the way that they move the price."""
    unknown = [(link, price.direction) for link, price in prices if price.percent is None]
    for direction in _DIRECTIONS:
        links = tuple(link for link, own in unknown if own == direction)
        if links:
            yield Unknown(reader.words.count(f"unknown_{direction}", len(links)), links)
