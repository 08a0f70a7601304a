"""Find in a text what is no part of it: hidden characters, lost letters, marks of a merge."""

import re
from collections.abc import Iterator
from itertools import islice

from spelregels.diagnostics import Fault, Location
from spelregels.messages import say

MAX_REPEATS = 100
"""How many faults of one kind a file reports; the rest would bury the others."""

_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb\ufffe\uffff"
_BIDIRECTIONAL = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_ZERO_WIDTH = r"\u180e\u200b-\u200d\u2060-\u2064\ufeff"
_PRIVATE = r"\ue000-\uf8ff\U000e0000-\U000e007f\U000f0000-\U0010ffff"
_HIDDEN = re.compile(f"[\r{_CONTROL}{_BIDIRECTIONAL}{_ZERO_WIDTH}{_PRIVATE}](?<!\r(?=\n))")
"""One set of characters, which is found faster than either of two; CR before LF ends a line."""
_MERGE_MARK = re.compile(r"^(<{7}( .*)?|={7}|>{7}( .*)?)\r?$", re.MULTILINE)
_MERGE_MARKS = ("<" * 7, "=" * 7, ">" * 7)
_LOST = "\ufffd"
_ODD_INDENT = re.compile("^ *\u00a0[ \u00a0]*", re.MULTILINE)


def find_hidden_characters(path: str, text: str) -> Iterator[Fault]:
    """Yield each control, bidirectional, zero-width or private-use character."""
    if text.replace("\n", "").isprintable():
        # So is nearly every text, and that is seen far sooner than what is hidden in one.
        return
    for found in islice(_HIDDEN.finditer(text), MAX_REPEATS):
        message = say(
            "an invisible or unprintable character stands here (U+{code}); "
            "remove it by typing the words around it anew",
            code=f"{ord(found[0]):04X}",
        )
        yield Fault("hidden-character", _place(path, text, found.start(), 1), message)


def find_lost_letters(path: str, text: str) -> Iterator[Fault]:
    """Yield each sign that an editor puts in the place of a letter that it could not read."""
    if _LOST not in text:
        return
    for found in islice(re.finditer(_LOST, text), MAX_REPEATS):
        message = say(
            "the letter that stood here was lost when the file was saved; type it again, and save "
            "the file with the encoding UTF-8"
        )
        yield Fault("not-utf8", _place(path, text, found.start(), 1), message)


def find_odd_indents(path: str, text: str) -> Iterator[Fault]:
    """Yield each line that is indented with a no-break space."""
    if "\u00a0" not in text:
        return
    for found in islice(_ODD_INDENT.finditer(text), MAX_REPEATS):
        start = found.start() + found[0].index("\u00a0")
        message = say("a no-break space is used to indent; type an ordinary space")
        yield Fault("odd-indent", _place(path, text, start, 1), message)


def find_merge_marks(path: str, text: str) -> Iterator[Fault]:
    """Yield each line that git leaves behind in a file with two versions of a text."""
    if not any(mark in text for mark in _MERGE_MARKS):
        return
    marks = tuple(islice(_MERGE_MARK.finditer(text), MAX_REPEATS))
    if len(marks) == 1:
        message = say(
            "this mark was left behind by a merge; take out this line, and leave what stands "
            "above and below it"
        )
    else:
        message = say(
            "these are the marks of an unfinished merge; choose between the two versions "
            "and remove the marks"
        )
    for found in marks:
        yield Fault("merge-mark", _place(path, text, found.start(), 7), message)


def with_visible_characters(text: str) -> str:
    """Return `text` as long as it was, without hidden characters and odd indents."""
    text = _ODD_INDENT.sub(lambda found: " " * len(found[0]), text)
    return _HIDDEN.sub(_LOST, text)


def _place(path: str, text: str, start: int, length: int) -> Location:
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return Location(path, line, column, line, column + length)
