"""The checks that hold a rulebook against its editions."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from conftest import Lines
from rulebooks import (
    REQUEST,
    RULE,
    freeze_draft,
    write_fragments,
    write_history,
)

LONG = " ".join(["A dog scares those who wait"] * 9)
SETTINGS = "rulebook.yaml"
NO_DOGS = "rules/no-dogs.yaml"
PROMISE = "promises: {notice_days: 61}\n"
LATER = "2026-04-01"
WITHDRAWN = "status: withdrawn\nwithdrawn: {why: The shop works by appointment.}\n"
AFTER_AN_EDITION: Mapping[str, tuple[dict[str, str], dict[str, str], list[str]]] = {
    "withdrawn rule that holds again": (
        {RULE: WITHDRAWN},
        {RULE: "status: active\n"},
        [
            f"{RULE}:1:9 SR404 'wait-your-turn' was withdrawn in edition 2026.1; "
            "an id is never used again"
        ],
    ),
    "change without a reason": (
        {RULE: "title: Wait\n"},
        {RULE: "title: Wait here\nexamples:\n  - {case: A dog., outcome: refused}\n"},
        [
            f"{RULE}:1:8 SR405 this rule differs from edition 2026.1: title (en) was 'Wait' "
            "and is 'Wait here', "
            "examples 1 > case (en) is new, examples 1 > outcome is new; "
            "say under 'change' what kind of change it is (it seems 'clarified'), and why"
        ],
    ),
    "change with the reason of an earlier one": (
        {RULE: "title: Wait\nchange: {kind: clarified, why: It was unclear.}\n"},
        {RULE: "title: Wait here\nchange: {kind: clarified, why: It was unclear.}\n"},
        [
            f"{RULE}:1:8 SR405 this rule differs from edition 2026.1: title (en) was 'Wait' "
            "and is 'Wait here'; "
            "say under 'change' what kind of change it is (it seems 'clarified'), and why"
        ],
    ),
    "field taken out without a reason": (
        {RULE: "applies_to: [everyone]\n"},
        {RULE: "title: Wait your turn\n"},
        [
            f"{RULE}:1:1 SR405 this rule differs from edition 2026.1: "
            "applies_to 1 was 'everyone' and is gone; "
            "say under 'change' what kind of change it is (it seems 'tightened'), and why"
        ],
    ),
    "figure that stands elsewhere as it was": (
        {
            RULE: "rule: Come back in 15 minutes.\nwithout: It took 15 minutes, and 15 euros.\n"
            "measure: {indicator: Visits of 15 minutes., target: All., source: Till}\n"
        },
        {
            RULE: "rule: Come back in 20 minutes.\nwithout: It took 15 minutes, and 15 euros.\n"
            "measure: {indicator: Visits of 20 minutes., target: All., source: Till}\n"
            "change: {kind: tightened, why: It was 15 minutes before the shop moved.}\n"
            f"decided_on: {LATER}\n"
        },
        [
            f"{RULE}:2:18 SR416 '15 minutes' became '20 minutes' elsewhere in this rule, "
            "and stands here still"
        ],
    ),
    "figure that was another one": (
        {RULE: "rule: Come back in 15 minutes.\nwithout: You wait, 15 at a time.\n"},
        {
            RULE: "rule: Come back in 20 minutes.\nwithout: You wait, 15 at a time.\n"
            "change: {kind: tightened, why: The shop moved to the other end of the town.}\n"
            f"decided_on: {LATER}\n"
        },
        [],
    ),
    "text that is gone, told whole so that it can be put back": (
        {RULE: f"examples:\n  - {{case: A dog., outcome: refused, because: {LONG}.}}\n"},
        {RULE: "examples:\n  - {case: A dog., outcome: refused}\n"},
        [
            f"{RULE}:2:5 SR405 this rule differs from edition 2026.1: "
            f"examples 1 > because (en) was '{LONG}.' and is gone; "
            "say under 'change' what kind of change it is (it seems 'clarified'), and why"
        ],
    ),
    "entry that is gone, in the place of which another stands": (
        {
            RULE: "examples: [{case: A dog came in., outcome: refused},"
            " {case: Somebody limps., outcome: granted}]\n"
        },
        {RULE: "examples: [{case: Somebody limps., outcome: granted}]\n"},
        [
            f"{RULE}:1:11 SR405 this rule differs from edition 2026.1: "
            "examples 1 > case (en) was 'A dog came in.' and is gone, "
            "examples 1 > outcome was 'refused' and is gone; "
            "say under 'change' what kind of change it is (it seems 'clarified'), and why"
        ],
    ),
    "entry without its dash, which is no change of the rule": (
        {RULE: "examples:\n  - {case: A dog., outcome: refused}\n"},
        {RULE: "examples:\n  - case: A dog.\n    outcome: refused\n    case: A cat.\n"},
        [
            f"{RULE}:4:5 SR009 the dash before the next entry of the list seems to be missing "
            "here; write '  - case: A cat.', or remove one of the two, since 'case' stands on "
            "line 2 already"
        ],
    ),
    "list that lacks what the last edition had": (
        {
            SETTINGS: "chapters: [{id: counter, title: C}, {id: till, title: T}]\n",
            RULE: "chapter: till\n",
        },
        {
            SETTINGS: "chapters: [{id: counter, title: C}, {id: tills, title: T}]\n",
            RULE: "chapter: till\n",
        },
        [
            f"{RULE}:1:10 SR205 'till' is not in rulebook.yaml; "
            "in edition 2026.1 it was; write 'id: till' in that file again, in the place of "
            "'id: tills'"
        ],
    ),
    "name that stands in no list, where the last edition had another": (
        {RULE: "owner: shop-manager\nadvice: {by: bookkeeper}\n"},
        {RULE: "owner: shop-keeper\nadvice: {by: book-holder}\n"},
        [
            f"{RULE}:1:8 SR204 'shop-keeper' is not in owners.yaml; "
            "edition 2026.1 has 'shop-manager' here",
            f"{RULE}:2:14 SR204 'book-holder' is not in owners.yaml; "
            "edition 2026.1 has 'bookkeeper' here",
            f"{RULE}:2:14 SR405 this rule differs from edition 2026.1: advice > by was "
            "'bookkeeper' and is 'book-holder'; "
            "say under 'change' what kind of change it is (it seems 'clarified'), and why",
        ],
    ),
    "number in what is clarified": (
        {RULE: "rule: Wait 5 minutes.\n"},
        {RULE: "rule: Wait 6 minutes.\nchange: {kind: clarified, why: It was unclear.}\n"},
        [
            f"{RULE}:2:16 SR406 this change is called 'clarified', yet the duty moves "
            "(it seems 'tightened'): "
            "the number 5 minutes became 6 minutes"
        ],
    ),
    "negation and modal verb in what is clarified": (
        {RULE: "rule: You may wait, not sit.\n"},
        {RULE: "rule: You must wait, sit.\nchange: {kind: clarified, why: It was unclear.}\n"},
        [
            f"{RULE}:2:16 SR406 this change is called 'clarified', yet the duty moves "
            "(it seems 'tightened'): "
            "'must' was added; 'may' was removed; 'not' was removed"
        ],
    ),
    "condition in what is clarified": (
        {RULE: "exceptions: [{when: You are ill., price: No., decided_by: shop-manager}]\n"},
        {
            RULE: """\
                exceptions:
                  - when: You are ill.
                    conditions: [You call us.]
                    price: No.
                    decided_by: shop-manager
                change: {kind: clarified, why: It was unclear.}
            """
        },
        [
            f"{RULE}:6:16 SR406 this change is called 'clarified', yet the duty moves "
            "(it seems 'tightened'): "
            "a condition was added"
        ],
    ),
    "content words in what is clarified": (
        {RULE: "rule: Wait at the counter.\n"},
        {RULE: "rule: Wait at the desk.\nchange: {kind: clarified, why: It was unclear.}\n"},
        [
            f"{RULE}:2:16 SR407 this change is called 'clarified', yet words came, went or moved: "
            "'counter', 'desk'"
        ],
    ),
    "tightened that looks relaxed": (
        {RULE: "rule: Wait at least 6 minutes.\n"},
        {
            RULE: "rule: Wait at least 5 minutes.\nchange: {kind: tightened, why: Some pushed.}\n"
            f"decided_on: {LATER}\n"
        },
        [
            f"{RULE}:2:16 SR407 this change is called 'tightened' and looks relaxed: "
            "the number 6 minutes became 5 minutes"
        ],
    ),
    "new rule that is called clarified": (
        {},
        {NO_DOGS: "title: No dogs\nchange: {kind: clarified, why: It was unclear.}\n"},
        [f"{NO_DOGS}:2:16 SR406 this change is called 'clarified', and it is 'new'"],
    ),
    "rule that was there and is called new": (
        {},
        {RULE: "title: Wait\nchange: {kind: new, why: People fainted.}\n"},
        [f"{RULE}:2:16 SR406 this change is called 'new', and it is 'clarified'"],
    ),
    "rule that holds and is called withdrawn": (
        {},
        {RULE: "title: Wait\nchange: {kind: withdrawn, why: People fainted.}\n"},
        [f"{RULE}:2:16 SR406 this change is called 'withdrawn', and it is 'clarified'"],
    ),
    "day of review that has passed": (
        {RULE: "review_by: 2026-03-01\n"},
        {RULE: "review_by: 2026-06-30\n"},
        [
            f"{RULE}:1:12 SR409 this rule was to be looked at again by 2026-06-30; "
            "do so, and set a new day"
        ],
    ),
    "day of review of the promise that has passed": (
        {RULE: "decided_on: 2026-01-31\n"},
        {RULE: "decided_on: 2026-01-31\n", SETTINGS: "promises: {review_months: 1}\n"},
        [
            f"{RULE}:1:13 SR409 this rule was to be looked at again by 2026-02-28; "
            "do so, and set a new day"
        ],
    ),
    "value that cannot be read in a rule that changed": (
        {RULE: "title: Wait\n"},
        {RULE: "title: Wait\nreview_by: soon\nstatus: actif\n"},
        [
            f"{RULE}:2:12 SR105 'soon' is not a date; write year-month-day, as in 2026-03-01",
            f"{RULE}:3:9 SR104 'actif' cannot stand here; "
            "choose one of: proposed, active, withdrawn",
        ],
    ),
    "sound change": (
        {RULE: "rule: Wait 5 minutes.\n", NO_DOGS: "title: No dogs\n"},
        {
            RULE: "rule: Wait at most 5 minutes.\nchange: {kind: tightened, why: Some pushed.}\n"
            f"decided_on: {LATER}\n",
            NO_DOGS: WITHDRAWN + "title: No dogs\n",
            "rules/no-cats.yaml": "title: No cats\nchange: {kind: new, why: They bite.}\n",
        },
        [],
    ),
    "change that has the day of the decision before it": (
        {RULE: "decided_on: 2026-02-02\nrule: Wait 5 minutes.\n"},
        {
            RULE: "decided_on: 2026-02-02\nrule: Wait at most 5 minutes.\n"
            "change: {kind: tightened, why: Some pushed.}\n"
        },
        [
            f"{RULE}:1:13 SR417 this rule is called 'tightened', and 2026-02-02 is the day of the "
            "decision before that"
        ],
    ),
    "other words, which nobody need decide on": (
        {RULE: "rule: Wait your turn there.\n"},
        {
            RULE: "rule: Wait there your turn.\n"
            "change: {kind: clarified, why: It was read in two ways.}\n"
        },
        [],
    ),
    "rule that is folded anew": (
        {RULE: "rule: Wait until it is your turn.\n"},
        {RULE: "rule: |\n  Wait until\n  it is your turn.\n"},
        [],
    ),
}


@pytest.mark.parametrize("case", AFTER_AN_EDITION.values(), ids=AFTER_AN_EDITION)
def test_check_holds_the_rulebook_against_the_last_edition(
    tmp_path: Path,
    check_folder: Callable[[], list[str]],
    monkeypatch: pytest.MonkeyPatch,
    case: tuple[dict[str, str], dict[str, str], list[str]],
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782864000")  # 1 July 2026
    old, new, problems = case
    write_fragments(write_history(tmp_path / "rulebook", old), new)
    assert check_folder() == problems


def test_rule_that_vanished_is_told_where_it_was(
    tmp_path: Path, check_folder: Callable[[], list[str]]
) -> None:
    folder = write_history(tmp_path / "rulebook", {NO_DOGS: "title: No dogs\n"}, {RULE: ""})
    (folder / NO_DOGS).unlink()
    assert check_folder() == [
        f"{NO_DOGS}:1:1 SR403 the rule 'no-dogs' of edition 2026.2 is gone; put its file back"
    ]


@pytest.mark.parametrize(
    "renamed",
    [
        "title: No dogs\n",
        "title: Dogs\nrule: Dogs wait outside.\n",
        "title: No dogs\nchange: {kind: clarified, why: Some took a cat for a dog.}\n",
    ],
    ids=["title", "rule", "with its old change"],
)
def test_rule_whose_file_has_another_name_is_told_where_it_is(
    tmp_path: Path, check_folder: Callable[[], list[str]], renamed: str
) -> None:
    old = {NO_DOGS: "title: No dogs\nrule: Dogs wait outside.\n"}
    folder = write_history(tmp_path / "rulebook", old, {RULE: ""})
    (folder / NO_DOGS).unlink()
    write_fragments(folder, {"rules/dogs.yaml": renamed})
    assert check_folder() == [
        "rules/dogs.yaml:1:1 SR403 this is the rule 'no-dogs' of edition 2026.2; "
        "give its file that name back: no-dogs.yaml"
    ]


def test_rule_that_vanished_after_it_was_withdrawn_cannot_come_back_as_another(
    tmp_path: Path, check_folder: Callable[[], list[str]]
) -> None:
    folder = write_history(tmp_path / "rulebook", {NO_DOGS: WITHDRAWN + "title: No dogs\n"})
    (folder / NO_DOGS).unlink()
    freeze_draft(folder, "2026.2", "2026-03-02", "2026-05-01")
    write_fragments(folder, {NO_DOGS: "title: No dogs at all\n"})
    assert check_folder() == [
        "editions/2026.2.json:1:1 SR403 the rule 'no-dogs' of edition 2026.1 is gone; "
        "put its file back",
        f"{NO_DOGS}:1:1 SR404 'no-dogs' was withdrawn in edition 2026.1; "
        "an id is never used again",
    ]


@pytest.mark.parametrize(
    ("days", "problem"),
    [
        (
            ("2026-03-02", "2026-03-09"),
            "SR408 edition 2026.2 gives 7 days of notice and 61 are promised, "
            "while it has new, tightened or withdrawn rules: no-dogs",
        ),
        (
            ("2026-03-02", "2026-03-01"),
            "SR410 edition 2026.2 comes into force on 2026-03-01, before it is published",
        ),
        (
            ("2025-12-31", "2026-03-03"),
            "SR410 edition 2026.2 is published before edition 2026.1, on 2025-12-31",
        ),
        (
            ("2026-01-02", "2026-03-03"),
            "SR408 edition 2026.2 gives 60 days of notice and 61 are promised, "
            "while it has new, tightened or withdrawn rules: no-dogs",
        ),
    ],
)
def test_days_of_a_frozen_edition_are_held_against_the_promise_and_the_one_before(
    tmp_path: Path,
    check_folder: Callable[[], list[str]],
    days: tuple[str, str],
    problem: str,
) -> None:
    folder = write_history(tmp_path / "rulebook", {SETTINGS: PROMISE})
    write_fragments(folder, {SETTINGS: PROMISE, NO_DOGS: "title: No dogs\n"})
    freeze_draft(folder, "2026.2", *days)
    assert check_folder() == [f"editions/2026.2.json:1:1 {problem}"]


def test_edition_comes_into_force_after_the_one_before_it(
    tmp_path: Path, check_folder: Callable[[], list[str]]
) -> None:
    folder = write_history(tmp_path / "rulebook", {})
    write_fragments(folder, {RULE: "title: Wait\nchange: {kind: clarified, why: Some pushed.}\n"})
    freeze_draft(folder, "2026.2", "2026-03-01", "2026-03-02")
    assert check_folder() == [
        "editions/2026.2.json:1:1 SR410 edition 2026.2 comes into force on 2026-03-02, "
        "not after edition 2026.1"
    ]


@pytest.mark.parametrize(
    "settings", ["promises: {review_months: 10000}\n", "promises: {review_months: 0}\n"]
)
def test_day_of_review_may_lie_beyond_the_calendar(check: Lines, settings: str) -> None:
    day = "9999-12-31\n"
    asked = {REQUEST: f"asked_on: {day}", RULE: f"decided_on: {day}"}
    assert check({SETTINGS: settings, **asked}) == []
