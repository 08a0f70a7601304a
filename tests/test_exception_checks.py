"""The checks on exceptions: what they leave open, and whom they are for."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from conftest import Lines
from rulebooks import RULE, write_fragments
from spelregels.checks.customers import find_customer, find_own_names
from spelregels.loader import load_rulebook
from structure import TODAY, in_dutch, in_two_languages, only, without_prose

pytestmark = pytest.mark.usefixtures("new_year")


@pytest.fixture
def check(check: Lines) -> Lines:
    return without_prose(check)


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
        *(
            (
                f"when: You are ill.\n    conditions: [You call us.]\n    price: {price}\n"
                "    decided_by: shop-manager",
                [f"what it costs ('price' is '{price}')"] if is_open else [],
            )
            for price, is_open in (
                ("To be agreed.", True),
                ("On request.", True),
                ("It depends.", True),
                ("We will look at that together.", True),
                ("None.", False),
                ("Agreed beforehand, at most 100 euros.", False),
                ("It depends on the weight, at 2 euros a kilo.", False),
            )
        ),
    ],
)
def test_exception_says_all_that_it_leaves_open(
    check: Lines, fields: str, missing: list[str]
) -> None:
    is_price = len(missing) == 1 and "'price' is" in missing[0]
    place = "4:12" if is_price else "2:5"
    line = f"{RULE}:{place} SR322 this exception does not say {', '.join(missing)}"
    assert check({RULE: f"exceptions:\n  - {fields}\n"}) == ([line] if missing else [])


@pytest.mark.parametrize(
    ("conditions", "told"),
    [
        ("[If there is a good reason.]", "If there is a good reason."),
        ("[At our discretion., If necessary.]", "At our discretion."),
        ("[Only if necessary., You call us.]", "Only if necessary."),
        ("[Only if your doctor finds it necessary.]", None),
    ],
    ids=["reason", "both", "one of them", "a doctor"],
)
def test_condition_that_anything_meets_is_none(
    check: Lines, conditions: str, told: str | None
) -> None:
    fields = f"{{when: A b., conditions: {conditions}, price: Nothing., decided_by: shop-manager}}"
    line = (
        f"{RULE}:2:31 SR322 this exception does not say under which conditions it is granted "
        f"('{told}' may be anything)"
    )
    assert check({RULE: f"exceptions:\n  - {fields}\n"}) == ([line] if told else [])


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
    "Je stuurt het naar Van Rijn Kozijnen in Zwolle.": "Van Rijn Kozijnen",
    "Bakker & Zonen krijgt het een dag eerder.": "Bakker & Zonen",
    "It goes to De Vries Construction Ltd first.": "De Vries Construction Ltd",
    "Als Jansen & Zonen B.V. belt, gaat dat voor.": "Jansen & Zonen B.V.",
    "Het gaat om De Gouden Leeuw VOF.": "De Gouden Leeuw VOF",
    "Voor Bakkerij van Dijk v.o.f. geldt dit niet.": "Bakkerij van Dijk v.o.f.",
    "KPN NV vraagt erom.": "KPN NV",
    "Bouwbedrijf Terlouw vraagt erom.": "Bouwbedrijf Terlouw",
    "Peter de Graaf van verkoop mag het.": "Peter de Graaf",
    "De kozijnenfabriek Jansen vraagt erom.": "kozijnenfabriek Jansen",
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
    "Het gaat om Kozijnen of Keukens.",
    "Een BV, NV of VOF mag later betalen.",
    "Een Nederlandse BV mag later betalen.",
    "Kleine BV's mogen later betalen.",
    "Bent u een BV?",
    "Je werkt met Windows op een eigen laptop.",
    "De klant Windows laten gebruiken mag.",
    "Het hoofdgebouw Noord is dicht.",
    "Bel Jan.",
    "The Floor Manager agrees.",
    "In juni en maart mag het.",
    "Het bedrijf Microsoft levert dit.",
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
        (exception("You are ill.", "Mrs Jones agrees."), "3:35", "Mrs Jones"),
    ],
)
def test_exception_for_one_customer_is_told_where_the_name_stands(
    check: Lines, files: dict[str, str], place: str, name: str
) -> None:
    assert check(files) == [
        f"{RULE}:{place} SR323 this exception names '{name}', and it is the same for everyone; "
        "say what makes the case special, without the name"
    ]


def test_customer_who_is_named_in_one_language_is_found_in_the_others(check: Lines) -> None:
    files = in_two_languages(nl="Wacht.", en="Wait.")
    files[RULE] += """\
exceptions:
  - when: {nl: Bouwbedrijf Terlouw vraagt erom., en: The builders Terlouw ask for it.}
    conditions: [{nl: Je belt naar Windows., en: You ring.}]
    price: {nl: Niets., en: Nothing.}
    decided_by: shop-manager
"""
    line = files[RULE].count("\n") - 3
    assert [each.partition(", and")[0] for each in only("SR323", check(files))] == [
        f"{RULE}:{line}:16 SR323 this exception names 'Bouwbedrijf Terlouw'",
        f"{RULE}:{line}:67 SR323 this exception names 'Terlouw'",
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


@pytest.mark.parametrize(
    ("fragment", "line"),
    [
        ("rule: Wait in line, except the board.\n", "1:21 SR328 'except the board'"),
        ("exceptions: [{when: You are a director., FIELDS}]\n", "1:21 SR328 'you are a director'"),
        ("exceptions: [{when: You are ill and know a director., FIELDS}]\n", None),
        ("rule: The director decides.\n", None),
        ("rule: You are in a hurry. A director is not.\n", None),
    ],
)
def test_exception_for_a_rank_is_told(check: Lines, fragment: str, line: str | None) -> None:
    fields = "conditions: [You call us.], price: Nothing., decided_by: shop-manager"
    found = only("SR328", check({RULE: fragment.replace("FIELDS", fields)}))
    assert found == ([f"{RULE}:{line} is a rank, and rules are the same for all"] if line else [])
