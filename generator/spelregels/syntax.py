"""Tell where a file stops being YAML, and why: the place that a person would point at."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from spelregels.characters import MAX_REPEATS
from spelregels.diagnostics import Fault, Location
from spelregels.hints import TAB, Trouble, explain_syntax
from spelregels.messages import Message, say
from spelregels.slips import (
    CURLY_MARKS,
    begins_with_name,
    explain_apostrophe,
    find_curly_mark,
)

_TAB = re.compile(r" *\t")
"""How a line begins that is indented with a tab."""


def find_syntax_faults(
    path: str, lines: Sequence[str], error: Any, quote: Location | None
) -> Iterator[Fault]:
    """Yield what is wrong with a file at `path` that libyaml could not read any further.

    `error` is what it raised: a problem with its mark, and the context in which that was met.
    `quote` is the last text between quotes that ends on another line than it begins on.
    """
    if quote and any(map(begins_with_name, lines[quote.line : quote.end_line])):
        yield _blame_quote(quote, lines[quote.line - 1])
        return
    mark = _mark_of(error)
    line = lines[mark.line] if mark.line < len(lines) else ""
    above = _find_above(lines[: mark.line], line)
    context = error.context or ""
    message = explain_syntax(
        Trouble(error.problem or "", context, above, line, line[mark.column :])
    )
    column = find_curly_mark(line) if message is CURLY_MARKS else mark.column
    yield _fault_at(path, mark.line, column, message)
    if message is TAB:
        # Where one line is indented with a tab, more are.
        for number in range(mark.line + 1, len(lines))[:MAX_REPEATS]:
            if tab := _TAB.match(lines[number]):
                yield _fault_at(path, number, tab.end() - 1, message)


def _find_above(above: Sequence[str], line: str) -> str:
    """Return the line above one, or that of the entry before where the line begins an entry."""
    if line.lstrip().startswith("- "):
        above = [each for each in above if each.lstrip().startswith("- ")] or above
    return above[-1] if above else ""


def _blame_quote(quote: Location, line: str) -> Fault:
    message = explain_apostrophe(line) or say(
        "the quotation mark that opens here is closed only on line {line}, and there are "
        "names in between; close it where the text ends",
        line=quote.end_line,
    )
    return Fault("yaml-syntax", quote, message)


def _fault_at(path: str, line: int, column: int, message: Message) -> Fault:
    place = Location(path, line + 1, column + 1, line + 1, column + 2)
    return Fault("yaml-syntax", place, message)


def _mark_of(error: Any) -> Any:
    """Return the place that a person would point at: where it began, or where it went wrong."""
    context, problem = error.context or "", error.problem or ""
    began: Any = error.context_mark
    went_wrong: Any = error.problem_mark
    if began is None or "escape" in problem or "hexdecimal" in problem:
        return went_wrong
    if "flow" in context:
        return went_wrong if began.line == went_wrong.line else began
    is_there = any(word in context for word in ("simple key", "quoted", "alias", "anchor"))
    return began if is_there else went_wrong
