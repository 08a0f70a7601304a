import pytest
from hypothesis import given
from hypothesis import strategies as st

from spelregels.prose.leaning import Leaning, find_price_leaning, find_quality_leaning

NOTHING = Leaning()


@pytest.mark.parametrize(
    ("language", "text", "leaning"),
    [
        ("en", "It is safer.", Leaning(up=("safer",))),
        ("en", "People are served slower.", Leaning(down=("slower",))),
        ("en", "People make mistakes and wait.", Leaning(down=("mistakes", "wait"))),
        ("en", "Faster. Mistakes and delays.", Leaning(("faster",), ("mistakes", "delays"))),
        ("en", "No errors, no delays.", Leaning(up=("errors", "delays"))),
        ("en", "Nobody waits and no meat spoils.", Leaning(up=("waits", "spoils"))),
        ("en", "Mistakes and delays disappear.", Leaning(up=("mistakes", "delays"))),
        ("en", "Customers have to wait longer.", Leaning(down=("have to wait longer",))),
        ("en", "Not faster.", Leaning(down=("faster",))),
        ("nl", "Het gaat trager.", Leaning(down=("trager",))),
        ("nl", "Er zijn fouten en klachten.", Leaning(down=("fouten", "klachten"))),
        ("nl", "Er zijn minder fouten en klachten.", Leaning(up=("fouten", "klachten"))),
        ("nl", "Klanten moeten langer wachten.", Leaning(down=("langer wachten",))),
        ("nl", "Fouten en storingen verdwijnen.", Leaning(up=("fouten", "storingen"))),
    ],
)
def test_words_of_gain_and_loss_tell_what_becomes_of_quality(
    language: str, text: str, leaning: Leaning
) -> None:
    assert find_quality_leaning(text, language) == leaning


@pytest.mark.parametrize(
    ("language", "text", "leaning"),
    [
        ("en", "There is a fee, and overtime.", Leaning(up=("fee", "overtime"))),
        ("en", "We save 12 euros.", Leaning(down=("save",))),
        ("en", "With two vans fewer we save 12 euros.", NOTHING),
        ("en", "It avoids a surcharge.", Leaning(down=("surcharge", "avoids"))),
        ("en", "No fees and no overtime.", Leaning(down=("fees", "overtime"))),
        ("en", "We pay 90 euros a month more.", Leaning(up=("pay", "a month more"))),
        ("en", "The plan costs 21 euros a month.", Leaning(up=("costs",))),
        ("en", "The plan costs £21 a month.", Leaning(up=("costs",))),
        ("en", "It costs us a lot of time.", NOTHING),
        ("en", "The plan used to cost 21 euros a month.", NOTHING),
        ("en", "We no longer pay 21 euros.", NOTHING),
        ("nl", "Het is duurder.", Leaning(up=("duurder",))),
        ("nl", "Er komt een toeslag bij.", Leaning(up=("toeslag",))),
        ("nl", "Zonder toeslag.", Leaning(down=("toeslag",))),
        ("nl", "Het scheelt een euro.", Leaning(down=("scheelt",))),
        ("nl", "De lezers kosten 10.000 euro per jaar.", Leaning(up=("kosten",))),
        ("nl", "De lezers kostten 10.000 euro per jaar.", NOTHING),
        ("nl", "Zonder lezers kosten pasjes niets.", NOTHING),
    ],
)
def test_words_of_money_tell_what_becomes_of_the_price(
    language: str, text: str, leaning: Leaning
) -> None:
    assert find_price_leaning(text, language) == leaning


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "One mistake."),
        ("en", "Fewer mistakes."),
        ("nl", "Eén fout."),
        ("nl", "Minder fouten."),
    ],
)
def test_single_word_that_weighs_little_says_too_little(language: str, text: str) -> None:
    assert find_quality_leaning(text, language) == NOTHING


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It is slower, but nobody minds."),
        ("en", "Slower than the competition, although only in summer."),
        ("nl", "Het gaat trager, maar niemand klaagt."),
        ("nl", "Hoewel het trager gaat, klaagt niemand."),
    ],
)
def test_text_that_weighs_one_thing_against_another_leans_to_neither(
    language: str, text: str
) -> None:
    assert find_quality_leaning(text, language) == NOTHING


def test_text_that_turns_round_what_is_in_no_list_leans_to_neither() -> None:
    """It may well be that what is avoided is what makes it slower."""
    assert find_quality_leaning("We prevent paperwork. Slower.", "en") == NOTHING


def test_accents_of_stress_and_capitals_make_no_difference() -> None:
    assert find_quality_leaning("Véél TRÁGER.", "nl") == Leaning(down=("trager",))


@pytest.mark.parametrize("text", ["", "Sausages.", "***"])
def test_text_without_such_words_leans_to_neither(text: str) -> None:
    assert find_quality_leaning(text, "en") == find_price_leaning(text, "nl") == NOTHING


def test_language_without_lists_leans_to_neither() -> None:
    assert find_quality_leaning("slower slower mistakes", "de") == NOTHING


@given(st.text(max_size=80), st.sampled_from(["en", "nl", "de"]))
def test_no_text_is_too_odd_to_be_weighed(text: str, language: str) -> None:
    find_quality_leaning(text, language)
    find_price_leaning(text, language)
