"""The checks on how much a rulebook asks: rules that are many, long, or two in one."""

import json
from datetime import UTC, datetime
from pathlib import Path
from textwrap import indent

import pytest

from conftest import Lines
from rulebooks import RULE, write_fragments
from structure import (
    NO_DOGS,
    SETTINGS,
    in_dutch,
    in_two_languages,
    only,
    several,
    without_prose,
)

pytestmark = pytest.mark.usefixtures("new_year")


@pytest.fixture
def check(check: Lines) -> Lines:
    return without_prose(check)


# The rule budget


def letters(number: int) -> list[str]:
    return [f"rule-{index}" for index in range(number - 1)]


@pytest.mark.parametrize(
    ("rules", "budget", "expected"),
    [
        (
            3,
            1,
            [
                f"{SETTINGS}:1:23 SR318 the number of active rules is 3, and 1 is the most that "
                "was promised; withdraw or combine rules until 2 fewer are left"
            ],
        ),
        (
            10,
            11,
            [
                f"{SETTINGS}:1:23 SR319 the number of active rules is 10, and 11 is the most that "
                "was promised; see which rule may go before the next one comes"
            ],
        ),
        (
            2,
            2,
            [
                f"{SETTINGS}:1:23 SR319 the number of active rules is 2, and 2 is the most that "
                "was promised; see which rule may go before the next one comes"
            ],
        ),
        (8, 9, []),
        (1, 40, []),
    ],
)
def test_rules_are_counted_against_the_promise(
    check: Lines, rules: int, budget: int, expected: list[str]
) -> None:
    files = several(letters(rules), "title: Another rule\n")
    assert check({SETTINGS: f"promises: {{max_rules: {budget}}}\n", **files}) == expected


@pytest.mark.parametrize("status", ["proposed", "withdrawn\nwithdrawn: {why: It was too much.}"])
def test_only_active_rules_count(check: Lines, status: str) -> None:
    files = several(letters(5), f"title: Another rule\nstatus: {status}\n")
    assert check({SETTINGS: "promises: {max_rules: 2}\n", **files}) == []


def test_rule_whose_status_cannot_be_read_does_not_count(check: Lines) -> None:
    files = {SETTINGS: "promises: {max_rules: 1}\n", NO_DOGS: "status: [active]\n"}
    assert only("SR318", check(files)) == []


def test_budget_is_told_in_dutch(tmp_path: Path) -> None:
    over = write_fragments(tmp_path / "over", {SETTINGS: "promises: {max_rules: 0}\n"})
    near = write_fragments(tmp_path / "near", {SETTINGS: "promises: {max_rules: 1}\n"})
    assert in_dutch(over) == [
        "SR318 het aantal actieve regels is 1, terwijl er hoogstens 0 beloofd zijn; "
        "trek regels in of voeg ze samen, tot het er 1 minder zijn"
    ]
    assert in_dutch(near) == [
        "SR319 het aantal actieve regels is 1, terwijl er hoogstens 1 beloofd zijn; "
        "kijk welke regel weg kan voordat de volgende erbij komt"
    ]


# Long rules

SENTENCE = "Wait here until you are called. "


def long(words: int) -> str:
    return " ".join((SENTENCE * 30).split()[:words])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (long(121), 121),
        (long(150), 150),
        (long(120), None),
        (long(119) + " **b** [c](https://shop.example/a 'd e f g')", 121),
        (long(119) + " - * | [c](https://shop.example/a 'd e f g')", None),
    ],
)
def test_long_rule_is_told_with_its_number_of_words(
    check: Lines, text: str, number: int | None
) -> None:
    expected = [
        f"{RULE}:1:7 SR320 this text has {number} words, and 120 is the most that people "
        "remember; keep what everyone must know, and move the rest"
    ]
    found = check({RULE: f'rule: "{text}"\n'})
    assert only("SR320", found) == (expected if number else [])


def test_words_of_a_table_and_the_addresses_below_a_text_are_counted_as_they_are_seen(
    check: Lines,
) -> None:
    table = "a | b | c\n--|---|--\n" + "one|two|three\n" * 40 + "\n[web]: https://shop.example/\n"
    found = check({RULE: f"rule: |\n{indent(table, '  ')}"})
    assert [line.partition(", and")[0] for line in only("SR320", found)] == [
        f"{RULE}:1:7 SR320 this text has 123 words"
    ]


def test_long_rule_is_told_in_each_language_and_not_of_what_is_withdrawn(tmp_path: Path) -> None:
    text = "Wacht hier tot je naam klinkt. " * 25
    files = in_two_languages(nl=text, en=SENTENCE)
    assert [line for line in in_dutch(write_fragments(tmp_path, files)) if "SR320" in line] == [
        "SR320 deze tekst telt 150 woorden, en meer dan 120 onthoudt niemand; "
        "houd over wat iedereen moet weten, en verplaats de rest"
    ]
    files[RULE] += "status: withdrawn\nwithdrawn: {why: {nl: Te lang., en: Too long.}}\n"
    assert "SR320" not in str(in_dutch(write_fragments(tmp_path, files)))


# Two rules in one

