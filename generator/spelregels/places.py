"""Where words stand within a stretch of a file, so that a problem points at them."""

import re
from bisect import bisect_right
from functools import lru_cache

from spelregels.diagnostics import Location

_FEW = 4
"""By so many words a sentence is found whose others are written with marks or in other ways."""


def narrow(text: str, within: Location, words: str) -> Location:
    """Return where `words` stand in a stretch of a file, or the stretch where they do not.

    They may be broken over several lines; capitals do not count. Of a long text that does not
    stand there word for word, the first words are looked for.
    """
    start = _offset(text, within.line, within.column)
    end = _offset(text, within.end_line, within.end_column)
    each = words.split()
    for sought in (each, each[:_FEW]):
        if found := _pattern(sought).search(text, start, end):
            return Location(within.path, *_place(text, found.start()), *_place(text, found.end()))
    return within


def _pattern(words: list[str]) -> re.Pattern[str]:
    """Return what finds words that stand whole: `no` is not in `now`, yet `<b>` is in `<b>now`."""
    said = r"\s+".join(map(re.escape, words))
    return re.compile(rf"(?<!\w)(?=\w){said}(?!\w)|(?!\w){said}", re.IGNORECASE)


def _offset(text: str, line: int, column: int) -> int:
    starts = _line_starts(text)
    return starts[line - 1] + column - 1 if line <= len(starts) else len(text)


def _place(text: str, offset: int) -> tuple[int, int]:
    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


@lru_cache(maxsize=1)
def _line_starts(text: str) -> list[int]:
    """Return where each line begins; the problems of one file are told one after the other."""
    return [0, *(found.end() for found in re.finditer("\n", text))]
