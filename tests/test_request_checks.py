"""The checks on requests and the rules of their day."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Lines
from rulebooks import REQUEST, RULE, freeze_draft, write_fragments
from structure import IN_FORCE, NO_DOGS, in_dutch, only, without_prose

pytestmark = pytest.mark.usefixtures("new_year")


@pytest.fixture
def check(check: Lines) -> Lines:
    return without_prose(check)


def asked(day: str, rules: str = "wait-your-turn") -> dict[str, str]:
    return {REQUEST: f"asked_on: {day}\nrules: [{rules}]\n"}


def not_in_force(name: str, day: str, reason: str) -> list[str]:
    message = f"'{name}' was not in force on {day}, when this was asked: {reason}"
    return [f"{REQUEST}:2:9 SR325 {message}"]


def test_request_is_held_against_the_day_of_decision_without_editions(check: Lines) -> None:
    reason = "it was decided on 2026-03-01"
    expected = not_in_force("wait-your-turn", "2026-02-28", reason)
    assert check(asked("2026-02-28")) == expected
    assert check(asked("2026-03-01")) == []


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("proposed", not_in_force("wait-your-turn", "2026-03-05", "it was only proposed")),
        ("withdrawn\nwithdrawn: {why: No use.}", []),
        ("activ", []),
    ],
)
def test_status_counts_without_editions_as_far_as_its_day_is_known(
    check: Lines, status: str, expected: list[str]
) -> None:
    found = check({RULE: f"status: {status}\n", **asked("2026-03-05")})
    assert only("SR325", found) == expected


@pytest.fixture
def freeze_and_check(
    tmp_path: Path, check_folder: Callable[[], list[str]]
) -> Callable[..., list[str]]:
    """Freeze versions as editions that follow each other by two months, then check a draft."""

    def run(*versions: dict[str, str], draft: dict[str, str]) -> list[str]:
        folder = tmp_path / "rulebook"
        for number, files in enumerate(versions, 1):
            write_fragments(folder, files)
            days = f"2026-0{2 * number - 1}-01", f"2026-0{2 * number}-02"
            freeze_draft(folder, f"2026.{number}", *days)
        write_fragments(folder, draft)
        return only("SR325", check_folder())

    return run


WITHDRAWN = {RULE: "status: withdrawn\nwithdrawn: {why: No use.}\n"}
PROPOSED = {NO_DOGS: "title: No dogs\nstatus: proposed\n"}
DOGS = {NO_DOGS: "title: No dogs\n"}
REPLACED = DOGS | {
    RULE: "status: withdrawn\nwithdrawn: {why: No use., replaced_by: [no-dogs]}\n",
}


@pytest.mark.parametrize(
    ("versions", "draft", "expected"),
    [
        (({},), asked("2026-02-02"), []),
        (
            ({},),
            asked("2026-02-01"),
            not_in_force("wait-your-turn", "2026-02-01", "it was decided on 2026-03-01"),
        ),
        (
            ({}, DOGS),
            DOGS | asked("2026-04-01", "no-dogs"),
            not_in_force(
                "no-dogs", "2026-04-01", "it came with edition 2026.2, in force from 2026-04-02"
            ),
        ),
        (({}, DOGS), DOGS | asked("2026-04-02", "no-dogs"), []),
        (
            (PROPOSED,),
            PROPOSED | asked("2026-04-02", "no-dogs"),
            not_in_force("no-dogs", "2026-04-02", "in edition 2026.1 it was only proposed"),
        ),
        (
            ({}, WITHDRAWN),
            WITHDRAWN | asked("2026-04-02"),
            not_in_force("wait-your-turn", "2026-04-02", "in edition 2026.2 it was withdrawn"),
        ),
        (
            ({}, REPLACED),
            REPLACED | asked("2026-04-02"),
            not_in_force(
                "wait-your-turn",
                "2026-04-02",
                "in edition 2026.2 it was withdrawn; in its place: no-dogs",
            ),
        ),
        (({}, WITHDRAWN), WITHDRAWN | asked("2026-04-01"), []),
        (
            (WITHDRAWN,),
            WITHDRAWN | asked("2026-02-02"),
            not_in_force("wait-your-turn", "2026-02-02", "in edition 2026.1 it was withdrawn"),
        ),
        (
            ({},),
            DOGS | asked("2026-06-01", "no-dogs"),
            not_in_force("no-dogs", "2026-06-01", "it is in no edition yet"),
        ),
        (({},), asked("2026-06-01", "no-cats"), []),
    ],
)
def test_request_is_held_against_the_edition_of_its_day(
    freeze_and_check: Callable[..., list[str]],
    versions: tuple[dict[str, str], ...],
    draft: dict[str, str],
    expected: list[str],
) -> None:
    assert freeze_and_check(*versions, draft=draft) == expected


def test_request_before_the_first_edition_is_held_against_the_day_of_that_edition(
    freeze_and_check: Callable[..., list[str]],
) -> None:
    early = {RULE: "decided_on: 2026-01-15\n"}
    late = {RULE: "decided_on: 2026-06-15\n"}
    assert freeze_and_check(early, draft=late | asked("2026-01-20")) == []


def test_nothing_is_said_by_editions_that_are_not_sound(
    tmp_path: Path, check_folder: Callable[[], list[str]]
) -> None:
    folder = write_fragments(tmp_path / "rulebook", {RULE: "decided_on: 2026-01-15\n"})
    file = freeze_draft(folder, "2026.1", "2026-01-01", IN_FORCE)
    file.write_bytes(file.read_bytes().replace(b"your turn", b"your tern", 1))
    write_fragments(folder, {RULE: "decided_on: 2026-06-15\n"})
    assert only("SR325", check_folder()) == []


def test_day_of_a_request_that_cannot_be_read_says_nothing(check: Lines) -> None:
    assert only("SR325", check(asked("soon"))) == []


def test_rule_not_in_force_is_told_in_dutch(tmp_path: Path) -> None:
    assert in_dutch(write_fragments(tmp_path, asked("2026-02-28"))) == [
        "SR325 'wait-your-turn' was niet van kracht op 2026-02-28, toen dit gevraagd werd: "
        "over de regel is beslist op 2026-03-01"
    ]
