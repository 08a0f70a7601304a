import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from spelregels import prose
from spelregels.prose.language import LANGUAGES, find_words_of
from spelregels.prose.text import find_words

FOLDER = Path(prose.__file__).parent
LISTS: dict[str, dict[str, Any]] = {
    language: tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    for language in LANGUAGES
}
TABLES = {"office", "passive"}
LISTS_OF_WORDS = [
    pytest.param(language, name, id=f"{language}-{name}")
    for language, lists in LISTS.items()
    for name in lists
    if name not in TABLES
]
CODE = "".join(file.read_text(encoding="utf-8") for file in sorted(FOLDER.glob("*.py")))


def test_every_language_has_a_file_and_every_file_a_language() -> None:
    assert {file.stem for file in FOLDER.glob("*.toml")} == set(LANGUAGES)


def test_languages_have_the_same_lists() -> None:
    nl, en = LISTS["nl"], LISTS["en"]
    assert list(nl) == list(en)
    assert nl["passive"].keys() == en["passive"].keys()


@pytest.mark.parametrize(("language", "name"), LISTS_OF_WORDS)
def test_list_has_no_word_twice(language: str, name: str) -> None:
    words = LISTS[language][name].split()
    assert [word for word in words if words.count(word) > 1] == []


@pytest.mark.parametrize(("language", "name"), LISTS_OF_WORDS)
def test_list_has_words_as_they_are_read_from_a_text(language: str, name: str) -> None:
    """A word with a capital, or one that the reading of a text splits, would never be found."""
    words = LISTS[language][name].replace("_", " ").split()
    assert [word for word in words if word != word.casefold() or len(find_words(word)) > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_office_words_are_in_small_letters_and_have_a_plain_one(language: str) -> None:
    office = LISTS[language]["office"]
    assert [phrase for phrase in office if phrase != phrase.casefold() or not office[phrase]] == []
    assert [phrase for phrase, plain in office.items() if phrase in plain.split()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_passive_is_in_small_letters_and_has_no_word_twice(language: str) -> None:
    passive = LISTS[language]["passive"]
    re.compile(passive["ending"])
    for name in ("auxiliaries", "participles", "not_participles"):
        words = passive[name].split()
        assert [word for word in words if words.count(word) > 1 or word != word.casefold()] == []


@pytest.mark.parametrize("name", LISTS["en"])
def test_every_list_is_used(name: str) -> None:
    assert f'"{name}"' in CODE


def test_word_that_weighs_leans() -> None:
    """A word of the list `weighty` that leans to no side would never count."""
    for language in LANGUAGES:
        known = find_words_of(language)
        assert known is not None
        leaning = known.words("gain", "loss", "cheaper", "dearer", "spending")
        assert known.words("weighty") <= leaning, language


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("lock", "locks", "locked", "locking")),
        ("en", ("customer", "customers")),
        ("nl", ("vergrendel", "vergrendelt", "vergrendeld", "vergrendelen")),
        ("nl", ("klant", "klanten")),
        ("nl", ("wacht", "wachten")),
    ],
)
def test_inflections_of_a_word_have_one_root(language: str, words: tuple[str, ...]) -> None:
    known = find_words_of(language)
    assert known is not None
    assert len({known.root(word) for word in words}) == 1


@pytest.mark.parametrize(
    ("language", "word", "opposite"),
    [
        ("en", "encrypted", "unencrypted"),
        ("en", "approved", "disapproved"),
        ("nl", "versleuteld", "onversleuteld"),
        ("nl", "gekeurd", "niet-gekeurd"),
    ],
)
def test_opposite_has_the_same_root_only_where_that_is_asked(
    language: str, word: str, opposite: str
) -> None:
    known = find_words_of(language)
    assert known is not None
    assert known.root(word) != known.root(opposite)
    assert known.root(word, denied=True) == known.root(opposite, denied=True)


def test_phrase_covers_every_word_of_it() -> None:
    known = find_words_of("en")
    assert known is not None
    phrases = known.phrases("placeholder")
    words = ["this", "is", "to", "be", "determined", "by", "jo", "tbd"]
    assert phrases.cover(words) == [False, False, True, True, True, False, False, True]
    assert "to be determined" in known.words("placeholder")


def test_nothing_is_known_of_another_language() -> None:
    assert find_words_of("de") is None
