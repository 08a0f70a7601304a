"""A report for people, on a terminal."""

import re
import unicodedata

import click

from spelregels.diagnostics import SEVERITIES, Diagnostic, Location, Severity
from spelregels.reporters.report import Report, count, printable, tell_mend

_FOLDED = re.compile(r"[>|][+-]?\s*$")
_MAX_SHOWN = 96
"""How many characters of a line are shown; of a longer one, the part around the place."""


def report_text(report: Report) -> str:
    """Return each problem with its line and a caret under the place, and a closing count.

    Colours are always in it; `click.echo` takes them out where the output is no terminal.
    """
    told = [_tell(diagnostic, report) for diagnostic in report.diagnostics]
    return "\n".join((*told, count(report), ""))


def _tell(diagnostic: Diagnostic, report: Report) -> str:
    colour = "red" if diagnostic.severity is Severity.ERROR else "yellow"
    place = click.style(str(diagnostic.location), bold=True)
    severity = SEVERITIES[diagnostic.severity].within(report.language)
    kind = click.style(f"{severity}[{diagnostic.code}]", fg=colour, bold=True)
    head = f"{place}: {kind} {printable(diagnostic.message)} ({diagnostic.name})"
    mend = f"  {printable(tell_mend(diagnostic, report))}"
    return "\n".join((head, *_excerpt(diagnostic.location, report, colour), mend))


def _excerpt(location: Location, report: Report, colour: str) -> tuple[str, ...]:
    line = report.find_line(location.path, location.line)
    if not line.strip():
        return ()
    start = max(0, location.column - 1 - _MAX_SHOWN // 2) if len(line) > _MAX_SHOWN else 0
    shown = printable(line[start : start + _MAX_SHOWN])
    ends = "" if len(line) <= start + _MAX_SHOWN else " \u2026"
    before = shown[: location.column - 1 - start]
    marked = shown[len(before) : len(before) + _length(location, line)]
    number = str(location.line)
    margin = " " * len(number)
    caret = click.style("^" * max(1, _width(marked)), fg=colour)
    lines = f"  {number} | {shown}{ends}", f"  {margin} | {' ' * _width(before)}{caret}"
    return (*lines, *_below(location, line, report)) if _FOLDED.search(line) else lines


def _below(location: Location, above: str, report: Report) -> tuple[str, ...]:
    """Return the line below, where the text begins that is announced by `>-`, if there is one."""
    line = report.find_line(location.path, location.line + 1)
    if not line.strip() or _indent(line) <= _indent(above):
        return ()
    ends = "" if len(line) <= _MAX_SHOWN else " \u2026"
    return (f"  {location.line + 1} | {printable(line[:_MAX_SHOWN])}{ends}",)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _length(location: Location, line: str) -> int:
    """Return how many characters to mark: to the end of the value, or of its first line."""
    ends_here = location.end_line == location.line
    return (location.end_column if ends_here else len(line) + 1) - location.column


def _width(text: str) -> int:
    """Return how many columns of a terminal `text` takes (Unicode Standard Annex 11)."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    joined = sum(unicodedata.combining(letter) != 0 for letter in text)
    return len(text) + wide - joined
