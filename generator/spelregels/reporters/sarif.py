"""A report in SARIF 2.1.0, which code scanning and many other programs read.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0 Plus Errata 01;
what GitHub makes of it is in GitHub Docs, SARIF support for code scanning.
"""

import json
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from spelregels import __version__
from spelregels.checks import PAGES
from spelregels.checks.explanations import Explanation, Page, explain
from spelregels.checks.pages import to_document
from spelregels.diagnostics import Diagnostic, Location
from spelregels.messages import say
from spelregels.reporters.fingerprints import find_fingerprints
from spelregels.reporters.report import Report, tell_mend, tell_whole

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "SRCROOT"
_FINGERPRINT = "spelregels/v1"
"""Not `primaryLocationLineHash`: GitHub's own action adds that, and warns where it is another."""

Object = dict[str, object]


def report_sarif(report: Report) -> str:
    """Return one run, with the rules that its results refer to."""
    found = {diagnostic.name: diagnostic for diagnostic in report.diagnostics}
    first = sorted(found.values(), key=lambda diagnostic: diagnostic.code)
    indexes = {diagnostic.name: index for index, diagnostic in enumerate(first)}
    pairs = zip(report.diagnostics, find_fingerprints(report), strict=True)
    run: Object = {
        "tool": {"driver": _driver(report, [_rule(each, report) for each in first])},
        "language": report.language,
        "columnKind": "unicodeCodePoints",
        **_base(report),
        "results": [
            {"ruleIndex": indexes[each.name], **_result(each, report), **_known_by(fingerprint)}
            for each, fingerprint in pairs
        ],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _driver(report: Report, rules: list[Object]) -> Object:
    about: Object = {"informationUri": report.base} if report.base else {}
    return {"name": "spelregels", "version": __version__, **about, "rules": rules}


def _base(report: Report) -> Object:
    """Return what relative addresses are relative to; where that was does not matter (3.14.14)."""
    if not any(_is_relative(each.location.path) for each in report.diagnostics):
        return {}
    told = say("The folder in which the rulebook was checked").within(report.language)
    return {"originalUriBaseIds": {_ROOT: {"description": {"text": told}}}}


def _rule(diagnostic: Diagnostic, report: Report) -> Object:
    page = PAGES[diagnostic.name]
    told = explain(page, report.language)
    url = report.find_url(diagnostic)
    where: Object = {"helpUri": url} if url else {}
    return {
        "id": diagnostic.code,
        "name": "".join(map(str.capitalize, diagnostic.name.split("-"))),
        "shortDescription": {"text": told.headline},
        "fullDescription": {"text": _unwrap(told.why)},
        "help": _help(page, told, tell_mend(diagnostic, report), report),
        **where,
        "defaultConfiguration": {"level": diagnostic.severity.value},
    }


def _unwrap(text: str) -> str:
    """Return `text` with a line for each paragraph, as plain text is to be (3.11.3)."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def _help(page: Page, told: Explanation, mend: str, report: Report) -> Object:
    parts = (told.headline, told.why, mend, told.examples)
    markdown = "\n\n".join(part for part in parts if part)
    return {"text": to_document(page, report.language), "markdown": f"{markdown}\n"}


def _result(diagnostic: Diagnostic, report: Report) -> Object:
    return {
        "ruleId": diagnostic.code,
        "level": diagnostic.severity.value,
        "message": {"text": _escape(tell_whole(diagnostic, report))},
        "locations": [{"physicalLocation": _place(diagnostic.location, report)}],
    }


def _known_by(fingerprint: str) -> Object:
    return {"partialFingerprints": {_FINGERPRINT: fingerprint}}


def _escape(text: str) -> str:
    """Return `text` so that nothing in it is a placeholder or a link (3.11.5, 3.11.6)."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "\\](")


def _place(location: Location, report: Report) -> Object:
    end_line, end_column = report.find_end(location)
    return {
        "artifactLocation": _artifact(location.path),
        "region": {
            "startLine": location.line,
            "startColumn": location.column,
            "endLine": end_line,
            "endColumn": end_column,
        },
    }


def _artifact(path: str) -> Object:
    """Return the address of a file, an absolute one only where it must be (3.4.4, 3.10.2)."""
    if _is_relative(path):
        return {"uri": quote(path), "uriBaseId": _ROOT}
    return {"uri": Path(path).resolve().as_uri()}


def _is_relative(path: str) -> bool:
    parts = PurePosixPath(path)
    return not parts.is_absolute() and ".." not in parts.parts
