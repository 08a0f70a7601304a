import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from conftest import Command
from rulebooks import RULE, write_fragments
from spelregels.clock import EPOCH_VARIABLE, find_today

IN_2027 = "1809734400"
"""Seconds from 1970 to 8 May 2027."""


@pytest.fixture
def rulebook(tmp_path: Path) -> Path:
    return write_fragments(tmp_path / "rulebook", {RULE: "review_by: 2027-03-01\n"})


def past_reviews(command: Command, *arguments: str) -> list[str]:
    found = json.loads(command("check", "--output-format", "json", *arguments).output)
    return [each["message"] for each in found if each["code"] == "SR409"]


STALE = "this rule was to be looked at again by 2027-03-01; do so, and set a new day"


@pytest.mark.usefixtures("rulebook")
@pytest.mark.parametrize(
    ("epoch", "arguments", "problems"),
    [
        (IN_2027, (), [STALE]),
        (IN_2027, ("--today", "2027-02-28"), []),
        (IN_2027, ("--today", "2027-03-01"), []),
        ("0", (), []),
        ("0", ("--today", "2027-03-02"), [STALE]),
        ("soon", ("--today", "2027-03-02"), [STALE]),
    ],
)
def test_given_day_goes_before_that_of_the_epoch(
    command: Command,
    monkeypatch: pytest.MonkeyPatch,
    epoch: str,
    arguments: tuple[str, ...],
    problems: list[str],
) -> None:
    monkeypatch.setenv(EPOCH_VARIABLE, epoch)
    assert past_reviews(command, *arguments) == problems


def test_without_both_it_is_the_day_of_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(EPOCH_VARIABLE, raising=False)
    before = datetime.now(UTC).date()
    assert before <= find_today() <= datetime.now(UTC).date()


def test_day_of_the_epoch_is_that_of_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EPOCH_VARIABLE, "1767225599")
    assert find_today() == date(2025, 12, 31)


@pytest.mark.usefixtures("rulebook")
@pytest.mark.parametrize("epoch", ["soon", "", "1.5", "9" * 30, "9" * 5000])
def test_epoch_that_is_no_number_of_seconds_is_a_wrong_call(
    command: Command, monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    monkeypatch.setenv(EPOCH_VARIABLE, epoch)
    result = command("check")
    told = f"spelregels: SOURCE_DATE_EPOCH is no number of seconds: '{epoch}'\n"
    assert (result.output, result.exit_code) == (told, 2)


@pytest.mark.usefixtures("rulebook")
def test_day_that_is_not_of_the_calendar_is_a_wrong_call(command: Command) -> None:
    result = command("check", "--today", "2026-02-30")
    assert result.exit_code == 2
    assert "'2026-02-30' does not match the format '%Y-%m-%d'" in result.output
