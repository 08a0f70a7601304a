"""Where things stand in a drawing: exact places along one line, in percent of its width.

A chart of the site is a table with a drawing in each row, as wide as the table leaves it. So its
text is text, which breaks and grows as a reader needs, and only the shapes are SVG.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

Number = int | Decimal
"""What can be drawn; a day is drawn by its ordinal."""

_HUNDREDTHS = 100


@dataclass(frozen=True)
class Bar:
    """A bar: where it begins, and how long it is."""

    start: str
    length: str


@dataclass(frozen=True)
class Scale:
    """A line from the lowest value to the highest."""

    low: Number
    high: Number

    @classmethod
    def around_zero(cls, values: Iterable[Number]) -> "Scale":
        """Return the line that holds every value, and zero."""
        known = (0, *values)
        return cls(min(known), max(known))

    def place(self, value: Number) -> str:
        """Return where a value stands."""
        return _show(self._hundredths(value))

    def bar(self, one: Number, other: Number = 0) -> Bar:
        """Return the bar between two values, in whichever order they come."""
        start, end = sorted((self._hundredths(one), self._hundredths(other)))
        return Bar(_show(start), _show(end - start))

    def _hundredths(self, value: Number) -> int:
        """Return the place in hundredths of a percent; a line without length is all beginning."""
        width = Fraction(self.high) - Fraction(self.low)
        if not width:
            return 0
        return round((Fraction(value) - Fraction(self.low)) / width * 100 * _HUNDREDTHS)


def _show(hundredths: int) -> str:
    whole, part = divmod(hundredths, _HUNDREDTHS)
    return f"{whole}.{part:02}".rstrip("0").rstrip(".")
