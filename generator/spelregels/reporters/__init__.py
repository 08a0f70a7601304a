"""Ways to tell people and programs what is wrong; a reporter sees a report and returns text."""

from collections.abc import Callable, Mapping

from spelregels.reporters.github import report_github
from spelregels.reporters.gitlab import report_gitlab
from spelregels.reporters.junit import report_junit
from spelregels.reporters.listing import report_json
from spelregels.reporters.report import Report, count, make_report
from spelregels.reporters.sarif import report_sarif
from spelregels.reporters.summary import MAX_BYTES, report_summary
from spelregels.reporters.text import report_text

__all__ = [
    "MAX_BYTES",
    "REPORTERS",
    "Report",
    "count",
    "make_report",
    "report_json",
    "report_summary",
    "report_text",
]

REPORTERS: Mapping[str, Callable[[Report], str]] = {
    "text": report_text,
    "json": report_json,
    "github": report_github,
    "gitlab": report_gitlab,
    "sarif": report_sarif,
    "junit": report_junit,
}
"""Every format by its name."""
