"""Show two versions of a text as one, with what was struck and what was added."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import Enum
from itertools import takewhile
from typing import NamedTuple

_WORD = re.compile(r"[-+\u2212]?\d+(?:[.,:/-]\d+)*\s*|\w+\s*|[^\w\s]\s*|\s+")
"""A number with its sign and its points is one word: nobody reads half of an amount."""

_AROUND = 3
"""So many words around a difference show where it is."""


class Mark(Enum):
    """What happened to a piece of text."""

    SAME = "same"
    STRUCK = "struck"
    ADDED = "added"


class Piece(NamedTuple):
    """A stretch of text and what happened to it; white space stands outside of marked ones."""

    mark: Mark
    text: str


def redline(old: str, new: str) -> Iterator[Piece]:
    """Yield the pieces of both texts in the order of reading."""
    last = " "
    for mark, words, before in _line_up(_WORD.findall(old), _WORD.findall(new)):
        text = "".join(words)
        is_new_word = not before or before[-1].isspace()
        if text.strip() and is_new_word and not last[-1].isspace():
            yield Piece(Mark.SAME, " ")
        shown = text if mark is Mark.SAME else text.strip()
        if shown:
            yield Piece(mark, shown)
            last = shown


def find_difference(old: str, new: str) -> tuple[str, str]:
    """Return the part of each text in which they differ, with a few words on either side of it.

    An ellipsis stands for what is left out because it is the same.
    """
    one, other = old.split(), new.split()
    start = _count_same(one, other)
    end = _count_same(one[start:][::-1], other[start:][::-1])
    left, right = max(0, start - _AROUND), max(0, end - _AROUND)
    return _part(one, left, right), _part(other, left, right)


def _count_same(one: list[str], other: list[str]) -> int:
    """Return with how many words that are the same two lists begin."""
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    )


def _part(words: list[str], left: int, right: int) -> str:
    """Return words but for so many at either end."""
    before, after = ["\u2026"] * (left > 0), ["\u2026"] * (right > 0)
    return " ".join((*before, *words[left : len(words) - right], *after))


def _line_up(old: list[str], new: list[str]) -> Iterator[tuple[Mark, list[str], str]]:
    """Yield stretches of words with their mark, and the word before each in its own text."""
    one, other = ([word.strip() for word in words] for words in (old, new))
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        before = new[new_start - 1] if new_start else ""
        if tag == "equal":
            yield Mark.SAME, new[new_start:new_end], before
            continue
        yield Mark.STRUCK, old[start:end], old[start - 1] if start else ""
        yield Mark.ADDED, new[new_start:new_end], before
