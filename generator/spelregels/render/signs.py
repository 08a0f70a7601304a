"""What a rule does to quality and to the price, as a shape and in words."""

from dataclasses import dataclass

from spelregels.models import Effect, PriceEffect, Rule
from spelregels.render.publication import Reader


@dataclass(frozen=True)
class Sign:
    """What a rule does to one of the two: `kind` is good, bad or even, for shape and colour."""

    label: str
    kind: str
    arrow: str
    detail: str = ""


_QUALITY = {"better": ("good", "up"), "worse": ("bad", "down"), "same": ("even", "level")}
_PRICE = {"lower": ("good", "down"), "higher": ("bad", "up"), "same": ("even", "level")}


def find_signs(reader: Reader, rule: Rule) -> tuple[Sign, Sign]:
    """Return what `rule` does to quality and to the price."""
    quality, price = rule.effect.quality, rule.effect.price
    return _sign(reader, quality, _QUALITY), _sign(reader, price, _PRICE, _percent(reader, price))


def _sign(
    reader: Reader,
    effect: Effect | PriceEffect,
    kinds: dict[str, tuple[str, str]],
    detail: str = "",
) -> Sign:
    kind, arrow = kinds[effect.direction]
    return Sign(reader.words[effect.direction], kind, arrow, detail)


def _percent(reader: Reader, price: PriceEffect) -> str:
    if price.percent is None:
        return ""
    percent = reader.words.percent(price.percent)
    return f"{percent} ({reader.words[price.basis]})" if price.basis else percent
