import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Command
from rulebooks import RULE, write_fragments
from spelregels.diff import ChangeKind, diff_rules
from spelregels.models import Rule

Compare = Callable[[Mapping[str, str], Mapping[str, str]], list[dict[str, Any]]]
NEW_RULE = "rules/no-dogs.yaml"


@pytest.fixture
def compare(tmp_path: Path, command: Command) -> Compare:
    """Diff the base with two sets of fragments laid over it; return what JSON tells."""

    def run(old: Mapping[str, str], new: Mapping[str, str]) -> list[dict[str, Any]]:
        write_fragments(tmp_path / "old", old)
        write_fragments(tmp_path / "rulebook", new)
        result = command("diff", "old", "draft", "--output-format", "json")
        assert result.exit_code == 0
        return list(json.loads(result.output))

    return run


def rule(**fields: object) -> Rule:
    """Return a rule of which only `fields` matter."""
    text = {"en": "It is so."}
    effect = {"because": text}
    return Rule.model_validate(
        {
            "title": text,
            "chapter": "counter",
            "rule": text,
            "rationale": text,
            "effect": {
                "quality": {"direction": "better", **effect},
                "price": {"direction": "lower", **effect},
            },
            "without": text,
            "owner": "shop-manager",
            "decided_on": "2026-03-01",
            **fields,
        }
    )


def exception(when: str, *conditions: str) -> dict[str, object]:
    return {"when": {"en": when}, "conditions": [{"en": each} for each in conditions]}


def kind_and_reasons(old: Rule | None, new: Rule | None) -> tuple[str, bool, tuple[str, ...]]:
    change = diff_rules("no-dogs", old, new)
    assert change
    reasons = tuple(reason.within("en") for reason in change.reasons)
    return change.computed, change.certain, reasons


def test_change_is_told_by_rule_field_and_language(compare: Compare) -> None:
    old = {RULE: "title: {en: Wait, nl: Wacht}\nrule: Wait 5 minutes.\nowner: shop-manager\n"}
    new = {
        RULE: """\
            title: {en: Wait, nl: Wachten}
            rule: You must wait 5 minutes.
            owner: bookkeeper
            change: {kind: tightened, why: Some did not wait.}
        """
    }
    assert compare(old, new) == [
        {
            "rule": "wait-your-turn",
            "kind": "tightened",
            "declared": "tightened",
            "computed": "tightened",
            "certain": True,
            "reasons": ["'must' was added"],
            "words": [],
            "fields": [
                {"field": "title", "language": "nl", "old": "Wacht", "new": "Wachten"},
                {
                    "field": "rule",
                    "language": "en",
                    "old": "Wait 5 minutes.",
                    "new": "You must wait 5 minutes.",
                },
                {"field": "owner", "language": None, "old": "shop-manager", "new": "bookkeeper"},
            ],
        }
    ]


def test_rules_that_came_and_went_are_told_in_the_order_of_the_ids(compare: Compare) -> None:
    told = compare({"rules/closed.yaml": ""}, {NEW_RULE: ""})
    assert [(each["rule"], each["computed"]) for each in told] == [
        ("closed", "withdrawn"),
        ("no-dogs", "new"),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("rule: Wait until it is your turn.\n", "rule: |\n  Wait until\n  it is your turn.\n"),
        ("applies_to: [everyone]\nstatus: active\n", "status: active\napplies_to:\n- everyone\n"),
        ("keywords: {en: [a], nl: [b]}\n", "keywords: {nl: [b], en: [a]}\n"),
        ("change: {kind: new, why: A.}\n", ""),
    ],
)
def test_what_says_the_same_is_not_told(compare: Compare, old: str, new: str) -> None:
    assert compare({RULE: old}, {RULE: new}) == []


@pytest.mark.parametrize(
    ("old", "new", "kind", "reasons"),
    [
        (["staff"], ["staff", "guests"], "tightened", ("the audience 'guests' was added",)),
        (["staff", "guests"], ["staff"], "relaxed", ("the audience 'guests' was removed",)),
        ([], ["staff"], "relaxed", ("the rule is only for 'staff' now",)),
        (["staff"], [], "tightened", ("the rule is for every audience now",)),
        (["a", "b"], ["b", "a"], "clarified", ()),
    ],
)
def test_audience_is_widened_or_narrowed(
    old: list[str], new: list[str], kind: str, reasons: tuple[str, ...]
) -> None:
    told = kind_and_reasons(rule(applies_to=old), rule(applies_to=new))
    assert told == (kind, True, reasons)


