"""A report in the XML of JUnit, which Jenkins, GitLab and most others show as tests.

No standard describes it; this keeps to what is common (testmoapp/junitxml) and to what GitLab
reads (GitLab Docs, Unit test reports).
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from xml.etree import ElementTree as ET

from spelregels.diagnostics import Diagnostic
from spelregels.messages import say
from spelregels.reporters.report import Report, tell_mend

_UNWANTED = "[^\t\n -~\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""What XML cannot hold, not even as a reference, or advises against (XML 1.0, 2.2 Characters)."""


def report_junit(report: Report) -> str:
    """Return a suite for each file, with a case for each problem, or one that passes."""
    paths = sorted({*report.files, *(each.location.path for each in report.diagnostics)})
    suites = [_suite(path, report) for path in paths]
    cases = sum(len(suite) for suite in suites)
    failures = sum(map(report.is_failure, report.diagnostics))
    root = _element("testsuites", name="spelregels", tests=cases, failures=failures)
    root.extend(suites)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(path: str, report: Report) -> ET.Element:
    found = [each for each in report.diagnostics if each.location.path == path]
    clean = say("nothing is wrong").within(report.language)
    cases = list(_cases(found, report)) or [_case(path, clean)]
    failures = sum(map(report.is_failure, found))
    counts = {"tests": len(cases), "failures": failures, "errors": 0, "skipped": 0}
    suite = _element("testsuite", name=path, **counts)
    suite.extend(cases)
    return suite


def _cases(found: list[Diagnostic], report: Report) -> Iterator[ET.Element]:
    """Yield a case for each problem; of two with one name, GitLab would drop the second."""
    seen: Counter[str] = Counter()
    for diagnostic in found:
        name = f"{diagnostic.code} {diagnostic.name}: {diagnostic.message}"
        seen[name] += 1
        location = diagnostic.location
        number = f" ({seen[name]})" if seen[name] > 1 else ""
        case = _case(location.path, f"{name}{number}", line=location.line)
        case.append(_outcome(diagnostic, report))
        yield case


def _case(path: str, name: str, **more: object) -> ET.Element:
    # Jenkins takes what stands before the last dot for a package.
    return _element("testcase", classname=path.removesuffix(".yaml"), name=name, file=path, **more)


def _outcome(diagnostic: Diagnostic, report: Report) -> ET.Element:
    if report.is_failure(diagnostic):
        kind = f"{diagnostic.code} {diagnostic.name}"
        outcome = _element("failure", message=diagnostic.message, type=kind)
    else:
        outcome = _element("system-out")
    lines = (str(diagnostic.location), diagnostic.message, tell_mend(diagnostic, report))
    outcome.text = _clean("\n".join(chain(lines, filter(None, [report.find_url(diagnostic)]))))
    return outcome


def _element(tag: str, **attributes: object) -> ET.Element:
    return ET.Element(tag, {name: _clean(str(value)) for name, value in attributes.items()})


def _clean(text: str) -> str:
    return re.sub(_UNWANTED, "\ufffd", text)
