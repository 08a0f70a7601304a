import json
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Command
from reports import diagnostic, mend_of
from rulebooks import BASE, RULE, overlay, write_file, write_fragments, write_rulebook
from spelregels.diagnostics import Diagnostic, Severity
from spelregels.messages import LANGUAGES
from spelregels.reporters import REPORTERS, Report, count, report_json, report_text
from spelregels.reporters.report import tell_whole

RULE_PATH = f"rulebook/{RULE}"


def tell(found: Diagnostic, text: str) -> list[str]:
    """Return the excerpt under the first line of a report."""
    report = report_text(Report([found], {"a.yaml": text}, 1, "en"))
    _, *excerpt, mend, _, _ = click.unstyle(report).split("\n")
    assert mend == "  How to mend it: Mend it."
    return excerpt


def test_problem_is_told_with_its_line_and_a_caret_under_the_place(
    tmp_path: Path, command: Command
) -> None:
    write_fragments(
        tmp_path / "rulebook", {RULE: "title: Wait #1\nowner: bookkeeper\nexceptions: None\n"}
    )
    result = command("check")
    assert result.output == (
        f"{RULE_PATH}:1:8: warning[SR012] the text ends at 'Wait'; "
        "put all of it in quotes (cut-text)\n"
        "  1 | title: Wait #1\n"
        "    |        ^^^^\n"
        f"  How to mend it: {mend_of('cut-text')}\n"
        f"{RULE_PATH}:2:8: error[SR208] 'bookkeeper' is on the IT side; "
        "the business decides, IT advises: shop-manager (owner-not-business)\n"
        "  2 | owner: bookkeeper\n"
        "    |        ^^^^^^^^^^\n"
        f"  How to mend it: {mend_of('owner-not-business')}\n"
        f"{RULE_PATH}:3:13: error[SR103] a list belongs here, each entry on a line of its own "
        "after '- ', and this is a single text (wrong-type)\n"
        "  3 | exceptions: None\n"
        "    |             ^^^^\n"
        f"  How to mend it: {mend_of('wrong-type')}\n"
        "1 rule, 2 errors, 1 warning\n"
    )
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("text", "place", "excerpt"),
    [
        ("a: bcd\n", (1, 4, 1, 7), ["  1 | a: bcd", "    |    ^^^"]),
        ("a: bcd", (1, 4, 1, 7), ["  1 | a: bcd", "    |    ^^^"]),
        ("a: bcd\r\n", (1, 4, 1, 7), ["  1 | a: bcd", "    |    ^^^"]),
        ("a: |\n  b\n  c\n", (1, 4, 4, 1), ["  1 | a: |", "    |    ^", "  2 |   b"]),
        ("a: >-\n\n", (1, 4, 1, 6), ["  1 | a: >-", "    |    ^^"]),
        ("a: >-\nb: c\n", (1, 4, 1, 6), ["  1 | a: >-", "    |    ^^"]),
        ("a: bcd\n  e\n", (1, 4, 2, 4), ["  1 | a: bcd", "    |    ^^^"]),
        ("\n" * 99 + "a: b\n", (100, 4, 100, 5), ["  100 | a: b", "      |    ^"]),
        ("a:\tb\n", (1, 4, 1, 5), ["  1 | a: b", "    |    ^"]),
        ("\ta: b\n", (1, 1, 1, 2), ["  1 |  a: b", "    | ^"]),
        ("a: b\n", (1, 4, 1, 4), ["  1 | a: b", "    |    ^"]),
        ("a: b\n", (1, 5, 1, 6), ["  1 | a: b", "    |     ^"]),
        ("価格: 高い\n", (1, 5, 1, 7), ["  1 | 価格: 高い", "    |       ^^^^"]),
        ("ｱﾞ: b\n", (1, 5, 1, 6), ["  1 | ｱﾞ: b", "    |     ^"]),
        ("e\u0301: be\u0301d\n", (1, 5, 1, 9), ["  1 | e\u0301: be\u0301d", "    |    ^^^"]),
        ("😀: b\n", (1, 4, 1, 5), ["  1 | 😀: b", "    |     ^"]),
        ("a: \x1b[31mb\n", (1, 4, 1, 10), ["  1 | a: \ufffd[31mb", "    |    ^^^^^^"]),
        ("\n", (1, 1, 1, 1), []),
        ("   \n", (1, 1, 1, 1), []),
        ("", (1, 1, 1, 1), []),
        ("a: b\n", (9, 1, 9, 1), []),
    ],
)
def test_caret_stands_under_the_place(
    text: str, place: tuple[int, int, int, int], excerpt: list[str]
) -> None:
    assert tell(diagnostic(*place), text) == excerpt


