"""The checks on who answers for a rule: advice on an own decision, and late reviews."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Lines
from rulebooks import BASE, REQUEST, RULE, write_fragments, write_history, write_rulebook
from spelregels.checks import run_checks
from spelregels.loader import load_rulebook
from structure import OWNERS, SETTINGS, in_dutch, only, several, without_prose

pytestmark = pytest.mark.usefixtures("new_year")


@pytest.fixture
def check(check: Lines) -> Lines:
    return without_prose(check)


# Advice on an own decision

TWO_ROLES = """\
owners:
  - {id: shop-manager, name: Jo Bos, role: Shop manager, side: business}
  - {id: adviser, name: jo  bos, role: Adviser, side: SIDE}
"""


def test_owner_does_not_advise(check: Lines) -> None:
    assert check({RULE: "advice: {by: shop-manager}\n"}) == [
        f"{RULE}:1:14 SR212 'shop-manager' decides on this rule and cannot advise on it as well"
    ]


@pytest.mark.parametrize("side", ["it", "business"])
def test_owner_does_not_advise_under_another_role(check: Lines, side: str) -> None:
    files = {OWNERS: TWO_ROLES.replace("SIDE", side), RULE: "advice: {by: adviser}\n"}
    assert check(files) == [
        f"{RULE}:1:14 SR212 'adviser' and the owner 'shop-manager' are the same person, jo  bos; "
        "nobody advises on their own decision"
    ]


def test_two_roles_that_came_into_one_hand_are_told_at_the_newcomer(
    tmp_path: Path, check_folder: Callable[[], list[str]]
) -> None:
    two = TWO_ROLES.replace("SIDE", "it")
    rules = dict.fromkeys((RULE, "rules/no-dogs.yaml"), "advice: {by: adviser}\n")
    write_history(tmp_path / "rulebook", {OWNERS: two.replace("jo  bos", "Al Fine"), **rules})
    write_fragments(tmp_path / "rulebook", {OWNERS: two, **rules})
    assert check_folder() == [
        f"{OWNERS}:3:25 SR212 'shop-manager' decides on a rule and 'adviser' advises on it, and "
        "both are jo  bos now; in edition 2026.1 'adviser' was Al Fine"
    ]


def test_somebody_else_advises(check: Lines) -> None:
    assert check({RULE: "advice: {by: bookkeeper}\n"}) == []


@pytest.mark.parametrize("name", ["[Jo Bos]", "''"])
def test_names_that_cannot_be_read_are_not_compared(check: Lines, name: str) -> None:
    owners = TWO_ROLES.replace("SIDE", "it").replace("Jo Bos", name).replace("jo  bos", name)
    assert only("SR212", check({OWNERS: owners, RULE: "advice: {by: adviser}\n"})) == []


def test_own_advice_is_told_in_dutch(tmp_path: Path) -> None:
    same = write_fragments(tmp_path / "same", {RULE: "advice: {by: shop-manager}\n"})
    owners = {OWNERS: TWO_ROLES.replace("SIDE", "it"), RULE: "advice: {by: adviser}\n"}
    other = write_fragments(tmp_path / "other", owners)
    assert [*in_dutch(same), *in_dutch(other)] == [
        "SR212 'shop-manager' beslist over deze regel en kan er niet ook over adviseren",
        "SR212 'adviser' en de eigenaar 'shop-manager' zijn dezelfde persoon, jo  bos; "
        "niemand adviseert over een eigen beslissing",
    ]


# Reviews that are late


@pytest.mark.parametrize(
    ("fragment", "place", "code"),
    [
        ("review_by: 2025-12-31\n", "1:12", "SR411"),
        ("review_by: 2026-01-01\n", "1:12", "SR409"),
        ("review_by: 2026-12-31\n", "1:12", "SR409"),
        ("decided_on: 2024-12-31\n", "1:13", "SR411"),
        ("decided_on: 2025-01-01\n", "1:13", "SR409"),
    ],
)
def test_review_is_late_and_after_a_year_too_late(
    check: Lines, fragment: str, place: str, code: str
) -> None:
    found = [line.partition(" this")[0] for line in check({RULE: fragment})]
    assert found == [f"{RULE}:{place} {code}"]


def test_review_that_is_too_late_is_told_with_its_day(check: Lines, tmp_path: Path) -> None:
    assert check({RULE: "review_by: 2025-06-30\ndecided_on: 2024-06-30\n"}) == [
        f"{RULE}:1:12 SR411 this rule was to be looked at again by 2025-06-30, "
        "more than a year ago; do so now, and set a new day"
    ]
    assert in_dutch(tmp_path / "rulebook") == [
        "SR411 deze regel zou uiterlijk op 2025-06-30 opnieuw bekeken worden, "
        "meer dan een jaar geleden; doe dat nu, en kies een nieuwe dag"
    ]


@pytest.mark.parametrize(("year", "code"), [(2025, "SR411"), (2026, "SR409")])
def test_review_before_the_decision_is_told_as_a_slip(check: Lines, year: int, code: str) -> None:
    assert check({RULE: f"review_by: {year}-02-28\n"}) == [
        f"{RULE}:1:12 {code} this rule was to be looked at again by {year}-02-28, "
        "which is before it was decided (2026-03-01); is the year right?"
    ]


@pytest.mark.parametrize(
    "files",
    [
        {RULE: "review_by: 2027-01-01\n"},
        {RULE: "status: withdrawn\nwithdrawn: {why: No use.}\nreview_by: 2020-01-01\n"},
        {RULE: "status: proposed\nreview_by: 2020-01-01\n", REQUEST: "rules: []\n"},
    ],
)
def test_review_is_not_late(check: Lines, files: dict[str, str]) -> None:
    assert check(files) == []


@pytest.mark.parametrize(
    "files",
    [
        {RULE: "review_by: soon\n"},
        {RULE: "decided_on: long ago\n"},
        {SETTINGS: "promises: {review_months: often}\n"},
    ],
)
def test_day_of_review_that_cannot_be_read_is_not_late(
    check: Lines, files: dict[str, str]
) -> None:
    assert [line for line in check(files) if "SR409" in line or "SR411" in line] == []


LATE = [*"abcdefghij"]
MANAGER = f"{OWNERS}:2:10 SR412 'shop-manager' is late with the review of"


@pytest.mark.parametrize(
    ("late", "expected"),
    [
        (LATE[:2], []),
        (LATE[:3], [f"{MANAGER} 3 rules: a, b, c"]),
        (LATE[:8], [f"{MANAGER} 8 rules: a, b, c, d, e, f, g, h"]),
        (LATE[:10], [f"{MANAGER} 10 rules: a, b, c, d, e, f, g, h, and 2 more"]),
    ],
)
def test_owner_who_is_late_with_several_rules_is_named(
    check: Lines, late: list[str], expected: list[str]
) -> None:
    files = several(late, "review_by: 2026-06-30\n")
    assert only("SR412", check(files)) == expected


def test_late_rules_are_counted_for_each_owner_and_long_past_ones_count(
    check: Lines, tmp_path: Path
) -> None:
    owners = BASE[OWNERS] + "  - {id: buyer, name: Kim Vis, role: Buyer, side: business}\n"
    files = {
        **several("ab", "review_by: 2026-06-30\n"),
        **several("cd", "review_by: 2026-06-30\nowner: buyer\n"),
        **several("e", "review_by: 2025-06-30\nowner: buyer\n"),
        **several("f", "review_by: 2099-06-30\nowner: buyer\n"),
    }
    assert only("SR412", check({OWNERS: owners, **files})) == [
        f"{OWNERS}:4:10 SR412 'buyer' is late with the review of 3 rules: c, d, e"
    ]
    assert [line for line in in_dutch(tmp_path / "rulebook") if "SR412" in line] == [
        "SR412 'buyer' is te laat met het opnieuw bekijken van 3 regels: c, d, e"
    ]


def test_nothing_is_late_while_no_day_is_given(tmp_path: Path) -> None:
    write_rulebook(tmp_path)
    write_fragments(tmp_path, several("abc", "review_by: 2020-01-01\n"))
    told = run_checks(load_rulebook(tmp_path))
    assert [each.code for each in told if each.code.startswith("SR4")] == []
