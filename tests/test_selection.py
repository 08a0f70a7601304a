import json
from pathlib import Path

import pytest

from conftest import Command
from rulebooks import RULE, freeze_draft, write_fragments
from spelregels.checks import PAGES
from spelregels.errors import UserError
from spelregels.selection import select_codes

FRAGMENT = "title: Wait #1\nowner: bookkeeper\nexceptions: None\n"
EVERY_CODE = frozenset(page.CODE for page in PAGES.values())
SHAPES = frozenset(code for code in EVERY_CODE if code.startswith("SR1"))


@pytest.mark.parametrize(
    ("arguments", "codes", "exit_code"),
    [
        ([], ["SR012", "SR208", "SR103"], 1),
        (["--select", "SR208"], ["SR208"], 1),
        (["--select", "sr208"], ["SR208"], 1),
        (["--select", "owner-not-business"], ["SR208"], 1),
        (["--select", "Owner-Not-Business"], ["SR208"], 1),
        (["--select", "SR0"], ["SR012"], 0),
        (["--select", "SR0", "--strict"], ["SR012"], 1),
        (["--select", "SR3"], [], 0),
        (["--select", "SR0,wrong-type"], ["SR012", "SR103"], 1),
        (["--select", " SR0 , wrong-type ,"], ["SR012", "SR103"], 1),
        (["--select", "SR0", "--select", "SR1"], ["SR012", "SR103"], 1),
        (["--select", ""], ["SR012", "SR208", "SR103"], 1),
        (["--ignore", ""], ["SR012", "SR208", "SR103"], 1),
        (["--ignore", "SR208"], ["SR012", "SR103"], 1),
        (["--ignore", "SR1,sr2"], ["SR012"], 0),
        (["--ignore", "SR1", "--ignore", "cut-text"], ["SR208"], 1),
        (["--ignore", "SR"], [], 0),
        (["--select", "SR2,SR1", "--ignore", "SR103"], ["SR208"], 1),
        (["--select", "SR103", "--ignore", "SR1"], [], 0),
    ],
)
def test_only_what_counts_is_shown_and_decides(
    tmp_path: Path, command: Command, arguments: list[str], codes: list[str], exit_code: int
) -> None:
    write_fragments(tmp_path / "rulebook", {RULE: FRAGMENT})
    result = command("check", "--output-format", "json", *arguments)
    assert [found["code"] for found in json.loads(result.output)] == codes
    assert result.exit_code == exit_code


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("owner-no-business", "did you mean 'owner-not-business'?"),
        ("Unkown-Owner", "did you mean 'unknown-owner'?"),
        ("SR2O8", "did you mean 'SR208'?"),
        ("SR9", "name a code as SR306, its beginning as SR3, or a name as unknown-owner"),
        ("208", "name a code as SR306, its beginning as SR3, or a name as unknown-owner"),
        ("owner", "name a code as SR306, its beginning as SR3, or a name as unknown-owner"),
    ],
)
def test_unknown_check_is_a_wrong_call(
    command: Command, option: str, asked: str, says: str
) -> None:
    result = command("check", option, f"SR1,{asked}")
    told = f"spelregels: there is no check '{asked}'; {says}\n"
    assert (result.output, result.stdout, result.exit_code) == (told, "", 2)


def test_wrong_call_is_told_in_dutch(command: Command) -> None:
    assert command("check", "--select", "owner-no-business", "--lang", "nl").output == (
        "spelregels: er is geen controle 'owner-no-business'; bedoel je 'owner-not-business'?\n"
    )
    assert command("check", "--ignore", "SR9", "--lang", "nl").output == (
        "spelregels: er is geen controle 'SR9'; noem een code zoals SR306, het begin ervan zoals "
        "SR3, of een naam zoals unknown-owner\n"
    )


@pytest.mark.parametrize(
    ("selected", "ignored", "codes"),
    [
        ([], [], EVERY_CODE),
        (["SR"], [], EVERY_CODE),
        (["SR1"], [], SHAPES),
        ([], ["SR1"], EVERY_CODE - SHAPES),
        (["SR1", "SR208"], ["SR103"], SHAPES - {"SR103"} | {"SR208"}),
        (["SR1"], ["SR"], frozenset()),
    ],
)
def test_what_is_ignored_does_not_count_even_where_it_is_selected(
    selected: list[str], ignored: list[str], codes: frozenset[str]
) -> None:
    assert select_codes(selected, ignored, "en") == codes


def test_everything_named_is_looked_at() -> None:
    with pytest.raises(UserError, match="'SR999'"):
        select_codes(["SR1"], ["SR999"], "en")


def test_build_and_freeze_ignore_nothing(tmp_path: Path, command: Command) -> None:
    write_fragments(tmp_path / "rulebook", {RULE: "owner: bookkeeper\n"})
    days = ("--published", "2026-01-01", "--in-force", "2026-03-01")
    for verb in (["build"], ["freeze", "2026.1", *days]):
        assert command(*verb).exit_code == 1
        assert "No such option" in command(*verb, "--ignore", "SR208").output


def test_fault_of_an_edition_can_be_left_out(tmp_path: Path, command: Command) -> None:
    folder = write_fragments(tmp_path / "rulebook", {})
    file = freeze_draft(folder, "2026.1", "2026-01-01", "2026-03-01")
    file.write_bytes(file.read_bytes().replace(b"your turn", b"your tern", 1))
    assert command("check").exit_code == 1
    assert command("check", "--ignore", "altered-edition").output == (
        "1 rule, 0 errors, 0 warnings\n"
    )