def test_one_audience_in_the_place_of_another_is_both() -> None:
    assert kind_and_reasons(rule(applies_to=["a"]), rule(applies_to=["b"])) == (
        "tightened",
        False,
        ("the audience 'b' was added", "the audience 'a' was removed"),
    )


ILL = exception("You are ill.")
SMALL = exception("The order is small.", "You pay at once.")


@pytest.mark.parametrize(
    ("old", "new", "kind", "reasons"),
    [
        ([], [ILL], "relaxed", ("an exception was added",)),
        ([ILL], [], "tightened", ("an exception was removed",)),
        ([SMALL], [ILL, SMALL], "relaxed", ("an exception was added",)),
        ([ILL, SMALL], [SMALL], "tightened", ("an exception was removed",)),
        ([ILL, SMALL], [SMALL, ILL], "clarified", ()),
        (
            [exception("You are ill.")],
            [exception("You are ill.", "You call us.")],
            "tightened",
            ("a condition was added",),
        ),
        (
            [exception("You are ill.", "You call us.", "You pay.")],
            [exception("You are ill.", "You pay.")],
            "relaxed",
            ("a condition was removed",),
        ),
        (
            [exception("You order at least 2 days ahead.")],
            [exception("You order at least 3 days ahead.")],
            "tightened",
            ("the number 2 days became 3 days",),
        ),
        (
            [exception("You are ill.")],
            [{**exception("You are ill."), "price": {"en": "5 euros."}}],
            "tightened",
            ("a price was added",),
        ),
    ],
)
def test_exception_or_condition_that_came_or_went_moves_the_duty(
    old: list[object], new: list[object], kind: str, reasons: tuple[str, ...]
) -> None:
    assert kind_and_reasons(rule(exceptions=old), rule(exceptions=new)) == (kind, True, reasons)


def test_entry_put_in_front_is_the_only_one_told() -> None:
    cases = ("The dog waits outside.", "Your order is large.", "Somebody is ill.")
    examples = [{"case": {"en": case}, "outcome": "granted"} for case in cases]
    edited = [examples[0], {**examples[1], "outcome": "refused"}, examples[2]]
    change = diff_rules("no-dogs", rule(examples=examples[1:]), rule(examples=edited))
    assert change
    assert [field[:] for field in change.fields] == [
        ("examples[0].case", "en", None, "The dog waits outside."),
        ("examples[0].outcome", None, None, "granted"),
        ("examples[1].outcome", None, "granted", "refused"),
    ]


def test_edited_entry_is_told_beside_what_it_was_when_another_comes_before_it() -> None:
    old = [exception("The order is for a colleague who starts this week.")]
    new = [ILL, exception("The order is for a colleague who starts this month.")]
    change = diff_rules("no-dogs", rule(exceptions=old), rule(exceptions=new))
    assert change
    assert [(field.field, field.old is None) for field in change.fields] == [
        ("exceptions[0].when", True),
        ("exceptions[1].when", False),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"en": "You must wait."}, {"en": "You must wait.", "nl": "U mag niet gaan."}),
        ({"en": "You must wait.", "nl": "U moet wachten."}, {"en": "You must wait."}),
    ],
)
def test_translation_that_came_or_went_moves_no_duty(
    old: dict[str, str], new: dict[str, str]
) -> None:
    for before, after in (
        (rule(rule=old), rule(rule=new)),
        (rule(exceptions=[{"when": old}]), rule(exceptions=[{"when": new}])),
    ):
        change = diff_rules("no-dogs", before, after)
        assert change
        assert (change.computed, change.reasons, change.words) == ("clarified", (), ())
        assert [field.language for field in change.fields] == ["nl"]


def test_only_the_translation_changed_is_seen_in_that_language() -> None:
    old = rule(rule={"en": "You may wait.", "nl": "U mag wachten."})
    new = rule(rule={"en": "You may wait.", "nl": "U moet wachten."})
    assert kind_and_reasons(old, new)[:2] == ("tightened", True)


def test_explanation_moves_no_duty() -> None:
    text = {"en": "You must never do this within 5 days."}
    changed = rule(title=text, rationale=text, without=text, review_by="2026-09-01")
    assert kind_and_reasons(rule(), changed) == ("clarified", True, ())


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (None, "active", "new"),
        (None, "proposed", "new"),
        ("proposed", "active", "new"),
        ("withdrawn", "active", "new"),
        ("active", "proposed", "relaxed"),
        ("active", "withdrawn", "withdrawn"),
        ("proposed", "withdrawn", "withdrawn"),
        ("active", None, "withdrawn"),
    ],
)
def test_status_tells_what_is_new_and_what_is_withdrawn(
    old: str | None, new: str | None, kind: str
) -> None:
    before, after = (rule(status=status) if status else None for status in (old, new))
    assert kind_and_reasons(before, after)[:2] == (kind, True)


