import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora import load_corpus
from spelregels.prose.reading import (
    FEWEST_WORDS,
    LONGEST_SENTENCE,
    find_hardest_sentence,
    find_long_sentences,
    find_reading_score,
)

ANY = 1_000
"""Below this is every score."""


@pytest.mark.parametrize(
    ("language", "text", "score"),
    [
        # 20 words in 4 sentences, 20 syllables: 206.835 - 1.015 x 5 - 84.6 x 1 = 117.2
        ("en", "The cat sat on it. " * 4, 100),
        # 20 words in 2 sentences, 30 syllables: 206.835 - 1.015 x 10 - 84.6 x 1.5 = 69.8
        ("en", "Water a water a water a water a water a. " * 2, 70),
        # 20 words in 1 sentence, 30 syllables: 206.835 - 1.015 x 20 - 84.6 x 1.5 = 59.6
        ("en", "water a " * 10, 60),
        # 24 words in 2 sentences, 44 syllables: 206.835 - 1.015 x 12 - 84.6 x 1.83 = 39.6
        ("en", "Water information a a water water a a a water a information. " * 2, 40),
        # 20 words in 1 sentence, 80 syllables: 206.835 - 1.015 x 20 - 84.6 x 4 = -151.9
        ("en", "information " * 20, 0),
        # 20 words in 4 sentences, 20 syllables: 206.84 - 0.93 x 5 - 77 x 1 = 125.2
        ("nl", "De kat zat op ons. " * 4, 100),
        # 20 words in 2 sentences, 30 syllables: 206.84 - 0.93 x 10 - 77 x 1.5 = 82.0
        ("nl", "Water de water de water de water de water de. " * 2, 82),
        # 20 words in 1 sentence, 30 syllables: 206.84 - 0.93 x 20 - 77 x 1.5 = 72.7
        ("nl", "water de " * 10, 73),
        # 20 words in 1 sentence, 60 syllables: 206.84 - 0.93 x 20 - 77 x 3 = -42.8
        ("nl", "aardappel " * 20, 0),
    ],
)
def test_score_is_that_of_the_formula(language: str, text: str, score: int) -> None:
    assert find_reading_score(text, language, ANY) == score


_SCORES = {
    # 30 words in 3 sentences; ten of them, of n syllables each: 140.285 - 28.2 x n
    "en": {1: 100, 2: 84, 3: 56, 4: 27},
    # and 146.207 - 25.667 x n
    "nl": {1: 100, 2: 95, 3: 69, 4: 44, 5: 18},
}


@pytest.mark.parametrize(
    ("language", "word", "syllables"),
    [
        ("en", "cat", 1),
        ("en", "water", 2),
        ("en", "people", 2),
        ("en", "created", 3),
        ("en", "information", 4),
        ("en", "2026", 1),
        ("en", "9.30", 1),
        ("en", "WATER", 2),
        ("en", "`a very_long::command --with-options`", 1),
        ("nl", "kat", 1),
        ("nl", "water", 2),
        ("nl", "koeien", 2),
        ("nl", "aardappel", 3),
        ("nl", "medewerker", 4),
        ("nl", "organisatie", 5),
        ("nl", "2.500", 1),
    ],
)
def test_syllables_are_counted_where_a_word_divides(
    language: str, word: str, syllables: int
) -> None:
    text = (
        f"{word} a a {word} a a {word} a a a. " * 2 + f"{word} a {word} a {word} a {word} a a a."
    )
    assert find_reading_score(text, language, ANY) == _SCORES[language][syllables]


def test_text_of_few_words_has_no_score() -> None:
    assert find_reading_score("water " * (FEWEST_WORDS - 1), "en", ANY) is None
    assert find_reading_score("water " * FEWEST_WORDS, "en", ANY) is not None
    assert find_reading_score("`a b c d e f g h i j k l m n o p q r s t u v`", "en", ANY) is None


def test_language_without_a_formula_has_no_score() -> None:
    assert find_reading_score("Wasser " * 40, "de", ANY) is None


def test_table_and_list_are_read_an_entry_at_a_time() -> None:
    entries = ["water a"] * 10
    listed = "\n".join(f"- {entry}" for entry in entries)
    # 20 words in 10 sentences, 30 syllables: 206.835 - 1.015 x 2 - 84.6 x 1.5 = 77.9
    assert find_reading_score(listed, "en", ANY) == 78


def test_hardest_sentence_is_the_one_with_the_most_syllables() -> None:
    text = "The cat sat on the mat by the door. **Reliability** of information. Wait."
    assert find_hardest_sentence(text, "en") == "Reliability of information."


def test_sentence_is_long_from_one_word_more_than_is_allowed() -> None:
    just, more = "water " * LONGEST_SENTENCE, "water " * (LONGEST_SENTENCE + 1)
    long = more.strip() + "."
    assert list(find_long_sentences(f"{just.strip()}. Wait. {long}")) == [
        (long, LONGEST_SENTENCE + 1)
    ]


def test_list_of_short_entries_is_no_long_sentence() -> None:
    assert list(find_long_sentences("Bring:\n" + "- a bag\n" * 30)) == []


def test_code_and_address_do_not_make_a_sentence_long() -> None:
    code = "`" + "a " * 30 + "b`"
    assert list(find_long_sentences(f"Type {code} or see https://shop.example/a-b-c.")) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_score_is_told_only_where_it_is_below_what_is_asked(language: str) -> None:
    """That is seen without dividing every word, and comes to the same on real texts."""
    rules = [entry.rule for entry in load_corpus(language)]
    texts = [" ".join(rules[place : place + 3]) for place in range(len(rules))]
    for least in (30, 50, 60):
        scores = [find_reading_score(text, language, ANY) for text in texts]
        below = [score if score is not None and score < least else None for score in scores]
        assert [find_reading_score(text, language, least) for text in texts] == below


@given(st.text(max_size=200), st.sampled_from(["en", "nl", "de"]))
def test_score_of_any_text_is_between_0_and_100(text: str, language: str) -> None:
    score = find_reading_score(text, language, ANY)
    assert score is None or 0 <= score <= 100
