"""A report for a job of GitHub Actions: workflow commands, which become annotations.

Source: GitHub Docs, Workflow commands for GitHub Actions; the escapes are those of the toolkit
that GitHub offers (actions/toolkit, packages/core/src/command.ts), and which properties may go
together is what the runner checks (actions/runner, ActionCommandManager.cs).
"""

from collections.abc import Iterator

from spelregels.diagnostics import Diagnostic
from spelregels.reporters.report import Report, count, printable_lines, tell_mend

_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = {**_IN_TEXT, ord(":"): "%3A", ord(","): "%2C"}


def report_github(report: Report) -> str:
    """Return a command for each problem, the errors first, and a closing count.

    GitHub shows ten errors and ten warnings of a step as annotations, the first ones.
    """
    commands = [_command(diagnostic, report) for diagnostic in report.errors_first]
    return "\n".join((*commands, count(report), ""))


def _command(diagnostic: Diagnostic, report: Report) -> str:
    properties = ",".join(
        f"{name}={printable_lines(str(value)).translate(_IN_PROPERTY)}"
        for name, value in _properties(diagnostic, report)
    )
    told = printable_lines(f"{diagnostic.message}\n{tell_mend(diagnostic, report)}")
    return f"::{diagnostic.severity} {properties}::{told.translate(_IN_TEXT)}"


def _properties(diagnostic: Diagnostic, report: Report) -> Iterator[tuple[str, str | int]]:
    """Yield where and what; the runner takes columns only within one line, the end included."""
    path, line, column, _, _ = diagnostic.location
    end_line, end_column = report.find_end(diagnostic.location)
    yield "file", path
    yield "line", line
    yield "endLine", end_line
    if end_line == line:
        yield "col", column
        yield "endColumn", max(column, end_column - 1)
    yield "title", f"{diagnostic.code} {diagnostic.name}"
