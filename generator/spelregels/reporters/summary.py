"""The whole list for the page of a GitHub job, in Markdown.

Source: GitHub Docs, Workflow commands for GitHub Actions, Adding a job summary.
"""

import re
from collections.abc import Iterable
from itertools import accumulate

from spelregels.diagnostics import SEVERITIES, Diagnostic
from spelregels.messages import say
from spelregels.plain import to_html
from spelregels.reporters.report import Report, count, printable

MAX_BYTES = 1024 * 1024
"""How much a step may add to the page; of a step that adds more, GitHub shows nothing."""

_CLOSING_BYTES = 256
_CALLING = re.compile("&#(35|58|64);")
_CODE = re.compile("&#96;(.+?)&#96;")


def report_summary(report: Report, room: int = MAX_BYTES) -> str:
    """Return a heading, the count and a table of all problems, in at most `room` bytes.

    What does not fit is left out, the warnings first, and how many is said.
    """
    title = say("What spelregels found in the rulebook").within(report.language)
    head = f"## {title}\n\n{count(report)}\n"
    table = _table(report, room - len(head.encode()) - _CLOSING_BYTES)
    whole = f"{head}{table}"
    return whole if len(whole.encode()) <= room else ""


def _table(report: Report, room: int) -> str:
    if not report.diagnostics:
        return ""
    rows = [_row(_cells(diagnostic, report)) for diagnostic in report.errors_first]
    head = f"\n{_row(_headings(report))}{_row(['---'] * 4)}"
    sizes = accumulate((len(row.encode()) for row in rows), initial=len(head.encode()))
    shown = sum(size <= room for size in sizes) - 1
    if shown == len(rows):
        return head + "".join(rows)
    left = say(
        "Left out here, since GitHub shows no more than 1 MiB: {number}",
        number=len(rows) - max(0, shown),
    )
    told = f"\n{left.within(report.language)}\n"
    return head + "".join(rows[:shown]) + told if shown > 0 else told


def _headings(report: Report) -> Iterable[str]:
    headings = (say("Place"), say("Check"), say("What is wrong"), say("How to mend it"))
    return (heading.within(report.language) for heading in headings)


def _cells(diagnostic: Diagnostic, report: Report) -> Iterable[str]:
    severity = SEVERITIES[diagnostic.severity].within(report.language)
    url = report.find_url(diagnostic)
    code = f"[{diagnostic.code}]({url})" if url else diagnostic.code
    yield _encode(str(diagnostic.location))
    yield f"{severity} {code}"
    yield _encode(diagnostic.message)
    yield _CODE.sub(r"<code>\1</code>", _encode(diagnostic.mend))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _encode(text: str) -> str:
    """Return `text` so that GitHub sees no Markdown, HTML, address, name or number to link in it.

    Names, numbers and addresses are looked for after the character references were read, within
    one element; so a mark that could begin one gets an element of its own.
    """
    return _CALLING.sub(r"<span>\g<0></span>", printable(str(to_html(text))))
