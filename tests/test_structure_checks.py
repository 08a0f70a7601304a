"""The checks on how much a rulebook asks, of whom, and who answers for it."""

import json
import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from textwrap import indent

import pytest

from conftest import Lines
from rulebooks import BASE, REQUEST, RULE, freeze_draft, write_fragments, write_rulebook
from spelregels.checks import run_checks
from spelregels.checks.customers import find_customer, find_own_names
from spelregels.clock import EPOCH_VARIABLE
from spelregels.loader import load_rulebook

OWNERS = "owners.yaml"
SETTINGS = "rulebook.yaml"
NO_DOGS = "rules/no-dogs.yaml"
EDITION = "editions/2026.1.json"
TODAY = datetime(2027, 1, 1, tzinfo=UTC)
IN_FORCE = "2026-03-02"
OF_PROSE = re.compile(r"\bSR3(0[4-9]|1[0-7]) ")
"""The checks that judge the words of a text, which have tests of their own."""


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EPOCH_VARIABLE, str(int(TODAY.timestamp())))


@pytest.fixture
def check(check: Lines) -> Lines:
    """Check the base with fragments laid over it, all but how its texts are written."""
    return lambda files: [line for line in check(files) if not OF_PROSE.search(line)]


def in_dutch(folder: Path) -> list[str]:
    told = run_checks(load_rulebook(folder, TODAY.date()), "nl")
    lines = [f"{diagnostic.code} {diagnostic.message}" for diagnostic in told]
    return [line for line in lines if not OF_PROSE.search(line)]


def in_two_languages(**texts: str) -> dict[str, str]:
    """Return a rulebook in Dutch and English, with `texts` for the rule by their language."""
    both = "\n".join(f"  {language}: {text}" for language, text in texts.items())
    return {
        SETTINGS: """\
            name: {nl: De regels, en: The rules}
            languages: [nl, en]
            chapters: [{id: counter, title: {nl: Toonbank, en: Counter}}]
            audiences: [{id: everyone, title: {nl: Iedereen, en: Everyone}}]
        """,
        OWNERS: """\
            owners:
              - id: shop-manager
                name: Jo Bos
                role: {nl: Bedrijfsleider, en: Manager}
                side: business
        """,
        RULE: f"""\
rule:
{both}
title: {{nl: Wacht op je beurt, en: Wait your turn}}
rationale: {{nl: Niemand kan er twee tegelijk bedienen., en: Nobody can serve two at a time.}}
effect:
  quality:
    direction: better
    because: {{nl: Iedereen krijgt alle aandacht., en: Everyone gets full attention.}}
  price: {{direction: lower, because: {{nl: Eén paar handen is genoeg., en: Two hands will do.}}}}
without: {{nl: De luidste zou voorgaan., en: The loudest would go first.}}
""",
        REQUEST: """\
            asked: {nl: Mag ik voorgaan?, en: May I go first?}
            because: {nl: De anderen waren er eerder., en: The others were here before you.}
        """,
    }


def several(names: Iterable[str], fragment: str) -> dict[str, str]:
    return {f"rules/{name}.yaml": fragment for name in names}


def only(code: str, lines: list[str]) -> list[str]:
    return [line for line in lines if f" {code} " in line]


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
    texts = {"nl": "Wacht.", "en": "Wait.", language: block}
    line = 3 if language == "en" else 2
    expected = [
        f"{RULE}:{line}:7 SR321 a second rule begins here with '{words}'; "
        "give it a file of its own, with reasons of its own"
    ]
    assert only("SR321", check(in_two_languages(**texts))) == (expected if words else [])


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


# Exceptions that leave something open

CONDITIONS = "under which conditions it is granted ('conditions')"
PRICE = "what it costs ('price')"
DECIDER = "who decides ('decided_by')"


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ("when: You are ill.", [CONDITIONS, PRICE, DECIDER]),
        ("when: You are ill.\n    conditions: [You call us.]", [PRICE, DECIDER]),
        ("when: You are ill.\n    conditions: []\n    price: Nothing.", [CONDITIONS, DECIDER]),
        (
            "when: You are ill.\n    conditions: [You call us.]\n    decided_by: shop-manager",
            [PRICE],
        ),
        (
            "when: You are ill.\n    conditions: [You call us.]\n    price: Nothing.\n"
            "    decided_by: shop-manager",
            [],
        ),
    ],
)
def test_exception_says_all_that_it_leaves_open(
    check: Lines, fields: str, missing: list[str]
) -> None:
    line = f"{RULE}:2:5 SR322 this exception does not say {', '.join(missing)}"
    assert check({RULE: f"exceptions:\n  - {fields}\n"}) == ([line] if missing else [])


