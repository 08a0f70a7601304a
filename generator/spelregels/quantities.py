"""Read the numbers of a duty: amounts, durations, times and dates, and which way they bind."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from spelregels.lexicon import Lexicon, Role, Token, find_lexicon, tokenize

BOUNDS = frozenset({Role.LEAST, Role.MOST, Role.FROM, Role.UNTIL, Role.MORE, Role.LESS, Role.COST})
"""The roles that say which way a number binds."""

_REACH = 3
"""How many words from a number may say which way it binds: `at least another new 5`."""

_MONEY = {"€": "euros", "$": "dollars", "£": "pounds"}
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[-/](\d{1,2})[-/](\d{4})")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[.:]([0-5]\d)")


class Quantity(NamedTuple):
    """A number as it stands in a text: equal ones mean the same, however they are written.

    `dimension` is what it counts, where that is known, or else the word after it; `key` is what
    it is compared by: its value in the smallest part of the dimension, or its text.
    """

    shown: str
    key: float | str
    dimension: str
    is_known: bool
    bound: Role | None
    start: int
    end: int

    @property
    def limit(self) -> Role | None:
        """The way in which it binds; that something costs so much limits nobody."""
        return None if self.bound is Role.COST else self.bound

    @property
    def meaning(self) -> tuple[float | str, str, Role | None]:
        """What must differ for a number to have moved; the word after it is no part of it."""
        return self.key, self.dimension if self.is_known else "", self.limit


class _Read(NamedTuple):
    key: float | str
    dimension: str
    end: int


@lru_cache(2**12)
def read_quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """Return the numbers of a text in the order of reading; the same text is read once."""
    lexicon = find_lexicon(language)
    return tuple(find_quantities(tokenize(text, lexicon), lexicon))


def find_quantities(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Quantity]:
    """Yield each number in the order of reading."""
    index = 0
    while index < len(tokens):
        read = _read_date(tokens, index, lexicon) or _read_number(tokens, index, lexicon)
        if read is None:
            index += 1
            continue
        is_known = read.dimension != ""
        dimension = read.dimension or _word_after(tokens[read.end :], lexicon)
        start = index - 1 if index and tokens[index - 1].text in _MONEY else index
        shown = " ".join(token.text for token in tokens[start : read.end])
        bound = _bound_before(tokens, start, read) or _bound_after(tokens, read.end, lexicon)
        yield Quantity(shown, read.key, dimension, is_known, bound, start, read.end)
        index = read.end


def _read_date(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> _Read | None:
    """Return the date at `index`: 2026-03-01, 1-3-2026, 1 maart, March 1, 2026, or a month."""
    text = tokens[index].text
    if written := _DATE.fullmatch(text):
        year, month, day = written.group(*((1, 2, 3) if written[1] else (6, 5, 4)))
        return _to_date(year, month, day, index + 1)
    for day_at, month_at in ((index, index + 1), (index + 1, index)):
        if month_at < len(tokens) and (month := lexicon.months.get(tokens[month_at].text)):
            has_day = 0 <= day_at < len(tokens) and re.fullmatch(r"\d\d?", tokens[day_at].text)
            if not has_day and month_at != index:
                continue
            end = index + 2 if has_day else index + 1
            return _with_year(tokens, end, month, int(tokens[day_at].text) if has_day else 0)
    return None


def _with_year(tokens: Sequence[Token], end: int, month: int, day: int) -> _Read:
    following = [token.text for token in tokens[end : end + 2]]
    skipped = 1 if following[:1] == [","] else 0
    year = following[skipped] if len(following) > skipped else ""
    if re.fullmatch(r"(19|20)\d\d", year):
        return _to_date(year, str(month), str(day), end + skipped + 1)
    return _Read(float(month * 100 + day), "date", end)


def _to_date(year: str, month: str, day: str, end: int) -> _Read:
    return _Read(float(int(year) * 10_000 + int(month) * 100 + int(day)), "date", end)


def _read_number(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> _Read | None:
    text = tokens[index].text
    after = tokens[index + 1].text if index + 1 < len(tokens) else ""
    unit = lexicon.units.get(after)
    clock = _CLOCK.fullmatch(text)
    if clock and (":" in text or (unit and unit[1] == 60)):
        minutes = int(clock[1]) * 60 + int(clock[2])
        return _Read(_on_the_clock(minutes, after), "time", index + 2 if unit else index + 1)
    value = _to_value(text, lexicon)
    if value is None and unit and text in lexicon.ones and _is_bound(tokens, index - 1):
        value = 1.0
    if value is None:
        return _Read(text, "", index + 1) if text[0].isdigit() else None
    if unit:
        return _Read(_on_the_clock(value * unit[1], after), unit[0], index + 2)
    money = _MONEY.get(tokens[index - 1].text, "") if index else ""
    return _Read(value, money, index + 1)


def _on_the_clock(minutes: float, after: str) -> float:
    """Return the minutes since midnight for 5 pm and 12 am; others are what they are."""
    if after in ("am", "pm"):
        return minutes % 720 + (720 if after == "pm" else 0)
    return minutes


def _to_value(text: str, lexicon: Lexicon) -> float | None:
    """Return what a word or a number counts; `1.000` is a thousand where the comma is decimal."""
    parts = text.split("-")
    if all(part in lexicon.numbers for part in parts):
        return float(sum(lexicon.numbers[part] for part in parts))
    mark = re.escape(lexicon.decimal_mark)
    plain = re.sub(rf"(?!{mark})[.,\u00a0\u202f](?=\d{{3}}(?!\d))", "", text)
    plain = plain.replace(",", ".")
    return float(plain) if re.fullmatch(r"\d{1,15}(\.\d{1,15})?", plain, re.ASCII) else None


def _word_after(tokens: Sequence[Token], lexicon: Lexicon) -> str:
    for token in tokens:
        if token.role is Role.BREAK:
            return ""
        if token.role is not Role.FILLING and token.text not in lexicon.after:
            return token.text
    return ""


def _is_bound(tokens: Sequence[Token], index: int) -> bool:
    return index >= 0 and tokens[index].role in BOUNDS


def _bound_before(tokens: Sequence[Token], start: int, read: _Read) -> Role | None:
    for token in reversed(tokens[max(0, start - _REACH) : start]):
        if token.role is Role.BREAK or token.text[0].isdigit():
            return None
        if token.role in BOUNDS:
            return token.role
        if token.text == "voor" and read.dimension == "date":
            return Role.MOST
    return None


def _bound_after(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> Role | None:
    for token in tokens[end : end + _REACH]:
        if token.role is Role.BREAK:
            return None
        if token.text in lexicon.after:
            return lexicon.after[token.text]
    return None
