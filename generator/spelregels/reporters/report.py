"""What there is to report, and what every way of telling it needs."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from spelregels.addresses import find_site_url, help_url
from spelregels.checks import run_checks
from spelregels.diagnostics import Diagnostic, Location, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

_END_OF_SENTENCE = (".", "?", "!", "…")
_UNBROKEN = re.compile(r"[^\r\n]+")


class Report(NamedTuple):
    """What was found, the text of the files by their path, and how many rules there are.

    It is told in `language`; the diagnostics are in it already. `base` is the address of the
    website that explains the checks, and under `strict` a warning fails too.
    """

    diagnostics: Sequence[Diagnostic]
    files: Mapping[str, str]
    rules: int
    language: str
    base: str | None = None
    strict: bool = False

    @property
    def errors_first(self) -> Sequence[Diagnostic]:
        """The errors by place, then the warnings by place."""
        return sorted(self.diagnostics, key=lambda each: each.severity is not Severity.ERROR)

    def is_failure(self, diagnostic: Diagnostic) -> bool:
        """Tell whether `diagnostic` makes the check fail."""
        return self.strict or diagnostic.severity is Severity.ERROR

    def find_url(self, diagnostic: Diagnostic) -> str | None:
        """Return the address of the page of a check, or None where no website is known."""
        return help_url(self.base, self.language, diagnostic.code) if self.base else None

    def find_line(self, path: str, number: int) -> str:
        """Return a line of a file without its end, or nothing where it was not read."""
        lines = _split(self.files.get(path, ""))
        return lines[number - 1].rstrip("\r") if number <= len(lines) else ""

    def find_end(self, location: Location) -> tuple[int, int]:
        """Return where a stretch ends, exclusive, on the last line that has some of it.

        A text of several lines ends before the first character of the line after it, which need
        not be there.
        """
        path, line, _, end_line, end_column = location
        if end_line > line and end_column == 1:
            return end_line - 1, len(self.find_line(path, end_line - 1)) + 1
        return end_line, end_column


def make_report(
    loaded: Loaded,
    language: str,
    diagnostics: Sequence[Diagnostic] | None = None,
    *,
    strict: bool = False,
) -> Report:
    """Return what there is to report of a rulebook; unless it was checked, check it."""
    files = {source.path: source.text for source in loaded.sources.values()}
    found = run_checks(loaded, language) if diagnostics is None else diagnostics
    base = find_site_url(loaded.folder)
    return Report(found, files, len(loaded.rulebook.rules), language, base, strict)


def count(report: Report) -> str:
    """Return a sentence such as `24 rules, 3 errors, 1 warning`."""
    errors = sum(each.severity is Severity.ERROR for each in report.diagnostics)
    warnings = len(report.diagnostics) - errors
    parts = (
        say("1 rule") if report.rules == 1 else say("{number} rules", number=report.rules),
        say("1 error") if errors == 1 else say("{number} errors", number=errors),
        say("1 warning") if warnings == 1 else say("{number} warnings", number=warnings),
    )
    return ", ".join(part.within(report.language) for part in parts)


def tell_mend(diagnostic: Diagnostic, report: Report) -> str:
    """Return how to be rid of a problem, said to be that."""
    return f"{say('How to mend it:').within(report.language)} {diagnostic.mend}"


def tell_whole(diagnostic: Diagnostic, report: Report) -> str:
    """Return what is wrong and how to mend it, as sentences on one line."""
    message = diagnostic.message.rstrip()
    stop = "" if message.endswith(_END_OF_SENTENCE) else "."
    return f"{message}{stop} {tell_mend(diagnostic, report)}"


def printable(text: str) -> str:
    """Return `text` without anything that could steer a terminal, as long as it was."""
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() else "\ufffd" for letter in text.replace("\t", " ")
    )


def printable_lines(text: str) -> str:
    """Return `text` without anything that could steer a terminal, its line ends left alone."""
    return _UNBROKEN.sub(lambda found: printable(found[0]), text)


@lru_cache(maxsize=8)
def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n"))
