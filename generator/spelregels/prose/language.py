"""The words of a language that the checks of texts go by."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from Stemmer import Stemmer

from spelregels.prose.text import join_letters, without_stress

LANGUAGES: Mapping[str, str] = {"en": "english", "nl": "dutch"}
"""The languages there are words of, as the Snowball stemmer calls them (snowballstem.org)."""


_OPPOSITE = re.compile(r"^(?:un|on|non-?|niet-|dis|in)(?=\w{4})")
_DOUBLE = re.compile(r"([^\W\d_])\1")
_LAST = re.compile(r"(?<=\w{5})[dt]$|(?<=d)t$")


class Phrases:
    """Words, and phrases of several words."""

    def __init__(self, known: frozenset[str]) -> None:
        self._words = known
        self._phrases: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(known):
            words = tuple(phrase.split())
            if len(words) > 1:
                self._phrases.setdefault(words[0], []).append(words)

    def cover(self, words: Sequence[str]) -> list[bool]:
        """Return for each word whether it is one of these, or a part of a phrase of these."""
        covered = [word in self._words for word in words]
        for start in [at for at, word in enumerate(words) if word in self._phrases]:
            for end in self._find_ends(words, start):
                covered[start:end] = [True] * (end - start)
        return covered

    def find_end(self, words: Sequence[str], start: int) -> int:
        """Return where the longest of these ends that begins at `start`, or 0 for none."""
        first = words[start]
        end = start + 1 if first in self._words else 0
        return max([end, *self._find_ends(words, start)]) if first in self._phrases else end

    def _find_ends(self, words: Sequence[str], start: int) -> Iterator[int]:
        for phrase in self._phrases.get(words[start], ()):
            end = start + len(phrase)
            if tuple(words[start:end]) == phrase:
                yield end


class Language:
    """What is known of a language; lists of words by the names they have in its file."""

    def __init__(self, name: str, lists: Mapping[str, Any]) -> None:
        self.name = name
        self._lists = lists
        self._roots: dict[str, str] = {}
        self._stemmer = Stemmer(LANGUAGES[name])

    @cache  # noqa: B019 (there are two languages, for ever)
    def words(self, *names: str) -> frozenset[str]:
        """Return the words, and the phrases with spaces, of one or more lists."""
        return frozenset(phrase for name in names for phrase in _split(self._lists[name]))

    @cache  # noqa: B019
    def apart(self, names: tuple[str, ...], others: tuple[str, ...]) -> frozenset[str]:
        """Return the words of some lists that are in none of the others."""
        return self.words(*names) - self.words(*others)

    @cache  # noqa: B019
    def parts(self, *names: str) -> frozenset[str]:
        """Return the words of one or more lists, those of their phrases one by one."""
        return frozenset(word for phrase in self.words(*names) for word in phrase.split())

    @cache  # noqa: B019
    def phrases(self, *names: str, apart: tuple[str, ...] = ()) -> Phrases:
        """Return the words and phrases of several lists together, but for those of others."""
        return Phrases(self.apart(names, apart))

    @cached_property
    def office(self) -> Mapping[str, str]:
        """Each office word, with the plain one."""
        table: Mapping[str, str] = self._lists["office"]
        return table

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """The last parts by which a compound is known to be a word of authority."""
        return tuple(sorted(self.words("heads")))

    @cached_property
    def passive(self) -> Mapping[str, str]:
        """By what the passive is seen: `auxiliaries`, `participles` and their `ending`."""
        table: Mapping[str, str] = self._lists["passive"]
        return table

    def root(self, word: str, *, denied: bool = False) -> str:
        """Return what the inflections of a word have in common.

        That is its stem by the Snowball algorithm, without the double letters and the last `d` or
        `t` by which the Dutch stems of one verb still differ; with `denied`, what is before an
        opposite (`un`, `on`) goes too.
        """
        key = f"!{word}" if denied else word
        if key not in self._roots:
            stem = self._stemmer.stemWord(word)
            self._roots[key] = _fold(_OPPOSITE.sub("", stem) if denied else stem)
        return self._roots[key]


@cache
def find_words_of(language: str) -> Language | None:
    """Return what is known of a language, or None where nothing is."""
    if language not in LANGUAGES:
        return None
    text = (files("spelregels") / "prose" / f"{language}.toml").read_text(encoding="utf-8")
    return Language(language, tomllib.loads(text))


def _split(text: str) -> Iterable[str]:
    return (join_letters(word.replace("_", " ")) for word in without_stress(text).split())


def _fold(stem: str) -> str:
    return _LAST.sub("", _DOUBLE.sub(r"\1", stem))
