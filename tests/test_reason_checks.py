"""What the checks of reasons say, and where, in both languages."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from conftest import Lines
from rulebooks import REQUEST, RULE, write_fragments, write_history
from structure import without_languages

SETTINGS = "rulebook.yaml"
IN_BOTH = """\
    name: {nl: W, en: S}
    languages: [nl, en]
    chapters: [{id: counter, title: {nl: Toonbank, en: Counter}}]
    audiences: [{id: everyone, title: {nl: Allen, en: All}}]
"""


@pytest.fixture
def check(check: Lines) -> Lines:
    return without_languages(check)


class Field(NamedTuple):
    """Where a reason may stand: its file, the fragment around it, its place, and its name."""

    file: str
    fragment: str
    place: str
    name: str

    def files(self, text: str, language: str) -> dict[str, str]:
        settings = {SETTINGS: f"languages: [{language}]\n"}
        return {**settings, self.file: self.fragment.replace("TEXT", text)}


FIELDS: Mapping[str, Field] = {
    "rationale": Field(RULE, 'rationale: "TEXT"\n', "1:12", "rationale"),
    "effect.quality": Field(
        RULE,
        "effect:\n"
        '  quality: {direction: better, because: "TEXT"}\n'
        "  price: {direction: lower, because: One till.}\n",
        "2:41",
        "because",
    ),
    "effect.price": Field(
        RULE,
        "effect:\n"
        "  quality: {direction: better, because: Calm.}\n"
        '  price: {direction: lower, because: "TEXT"}\n',
        "3:38",
        "because",
    ),
    "without": Field(RULE, 'without: "TEXT"\n', "1:10", "without"),
    "change.why": Field(RULE, 'change: {kind: clarified, why: "TEXT"}\n', "1:32", "why"),
    "withdrawn.why": Field(
        RULE, 'status: withdrawn\nwithdrawn: {why: "TEXT"}\n', "2:18", "why"
    ),
    "requests.because": Field(REQUEST, 'because: "TEXT"\n', "1:10", "because"),
    "allow.why": Field(
        RULE,
        "rule: Come prior to noon, conform.\n"
        'allow: [{code: SR315, until: 2026-12-31, why: "TEXT"}]\n',
        "2:47",
        "why",
    ),
}  # fmt: skip

every_field = pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
every_reason_for_a_rule = pytest.mark.parametrize(
    "field",
    [field for name, field in FIELDS.items() if name not in ("allow.why", "requests.because")],
    ids=[name for name in FIELDS if name not in ("allow.why", "requests.because")],
)


@pytest.mark.parametrize("language", ["nl", "en"])
@every_field
def test_blank_reason_is_missing(check: Lines, field: Field, language: str) -> None:
    message = f"'{field.name}' is there, but nothing is filled in; nobody can see why this is so"
    assert check(field.files("", language)) == [f"{field.file}:{field.place} SR301 {message}"]


@pytest.mark.parametrize(
    ("language", "text", "code", "message"),
    [
        ("en", "TBD", "SR304", "'TBD' is a place to fill in, not a reason"),
        ("nl", "N.v.t.", "SR304", "'N.v.t.' is a place to fill in, not a reason"),
        (
            "en",
            "[insert reason]",
            "SR304",
            "'[insert reason]' is a place to fill in, not a reason",
        ),
        (
            "nl",
            "Vul [\u2026] in.",
            "SR304",
            "'Vul [\u2026] in.' is a place to fill in, not a reason",
        ),
        ("en", "**...**", "SR304", "there are only signs here, and no words"),
        (
            "en",
            "This is required by company policy.",
            "SR305",
            "'required, policy' is no reason: this says that it is so, and not why",
        ),
        (
            "nl",
            "Het beleid schrijft dit voor.",
            "SR305",
            "'beleid schrijft' is no reason: this says that it is so, and not why",
        ),
        ("en", "Because.", "SR305", "there is no word in this that says why"),
        ("nl", "Daarom.", "SR305", "there is no word in this that says why"),
        (
            "en",
            "This contributes to professional and efficient service.",
            "SR312",
            "this could be said of any rule: contributes, professional, efficient service",
        ),
        (
            "nl",
            "Dit draagt bij aan professionele dienstverlening.",
            "SR312",
            "this could be said of any rule: draagt, professionele dienstverlening",
        ),
    ],
)
@every_field
def test_hollow_reason_is_told_at_its_place(
    check: Lines, field: Field, language: str, text: str, code: str, message: str
) -> None:
    files = field.files(text, language)
    assert check(files) == [f"{field.file}:{field.place} {code} {message}"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It is our policy, because nobody can serve two people at once."),
        ("nl", "Het is beleid, want niemand kan er twee tegelijk bedienen."),
        ("en", "TODO lists were lost, and a customer went home without sausages."),
        ("nl", "Geen slager kan er twee tegelijk helpen."),
        ("en", "Quality suffers by half when the butcher hurries his knives."),
        ("nl", "Vlees bederft."),
        ("en", "Somebody fainted."),
    ],
)
@every_field
def test_reason_that_says_something_passes(
    check: Lines, field: Field, language: str, text: str
) -> None:
    assert check(field.files(text, language)) == []


ENGLISH_RULE = "title: Lock your bike\nrule: Lock your bike at the fence.\n"
DUTCH_RULE = "title: Wacht op je beurt\nrule: Wacht tot je aan de beurt bent.\n"


def moved(place: str, lines: int) -> str:
    line, column = place.split(":")
    return f"{int(line) + lines}:{column}"


@pytest.mark.parametrize(
    ("language", "rule", "text", "words"),
    [
        ("en", ENGLISH_RULE, "Everyone should lock bikes at the fence.", "lock, bikes, fence"),
        ("nl", DUTCH_RULE, "Iedereen wacht op zijn beurt.", "wacht, beurt"),
    ],
)
@every_reason_for_a_rule
def test_reason_that_says_the_rule_again_is_circular(
    check: Lines, field: Field, language: str, rule: str, text: str, words: str
) -> None:
    files = field.files(text, language)
    files[RULE] = rule + files[RULE]
    again = "this only says the rule again; these words stand in it already"
    assert check(files) == [f"{RULE}:{moved(field.place, 2)} SR306 {again}: {words}"]


def test_answer_that_says_the_question_again_is_circular(check: Lines) -> None:
    files = {REQUEST: "asked: May I jump the queue?\nbecause: Queues may not be jumped.\n"}
    again = "this only says the rule again; these words stand in it already: queues, jumped"
    assert check(files) == [f"{REQUEST}:2:10 SR306 {again}"]


def test_exemption_may_speak_of_its_rule(check: Lines) -> None:
    assert check(FIELDS["allow.why"].files("Everyone should come prior to noon.", "en")) == []


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "The price goes down because it is cheaper.", "price, down, cheaper"),
        ("nl", "De prijs gaat omlaag omdat het goedkoper is.", "prijs, omlaag, goedkoper"),
    ],
)
@pytest.mark.parametrize("side", ["effect.quality", "effect.price"])
def test_effect_that_only_says_which_way_it_goes_is_circular(
    check: Lines, side: str, language: str, text: str, words: str
) -> None:
    field = FIELDS[side]
    message = f"this only says which way it goes, and not how that comes about: {words}"
    assert check(field.files(text, language)) == [f"{RULE}:{field.place} SR306 {message}"]


@pytest.mark.parametrize(
    ("language", "rule", "text", "message"),
    [
        (
            "en",
            "rule: All laptops are encrypted.\n",
            "Then there would be unencrypted laptops.",
            "unencrypted, laptops",
        ),
        (
            "nl",
            "rule: Alle laptops zijn versleuteld.\n",
            "Dan zijn er onversleutelde laptops.",
            "onversleutelde, laptops",
        ),
    ],
)
def test_without_that_turns_the_rule_round_is_circular(
    check: Lines, language: str, rule: str, text: str, message: str
) -> None:
    field = FIELDS["without"]
    files = field.files(text, language)
    files[RULE] = rule + files[RULE]
    again = f"this only says the rule again; these words stand in it already: {message}"
    assert check(files) == [f"{RULE}:2:10 SR306 {again}"]
    files[RULE] = files[RULE].replace("without", "rationale")
    assert check(files) == []


@every_reason_for_a_rule
def test_reason_with_hardly_a_new_word_is_likely_circular(check: Lines, field: Field) -> None:
    likely = "this seems to be the rule again; these words stand in it already"
    english = check(field.files("Everyone should wait properly for their turn.", "en"))
    assert english == [f"{field.file}:{field.place} SR307 {likely}: wait, turn"]
    files = field.files("We willen graag dat iedereen netjes op zijn beurt wacht.", "nl")
    files[RULE] = DUTCH_RULE + files[RULE]
    place = moved(field.place, 2)
    assert check(files) == [f"{RULE}:{place} SR307 {likely}: beurt, wacht"]


def test_same_reason_in_two_places_is_told_at_both(check: Lines) -> None:
    fragment = """\
        rationale: Nobody can serve two people well at once.
        without: "Nobody can **serve** two people well, at once!"
    """
    same = "the same reason stands at"
    assert check({RULE: fragment}) == [
        f"{RULE}:1:12 SR308 {same} {RULE}:2:10 (without)",
        f"{RULE}:2:10 SR308 {same} {RULE}:1:12 (rationale)",
    ]


def test_copy_of_a_reason_that_was_published_is_told_at_the_copy(
    tmp_path: Path, check_folder: Callable[[], list[str]]
) -> None:
    copied = "rationale: Nobody can serve two people well at once.\n"
    folder = write_history(tmp_path / "rulebook", {RULE: copied})
    write_fragments(folder, {RULE: copied, "rules/a.yaml": f"title: A\n{copied}"})
    assert [line for line in check_folder() if "SR308" in line] == [
        f"rules/a.yaml:2:12 SR308 the same reason stands at {RULE}:1:12 (rationale)"
    ]


def test_reason_that_stands_in_many_places_names_three_of_them(check: Lines) -> None:
    copied = "rationale: Nobody can serve two people well at once.\n"
    files = {f"rules/{name}.yaml": copied for name in ("a", "b", "c", "d", "e")}
    found = check(files)
    assert found[0] == (
        "rules/a.yaml:1:12 SR308 the same reason stands at rules/b.yaml:1:12 (rationale), "
        "rules/c.yaml:1:12 (rationale), rules/d.yaml:1:12 (rationale), 1 more"
    )
    assert [line.split(" ")[0] for line in found] == [f"{name}:1:12" for name in files]


def test_reason_that_is_copied_in_every_language_is_told_once(check: Lines) -> None:
    reason = "rationale: {nl: Twee tegelijk gaat niet goed., en: Two at once does not work.}\n"
    found = check({"rules/a.yaml": reason, "rules/b.yaml": reason})
    assert [line for line in found if "SR308" in line] == [
        "rules/a.yaml:1:17 SR308 the same reason stands at rules/b.yaml:1:17 (rationale); "
        "so does the text in 'en'",
        "rules/b.yaml:1:17 SR308 the same reason stands at rules/a.yaml:1:17 (rationale); "
        "so does the text in 'en'",
    ]


@pytest.mark.parametrize("end", ["\n", "", "\nkeywords: {nl: [w], en: [w]}\n"])
def test_language_that_stands_too_far_to_the_right_is_told_where_it_is(
    check: Lines, end: str
) -> None:
    files = {
        SETTINGS: IN_BOTH,
        RULE: f"without:\n  nl: >-\n    Wie roept, is eerst.\n    en: >-\n    First come.{end}",
    }
    assert [line for line in check(files) if "'en:'" in line] == [
        f"{RULE}:1:1 SR301 'en:' on line 4 stands too far to the right, and so became part of "
        "the text above it; take away 2 of the spaces before it"
    ]


def test_same_reason_in_two_languages_is_one_reason(check: Lines) -> None:
    text = "Piet Bos bederft."
    files = {
        SETTINGS: IN_BOTH,
        RULE: f"rationale: {{nl: {text}, en: {text}}}\n",
    }
    assert [line for line in check(files) if "SR308" in line] == []


def test_hollow_reason_is_not_told_to_be_a_copy_too(check: Lines) -> None:
    hollow = "It is our policy."
    found = check({RULE: f"rationale: {hollow}\nwithout: {hollow}\n"})
    message = "'policy' is no reason: this says that it is so, and not why"
    assert found == [f"{RULE}:1:12 SR305 {message}", f"{RULE}:2:10 SR305 {message}"]


@pytest.mark.parametrize(
    ("side", "direction", "language", "text", "message"),
    [
        ("quality", "better", "en", "Everybody waits, with mistakes.", "loss: waits, mistakes"),
        ("quality", "better", "nl", "Het gaat trager bij de slager.", "loss: trager"),
        ("quality", "worse", "en", "Sausages reach people faster.", "gain: faster"),
        ("quality", "worse", "nl", "Worst ligt sneller klaar.", "gain: sneller"),
        ("price", "lower", "en", "A fee, and overtime.", "cost: fee, overtime"),
        ("price", "lower", "nl", "Er komt een toeslag bij.", "cost: toeslag"),
        ("price", "higher", "en", "We save on sausages.", "lower cost: save"),
        ("price", "higher", "nl", "Het scheelt een slager.", "lower cost: scheelt"),
    ],
)
def test_reason_that_speaks_against_its_direction_is_told(
    check: Lines, side: str, direction: str, language: str, text: str, message: str
) -> None:
    field = FIELDS[f"effect.{side}"]
    files = field.files(text, language)
    usual = "better" if side == "quality" else "lower"
    files[RULE] = files[RULE].replace(
        f"{side}: {{direction: {usual}", f"{side}: {{direction: {direction}"
    )
    line, column = field.place.split(":")
    place = f"{line}:{int(column) + len(direction) - len(usual)}"
    says = f"the direction is '{direction}', and the reason speaks only of {message}"
    assert check(files) == [f"{RULE}:{place} SR309 {says}"]


@pytest.mark.parametrize(
    ("side", "text"),
    [
        ("quality", "Fewer mistakes are made, and nobody waits."),
        ("quality", "It goes slower, but the sausages are better."),
        ("quality", "One mistake."),
        ("price", "The surcharge on sausages falls away."),
        ("price", "Sausages."),
    ],
)
def test_reason_that_weighs_or_says_nothing_of_a_direction_passes(
    check: Lines, side: str, text: str
) -> None:
    assert check(FIELDS[f"effect.{side}"].files(text, "en")) == []


def price(fields: str) -> dict[str, str]:
    return {
        RULE: "effect:\n"
        "  quality: {direction: better, because: Calm.}\n"
        f"  price: {{because: One till., {fields}}}\n"
    }


@pytest.mark.parametrize(
    ("direction", "percent"),
    [("lower", "6"), ("lower", "0"), ("higher", "-2.5"), ("same", "-6"), ("same", "1")],
)
def test_percentage_that_goes_the_other_way_is_told(
    check: Lines, direction: str, percent: str
) -> None:
    column = 53 + len(direction)
    message = f"the price is '{direction}', and the percentage is {percent}"
    assert check(price(f"direction: {direction}, percent: {percent}")) == [
        f"{RULE}:3:{column} SR310 {message}"
    ]


@pytest.mark.parametrize(
    ("direction", "percent"), [("lower", "-6"), ("higher", "0.1"), ("same", "0")]
)
def test_percentage_that_goes_the_same_way_passes(
    check: Lines, direction: str, percent: str
) -> None:
    assert check(price(f"direction: {direction}, percent: {percent}")) == []


@pytest.mark.parametrize(
    "measure",
    ["", "measure: {indicator: Rosters}\n", "measure: {indicator: Rosters, source: ' '}\n"],
)
def test_measurement_without_a_source_is_told(check: Lines, measure: str) -> None:
    files = price("direction: lower, basis: measured")
    files[RULE] += measure
    message = "this is called measured, and 'measure' names no source"
    found = [line for line in check(files) if "SR110" not in line]
    assert found == [f"{RULE}:3:56 SR311 {message}"]


@pytest.mark.parametrize("fields", ["basis: estimated", "basis: measured", "percent: -6"])
def test_estimate_or_measurement_with_a_source_passes(check: Lines, fields: str) -> None:
    files = price(f"direction: lower, {fields}")
    files[RULE] += "measure: {indicator: Hands, source: Rosters of 2025}\n"
    assert check(files) == []
