import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import Result

from conftest import Command
from reports import mend_of
from rulebooks import RULE, write_file, write_fragments, write_history, write_rulebook

PROMISE = "promises: {notice_days: 30}\n"
TIGHTER = (
    "decided_on: 2026-04-01\nrule: You must wait.\nchange: {kind: tightened, why: Some did not.}\n"
)
LOOSER = (
    "decided_on: 2026-04-01\nrule: You may wait.\nchange: {kind: relaxed, why: Nobody minds.}\n"
)
CLEARER = "title: Please wait\nchange: {kind: clarified, why: It was unclear.}\n"
WITHDRAWN = "status: withdrawn\nwithdrawn: {why: The shop works by appointment.}\n"
DOGS = "rules/no-dogs.yaml"
KILLS = 8
IN_TIME = ("2026-06-01", "2026-07-01")


def freeze(
    command: Command, name: str, published: str = IN_TIME[0], in_force: str = IN_TIME[1]
) -> Result:
    return command("freeze", name, "--published", published, "--in-force", in_force)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A rulebook that promises thirty days of notice, and its first edition."""
    return write_history(tmp_path / "rulebook", {"rulebook.yaml": PROMISE})


def change(folder: Path, fragments: Mapping[str, str]) -> None:
    write_fragments(folder, {"rulebook.yaml": PROMISE, **fragments})


def test_frozen_edition_is_told_with_its_changes_and_what_to_do_next(
    folder: Path, command: Command
) -> None:
    change(folder, {RULE: TIGHTER, DOGS: "title: No dogs\n"})
    result = freeze(command, "2026.2")
    sha256 = json.loads((folder / "editions" / "2026.2.json").read_bytes())["sha256"]
    lines = result.output.splitlines()
    assert lines[0] == "no-dogs: new"
    assert lines[lines.index("wait-your-turn: tightened") :] == [
        "wait-your-turn: tightened",
        "  because 'must' was added",
        "  words of the duty that came, went or moved: turn, until",
        "  rule (en): [-Wait until it is your turn-] {+You must wait+}.",
        "  decided_on: [-2026-03-01-] {+2026-04-01+}",
        "",
        "2 rules changed: 1 new, 1 tightened",
        "",
        "Edition 2026.2 is frozen in rulebook/editions/2026.2.json. Commit that file, then build "
        "and publish.",
        f"Its fingerprint: {sha256}",
    ]
    assert result.exit_code == 0


def test_first_edition_needs_no_notice(tmp_path: Path, command: Command) -> None:
    write_fragments(tmp_path / "rulebook", {"rulebook.yaml": PROMISE})
    assert freeze(command, "2026.1", "2026-06-01", "2026-06-01").exit_code == 0


@pytest.mark.parametrize(
    ("fragments", "days", "exit_code"),
    [
        ({RULE: TIGHTER}, 29, 1),
        ({RULE: TIGHTER}, 30, 0),
        ({DOGS: ""}, 29, 1),
        ({DOGS: ""}, 30, 0),
        ({DOGS: "status: proposed\n"}, 0, 0),
        ({RULE: WITHDRAWN}, 29, 1),
        ({RULE: WITHDRAWN}, 30, 0),
        ({RULE: LOOSER}, 0, 0),
        ({RULE: CLEARER}, 0, 0),
    ],
)
def test_what_binds_more_is_announced_as_long_ahead_as_promised(
    folder: Path, command: Command, fragments: Mapping[str, str], days: int, exit_code: int
) -> None:
    change(folder, fragments)
    in_force = f"2026-06-{1 + days:02}" if days < 30 else "2026-07-01"
    assert freeze(command, "2026.2", in_force=in_force).exit_code == exit_code
    assert (folder / "editions" / "2026.2.json").exists() is (exit_code == 0)


def test_notice_that_is_too_short_is_told(folder: Path, command: Command) -> None:
    change(folder, {RULE: TIGHTER})
    result = freeze(command, "2026.2", in_force="2026-06-02")
    assert result.output.splitlines() == [
        "rulebook/editions/2026.2.json:1:1: error[SR408] edition 2026.2 gives 1 day of notice and "
        "30 are promised, while it has new, tightened or withdrawn rules: wait-your-turn "
        "(short-notice)",
        "  How to mend it: Freeze the edition with a later day behind `--in-force`: at least as "
        "many days after the day behind `--published` as were promised.",
        "1 rule, 1 error, 0 warnings",
    ]


def test_edition_that_promises_less_keeps_the_promise_of_the_one_before(
    folder: Path, command: Command
) -> None:
    change(folder, {"rulebook.yaml": "promises: {notice_days: 0}\n", RULE: TIGHTER})
    assert freeze(command, "2026.2", in_force="2026-06-30").exit_code == 1


@pytest.mark.parametrize(
    ("fragments", "days", "problems"),
    [
        ({RULE: "rule: You must wait.\n"}, IN_TIME, ["SR405"]),
        ({RULE: TIGHTER.replace("tightened", "clarified")}, IN_TIME, ["SR406"]),
        ({RULE: LOOSER + "owner: nobody\n"}, IN_TIME, ["SR204"]),
        ({RULE: LOOSER}, ("2026-06-01", "2026-05-31"), ["SR410"]),
        ({RULE: LOOSER}, ("2026-02-01", "2026-03-02"), ["SR410"]),
        ({RULE: LOOSER}, ("2025-12-31", "2026-07-01"), ["SR410"]),
        ({RULE: TIGHTER}, ("2026-06-01", "2026-05-31"), ["SR410"]),
        (
            {RULE: "rule: You must wait.\nowner: nobody\n"},
            ("2026-06-01", "2026-05-31"),
            ["SR410", "SR405", "SR204"],
        ),
    ],
)  # fmt: skip
def test_anything_that_speaks_against_it_is_told_once_and_nothing_is_written(
    folder: Path,
    command: Command,
    fragments: Mapping[str, str],
    days: tuple[str, str],
    problems: list[str],
) -> None:
    change(folder, fragments)
    result = freeze(command, "2026.2", *days)
    told = [line for line in result.output.splitlines() if "error[" in line]
    assert [line.partition("error[")[2][:5] for line in told] == problems
    assert result.exit_code == 1
    assert [file.name for file in (folder / "editions").iterdir()] == ["2026.1.json"]


def test_rule_that_vanished_is_told_once(folder: Path, command: Command) -> None:
    change(folder, {DOGS: "title: No dogs\nrule: Dogs wait outside.\n"})
    (folder / RULE).unlink()
    (folder / "requests" / "jump-the-queue.yaml").unlink()
    result = freeze(command, "2026.2")
    assert result.output.splitlines() == [
        "rulebook/rules/wait-your-turn.yaml:1:1: error[SR403] the rule 'wait-your-turn' of "
        "edition 2026.1 is gone; put its file back (vanished-rule)",
        f"  How to mend it: {mend_of('vanished-rule')}",
        "1 rule, 1 error, 0 warnings",
    ]
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("2026.1", "'2026.1' does not come after the last edition, 2026.1"),
        ("2026.0", "'2026.0' does not come after the last edition, 2026.1"),
        ("2025.12", "'2025.12' does not come after the last edition, 2026.1"),
        ("summer", "'summer' cannot be an edition; write a year and a number: 2026.1"),
        ("../2026.2", "'../2026.2' cannot be an edition; write a year and a number: 2026.1"),
        ("2026.02", "'2026.02' cannot be an edition; write a year and a number: 2026.1"),
    ],
)
def test_edition_by_a_name_that_is_not_newer_is_a_wrong_call(
    folder: Path, command: Command, name: str, told: str
) -> None:
    change(folder, {RULE: LOOSER})
    result = freeze(command, name)
    assert (result.output, result.exit_code) == (f"spelregels: {told}\n", 2)


def test_tenth_edition_comes_after_the_ninth(folder: Path, command: Command) -> None:
    change(folder, {RULE: LOOSER})
    assert freeze(command, "2026.9").exit_code == 0
    change(folder, {RULE: CLEARER + "rule: You may wait.\n"})
    assert freeze(command, "2026.10", "2026-07-01", "2026-08-01").exit_code == 0
    assert command("verify").output.startswith("3 editions are as they were frozen; ")


def test_rulebook_in_which_nothing_changed_is_not_frozen(folder: Path, command: Command) -> None:
    change(folder, {})
    result = freeze(command, "2026.2")
    told = "spelregels: nothing changed since edition 2026.1; there is nothing to freeze\n"
    assert (result.output, result.exit_code) == (told, 2)


def test_altered_edition_is_not_followed_by_another(folder: Path, command: Command) -> None:
    change(folder, {RULE: LOOSER})
    file = folder / "editions" / "2026.1.json"
    file.write_bytes(file.read_bytes().replace(b"Bos", b"Fox"))
    result = freeze(command, "2026.1")
    assert result.exit_code == 1
    assert "error[SR401] edition 2026.1 was altered after it was published" in result.output


def test_warning_is_told_and_does_not_refuse(folder: Path, command: Command) -> None:
    change(folder, {RULE: "rule: Wait until it is your number.\n" + CLEARER})
    result = freeze(command, "2026.2")
    assert "warning[SR407]" in result.output
    assert result.exit_code == 0


def frozen_bytes(folder: Path, command: Command) -> bytes:
    result = command(
        "freeze", "2026.1", "--rulebook", str(folder),
        "--published", "2026-01-01", "--in-force", "2026-01-01",
    )  # fmt: skip
    assert result.exit_code == 0
    return (folder / "editions" / "2026.1.json").read_bytes()


def test_same_rulebook_gives_the_same_bytes_however_it_is_written(
    tmp_path: Path, command: Command
) -> None:
    fragments = {
        RULE: "keywords: {en: [é, b]}\ntitle: Wait\nreview_by: 2027-01-01\n",
        DOGS: "title: No dogs\n",
    }
    again = {
        DOGS: "title: {en: 'No dogs'}\n",
        RULE: 'review_by: "2027-01-01"\ntitle: >-\n  Wait\nkeywords:\n  en:\n  - é\n  - "b"\n',
    }
    one = write_fragments(tmp_path / "one", fragments)
    other = write_fragments(tmp_path / "other", again)
    for file in other.rglob("*.yaml"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert frozen_bytes(one, command) == frozen_bytes(other, command)


PROGRAM = "from spelregels.cli import main; main()"


def start_freezing(folder: Path, name: str, **environment: str) -> subprocess.Popen[bytes]:
    arguments = ["freeze", name, "--rulebook", str(folder)]
    days = ["--published", "2026-06-01", "--in-force", "2026-07-01"]
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments, *days],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment},
    )


def test_locale_the_order_of_sets_and_the_zone_do_not_matter(tmp_path: Path) -> None:
    frozen = set()
    for number, (locale, seed, zone) in enumerate(
        [("C", "1", "UTC"), ("tr_TR.UTF-8", "2", "Asia/Tokyo")]
    ):
        folder = write_rulebook(tmp_path / str(number))
        process = start_freezing(folder, "2026.1", LC_ALL=locale, PYTHONHASHSEED=seed, TZ=zone)
        assert process.wait(timeout=60) == 0
        frozen.add((folder / "editions" / "2026.1.json").read_bytes())
    assert len(frozen) == 1


def test_killed_freeze_leaves_no_file_or_the_whole_file(tmp_path: Path, command: Command) -> None:
    """One half is killed at any moment, the other as soon as it has begun to write."""
    started = time.monotonic()
    assert start_freezing(write_rulebook(tmp_path / "whole"), "2026.1").wait(timeout=60) == 0
    needed = time.monotonic() - started
    content = (tmp_path / "whole" / "editions" / "2026.1.json").read_bytes()
    folder = write_rulebook(tmp_path / "rulebook")
    file = folder / "editions" / "2026.1.json"
    for kill in range(KILLS):
        process = start_freezing(folder, "2026.1")
        if kill % 2:
            wait_for_writing(process, folder)
        else:
            time.sleep(needed * (0.6 + 0.5 * kill / KILLS))
        process.kill()
        process.wait(timeout=60)
        assert not file.exists() or file.read_bytes() == content
        assert command("verify").exit_code == 0
        file.unlink(missing_ok=True)
    assert freeze(command, "2026.1").exit_code == 0
    assert file.read_bytes() == content


def wait_for_writing(process: subprocess.Popen[bytes], folder: Path) -> None:
    """Wait until an unfinished file is there, or the process has ended before it was seen."""
    leftover = folder / "editions" / ".2026.1.json"
    leftover.unlink(missing_ok=True)
    while process.poll() is None and not leftover.exists():
        pass


def test_leftover_of_a_killed_freeze_neither_hinders_nor_is_read(
    folder: Path, command: Command
) -> None:
    change(folder, {RULE: LOOSER})
    leftover = folder / "editions" / ".2026.2.json"
    write_file(leftover, '{\n "edition": "2026.2",\n')
    assert command("verify").exit_code == 0
    assert command("check").exit_code == 0
    assert freeze(command, "2026.2").exit_code == 0
    assert not leftover.exists()
    assert command("verify").output.startswith("2 editions are as they were frozen; ")


def test_leftover_that_is_a_link_is_not_followed(
    folder: Path, tmp_path: Path, command: Command
) -> None:
    change(folder, {RULE: LOOSER})
    write_file(tmp_path / "mine", "mine")
    (folder / "editions" / ".2026.2.json").symlink_to(tmp_path / "mine")
    assert freeze(command, "2026.2").exit_code == 0
    assert (tmp_path / "mine").read_text(encoding="utf-8") == "mine"
    assert not (folder / "editions" / "2026.2.json").is_symlink()


@contextmanager
def no_room() -> Iterator[None]:
    """Let no file grow beyond a hundred bytes: a full disk, for root too."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_edition_that_cannot_be_written_is_told_and_leaves_nothing(
    folder: Path, command: Command
) -> None:
    change(folder, {RULE: LOOSER})
    with no_room():
        result = freeze(command, "2026.2")
    assert (result.output.splitlines()[-1], result.exit_code) == (
        "spelregels: rulebook/editions/2026.2.json cannot be written: File too large",
        2,
    )
    assert [file.name for file in (folder / "editions").iterdir()] == ["2026.1.json"]
