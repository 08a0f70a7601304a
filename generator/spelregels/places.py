"""Where words stand within a stretch of a file, so that a problem points at them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from spelregels.diagnostics import Location

_MOST, _FEW = 40, 4
"""So many words of a sentence are looked for; if its marks are in the way, so few."""


def narrow(text: str, within: Location, words: str) -> Location:
    """Return where `words` stand in a stretch of a file, or the stretch where they do not.

    They may be broken over several lines; capitals do not count. Of a long text that does not
    stand there word for word, the first words are looked for.
    """
    start = _offset(text, within.line, within.column)
    stretch = _lower(text[start : _offset(text, within.end_line, within.end_column)])
    each = _lower(words).split()
    for sought in (each[:_MOST], each[:_FEW]) if each else ():
        for first, last in _find(stretch, sought):
            return Location(within.path, *_place(text, start + first), *_place(text, start + last))
    return within


def _lower(text: str) -> str:
    """Return a text in small letters, each in its place: `İ` would become two."""
    small = text.lower()
    return small if len(small) == len(text) else text


def _find(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where words stand whole one after the other: `no` is not in `now`."""
    at = text.find(words[0])
    while at >= 0:
        end = _match(text, words, at)
        if end and not (_joins(text[at - 1 : at + 1]) or _joins(text[end - 1 : end + 1])):
            yield at, end
        at = text.find(words[0], at + 1)


def _match(text: str, words: Sequence[str], at: int) -> int | None:
    """Return where the last one ends of words that stand at a place, or None where they do not."""
    end = at
    for word in words:
        if not text.startswith(word, at):
            return None
        end = at = at + len(word)
        while text[at : at + 1].isspace():
            at += 1
    return end


def _joins(pair: str) -> bool:
    """Tell whether two characters are within one word; `<b>` may stand before one."""
    return len(pair) > 1 and pair.isalnum()


def _offset(text: str, line: int, column: int) -> int:
    starts = _line_starts(text)
    return starts[line - 1] + column - 1 if line < len(starts) else len(text)


def _place(text: str, offset: int) -> tuple[int, int]:
    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


@lru_cache(maxsize=1)
def _line_starts(text: str) -> Sequence[int]:
    """Return where each line begins; the problems of one file are told one after the other."""
    lengths = (len(line) + 1 for line in text.split("\n"))
    return (0, *accumulate(lengths))
