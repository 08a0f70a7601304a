from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from rulebooks import DAY_ONE, RULE, freeze_draft, write_fragments, write_history
from spelregels.history import History
from spelregels.loader import load_rulebook

PROMISE = {"rulebook.yaml": "promises: {notice_days: 30}\n"}
TIGHTER = {RULE: "rule: You must wait.\nchange: {kind: tightened, why: Some did not.}\n"}
CLEARER = {RULE: "title: Please wait\nchange: {kind: clarified, why: It was unclear.}\n"}
DOGS = {"rules/no-dogs.yaml": "title: No dogs\n"}
PROPOSED = {"rules/no-dogs.yaml": "title: No dogs\nstatus: proposed\n"}
ONE = "wait-your-turn"


def history_of(folder: Path, *versions: Mapping[str, str]) -> History:
    return load_rulebook(write_history(folder, *versions)).history


def published(folder: Path, notice: int, *versions: Mapping[str, str]) -> History:
    """Return the history of editions that each come into force `notice` days after publishing."""
    for number, version in enumerate(versions):
        write_fragments(folder, version)
        day = DAY_ONE + timedelta(100 * number)
        freeze_draft(folder, f"2026.{number + 1}", str(day), str(day + timedelta(notice)))
    return load_rulebook(folder).history


def test_history_of_a_rule_is_computed_from_the_editions(tmp_path: Path) -> None:
    history = history_of(tmp_path, {}, TIGHTER, {**TIGHTER, **DOGS}, {**CLEARER, **DOGS})
    told = [(step.edition.name, change.kind) for step, change in history.changes_of(ONE)]
    assert told == [("2026.1", "new"), ("2026.2", "tightened"), ("2026.4", "clarified")]


def test_duty_is_as_old_as_its_last_change_that_is_no_better_wording(tmp_path: Path) -> None:
    history = history_of(tmp_path, {}, TIGHTER, {**CLEARER}, {**CLEARER, **DOGS})
    assert history.unchanged_since(ONE) == date(2026, 5, 1)
    assert history.unchanged_since("no-dogs") == date(2026, 8, 29)
    assert history.unchanged_since("no-cats") is None


def test_share_that_is_a_year_old_is_not_known_in_the_first_year(tmp_path: Path) -> None:
    assert History(()).share_unchanged() is None
    assert history_of(tmp_path, {}, TIGHTER).share_unchanged() is None


def test_share_is_of_the_rules_that_were_unchanged_for_a_year(tmp_path: Path) -> None:
    versions = [{**DOGS, "owners.yaml": f"# {number}\n"} for number in range(7)]
    history = history_of(tmp_path, *versions, {**DOGS, **TIGHTER})
    assert history.share_unchanged() == 0.5


@pytest.mark.parametrize(
    ("versions", "notices"),
    [
        (({}, CLEARER), (0, 0)),
        (({}, TIGHTER), (1, 1)),
        ((PROMISE, {**PROMISE, **CLEARER}), (0, 0)),
        ((PROMISE, {**PROMISE, **TIGHTER}), (0, 1)),
        ((PROMISE, {**PROMISE, **DOGS}), (0, 1)),
        ((PROMISE, {**PROMISE, **PROPOSED}), (0, 0)),
        ((PROMISE, TIGHTER), (0, 1)),
        (({}, {**PROMISE, **TIGHTER}), (0, 1)),
    ],
)
def test_notice_is_needed_for_what_binds_more_and_kept_as_promised(
    tmp_path: Path, versions: tuple[Mapping[str, str], ...], notices: tuple[int, int]
) -> None:
    assert published(tmp_path, 29, *versions).notices() == notices


def test_notice_of_as_many_days_as_promised_is_kept(tmp_path: Path) -> None:
    assert published(tmp_path, 30, PROMISE, {**PROMISE, **TIGHTER}).notices() == (1, 1)


def test_history_until_an_edition_and_what_follows_it(tmp_path: Path) -> None:
    history = history_of(tmp_path, {}, TIGHTER, {**TIGHTER, **DOGS})
    first, second, third = history.editions
    assert history.until(second).editions == (first, second)
    following = history.following(second)
    assert following
    assert (following.edition, following.is_first) == (third, False)
    assert history.following(third) is None
    assert history.steps[0].is_first
