from pathlib import Path

import pytest

from conftest import Command
from rulebooks import BASE, RULE, write_file, write_fragments, write_history, write_rulebook

NOTHING = "No rule changed\n"
TIGHTER = {RULE: "rule: You must wait.\nchange: {kind: tightened, why: Some did not.}\n"}
LOOSER = {RULE: "rule: You may wait.\nchange: {kind: relaxed, why: Nobody minds.}\n"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_history(tmp_path / "rulebook", {}, TIGHTER, LOOSER)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("versions", "told"),
    [
        (("2026.1", "2026.1"), NOTHING),
        (("2026.3", "draft"), NOTHING),
        (("2026.3",), NOTHING),
        (("rulebook", "2026.3"), NOTHING),
        (("draft", "rulebook"), NOTHING),
        (
            ("2026.2", "draft"),
            "wait-your-turn: relaxed\n"
            "  because 'may' was added; 'must' was removed\n"
            "  rule (en): You [-must-] {+may+} wait.\n"
            "\n"
            "1 rule changed: 1 relaxed\n",
        ),
        (
            ("2026.3", "2026.2"),
            "wait-your-turn: tightened\n"
            "  because 'must' was added; 'may' was removed\n"
            "  rule (en): You [-may-] {+must+} wait.\n"
            "\n"
            "1 rule changed: 1 tightened\n",
        ),
    ],
)
def test_version_is_an_edition_the_draft_or_a_folder(
    command: Command, versions: tuple[str, ...], told: str
) -> None:
    result = command("diff", *versions)
    assert (result.output, result.exit_code) == (told, 0)


@pytest.mark.usefixtures("folder")
def test_name_of_nothing_is_answered_with_what_there_is(command: Command) -> None:
    result = command("diff", "2026.9")
    assert (result.output, result.exit_code) == (
        "spelregels: '2026.9' is no version of this rulebook and no folder; "
        "there are: draft, 2026.1, 2026.2, 2026.3\n",
        2,
    )


def test_folder_without_a_rulebook_is_no_version(tmp_path: Path, command: Command) -> None:
    write_rulebook(tmp_path / "rulebook")
    (tmp_path / "empty").mkdir()
    result = command("diff", "empty", "draft")
    assert (result.output, result.exit_code) == ("spelregels: 'empty' holds no rulebook\n", 2)


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        (RULE, "title: [\n", "rulebook/rules/wait-your-turn.yaml:1:1"),
        (RULE, "", "rulebook/rules/wait-your-turn.yaml:1:1"),
        (RULE, BASE[RULE] + "review_by: soon\n", "rulebook/rules/wait-your-turn.yaml:11:12"),
        ("rulebook.yaml", "", "rulebook/rulebook.yaml:1:1"),
    ],
)
def test_version_that_cannot_be_read_is_not_compared(
    tmp_path: Path, command: Command, name: str, text: str, place: str
) -> None:
    write_rulebook(tmp_path / "old")
    write_file(write_rulebook(tmp_path / "rulebook") / name, text)
    result = command("diff", "old")
    told = f"spelregels: {place}: this cannot be read; `spelregels check` tells why\n"
    assert (result.output, result.exit_code) == (told, 2)


def test_problem_elsewhere_does_not_keep_rules_from_being_compared(
    tmp_path: Path, command: Command
) -> None:
    write_rulebook(tmp_path / "old")
    write_fragments(tmp_path / "rulebook", {"requests/jump-the-queue.yaml": "answer: perhaps\n"})
    assert command("diff", "old").output == NOTHING


def test_link_that_leads_nowhere_is_no_version(tmp_path: Path, command: Command) -> None:
    write_rulebook(tmp_path / "rulebook")
    (tmp_path / "old").symlink_to("nowhere")
    assert command("diff", "old").exit_code == 2