@pytest.mark.parametrize(
    ("column", "end", "shown", "caret"),
    [
        (4, 204, "a: " + "x" * 93 + " \u2026", "   " + "^" * 93),
        (150, 153, "x" * 48 + "x" * 48 + " \u2026", " " * 48 + "^^^"),
        (203, 204, "x" * 49, " " * 48 + "^"),
    ],
)
def test_of_a_long_line_the_part_around_the_place_is_shown(
    column: int, end: int, shown: str, caret: str
) -> None:
    text = f"a: {'x' * 200}\n"
    assert tell(diagnostic(1, column, 1, end), text) == [f"  1 | {shown}", f"    | {caret}"]


def test_line_that_just_fits_is_shown_whole() -> None:
    line = f"a: {'x' * 93}"
    assert tell(diagnostic(1, 96, 1, 97), f"{line}\n") == [f"  1 | {line}", f"    | {' ' * 95}^"]


def test_problem_without_a_line_is_told_without_one() -> None:
    assert tell(diagnostic(path="b.yaml"), "a: b\n") == []


@pytest.mark.parametrize(
    ("errors", "warnings", "rules", "sentence"),
    [
        (0, 0, 0, "0 rules, 0 errors, 0 warnings"),
        (1, 1, 1, "1 rule, 1 error, 1 warning"),
        (2, 3, 24, "24 rules, 2 errors, 3 warnings"),
    ],
)
def test_the_count_knows_one_from_many(
    errors: int, warnings: int, rules: int, sentence: str
) -> None:
    found = [diagnostic()] * errors + [diagnostic(severity=Severity.WARNING)] * warnings
    assert count(Report(found, {}, rules, "en")) == sentence


STEERING = "\x1b]0;x\x07\x1b[31m\x9b31m\x08\r\x7f"


def test_nothing_in_a_rulebook_can_steer_the_terminal(tmp_path: Path, command: Command) -> None:
    folder = write_rulebook(tmp_path / "rulebook")
    write_file(folder / RULE, overlay(RULE, f"chapter: {STEERING}\nstatus: a{STEERING}\n"))
    write_file(folder / "rules" / f"{STEERING}.yaml", BASE[RULE])
    write_file(folder / "rules" / f"a{STEERING}.yml", "")
    write_file(folder / "owners.yaml", overlay("owners.yaml", '"a\\e[31m\\b": b\n'))
    for style in REPORTERS:
        output = command("check", "--output-format", style).output
        assert set(output.replace("\n", "")).isdisjoint(map(chr, [*range(32), *range(127, 160)]))


@given(st.text(max_size=60), st.text(max_size=60), st.integers(1, 70), st.integers(0, 70))
def test_report_of_any_text_is_printable(
    text: str, message: str, column: int, length: int
) -> None:
    found = diagnostic(1, column, 1, column + length, message=message)
    report = Report([found], {"a.yaml": text}, 1, "en")
    told = click.unstyle(report_text(report))
    assert all(letter.isprintable() for letter in told if letter != "\n")
    assert json.loads(report_json(report))[0]["message"] == message
    assert report_json(report).isascii()


def test_colour_is_for_a_terminal_only(tmp_path: Path, command: Command) -> None:
    write_fragments(tmp_path / "rulebook", {RULE: "title: Wait #1\nowner: bookkeeper\n"})
    plain, coloured = command("check").output, command("check", color=True).output
    assert "\x1b" not in plain
    assert click.unstyle(coloured) == plain
    assert f"\x1b[1m{RULE_PATH}:1:8\x1b[0m: \x1b[33m\x1b[1mwarning[SR012]\x1b[0m" in coloured
    assert f"\x1b[1m{RULE_PATH}:2:8\x1b[0m: \x1b[31m\x1b[1merror[SR208]\x1b[0m" in coloured


def test_json_has_exactly_these_fields(tmp_path: Path, command: Command) -> None:
    write_fragments(tmp_path / "rulebook", {RULE: "title: Wait\nowner: bookkeeper\n"})
    result = command("check", "--output-format", "json")
    assert json.loads(result.output) == [
        {
            "code": "SR208",
            "name": "owner-not-business",
            "severity": "error",
            "message": "'bookkeeper' is on the IT side; the business decides, IT advises: "
            "shop-manager",
            "mend": mend_of("owner-not-business"),
            "path": RULE_PATH,
            "line": 2,
            "column": 8,
            "end_line": 2,
            "end_column": 18,
            "url": None,
        }
    ]
    assert result.exit_code == 1


