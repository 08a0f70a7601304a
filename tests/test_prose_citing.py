"""Whether a text can be seen to cite somebody by its build, whatever the words are."""

import pytest

from spelregels.prose.citing import is_citation
from spelregels.prose.language import find_words_of
from spelregels.prose.text import read_prose


def cites(text: str, language: str) -> bool:
    known = find_words_of(language)
    assert known is not None
    return is_citation(read_prose(text), known)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Follows the semaphore conventions of the Frobnitz platform."),
        ("en", "Required by the tide-gauge licence."),
        ("en", "See `docs/moorings/0007-buoys.md`."),
        ("en", "On the advice of the plumber."),
        ("en", "This is consistent with the widget naming policy, as recommended by Marjolein."),
        ("en", "Accepted practice among glaziers."),
        ("en", "The steward's guideline prescribes this."),
        ("nl", "Volgt de boeienconventies van het Frobnitz-platform."),
        ("nl", "Vastgelegd in het peilschalenreglement."),
        ("nl", "Zie `docs/ligplaatsen/0007-boeien.md`."),
        ("nl", "Op aanraden van de loodgieter."),
        ("nl", "Dit is in lijn met het widgetbeleid, op verzoek van Marjolein."),
        ("nl", "Algemeen aanvaarde norm onder glazeniers."),
        ("nl", "Het rentmeestersreglement schrijft dit voor."),
    ],
)
def test_phrase_that_leads_to_a_source_is_a_citation(language: str, text: str) -> None:
    assert cites(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Follows the order of the alphabet."),
        ("en", "Follows the timetable of the ferry, which leaves at ten."),
        ("en", "Required by the lift to close its doors."),
        ("en", "On the advice of the plumber, who found a leak."),
        ("en", "Under the policy, wet floors cost us customers."),
        ("en", "The fire code allows eighty people in here."),
        ("en", "Based on the standard, a pallet weighs at most 900 kg."),
        ("en", "Follows."),
        ("nl", "Volgt de volgorde van het alfabet."),
        ("nl", "Op aanraden van de loodgieter, die een lek vond."),
        ("nl", "Volgens het reglement lekt er anders water in de kelder."),
        ("nl", "Het bestek vraagt om een tweede deur naar de tuin van de buren."),
    ],
)
def test_text_that_goes_on_is_no_citation(language: str, text: str) -> None:
    assert not cites(text, language)
