import pytest

from spelregels.lexicon import DUTCH, ENGLISH, LEXICONS, Lexicon, Role, find_lexicon, tokenize


def words_of(text: str, lexicon: Lexicon = ENGLISH) -> list[str]:
    return [token.text for token in tokenize(text, lexicon)]


def test_words_numbers_and_signs_are_told_apart_in_small_letters() -> None:
    assert words_of("Pay €1,000.50 (at 9:30) or 5%!") == [
        "pay", "€", "1,000.50", "(", "at", "9:30", ")", "or", "5", "%", "!",
    ]  # fmt: skip


def test_phrase_is_one_word_and_the_longest_wins() -> None:
    tokens = tokenize("No later than 5 working days", ENGLISH)
    assert [(token.text, token.role) for token in tokens] == [
        ("no later than", Role.MOST),
        ("5", None),
        ("working days", None),
    ]


def test_month_keeps_its_capital_where_it_is_one() -> None:
    assert words_of("May I come in May, or on 3 May? You May.") == [
        "may", "i", "come", "in", "May", ",", "or", "on", "3", "May", "?", "you", "may", ".",
    ]  # fmt: skip


def test_accent_and_apostrophe_may_be_written_in_two_ways() -> None:
    assert words_of("Vo\u0301o\u0301r e\u0301e\u0301n", DUTCH) == ["vóór", "één"]
    assert words_of("Don\u2019t") == words_of("Don't") == ["don't"]


def test_number_of_an_entry_and_an_address_say_nothing() -> None:
    assert words_of("1. Wait.\n2. See [this](https://a.example/9) or https://b.example/8\n") == [
        ".", "wait", ".", ".", "see", "this", "or",
    ]  # fmt: skip


def test_number_at_the_start_of_a_line_that_counts_nothing_stays() -> None:
    assert words_of("Wait at most\n30. Then go.") == [
        "wait",
        "at most",
        "30",
        ".",
        "then",
        "go",
        ".",
    ]


def test_language_without_a_lexicon_has_words_and_numbers() -> None:
    assert [token.role for token in tokenize("Il faut attendre 5 jours", find_lexicon("fr"))] == (
        [None] * 5
    )


@pytest.mark.parametrize("language", LEXICONS)
def test_lexicon_knows_no_phrase_longer_than_is_looked_for(language: str) -> None:
    lexicon = LEXICONS[language]
    phrases = (*lexicon.roles, *lexicon.after, *lexicon.units)
    assert [phrase for phrase in phrases if len(phrase.split()) > 3] == []


@pytest.mark.parametrize("language", LEXICONS)
def test_word_of_the_lexicon_is_read_as_that_word(language: str) -> None:
    lexicon = LEXICONS[language]
    for phrase in (*lexicon.roles, *lexicon.after, *lexicon.units, *lexicon.numbers):
        assert words_of(phrase, lexicon) == [phrase]
