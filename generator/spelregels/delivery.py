"""Where a report goes: to the terminal, to a file, to the page of a GitHub job."""

import os
from pathlib import Path

import click

from spelregels.errors import UserError
from spelregels.messages import say
from spelregels.reporters import MAX_BYTES, REPORTERS, Report, count, report_summary

_IN_GITHUB = "GITHUB_ACTIONS"
_SUMMARY = "GITHUB_STEP_SUMMARY"
"""Set by GitHub (GitHub Docs, Variables reference, Default environment variables)."""


def find_format(given: str | None, file: Path | None) -> str:
    """Return the format that was given, else the one that suits whoever reads the terminal."""
    reads_commands = os.environ.get(_IN_GITHUB) == "true" and file is None
    return given or ("github" if reads_commands else "text")


def deliver_report(report: Report, style: str, file: Path | None) -> str:
    """Write what goes to files, and return what goes to the terminal.

    Raises:
        UserError: a file cannot be written.
    """
    told = REPORTERS[style](report)
    summary = os.environ.get(_SUMMARY)
    if style == "github" and summary:
        _append_summary(Path(summary), report)
    if file is None:
        return told
    _write_whole(file, click.unstyle(told), report.language)
    return f"{count(report)}\n"


def _append_summary(file: Path, report: Report) -> None:
    try:
        there = file.stat().st_size if file.exists() else 0
        start = "\n\n" if there else ""
        text = report_summary(report, MAX_BYTES - there - len(start))
        if text:
            with file.open("a", encoding="utf-8", newline="\n") as stream:
                stream.write(f"{start}{text}")
    except OSError as error:
        raise _refusal(file, error, report.language) from None


def _write_whole(file: Path, text: str, language: str) -> None:
    """Write the file whole or not at all, so that nobody reads half a report."""
    try:
        if file.exists() and not file.is_file():
            # A device or a pipe is written to; another file in its place would be no help.
            file.write_text(text, encoding="utf-8", newline="\n")
        else:
            _replace(file.resolve(), text)
    except OSError as error:
        raise _refusal(file, error, language) from None


def _replace(file: Path, text: str) -> None:
    unfinished = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        unfinished.write_text(text, encoding="utf-8", newline="\n")
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)


def _refusal(file: Path, error: OSError, language: str) -> UserError:
    message = say(
        "'{file}' cannot be written: {why}", file=str(file), why=error.strerror or str(error)
    )
    return UserError(message.within(language))
