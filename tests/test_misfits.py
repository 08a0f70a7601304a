from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Lines
from rulebooks import REQUEST, RULE, write_rulebook

FIELDS_OF_A_RULE = (
    "title, chapter, rule, rationale, effect, without, owner, advice, applies_to, examples, "
    "exceptions, fit, measure, keywords, status, decided_on, review_by, change, withdrawn, "
    "allow"
)
GROUP = "fields with a name and a value belong here"
TEXT = "a text belongs here"
TEXTS = "a text, or a text per language, belongs here"
WORDS = "a list of words per language belongs here, as in {en: [word]}"
BRACKETS = "a list belongs here; put square brackets around it"
LIST = "a list belongs here, each entry on a line of its own after '- '"


@pytest.mark.parametrize(
    ("fragment", "place", "message"),
    [
        ("titel: A\ntitle:\n", "1:1", "there is no field 'titel' here; did you mean 'title'?"),
        ("ownr: Jo\nowner:\n", "1:1", "there is no field 'ownr' here; did you mean 'owner'?"),
        (
            "rationalle: A\nrationale:\n",
            "1:1",
            "there is no field 'rationalle' here; did you mean 'rationale'?",
        ),
        (
            "effects: {quality: A}\neffect:\n",
            "1:1",
            "there is no field 'effects' here; did you mean 'effect'?",
        ),
        (
            "advice: {bye: bookkeeper}\n",
            "1:10",
            "there is no field 'bye' here; did you mean 'by'?",
        ),
        (
            "advice: {by: bookkeeper, indicator: Till}\n",
            "1:26",
            "there is no field 'indicator' here; it belongs under 'measure'",
        ),
        (
            "effect:\n  quality: {direction: better, because: Nobody is sent away., owner: Jo}\n"
            "  price: {direction: lower, because: One pair of hands is enough.}\n",
            "2:63",
            "there is no field 'owner' here; "
            "it belongs at the beginning of a line of its own, without spaces before it",
        ),
        ("zzz: A\n", "1:1", f"there is no field 'zzz' here; the fields are: {FIELDS_OF_A_RULE}"),
        (
            "advice: {by: bookkeeper, wen: 2026-02-01}\n",
            "1:26",
            "there is no field 'wen' here; the fields are: by, on, text",
        ),
        (
            "exceptions:\n  - when: Never\n    condition: [None]\n",
            "3:5",
            "there is no field 'condition' here; did you mean 'conditions'?",
        ),
    ],
)
def test_unknown_field_is_the_one_problem_and_is_told_with_the_nearest_name(
    check: Lines, fragment: str, place: str, message: str
) -> None:
    assert check({RULE: fragment}) == [f"{RULE}:{place} SR101 {message}"]


MISSING = [
    ("title", "SR110 'title' is there, but nothing is filled in"),
    ("chapter", "SR110 'chapter' is there, but nothing is filled in"),
    ("rule", "SR110 'rule' is there, but nothing is filled in"),
    ("owner", "SR110 'owner' is there, but nothing is filled in"),
    ("decided_on", "SR110 'decided_on' is there, but nothing is filled in"),
    (
        "rationale",
        "SR301 'rationale' is there, but nothing is filled in; "
        "without it, nobody can see why this is so",
    ),
    (
        "without",
        "SR301 'without' is there, but nothing is filled in; "
        "without it, nobody can see why this is so",
    ),
]


@pytest.mark.parametrize(("name", "problem"), MISSING)
@pytest.mark.parametrize("nothing", ["", " ", " # later", " #later"])
def test_needed_field_with_nothing_behind_it_is_told_at_its_name(
    check: Lines, name: str, problem: str, nothing: str
) -> None:
    assert check({RULE: f"# a rule\n{name}:{nothing}\n"}) == [f"{RULE}:2:1 {problem}"]


