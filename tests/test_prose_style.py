import pytest
from hypothesis import given
from hypothesis import strategies as st

from spelregels.prose.style import find_office_words, find_piled_passives, find_terms

OFFICE: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("en", "Take a number prior to taking a seat.", {"prior to": "before"}),
    ("en", "Wait in  accordance\nwith the sign.", {"in accordance with": "by, or under"}),
    ("en", "SHALL wait; shall not push.", {"shall": "must, or will"}),
    (
        "en",
        "Pursuant to the sign, you must utilise a ticket.",
        {"pursuant to": "under, or because of", "utilise": "use"},
    ),
    ("en", "Priors, to the shallow marshall.", {}),
    ("en", "The sub-shall is not a word, and `shall` is code.", {}),
    ("en", "Indien u wacht.", {}),
    ("nl", "U dient te wachten.", {"dient te": "moet"}),
    (
        "nl",
        "Het hek dient door u gesloten te worden.",
        {"dient door u gesloten te worden": "moet … worden"},
    ),
    ("nl", "Het hek dient de rust. Het hoeft niet op slot te worden gedaan.", {}),
    ("nl", "Indien u reeds wacht.", {"indien": "als", "reeds": "al"}),
    ("nl", "DERHALVE wacht u.", {"derhalve": "dus, of daarom"}),
    ("nl", "Wij dienen soep, te heet gegeten.", {}),
    ("nl", "You shall wait.", {}),
    ("de", "You shall wait, indien.", {}),
)


@pytest.mark.parametrize(("language", "text", "found"), OFFICE)
def test_office_word_is_told_with_the_plain_one(
    language: str, text: str, found: dict[str, str]
) -> None:
    assert sorted(find_office_words(text, language)) == sorted(found.items())


@pytest.mark.parametrize(
    ("language", "text", "participles"),
    [
        ("en", "Your order is checked first and is then prepared.", ("checked", "prepared")),
        ("en", "It is decided after it has been checked.", ("decided", "checked")),
        ("en", "Rules are made and letters are sent out.", ("made", "sent")),
        ("nl", "Er wordt gebeld en dan wordt het brood gebracht.", ("gebeld", "gebracht")),
        ("nl", "Het wordt besloten nadat het werd opgemeten.", ("besloten", "opgemeten")),
    ],
)
def test_sentence_with_two_passives_is_told_with_their_participles(
    language: str, text: str, participles: tuple[str, ...]
) -> None:
    assert list(find_piled_passives(f"Wait. {text} Go.", language)) == [(text, participles)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Your order is checked by Jo."),
        ("en", "Your order is checked. Then it is prepared."),
        ("en", "The need is great and the speed is high."),
        ("en", "We checked it and prepared it."),
        ("en", "Everyone is here and everything is fresh."),
        ("nl", "Je bestelling wordt gecontroleerd."),
        ("nl", "Je bestelling wordt bekeken. Dan wordt zij gebracht."),
        ("nl", "Je wordt wijs en je wordt ziek."),
        ("nl", "We hebben het gecontroleerd en gebracht."),
        ("de", "Es is checked and is prepared."),
    ],
)
def test_one_passive_in_a_sentence_is_fine(language: str, text: str) -> None:
    assert list(find_piled_passives(text, language)) == []


@pytest.mark.parametrize(
    ("language", "text", "terms"),
    [
        ("en", "Wait until the POS calls, or the other POS.", ["POS"]),
        ("en", "Two VoIP lines and three SLAs.", ["VoIP", "SLAs"]),
        ("en", "Each server has a firewall; a Server.", ["server", "firewall"]),
        ("nl", "De SLA van de backend.", ["SLA", "backend"]),
        ("en", "The POS (point of sale) calls; POS again.", []),
        ("en", "Our point of sale (POS) calls.", []),
        ("en", "A PDF on the TV of the IT side at 5 PM.", []),
        ("en", "You MUST wait, ALWAYS.", []),
        ("nl", "Je bent VERPLICHT te wachten.", []),
        ("en", "WAIT UNTIL THE POS CALLS.", []),
        ("en", "Type `POS`, or write to jo@POS.example.", []),
        ("en", "Jo Bos sells A4 paper.", []),
        ("de", "Die POS hat einen server.", []),
    ],
)
def test_term_is_told_where_the_text_does_not_explain_it(
    language: str, text: str, terms: list[str]
) -> None:
    assert list(find_terms(text, language)) == terms


@given(st.text(max_size=120), st.sampled_from(["en", "nl", "de"]))
def test_no_text_is_too_odd_for_style(text: str, language: str) -> None:
    for find in (find_office_words, find_piled_passives, find_terms):
        list(find(text, language))