TWO_IN_ENGLISH = {
    "Wait your turn. In addition, pay before you leave.": "In addition",
    "Wait your turn. Additionally you pay before you leave.": "Additionally",
    "Wait your turn; moreover, pay before you leave.": "moreover",
    "Wait your turn. And furthermore pay at once.": "And furthermore",
    "Wait your turn and furthermore pay at once.": "and furthermore",
    "Wait your turn, and in addition you pay at once.": "and in addition",
    "Wait your turn, furthermore you pay at once.": "furthermore",
    "Wait your turn. Besides, nobody calls out.": "Besides",
    "Wait your turn. Another rule is that you pay.": "Another rule is",
    "Wait your turn. This also applies: pay at once.": "also applies",
    "Wait your turn, as well as the duty to pay.": "as well as the duty",
    "Wait your turn.\n\nFurthermore, pay at once.": "Furthermore",
    "- Wait your turn.\n- Moreover, pay at once.": "Moreover",
    "Wait your turn. Also, you pay at once.": "Also",
    "Wait your turn (in addition, pay at once).": "in addition",
    "Wait your *turn*: **moreover**, pay at once.": "moreover",
    "Wait your turn in addition to paying.": None,
    "Wait your turn. In addition to cash we take cards.": None,
    "Besides the manager, nobody may pass.": None,
    "Nobody passes. Besides the manager, that is.": None,
    "The manager, moreover, has a key.": None,
    "What you pay in addition is for the bag.": None,
    "You pay five euros in addition.": None,
    "Furthermore, wait.": None,
    "This also applies on Sundays.": None,
    "The addition of salt is moreover forbidden.": None,
}
TWO_IN_DUTCH = {
    "Wacht op je beurt. Bovendien betaal je meteen.": "Bovendien",
    "Wacht op je beurt en bovendien moet je meteen betalen.": "en bovendien",
    "Wacht op je beurt, en bovendien betaal je meteen.": "en bovendien",
    "Wacht op je beurt, bovendien betaal je meteen.": "bovendien",
    "Wacht op je beurt. Daarnaast betaal je meteen.": "Daarnaast",
    "Wacht op je beurt; tevens betaal je meteen.": "tevens",
    "Wacht op je beurt. Voorts betaal je meteen.": "Voorts",
    "Wacht op je beurt. Verder geldt dat je meteen betaalt.": "Verder geldt",
    "Wacht op je beurt. Verder betaal je meteen.": "Verder",
    "Wacht op je beurt. Verder dan de streep kom je niet.": None,
    "Wacht op je beurt. Ook geldt dat je meteen betaalt.": "Ook geldt",
    "Wacht op je beurt en daarnaast moet je betalen.": "en daarnaast",
    "Je hebt de plicht te wachten, evenals de plicht te betalen.": "evenals de plicht",
    "Wacht op je beurt. Een andere regel is dat je betaalt.": "Een andere regel is",
    "- Wacht op je beurt.\n- Bovendien betaal je meteen.": "Bovendien",
    "Het vlees is goedkoop en bovendien vers.": None,
    "Je krijgt bovendien een bon.": None,
    "Leg je tas op de plank daarnaast.": None,
    "Links hangt je jas. Daarnaast staat de prullenbak.": None,
    "Links hangt je jas en daarnaast vind je de prullenbak.": None,
    "De directeur, tevens budgethouder, beslist.": None,
    "De chef is baas en tevens kassier.": None,
    "Deze regel geldt ook voor de chef, die ook geldt als klant.": None,
    "Het duurt verder geldt dan uren.": None,
    "Bovendien wacht je.": None,
    "Je neemt je jas mee, evenals de tas.": None,
}


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        *(("en", text, words) for text, words in TWO_IN_ENGLISH.items()),
        *(("nl", text, words) for text, words in TWO_IN_DUTCH.items()),
    ],
)
def test_words_that_join_a_second_rule_are_quoted(
    check: Lines, language: str, text: str, words: str | None
) -> None:
    block = f"|\n{indent(text, '    ')}"
    files = in_two_languages(**{"nl": "Wacht.", "en": "Wait.", language: block})
    before = files[RULE].partition(words or "-")[0].split("\n")
    expected = [
        f"{RULE}:{len(before)}:{len(before[-1]) + 1} SR321 a second rule begins here with "
        f"'{words}'; give it a file of its own, with reasons of its own"
    ]
    assert only("SR321", check(files)) == (expected if words else [])


def test_each_language_is_read_by_its_own_words(check: Lines) -> None:
    files = in_two_languages(
        nl="Wacht op je beurt. Moreover, dit is Engels.",
        en="Wait your turn. Bovendien, this is Dutch.",
    )
    assert only("SR321", check(files)) == []
    foreign = {SETTINGS: "languages: [fr]\n", RULE: "rule: Attends. Moreover, paie.\n"}
    assert only("SR321", check(foreign)) == []


def test_two_rules_in_one_are_told_in_dutch_and_not_of_what_is_withdrawn(tmp_path: Path) -> None:
    text = "rule: Wait your turn. Moreover, pay.\n"
    assert in_dutch(write_fragments(tmp_path, {RULE: text})) == [
        "SR321 hier begint met 'Moreover' een tweede regel; "
        "geef die een eigen bestand, met een eigen waarom"
    ]
    withdrawn = f"{text}status: withdrawn\nwithdrawn: {{why: Nobody could wait.}}\n"
    assert in_dutch(write_fragments(tmp_path, {RULE: withdrawn})) == []


@pytest.mark.parametrize(
    "part",
    [
        "\n",
        " ",
        ". ",
        ".",
        "*",
        ", en ",
        " en",
        "](",
        "[\n",
        "a|",
        "\n- ",
        "\n1",
        "en bovendien ",
        "(",
        "a\t",
    ],
)
def test_hostile_rule_takes_no_time(check: Lines, part: str) -> None:
    text = f"moreover bovendien {part * (18_000 // len(part))}"
    started = datetime.now(UTC)
    check({RULE: f"rule: {json.dumps(text)}\n"})
    assert (datetime.now(UTC) - started).total_seconds() < 2