def test_needed_fields_that_are_not_there_are_told_at_the_nearest_name(check: Lines) -> None:
    files = {
        RULE: """\
            effect:
              quality: {because: Everyone gets the same attention.}
            advice:
              on: 2026-02-01
            examples:
              - case: In a hurry
            """,
        "requests/nothing.yaml": "rules: []\n",
    }
    so = "without it, nobody can see why this is so"
    assert check(files) == [
        "requests/nothing.yaml:1:1 SR102 'answer' is missing; add a line 'answer: …'",
        "requests/nothing.yaml:1:1 SR102 'asked' is missing; add a line 'asked: …'",
        "requests/nothing.yaml:1:1 SR102 'asked_on' is missing; add a line 'asked_on: …'",
        f"requests/nothing.yaml:1:1 SR301 'because' is missing; {so}",
        f"{RULE}:1:1 SR301 'effect.price' is missing; {so}",
        f"{RULE}:2:3 SR102 'effect.quality.direction' is missing; add a line 'direction: …'",
        f"{RULE}:3:1 SR102 'advice.by' is missing; add a line 'by: …'",
        f"{RULE}:6:5 SR102 'examples.0.outcome' is missing; add a line 'outcome: …'",
    ]


@pytest.mark.parametrize(
    ("fragment", "place", "message"),
    [
        ("title: [A]\n", "1:8", f"{TEXTS}, and this is a list"),
        ("title: {en: [A]}\n", "1:13", f"{TEXT}, and this is a list"),
        ("title: {en: {en: A}}\n", "1:13", f"{TEXT}, and this is a group of fields"),
        ("chapter: [counter]\n", "1:10", f"{TEXT}, and this is a list"),
        ("owner: {name: Jo}\n", "1:8", f"{TEXT}, and this is a group of fields"),
        ("effect: good\n", "1:9", f"{GROUP}, and this is a single text"),
        ("effect: [good]\n", "1:9", f"{GROUP}, and this is a list"),
        ("advice: bookkeeper\n", "1:9", f"{GROUP}, and this is a single text"),
        ("applies_to: everyone\n", "1:13", f"{BRACKETS}: [everyone]"),
        ("applies_to: staff, regulars\n", "1:13", f"{BRACKETS}: [staff, regulars]"),
        ("applies_to: All of us.\n", "1:13", f"{LIST}, and this is a single text"),
        ("applies_to: ''\n", "1:13", f"{LIST}, and this is a single text"),
        ("applies_to:\n  - [everyone]\n", "2:5", f"{TEXT}, and this is a list"),
        ("examples: {case: A}\n", "1:11", f"{LIST}, and this is a group of fields"),
        ("examples:\n  - A\n", "2:5", f"{GROUP}, and this is a single text"),
        ("examples:\n  -\n", "2:4", f"{GROUP}, and this is empty"),
        ("keywords: [queue]\n", "1:11", f"{WORDS}, and this is a list"),
        ("keywords: queue\n", "1:11", f"{WORDS}, and this is a single text"),
        ("keywords: {en: queue}\n", "1:16", f"{LIST}, and this is a single text"),
        ("decided_on: [2026-03-01]\n", "1:13", "a date belongs here, and this is a list"),
        (
            "review_by: {on: 2026-03-01}\n",
            "1:12",
            "a date belongs here, and this is a group of fields",
        ),
    ],
)
def test_wrong_kind_of_value_is_told(
    check: Lines, fragment: str, place: str, message: str
) -> None:
    assert check({RULE: fragment}) == [f"{RULE}:{place} SR103 {message}"]


@pytest.mark.parametrize(
    ("fragment", "place", "message"),
    [
        (
            "promises: {max_rules: [4]}\n",
            "1:23",
            "a whole number belongs here, and this is a list",
        ),
        ("promises: many\n", "1:11", f"{GROUP}, and this is a single text"),
        ("languages: en\n", "1:12", f"{BRACKETS}: [en]"),
        ("audiences: everyone\n", "1:12", f"{LIST}, and this is a single text"),
        ("publisher: Bos\n", "1:12", f"{GROUP}, and this is a single text"),
    ],
)
def test_wrong_kind_of_setting_is_told(
    check: Lines, fragment: str, place: str, message: str
) -> None:
    assert check({"rulebook.yaml": fragment}) == [f"rulebook.yaml:{place} SR103 {message}"]


