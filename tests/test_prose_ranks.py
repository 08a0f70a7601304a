"""Whether a text gives something to whoever has a rank."""

import pytest

from spelregels.prose.ranks import find_rank


@pytest.mark.parametrize(
    ("language", "text", "rank"),
    [
        ("en", "Ask first, except for the directors.", "except for the directors"),
        ("en", "You are a head of department or ill.", "you are a head of department"),
        ("nl", "Behalve aan de directie lenen we niets uit.", "behalve aan de directie"),
        ("nl", "Je zit in schaal 12 of hoger.", "je zit in schaal"),
        ("nl", "Je bent directeur.", "je bent directeur"),
        ("en", "You are ill and know a director.", ""),
        ("en", "The director decides.", ""),
        ("en", "You are in a hurry. Directors are not.", ""),
        ("nl", "Je bent ziek en de directie weet het.", ""),
        ("nl", "De directie beslist.", ""),
        ("fr", "Vous êtes directeur.", ""),
    ],
)
def test_rank_behind_what_one_is_is_told(language: str, text: str, rank: str) -> None:
    assert find_rank(text, language) == rank