def test_each_exception_is_told_by_itself(check: Lines) -> None:
    complete = "{when: A b., conditions: [C d.], price: Nothing., decided_by: shop-manager}"
    text = f"exceptions:\n  - when: You are ill.\n  - {complete}\n  - when: You are late.\n"
    assert [line.partition(" this")[0] for line in check({RULE: text})] == [
        f"{RULE}:2:5 SR322",
        f"{RULE}:4:5 SR322",
    ]


@pytest.mark.parametrize(
    "fragment",
    [
        "exceptions:\n  - when: You are ill.\n    condition: [You call us.]\n",
        "exceptions:\n  - {}\n",
        "status: withdrawn\nwithdrawn: {why: No use.}\nexceptions:\n  - when: You are ill.\n",
    ],
)
def test_nothing_is_said_of_an_exception_with_a_fault_or_of_a_withdrawn_rule(
    check: Lines, fragment: str
) -> None:
    assert only("SR322", check({RULE: fragment})) == []


def test_open_exception_is_told_in_dutch(tmp_path: Path) -> None:
    folder = write_fragments(tmp_path, {RULE: "exceptions: [{when: You are ill.}]\n"})
    assert in_dutch(folder) == [
        "SR322 deze uitzondering zegt niet onder welke voorwaarden je haar krijgt ('conditions'), "
        "wat ze kost ('price'), wie erover beslist ('decided_by')"
    ]


# Exceptions for one customer

