import json
from pathlib import Path

import pytest

from conftest import Command
from rulebooks import RULE, write_fragments
from spelregels.delivery import find_format
from spelregels.reporters import REPORTERS

COUNT = "1 rule, 1 error, 1 warning\n"


@pytest.fixture(autouse=True)
def rulebook(tmp_path: Path) -> Path:
    fragments = {RULE: "title: Wait #1 é\nowner: bookkeeper\n"}
    return write_fragments(tmp_path / "rulebook", fragments)


@pytest.mark.parametrize("style", REPORTERS)
def test_report_goes_to_a_file_and_the_count_to_the_terminal(
    tmp_path: Path, command: Command, style: str
) -> None:
    shown = command("check", "--output-format", style).stdout_bytes
    result = command(
        "check", "--output-format", style, "--output-file", "report", "--lang", "en", color=True
    )
    assert (result.output, result.exit_code) == (COUNT, 1)
    assert (tmp_path / "report").read_bytes() == shown
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report", "rulebook"]


def test_count_is_told_in_dutch(command: Command) -> None:
    result = command("check", "--output-file", "report", "--lang", "nl")
    assert result.output == "1 regel, 1 fout, 1 waarschuwing\n"


def test_report_takes_the_place_of_an_older_one(tmp_path: Path, command: Command) -> None:
    (tmp_path / "real").write_text("old", encoding="utf-8")
    (tmp_path / "report").symlink_to("real")
    command("check", "--output-format", "json", "--output-file", "report")
    assert len(json.loads((tmp_path / "real").read_text(encoding="utf-8"))) == 2
    assert (tmp_path / "report").is_symlink()


@pytest.mark.parametrize(
    ("file", "why"),
    [
        ("nowhere/report", "No such file or directory"),
        ("rulebook", "Is a directory"),
        ("rulebook/rulebook.yaml/report", "Not a directory"),
        (f"{'n' * 300}", "File name too long"),
    ],
)
def test_file_that_cannot_be_written_is_a_wrong_call(
    tmp_path: Path, command: Command, file: str, why: str
) -> None:
    before = sorted(tmp_path.rglob("*"))
    result = command("check", "--output-file", file)
    says = f"spelregels: '{file}' cannot be written: {why}\n"
    assert (result.output, result.stdout, result.exit_code) == (says, "", 2)
    assert sorted(tmp_path.rglob("*")) == before


def test_wrong_call_is_told_in_dutch(command: Command) -> None:
    result = command("check", "--output-file", "nowhere/report", "--lang", "nl")
    assert result.output == (
        "spelregels: 'nowhere/report' kan niet worden geschreven: No such file or directory\n"
    )


def test_older_report_stays_when_the_new_one_cannot_be_finished(
    tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report").write_text("old", encoding="utf-8")

    def refuse(_: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    assert command("check", "--output-file", "report").exit_code == 2
    assert (tmp_path / "report").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report", "rulebook"]


def test_device_is_written_to_and_not_replaced(command: Command) -> None:
    result = command("check", "--output-file", "/dev/null")
    assert (result.output, result.exit_code) == (COUNT, 1)
    assert Path("/dev/null").is_char_device()


def test_exit_code_is_that_of_the_check(tmp_path: Path, command: Command) -> None:
    for ignored, strict, code in (
        ("SR208", False, 0),
        ("SR208", True, 1),
        ("SR208,SR012", True, 0),
    ):
        arguments = ["--ignore", ignored, *(["--strict"] if strict else [])]
        assert command("check", "--output-file", "report", *arguments).exit_code == code
    assert (tmp_path / "report").read_text("utf-8") == "1 rule, 0 errors, 0 warnings\n"


@pytest.mark.parametrize(
    ("given", "file", "in_github", "found"),
    [
        (None, None, "", "text"),
        (None, None, "true", "github"),
        (None, Path("report"), "true", "text"),
        ("json", None, "true", "json"),
        ("github", Path("report"), "", "github"),
    ],
)
def test_format_suits_whoever_reads_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
    given: str | None,
    file: Path | None,
    in_github: str,
    found: str,
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", in_github)
    assert find_format(given, file) == found