def test_file_that_is_one_text_or_a_list_is_told(
    tmp_path: Path, check_folder: Callable[[], list[str]]
) -> None:
    files = {"rules/a.yaml": "Wait your turn\n", "rules/b.yaml": "- title: A\n"}
    write_rulebook(tmp_path / "rulebook", files)
    assert check_folder() == [
        f"rules/a.yaml:1:1 SR103 {GROUP}, and this is a single text",
        f"rules/b.yaml:1:1 SR103 {GROUP}, and this is a list",
    ]


@pytest.mark.parametrize(
    ("name", "fragment", "place", "typed", "words"),
    [
        (RULE, "status: live\n", "1:9", "'live'", "proposed, active, withdrawn"),
        (RULE, "status: Active\n", "1:9", "'Active'", "proposed, active, withdrawn"),
        (RULE, "status: [active]\n", "1:9", "a list", "proposed, active, withdrawn"),
        (RULE, "fit: {question: A, answer: true}\n", "1:28", "'true'", "yes, no"),
        (
            RULE,
            "examples:\n  - {case: A, outcome: yes}\n",
            "2:24",
            "'yes'",
            "granted, refused, not-applicable",
        ),
        (
            RULE,
            "change: {kind: changed, why: Some pushed.}\n",
            "1:16",
            "'changed'",
            "new, tightened, relaxed, clarified, withdrawn",
        ),
        (REQUEST, "answer: maybe\n", "1:9", "'maybe'", "yes, no, not-now"),
        (
            "rulebook.yaml",
            "repository: {url: 'https://x.example', kind: svn}\n",
            "1:46",
            "'svn'",
            "github, gitlab",
        ),
    ],
)
def test_unknown_word_is_told_with_those_there_are(
    check: Lines, name: str, fragment: str, place: str, typed: str, words: str
) -> None:
    message = f"{typed} cannot stand here; choose one of: {words}"
    assert check({name: fragment}) == [f"{name}:{place} SR104 {message}"]


NOT_A_DATE = "is not a date; write year-month-day, as in 2026-03-01"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("01-03-2026", NOT_A_DATE),
        ("1 March 2026", NOT_A_DATE),
        ("2026-3-1", NOT_A_DATE),
        ("20260301", NOT_A_DATE),
        ("2026-W09-7", NOT_A_DATE),
        ("2026-03-01T00:00:00", NOT_A_DATE),
        ("\u0662\u0660\u0662\u0666-\u0660\u0663-\u0660\u0661", NOT_A_DATE),
        ("x" * 99, NOT_A_DATE),
        ("2026-02-30", "is not a day of the calendar"),
        ("2026-13-01", "is not a day of the calendar"),
        ("0000-01-01", "is not a day of the calendar"),
    ],
)
def test_what_is_not_a_date_is_told(check: Lines, typed: str, says: str) -> None:
    quoted = typed if len(typed) <= 60 else f"{typed[:59]}…"
    assert check({RULE: f"decided_on: {typed}\n"}) == [f"{RULE}:1:13 SR105 '{quoted}' {says}"]


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (
            {
                "glossary.yaml": "terms:\n  - term: Ham\n    meaning:\n      en: Leg.\n"
                "      forms:\n        en: [hams]\n"
            },
            "glossary.yaml:5:7 SR103 'forms' belongs beside 'meaning'",
        ),
        (
            {
                RULE: "examples:\n  - case: A dog.\n    outcome: refused\n"
                "    keywords: {en: [dog]}\n"
            },
            f"{RULE}:4:5 SR101 'keywords' belongs beside 'examples'",
        ),
        (
            {RULE: "advice:\n  by: bookkeeper\n  measure:\n    source: The till.\n"},
            f"{RULE}:3:3 SR101 'measure' belongs beside 'advice'",
        ),
    ],
)
def test_field_that_stands_in_the_one_above_it_is_told_where_it_belongs(
    check: Lines, files: dict[str, str], told: str
) -> None:
    assert [line for line in check(files) if line.startswith(told)] != []


