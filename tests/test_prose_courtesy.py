import pytest

from spelregels.prose.courtesy import drop_courtesy
from spelregels.prose.hollow import Kind, find_hollowness
from spelregels.prose.language import find_words_of
from spelregels.prose.text import read_prose

HOPED = "We understand that you were hoping for it"
GEHOOPT = "We begrijpen dat je erop hoopte"


@pytest.mark.parametrize(
    ("language", "text", "left"),
    [
        ("en", f"{HOPED}, but it is our policy.", "it is our policy"),
        ("en", "Thank you for asking! The manager decided it.", "The manager decided it"),
        ("en", "The freezer is full; please contact Jo.", "The freezer is full;"),
        ("nl", f"{GEHOOPT}, maar het is beleid.", "het is beleid"),
        ("nl", "Bedankt voor het meedenken. De vriezer is vol.", "De vriezer is vol"),
    ],
)
def test_what_is_only_kind_is_left_out(language: str, text: str, left: str) -> None:
    known = find_words_of(language)
    assert known is not None
    assert drop_courtesy(read_prose(text), known).text == left


@pytest.mark.parametrize(
    "text", ["Thank you for your patience.", "We thank the farmer.", "Kind people wait."]
)
def test_text_that_is_nothing_else_is_left_whole(text: str) -> None:
    known = find_words_of("en")
    assert known is not None
    assert drop_courtesy(read_prose(text), known).text == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"{HOPED}, but it is our policy."),
        ("en", "Thank you for thinking along! The manager decided it."),
        ("nl", f"{GEHOOPT}, maar het is beleid."),
        ("nl", "Bedankt voor het meedenken. De directie heeft dit besloten."),
    ],
)
def test_courtesy_hides_no_appeal(language: str, text: str) -> None:
    found = find_hollowness(text, language)
    assert found is not None
    assert found.kind is Kind.APPEAL


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"{HOPED}, but the freezer is full."),
        ("en", "We appreciate your patience, because one butcher serves all."),
        ("nl", f"{GEHOOPT}, maar de vriezer is vol."),
    ],
)
def test_courtesy_takes_no_reason_away(language: str, text: str) -> None:
    assert find_hollowness(text, language) is None
