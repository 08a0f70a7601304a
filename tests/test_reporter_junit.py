from pathlib import Path
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from conftest import Command
from reports import HOSTILE, diagnostic, mend_of
from rulebooks import RULE, write_file, write_fragments, write_rulebook
from spelregels.diagnostics import Diagnostic, Severity
from spelregels.reporters import REPORTERS, Report

CLEAN = """\
  <testsuite name="rulebook/{0}.yaml" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="rulebook/{0}" name="nothing is wrong" file="rulebook/{0}.yaml" />
  </testsuite>
"""
OTHERS = "".join(map(CLEAN.format, ("owners", "requests/jump-the-queue", "rulebook")))


def cases(*found: Diagnostic, strict: bool = False) -> list[ET.Element]:
    told = REPORTERS["junit"](Report(found, {}, 1, "en", strict=strict))
    return ET.fromstring(told.encode()).findall("testsuite/testcase")


def test_each_file_is_a_suite_and_each_problem_a_case(tmp_path: Path, command: Command) -> None:
    write_fragments(tmp_path / "rulebook", {RULE: "title: Wait #1\nowner: bookkeeper\n"})
    write_file(tmp_path / "mkdocs.yml", "site_url: https://rules.example/\n")
    rule = "rulebook/rules/wait-your-turn"
    result = command("check", "--output-format", "junit")
    assert result.output == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="spelregels" tests="5" failures="1">\n'
        f"{OTHERS}"
        f'  <testsuite name="{rule}.yaml" tests="2" failures="1" errors="0" skipped="0">\n'
        f'    <testcase classname="{rule}" '
        "name=\"SR012 cut-text: the text ends at 'Wait'; put all of it in quotes\" "
        f'file="{rule}.yaml" line="1">\n'
        f"      <system-out>{rule}.yaml:1:8\n"
        "the text ends at 'Wait'; put all of it in quotes\n"
        f"How to mend it: {mend_of('cut-text')}\n"
        "https://rules.example/checks/en/SR012/</system-out>\n"
        "    </testcase>\n"
        f'    <testcase classname="{rule}" '
        "name=\"SR208 owner-not-business: 'bookkeeper' is on the IT side; "
        'the business decides, IT advises: shop-manager" '
        f'file="{rule}.yaml" line="2">\n'
        "      <failure message=\"'bookkeeper' is on the IT side; "
        'the business decides, IT advises: shop-manager" type="SR208 owner-not-business">'
        f"{rule}.yaml:2:8\n"
        "'bookkeeper' is on the IT side; the business decides, IT advises: shop-manager\n"
        f"How to mend it: {mend_of('owner-not-business')}\n"
        "https://rules.example/checks/en/SR208/</failure>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n"
    )
    assert result.exit_code == 1


def test_clean_file_is_a_case_that_passes(tmp_path: Path, command: Command) -> None:
    write_rulebook(tmp_path / "rulebook")
    result = command("check", "--output-format", "junit")
    assert result.output == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="spelregels" tests="4" failures="0">\n'
        f"{OTHERS}{CLEAN.format('rules/wait-your-turn')}"
        "</testsuites>\n"
    )
    assert result.exit_code == 0


def test_cases_are_told_in_dutch(tmp_path: Path, command: Command) -> None:
    write_fragments(tmp_path / "rulebook", {RULE: "owner: bookkeeper\n"})
    told = command("check", "--output-format", "junit", "--lang", "nl").output
    *others, found = ET.fromstring(told).findall("testsuite/testcase")
    assert {each.get("name") for each in others} == {"er is niets mis"}
    assert found[0].text == (
        "rulebook/rules/wait-your-turn.yaml:1:8\n"
        "'bookkeeper' staat aan de kant van IT; de business beslist, IT adviseert: shop-manager\n"
        f"Zo herstel je het: {mend_of('owner-not-business', 'nl')}"
    )


def test_report_without_files_has_no_suites() -> None:
    assert REPORTERS["junit"](Report((), {}, 0, "en")) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="spelregels" tests="0" failures="0" />\n'
    )


def test_missing_file_has_a_suite_of_its_own(command: Command) -> None:
    told = command("check", "--output-format", "junit").output
    [suite] = ET.fromstring(told)
    assert (suite.get("name"), suite.get("failures")) == ("rulebook", "1")


def test_warning_passes_unless_warnings_fail(tmp_path: Path, command: Command) -> None:
    write_fragments(tmp_path / "rulebook", {RULE: "title: Wait #1\n"})
    for arguments, tag, failures in (([], "system-out", "0"), (["--strict"], "failure", "1")):
        told = command("check", "--output-format", "junit", *arguments)
        root = ET.fromstring(told.output)
        [case] = root.findall("testsuite/testcase[@line]")
        assert [each.tag for each in case] == [tag]
        assert (root.get("failures"), str(told.exit_code)) == (failures, failures)


def test_no_two_cases_have_one_name() -> None:
    found = [diagnostic(line) for line in (1, 2, 3)]
    assert [case.get("name") for case in cases(*found)] == [
        "SR208 owner-not-business: wrong",
        "SR208 owner-not-business: wrong (2)",
        "SR208 owner-not-business: wrong (3)",
    ]


def test_hostile_text_is_text() -> None:
    [case] = cases(diagnostic(message=HOSTILE))
    [failure] = case
    shown = HOSTILE.replace("\ufffe", "\x1b").translate(dict.fromkeys(b"\r\x1b\x00\x85", "\ufffd"))
    assert failure.get("message") == shown
    assert failure.text == f"a.yaml:1:1\n{shown}\nHow to mend it: Mend it."
    assert case.get("name") == f"SR208 owner-not-business: {shown}"


@given(st.text(max_size=60), st.text(min_size=1, max_size=20))
def test_any_text_makes_xml_that_can_be_read(message: str, path: str) -> None:
    found = diagnostic(path=path, message=message)
    warning = diagnostic(path=path, message=message, severity=Severity.WARNING)
    failed, passed = cases(found, warning)
    assert len(failed.get("file") or "") == len(path)
    assert [failed[0].tag, passed[0].tag] == ["failure", "system-out"]
    assert len(passed[0].text or "") == len(f"{path}:1:1\n{message}\nHow to mend it: Mend it.")
