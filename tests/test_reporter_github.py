import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Command
from reports import HOSTILE, diagnostic, mend_of
from rulebooks import RULE, write_fragments, write_rulebook
from spelregels.diagnostics import Diagnostic, Severity
from spelregels.reporters import REPORTERS, Report

RULE_PATH = f"rulebook/{RULE}"
COMMAND = re.compile(r"::(error|warning) ([^:\n\r]*)::([^\n\r]*)")
"""A workflow command as the runner reads it: no property holds a colon."""


def tell(*found: Diagnostic, text: str = "") -> list[str]:
    """Return the commands for `found`, without the closing count."""
    report = REPORTERS["github"](Report(found, {"a.yaml": text}, 1, "en"))
    *commands, count, end = report.split("\n")
    assert (count.startswith("1 rule, "), end) == (True, "")
    return commands


def read(command: str) -> tuple[dict[str, str], str]:
    """Return the properties and the text of a command as the runner does."""
    found = COMMAND.fullmatch(command)
    assert found
    pairs = (each.split("=", 1) for each in found[2].split(","))
    return {name: unescape(value) for name, value in pairs}, unescape(found[3])


def unescape(text: str) -> str:
    for code, letter in (("3A", ":"), ("2C", ","), ("0D", "\r"), ("0A", "\n"), ("25", "%")):
        text = text.replace(f"%{code}", letter)
    return text


def test_problems_become_commands_the_errors_first(tmp_path: Path, command: Command) -> None:
    write_fragments(
        tmp_path / "rulebook", {RULE: "title: Wait #1\nowner: bookkeeper\nexceptions: None\n"}
    )
    result = command("check", "--output-format", "github")
    assert result.output == (
        f"::error file={RULE_PATH},line=2,endLine=2,col=8,endColumn=17,"
        "title=SR208 owner-not-business::"
        "'bookkeeper' is on the IT side; the business decides, IT advises: shop-manager"
        f"%0AHow to mend it: {mend_of('owner-not-business')}\n"
        f"::error file={RULE_PATH},line=3,endLine=3,col=13,endColumn=16,"
        "title=SR103 wrong-type::"
        "a list belongs here, each entry on a line of its own after '- ', and this is a single "
        f"text%0AHow to mend it: {mend_of('wrong-type')}\n"
        f"::warning file={RULE_PATH},line=1,endLine=1,col=8,endColumn=11,title=SR012 cut-text::"
        "the text ends at 'Wait'; put all of it in quotes"
        f"%0AHow to mend it: {mend_of('cut-text')}\n"
        "1 rule, 2 errors, 1 warning\n"
    )
    assert result.exit_code == 1


def test_commands_are_told_in_dutch(tmp_path: Path, command: Command) -> None:
    write_fragments(tmp_path / "rulebook", {RULE: "owner: bookkeeper\n"})
    assert command("check", "--output-format", "github", "--lang", "nl").output == (
        f"::error file={RULE_PATH},line=1,endLine=1,col=8,endColumn=17,"
        "title=SR208 owner-not-business::"
        "'bookkeeper' staat aan de kant van IT; de business beslist, IT adviseert: shop-manager"
        f"%0AZo herstel je het: {mend_of('owner-not-business', 'nl')}\n"
        "1 regel, 1 fout, 0 waarschuwingen\n"
    )


def test_clean_rulebook_gives_the_count_only(tmp_path: Path, command: Command) -> None:
    write_rulebook(tmp_path / "rulebook")
    result = command("check", "--output-format", "github")
    assert (result.output, result.exit_code) == ("1 rule, 0 errors, 0 warnings\n", 0)


@pytest.mark.parametrize(
    ("text", "place", "properties"),
    [
        ("a: bcd\n", (1, 4, 1, 7), "line=1,endLine=1,col=4,endColumn=6"),
        ("a: b\n", (1, 4, 1, 4), "line=1,endLine=1,col=4,endColumn=4"),
        ("a: b\n", (1, 4, 1, 5), "line=1,endLine=1,col=4,endColumn=4"),
        ("a: b\n  c\n", (1, 4, 2, 4), "line=1,endLine=2"),
        ("a: |\n  b\n  c\n", (1, 4, 4, 1), "line=1,endLine=3"),
        ("a: bc\nd: e\n", (1, 4, 2, 1), "line=1,endLine=1,col=4,endColumn=5"),
    ],
)
def test_end_is_inclusive_and_columns_are_for_one_line(
    text: str, place: tuple[int, int, int, int], properties: str
) -> None:
    [command] = tell(diagnostic(*place), text=text)
    assert command == (
        f"::error file=a.yaml,{properties},title=SR208 owner-not-business"
        "::wrong%0AHow to mend it: Mend it."
    )


def test_nothing_in_a_rulebook_can_be_a_command_or_a_property() -> None:
    [command] = tell(diagnostic(path="a,b:c%d\n.yaml", message=HOSTILE))
    assert command == (
        "::error file=a%2Cb%3Ac%25d%0A.yaml,line=1,endLine=1,col=1,endColumn=1,"
        "title=SR208 owner-not-business::"
        "a%0D%0Ab c::error file=x::d, e: 100%25 | `f` *g* <script>h</script> "
        "<!-- [i](javascript:j) {0} @k #1 https://l.example m@n.example &lt; \\| ]]> "
        "\ufffd[31mo\ufffd\ufffd\ufffd%0AHow to mend it: Mend it."
    )


@given(st.text(max_size=60), st.text(min_size=1, max_size=20))
def test_any_text_is_one_command_that_the_runner_reads_back(message: str, path: str) -> None:
    found = [
        diagnostic(path=path, message=message),
        diagnostic(severity=Severity.WARNING, message=message),
    ]
    commands = tell(*found)
    assert len(commands) == 2
    properties, told = read(commands[0])
    assert len(properties["file"]) == len(path)
    assert properties["title"] == "SR208 owner-not-business"
    assert len(told) == len(f"{message}\nHow to mend it: Mend it.")


def test_github_is_chosen_in_its_own_jobs(
    tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_fragments(tmp_path / "rulebook", {RULE: "owner: bookkeeper\n"})
    text = command("check").output
    asked = command("check", "--output-format", "github").output
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert command("check").output == asked
    assert command("check", "--output-format", "text").output == text
    monkeypatch.setenv("GITHUB_ACTIONS", "false")
    assert command("check").output == text
