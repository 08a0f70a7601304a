"""A report for GitLab: what the widget Code Quality of a merge request reads.

Source: GitLab Docs, Code Quality, Code Quality report format.
"""

import json
from collections.abc import Mapping

from spelregels.diagnostics import Diagnostic, Severity
from spelregels.reporters.fingerprints import find_fingerprints
from spelregels.reporters.report import Report, tell_whole

_SEVERITIES: Mapping[Severity, str] = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def report_gitlab(report: Report) -> str:
    """Return a list of objects; GitLab knows lines only, and both are included."""
    pairs = zip(report.diagnostics, find_fingerprints(report), strict=True)
    found = [_to_object(diagnostic, fingerprint, report) for diagnostic, fingerprint in pairs]
    return json.dumps(found, indent=2) + "\n"


def _to_object(diagnostic: Diagnostic, fingerprint: str, report: Report) -> dict[str, object]:
    end_line, _ = report.find_end(diagnostic.location)
    return {
        "description": tell_whole(diagnostic, report),
        "check_name": f"{diagnostic.code} {diagnostic.name}",
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {
            "path": diagnostic.location.path,
            "lines": {"begin": diagnostic.location.line, "end": end_line},
        },
    }