NAMED = {
    "Jansen BV krijgt het een dag eerder.": "Jansen BV",
    "Als Jansen & Zonen B.V. belt, gaat dat voor.": "Jansen & Zonen B.V.",
    "Het gaat om De Gouden Leeuw VOF.": "Gouden Leeuw VOF",
    "Voor Bakkerij van Dijk v.o.f. geldt dit niet.": "Bakkerij van Dijk v.o.f.",
    "KPN NV vraagt erom.": "KPN NV",
    "De vestiging van Müller GmbH is dicht.": "Müller GmbH",
    "Klant Jansen bestelt voor negen uur.": "Klant Jansen",
    "Je levert aan de klant De Vries.": "klant De Vries",
    "Alleen voor de klant **Pietersen**.": "klant Pietersen",
    "Alleen voor klant 'Pietersen'.": "klant Pietersen",
    "De klanten Jansen en Smit gaan voor.": "klanten Jansen",
    "De cliënt Ahmed Yilmaz komt op maandag.": "cliënt Ahmed Yilmaz",
    "Als huurder Smits later betaalt.": "huurder Smits",
    "De heer Jansen mag eerder komen.": "De heer Jansen",
    "Voor mevrouw van der Berg geldt dit niet.": "mevrouw van der Berg",
    "Meneer de Wit heeft een sleutel.": "Meneer de Wit",
    "Je bent mr. Bakker of je vervangt hem.": "mr. Bakker",
    "Het is voor de familie Jansen.": "familie Jansen",
    "De bestelling is voor klantnummer 1234.": "klantnummer 1234",
    "alleen klantnr. 88 mag dit": "klantnr. 88",
    "Alleen relatienummer AB-1234 mag dit.": "relatienummer AB-1234",
    "Je mailt naar piet.jansen@klant.example.": "piet.jansen@klant.example",
    "je mailt naar piet@klant.example": "piet@klant.example",
    "Mr Smith may come earlier.": "Mr Smith",
    "It is about Mr. Smith's order.": "Mr. Smith",
    "Mrs O'Brien needs a ramp.": "Mrs O'Brien",
    "Dr. Watson asks for it.": "Dr. Watson",
    "Ms Jones is away.": "Ms Jones",
    "Acme Ltd orders more than a hundred.": "Acme Ltd",
    "When Acme Widgets Inc. asks.": "Acme Widgets Inc",
    "Only Blue Sky LLC has this.": "Blue Sky LLC",
    "It is for Tesco plc.": "Tesco plc",
    "Siemens AG has its own door.": "Siemens AG",
    "Total S.A. has its own door.": "Total S.A.",
    "It is meant for customer Johnson.": "customer Johnson",
    "The client Acme pays later.": "client Acme",
    "Our tenant Baker is away.": "tenant Baker",
    "The customers Smith and Jones come first.": "customers Smith",
    "The order is\nfor the customer\nJohnson.": "customer Johnson",
    "Customer no. 88 may do so.": "Customer no. 88",
    "The order is for customer number 4711.": "customer number 4711",
    "You are customer ID 12345.": "customer ID 12345",
    "You write to jane.doe@example.org first.": "jane.doe@example.org",
}
NOT_NAMED = [
    "Je bent een BV of een NV.",
    "Een BV, NV of VOF mag later betalen.",
    "Een Nederlandse BV mag later betalen.",
    "Kleine BV's mogen later betalen.",
    "Bent u een BV?",
    "Je werkt met Windows op een eigen laptop.",
    "De klant Windows laten gebruiken mag.",
    "De klant IT laten bellen mag.",
    "Scharnierhof BV betaalt zelf.",
    "Mevrouw Hoogland beslist binnen een dag.",
    "De Directeur Operatie tekent ervoor.",
    "Meneer de Directeur tekent ervoor.",
    "Je bent klant van Microsoft.",
    "Als klant Nederland verlaat, vervalt dit.",
    "Je bent klant. Jansen is een voorbeeld.",
    "- voor elke klant\n- Alleen op maandag",
    "Voor elke klant\n\nJansen is een voorbeeld.",
    "Als klant U belt.",
    "Je bent huurder. De Vries is een naam.",
    "Je woont in Den Haag en werkt in Utrecht.",
    "Je mailt naar servicedesk@scharnierhof.example.",
    "Je mailt naar voornaam.achternaam@scharnierhof.example.",
    "Je mailt naar marijke.hoogland@scharnierhof.example.",
    "Je mailt naar spelregels@scharnierhof.example.",
    "Een klantnummer van 8 cijfers is genoeg.",
    "Een klantnummer 10 cijfers lang is genoeg.",
    "Apparaten b.v. een tablet.",
    "De PLC van Siemens staat stil, of een Siemens PLC.",
    "De klant Ticket laten maken mag.",
    "Tell the customer Monday at the latest.",
    "The customer Portal shows the price.",
    "Customer Service decides within a day.",
    "If a customer no longer needs it.",
    "Each customer number is unique.",
    "You use a client VPN.",
    "Give the client PC a name.",
    "You use Ms Teams on the road.",
    "A Dutch BV may pay later.",
    "Any Ltd may pay later.",
    "Your company is an LLC.",
    "You run a business as a plc.",
    "You order before 11 am, and pay 12 euros.",
    "You Inc-lude the number 12.",
    "The customer, Johnson said, is king.",
    "",
]
OWN = find_own_names(load_rulebook(Path(__file__).parents[1] / "rulebook", TODAY.date()).rulebook)


@pytest.mark.parametrize(("text", "name"), NAMED.items(), ids=NAMED)
def test_single_customer_is_found_in_a_text(text: str, name: str) -> None:
    assert find_customer(text, OWN) == name


@pytest.mark.parametrize("text", NOT_NAMED)
def test_text_that_names_no_single_customer_is_left_alone(text: str) -> None:
    assert find_customer(text, OWN) is None