@pytest.mark.parametrize(
    ("old", "new", "needs_notice"),
    [
        (None, "active", True),
        (None, "proposed", False),
        ("proposed", "active", True),
        ("proposed", "withdrawn", False),
        ("active", "withdrawn", True),
    ],
)
def test_rule_that_is_only_proposed_needs_no_notice(
    old: str | None, new: str, needs_notice: bool
) -> None:
    change = diff_rules("no-dogs", rule(status=old) if old else None, rule(status=new))
    assert change
    assert change.needs_notice is needs_notice


def test_kind_that_was_declared_for_an_earlier_change_does_not_count() -> None:
    declared = {"kind": "tightened", "why": {"en": "Some did not wait."}}
    old, new = rule(change=declared), rule(change=declared, owner="bookkeeper")
    change = diff_rules("no-dogs", old, new)
    assert change
    assert (change.declared, change.kind) == (None, ChangeKind.CLARIFIED)


WORDS = st.lists(
    st.sampled_from(["wait", "must", "not", "5", "6", "days", "may", "here", "only"]), min_size=1
)
TEXT = st.dictionaries(st.sampled_from(["en", "nl", "fr"]), WORDS.map(" ".join), min_size=1)
EXCEPTION = st.fixed_dictionaries(
    {"when": TEXT, "conditions": st.lists(TEXT, max_size=3)}, optional={"price": TEXT}
)
EXAMPLE = st.fixed_dictionaries({"case": TEXT, "outcome": st.sampled_from(["granted", "refused"])})
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "title": TEXT,
        "rule": TEXT,
        "rationale": TEXT,
        "exceptions": st.lists(EXCEPTION, max_size=4),
        "examples": st.lists(EXAMPLE, max_size=4),
        "applies_to": st.lists(st.sampled_from("abc"), max_size=3, unique=True),
        "keywords": st.dictionaries(st.sampled_from(["en", "nl"]), st.lists(st.just("a"))),
        "status": st.sampled_from(["active", "proposed", "withdrawn"]),
    },
)


@given(FIELDS, FIELDS)
def test_change_is_listed_exactly_where_something_differs(
    old: dict[str, object], new: dict[str, object]
) -> None:
    before, after = rule(**old), rule(**new)
    change = diff_rules("no-dogs", before, after)
    differing = {
        name for name in Rule.model_fields if getattr(before, name) != getattr(after, name)
    }
    listed = {field.top for field in change.fields} if change else set()
    # An empty list of keywords says no more than none.
    assert listed | {"keywords"} == differing | {"keywords"}
    assert all(field.old != field.new for field in (change.fields if change else ()))


@given(FIELDS, FIELDS)
def test_what_is_listed_turns_the_old_texts_into_the_new_ones(
    old: dict[str, object], new: dict[str, object]
) -> None:
    before, after = rule(**old), rule(**new)
    change = diff_rules("no-dogs", before, after)
    fields = change.fields if change else ()
    gone = sorted(field.old for field in fields if field.old and field.language)
    come = sorted(field.new for field in fields if field.new and field.language)
    stayed = sorted([*_texts(before.model_dump()), *come])
    assert stayed == sorted([*_texts(after.model_dump()), *gone])


def _texts(value: object) -> list[str]:
    """Return every text in a dump of a rule: what stands under a language."""
    match value:
        case dict():
            texts = [text for key, text in value.items() if key in ("en", "nl", "fr")]
            told = [text if isinstance(text, str) else ", ".join(text) for text in texts]
            rest = [_texts(item) for key, item in value.items() if key not in ("en", "nl", "fr")]
            return [text for text in told if text] + [text for texts in rest for text in texts]
        case list() | tuple():
            return [text for item in value for text in _texts(item)]
        case _:
            return []


@given(FIELDS, st.sampled_from(["\n", "  ", "\n\n", " \n "]))
def test_rule_that_is_only_folded_anew_did_not_change(
    fields: dict[str, object], space: str
) -> None:
    folded = _fold(fields, space)
    assert isinstance(folded, dict)
    assert diff_rules("no-dogs", rule(**fields), rule(**folded)) is None


def _fold(value: object, space: str) -> object:
    match value:
        case dict():
            return {key: _fold(item, space) for key, item in value.items()}
        case list():
            return [_fold(item, space) for item in value]
        case str():
            return space.join(value.split(" "))
        case _:
            return value
