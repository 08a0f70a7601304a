"""A report for programs: a list of objects in JSON."""

import json

from spelregels.diagnostics import Diagnostic
from spelregels.reporters.report import Report


def report_json(report: Report) -> str:
    """Return a list of objects; positions count from 1 and an end is exclusive."""
    found = [_to_object(diagnostic, report) for diagnostic in report.diagnostics]
    return json.dumps(found, indent=2) + "\n"


def _to_object(diagnostic: Diagnostic, report: Report) -> dict[str, str | int | None]:
    location = diagnostic.location
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "mend": diagnostic.mend,
        "path": location.path,
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
        "url": report.find_url(diagnostic),
    }
