"""A name for each problem by which it is known again when lines come or go above it."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator

from spelregels.reporters.report import Report


def find_fingerprints(report: Report) -> Iterator[str]:
    """Yield the fingerprint of each diagnostic of `report`, no two of them the same.

    It is the SHA-256 of the path, the code, the text of the line and a number among equals. The
    message is not in it: it may name the line of another place.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    for diagnostic in report.diagnostics:
        path, line = diagnostic.location.path, diagnostic.location.line
        known = path, diagnostic.code, report.find_line(path, line).strip()
        seen[known] += 1
        yield hashlib.sha256(json.dumps([*known, seen[known]]).encode()).hexdigest()