NOT_A_NUMBER = "is not a number; write 6 percent less as -6, and 2.5 percent more as 2.5"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        *(
            (typed, f"is not a number; write {number}, or -{number} where it becomes less")
            for typed, number in (("6%", "6"), ("6 percent", "6"), ("2,5", "2.5"), ("+6", "6"))
        ),
        ("-0,7 %", "is not a number; write -0.7"),
        *((typed, NOT_A_NUMBER) for typed in ("six", "1e3", "nan", "Infinity", "0x6", "1_0")),
    ],
)
def test_what_is_not_a_percentage_is_told(check: Lines, typed: str, says: str) -> None:
    effect = f"""\
        effect:
          quality: {{direction: better, because: Calm}}
          price:
            direction: lower
            because: One till
            percent: '{typed}'
    """
    assert check({RULE: effect}) == [f"{RULE}:6:14 SR106 '{typed}' {says}"]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("forty", "is not a whole number; write in digits how many rules"),
        ("4.5", "is not a whole number; write in digits how many rules"),
        ("-1", "is too small; 0 is the least"),
        ("10001", "is too large; 10000 is the most"),
        ("9" * 30, "is too large; 10000 is the most"),
    ],
)
def test_what_is_not_a_count_is_told(check: Lines, typed: str, says: str) -> None:
    files = {"rulebook.yaml": f"promises: {{max_rules: {typed}}}\n"}
    assert check(files) == [f"rulebook.yaml:1:23 SR106 '{typed}' {says}"]


def test_count_of_thousands_of_digits_is_told(check: Lines) -> None:
    files = {"rulebook.yaml": f"promises: {{max_rules: {'9' * 5000}}}\n"}
    message = f"'{'9' * 59}…' is too large; 10000 is the most"
    assert check(files) == [f"rulebook.yaml:1:23 SR106 {message}"]


NO_ADDRESS = "is no address; start it with https://, mailto: or tel:"


@pytest.mark.parametrize(
    "typed",
    [
        "jo@shop.example",
        "www.shop.example",
        "//shop.example",
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "https:shop.example",
        "https://",
        "mailto:",
        "mailto:jo@shop.example bcc",
        "https://shop.example\\\\x",
    ],
)
def test_what_is_no_address_is_told(check: Lines, typed: str) -> None:
    files = {"rulebook.yaml": f'publisher: {{name: Bos, url: "{typed}"}}\n'}
    shown = typed.replace("\\\\", "\\")
    assert check(files) == [f"rulebook.yaml:1:29 SR107 '{shown}' {NO_ADDRESS}"]


@pytest.mark.parametrize("typed", ["jo", "@", "@a/b/c", "@a b"])
def test_what_is_no_name_on_github_is_told(check: Lines, typed: str) -> None:
    owners = (
        "owners:\n"
        "  - {id: shop-manager, name: Jo, role: Manager, side: business,\n"
        f"     github: '{typed}'}}\n"
    )
    message = f"'{typed}' is no name on GitHub; write @name"
    assert check({"owners.yaml": owners}) == [f"owners.yaml:3:14 SR107 {message}"]


@pytest.mark.parametrize("typed", ["English", "EN", "en-GB", "e", "engl", "e1"])
def test_what_is_no_language_is_told(check: Lines, typed: str) -> None:
    message = f"'{typed}' is not a code of a language; write it as nl or en"
    files = {"rulebook.yaml": f"languages: [{typed}]\n"}
    assert check(files) == [f"rulebook.yaml:1:13 SR108 {message}"]


@pytest.mark.parametrize("name", [RULE, REQUEST])
def test_id_in_a_file_that_has_one_by_its_name_is_told(check: Lines, name: str) -> None:
    message = "the name of the file is the id; remove this line"
    assert check({name: "id: wait\n"}) == [f"{name}:1:1 SR203 {message}"]