@pytest.mark.parametrize(
    "text",
    [
        "A" * 20_000,
        "Aa&" * 6_000,
        "A " * 10_000,
        "klant" + " " * 20_000,
        "klantnummer" + " " * 20_000,
        "klant aa de " * 1_500,
        "klant Windows de " * 1_200,
        "Mr " + "de " * 6_000,
        "a." * 10_000 + "@1",
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_takes_no_time(text: str) -> None:
    started = datetime.now(UTC)
    assert find_customer(text, OWN) is None
    assert (datetime.now(UTC) - started).total_seconds() < 1


def exception(when: str, condition: str = "You call us.") -> dict[str, str]:
    return {
        RULE: f"""\
            exceptions:
              - when: {when}
                conditions: ["You come by.", "{condition}"]
                price: Nothing.
                decided_by: shop-manager
        """
    }


@pytest.mark.parametrize(
    ("files", "place", "name"),
    [
        (exception("Acme Ltd is in a hurry."), "2:11", "Acme Ltd"),
        (exception("You are ill.", "Mrs Jones agrees."), "3:34", "Mrs Jones"),
    ],
)
def test_exception_for_one_customer_is_told_where_the_name_stands(
    check: Lines, files: dict[str, str], place: str, name: str
) -> None:
    assert check(files) == [
        f"{RULE}:{place} SR323 this exception names '{name}', and it is the same for everyone; "
        "say what makes the case special, without the name"
    ]


@pytest.mark.parametrize(
    "files",
    [
        exception("Mr Bos is away."),
        exception("Bos Butchers Ltd is closed."),
        exception("You are ill.", "Mrs Fine, the bookkeeper, agrees."),
        {RULE: "rationale: Acme Ltd asked for it, and so did Mrs Jones.\n"},
    ],
)
def test_own_people_and_other_texts_may_be_named(check: Lines, files: dict[str, str]) -> None:
    assert check(files) == []


def test_named_customer_is_told_in_dutch(tmp_path: Path) -> None:
    assert in_dutch(write_fragments(tmp_path, exception("Acme Ltd is in a hurry."))) == [
        "SR323 deze uitzondering noemt 'Acme Ltd', terwijl ze voor iedereen gelijk is; "
        "schrijf op wat het geval bijzonder maakt, zonder de naam"
    ]


# Audiences that no rule is for

AUDIENCES = """\
audiences:
  - {id: everyone, title: Everyone}
  - {id: wholesale, title: Wholesale}
"""


def test_audience_without_a_rule_is_told_where_it_is_defined(check: Lines) -> None:
    assert check({SETTINGS: AUDIENCES, RULE: "applies_to: [everyone]\n"}) == [
        f"{SETTINGS}:3:10 SR324 no active rule applies to 'wholesale'; "
        "take it out, or name it under 'applies_to' of a rule"
    ]


@pytest.mark.parametrize(
    "files",
    [
        {RULE: "title: Wait\n"},
        {RULE: "applies_to: [everyone]\n", NO_DOGS: "title: No dogs\n"},
        {RULE: "applies_to: [everyone]\n", NO_DOGS: "applies_to: [wholesale]\n"},
        {RULE: "applies_to: []\n"},
        {RULE: "status: withdrawn\nwithdrawn: {why: No use.}\napplies_to: [everyone]\n"},
    ],
)
def test_audience_with_a_rule_is_not_idle(check: Lines, files: dict[str, str]) -> None:
    assert check({SETTINGS: AUDIENCES, **files}) == []


@pytest.mark.parametrize("status", ["proposed", "withdrawn\nwithdrawn: {why: No use.}"])
def test_rule_that_is_not_active_is_for_no_audience(check: Lines, status: str) -> None:
    files = {
        RULE: "applies_to: [everyone]\n",
        NO_DOGS: f"applies_to: [wholesale]\nstatus: {status}\n",
    }
    found = check({SETTINGS: AUDIENCES, **files})
    assert [line.partition(" no")[0] for line in found] == [f"{SETTINGS}:3:10 SR324"]


@pytest.mark.parametrize(
    "fragment",
    ["applies_to: [wholesail]\n", "applies_to: wholesale\n", "status: no\napplies_to: []\n"],
)
def test_nothing_is_said_of_audiences_while_it_is_uncertain(check: Lines, fragment: str) -> None:
    files = {SETTINGS: AUDIENCES, RULE: "applies_to: [everyone]\n", NO_DOGS: fragment}
    assert only("SR324", check(files)) == []


def test_idle_audience_is_told_in_dutch(tmp_path: Path) -> None:
    files = {SETTINGS: AUDIENCES, RULE: "applies_to: [everyone]\n"}
    assert in_dutch(write_fragments(tmp_path, files)) == [
        "SR324 geen actieve regel geldt voor 'wholesale'; "
        "haal die groep weg, of noem haar onder 'applies_to' van een regel"
    ]


# Requests and the rules of their day


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
    assert check({RULE: "review_by: 2025-06-30\n"}) == [
        f"{RULE}:1:12 SR411 this rule was to be looked at again by 2025-06-30, "
        "more than a year ago; do so now, and set a new day"
    ]
    assert in_dutch(tmp_path / "rulebook") == [
        "SR411 deze regel zou uiterlijk op 2025-06-30 opnieuw bekeken worden, "
        "meer dan een jaar geleden; doe dat nu, en kies een nieuwe dag"
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
