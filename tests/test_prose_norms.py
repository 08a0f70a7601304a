"""Whether a reason only says what must be done."""

import pytest

from spelregels.prose.norms import find_norm

RULES = {
    "en": ("Bicycles stand in the shed", "Put your bicycle in the shed behind the canteen."),
    "nl": ("Fietsen staan in het schuurtje", "Zet je fiets in het schuurtje bij de kantine."),
}


@pytest.mark.parametrize(
    ("language", "reason", "words"),
    [
        ("en", "A bicycle should stand in a shed, never outdoors.", "bicycle stand shed"),
        ("en", "Make use of our shed. Bicycles are prohibited elsewhere.", "shed bicycles"),
        ("en", "Bicycles must be in the shed. This rule does not apply to me.", "bicycles shed"),
        ("nl", "Een fiets hoort binnen te staan, in het schuurtje.", "fiets schuurtje"),
        ("nl", "Gebruik het schuurtje. Fietsen mogen nergens buiten.", "schuurtje fietsen"),
    ],
)
def test_reason_that_only_says_what_must_be_done_is_told(
    language: str, reason: str, words: str
) -> None:
    assert " ".join(find_norm(reason, RULES[language], language)) == words


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        ("en", "Bicycles should stand in the shed, to keep them dry."),
        ("en", "Bicycles should stand in the shed, so nobody trips."),
        ("en", "Bicycles should stand in the shed; the roof keeps off the rain."),
        ("en", "Bicycles should stand in the shed. The ambulance passes here."),
        ("en", "A visitor should not have to walk around ten bicycles to find our shop."),
        ("en", "Use of the shed costs nothing and bicycles stay dry."),
        ("en", "To let an ambulance pass, bicycles should stand in the shed."),
        ("en", "If bicycles must be moved, the porter loses an hour in the shed."),
        ("en", "The fire brigade must reach every window with a ladder."),
        ("en", "Bicycles should."),
        ("en", "Bicycles should stand in the shed to protect the exit."),
        ("en", "Bicycles must never be an obstacle behind which a fire spreads in the shed."),
        ("nl", "Fietsen moeten in het schuurtje, want de ambulance moet erlangs."),
        ("nl", "Fietsen moeten in het schuurtje vanwege de ambulance."),
        ("nl", "De brandweer moet met een ladder bij elk raam."),
    ],
)
def test_reason_that_says_more_or_something_else_passes(language: str, reason: str) -> None:
    assert find_norm(reason, RULES[language], language) == ()


def test_language_without_words_is_let_be() -> None:
    assert find_norm("A bicycle should stand in a shed.", RULES["en"], "fr") == ()