def test_json_of_a_clean_rulebook_is_an_empty_list(tmp_path: Path, command: Command) -> None:
    write_rulebook(tmp_path / "rulebook")
    result = command("check", "--output-format", "json", "--strict")
    assert (result.output, result.exit_code) == ("[]\n", 0)


CLEAN, WARNING, ERROR = "title: Wait\n", "title: Wait #1\n", "owner: bookkeeper\n"


@pytest.mark.parametrize(
    ("fragment", "arguments", "code"),
    [
        (CLEAN, [], 0),
        (CLEAN, ["--strict"], 0),
        (WARNING, [], 0),
        (WARNING, ["--strict"], 1),
        (ERROR, [], 1),
        (ERROR, ["--strict"], 1),
        (ERROR, ["--output-format", "json"], 1),
        (CLEAN, ["--output-format", "xml"], 2),
        (CLEAN, ["--unknown"], 2),
    ],
)
def test_exit_code_says_how_it_went(
    tmp_path: Path, command: Command, fragment: str, arguments: list[str], code: int
) -> None:
    write_fragments(tmp_path / "rulebook", {RULE: fragment})
    assert command("check", *arguments).exit_code == code


def test_folder_may_be_named_in_two_ways(tmp_path: Path, command: Command) -> None:
    write_rulebook(tmp_path / "shop")
    clean = "1 rule, 0 errors, 0 warnings\n"
    assert command("check", "shop").output == clean
    assert command("check", "--rulebook", "shop").output == clean


def test_report_names_the_page_of_the_check_where_the_website_is_known(
    tmp_path: Path, command: Command
) -> None:
    write_fragments(tmp_path / "rulebook", {RULE: ERROR})
    write_file(tmp_path / "mkdocs.yml", "site_url: https://rules.example/shop\n")
    for language in LANGUAGES:
        result = command("check", "--output-format", "json", "--lang", language)
        [found] = json.loads(result.output)
        assert found["url"] == f"https://rules.example/shop/checks/{language}/SR208/"


def test_everything_is_told_in_dutch(tmp_path: Path, command: Command) -> None:
    write_fragments(tmp_path / "rulebook", {RULE: ERROR})
    assert command("check", "--lang", "nl").output == (
        f"{RULE_PATH}:1:8: fout[SR208] 'bookkeeper' staat aan de kant van IT; "
        "de business beslist, IT adviseert: shop-manager (owner-not-business)\n"
        "  1 | owner: bookkeeper\n"
        "    |        ^^^^^^^^^^\n"
        f"  Zo herstel je het: {mend_of('owner-not-business', 'nl')}\n"
        "1 regel, 1 fout, 0 waarschuwingen\n"
    )


@pytest.mark.parametrize(
    ("text", "place", "end"),
    [
        ("a: bcd\n", (1, 4, 1, 7), (1, 7)),
        ("a: |\n  b\n  cd\n", (1, 4, 4, 1), (3, 5)),
        ("a: |\r\n  b\r\n", (1, 4, 3, 1), (2, 4)),
        ("a: bc\n  d\n", (1, 4, 2, 4), (2, 4)),
        ("", (1, 1, 1, 1), (1, 1)),
        ("", (1, 1, 2, 1), (1, 1)),
    ],
)
def test_text_of_several_lines_ends_on_the_last_of_them(
    text: str, place: tuple[int, int, int, int], end: tuple[int, int]
) -> None:
    found = diagnostic(*place)
    assert Report([found], {"a.yaml": text}, 1, "en").find_end(found.location) == end


@pytest.mark.parametrize(
    ("message", "whole"),
    [
        ("it is so", "it is so. How to mend it: Mend it."),
        ("is it 'so'?", "is it 'so'? How to mend it: Mend it."),
        ("it is 'so' ", "it is 'so'. How to mend it: Mend it."),
    ],
)
def test_message_and_mend_are_sentences(message: str, whole: str) -> None:
    found = diagnostic(message=message)
    assert tell_whole(found, Report([found], {}, 1, "en")) == whole


@pytest.mark.parametrize("style", REPORTERS)
def test_same_rulebook_gives_the_same_bytes(tmp_path: Path, command: Command, style: str) -> None:
    write_fragments(tmp_path / "rulebook", {RULE: "title: Wait #1\nowner: bookkeeper\n"})
    once, again = (command("check", "--output-format", style).stdout_bytes for _ in range(2))
    assert once == again
    assert once.endswith(b"\n")
