"""Ways to tell people and programs what is wrong; a reporter sees diagnostics and nothing else."""

import json
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import click

from spelregels.checks import run_checks
from spelregels.diagnostics import Diagnostic, Location, Severity
from spelregels.loaded import Loaded

_MAX_SHOWN = 96
"""How many characters of a line are shown; of a longer one, the part around the place."""


class Report(NamedTuple):
    """What was found, the text of the files by their path, and how many rules there are."""

    diagnostics: Sequence[Diagnostic]
    files: Mapping[str, str]
    rules: int


def make_report(loaded: Loaded, diagnostics: Sequence[Diagnostic] | None = None) -> Report:
    """Return what there is to report of a rulebook; unless it was checked, check it."""
    files = {source.path: source.text for source in loaded.sources.values()}
    found = run_checks(loaded) if diagnostics is None else diagnostics
    return Report(found, files, len(loaded.rulebook.rules))


def report_text(report: Report) -> str:
    """Return each problem with its line and a caret under the place, and a closing count.

    Colours are always in it; `click.echo` takes them out where the output is no terminal.
    """
    told = [_tell(diagnostic, report.files) for diagnostic in report.diagnostics]
    return "\n".join((*told, count(report.diagnostics, report.rules), ""))


def report_json(report: Report) -> str:
    """Return a list of objects; positions count from 1 and an end is exclusive."""
    found = [_to_object(diagnostic) for diagnostic in report.diagnostics]
    return json.dumps(found, indent=2) + "\n"


REPORTERS: Mapping[str, Callable[[Report], str]] = {"text": report_text, "json": report_json}


def count(diagnostics: Sequence[Diagnostic], rules: int) -> str:
    """Return a sentence such as `24 rules, 3 errors, 1 warning`."""
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
    warnings = len(diagnostics) - errors
    return ", ".join(
        (_several(rules, "rule"), _several(errors, "error"), _several(warnings, "warning"))
    )


def _several(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _tell(diagnostic: Diagnostic, files: Mapping[str, str]) -> str:
    colour = "red" if diagnostic.severity is Severity.ERROR else "yellow"
    place = click.style(str(diagnostic.location), bold=True)
    kind = click.style(f"{diagnostic.severity}[{diagnostic.code}]", fg=colour, bold=True)
    head = f"{place}: {kind} {_printable(diagnostic.message)} ({diagnostic.name})"
    return "\n".join((head, *_excerpt(diagnostic.location, files, colour)))


def _excerpt(location: Location, files: Mapping[str, str], colour: str) -> tuple[str, ...]:
    lines = files.get(location.path, "").split("\n")
    line = lines[location.line - 1].rstrip("\r") if location.line <= len(lines) else ""
    if not line.strip():
        return ()
    start = max(0, location.column - 1 - _MAX_SHOWN // 2) if len(line) > _MAX_SHOWN else 0
    shown = _printable(line[start : start + _MAX_SHOWN])
    before = shown[: location.column - 1 - start]
    marked = shown[len(before) : len(before) + _length(location, line)]
    number = str(location.line)
    margin = " " * len(number)
    caret = click.style("^" * max(1, _width(marked)), fg=colour)
    return f"  {number} | {shown}", f"  {margin} | {' ' * _width(before)}{caret}"


def _length(location: Location, line: str) -> int:
    """Return how many characters to mark: to the end of the value, or of its first line."""
    ends_here = location.end_line == location.line
    return (location.end_column if ends_here else len(line) + 1) - location.column


def _printable(text: str) -> str:
    """Return `text` without anything that could steer a terminal, as long as it was."""
    return "".join(
        letter if letter.isprintable() else "\ufffd" for letter in text.replace("\t", " ")
    )


def _width(text: str) -> int:
    """Return how many columns of a terminal `text` takes (Unicode Standard Annex 11)."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    joined = sum(unicodedata.combining(letter) != 0 for letter in text)
    return len(text) + wide - joined


def _to_object(diagnostic: Diagnostic) -> dict[str, str | int | None]:
    location = diagnostic.location
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "path": location.path,
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
        "url": None,
    }
