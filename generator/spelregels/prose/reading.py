"""How easy a text is to read, from 0 to 100: higher is easier.

For English the reading ease of Flesch (A new readability yardstick, Journal of Applied Psychology
32, 1948): 206.835 - 1.015 x words per sentence - 84.6 x syllables per word. For Dutch that of
Douma (De leesbaarheid van landbouwbladen, Wageningen, 1960): 206.84 - 0.93 x words per sentence
- 77 x syllables per word. Syllables are counted where pyphen would divide a word. The score says
nothing of a level of language; of a text of few words it says nothing at all.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from math import inf
from typing import NamedTuple

import pyphen

from spelregels.prose.text import Prose, Sentence, read_prose, strip_marks

FEWEST_WORDS = 20
"""How many words a text needs for its score to mean something."""

LONGEST_SENTENCE = 25

_SLACK = 12
"""A group of vowels may hold two syllables (`museum`): by so much, at most, a score is lower."""
_VOWELS = re.compile(r"[^\W\d_b-df-hj-np-tv-xz]+")


class _Formula(NamedTuple):
    """A constant, and what each word of a sentence and each syllable of a word takes off it."""

    start: float
    words: float
    syllables: float
    patterns: str


_FORMULAS: Mapping[str, _Formula] = {
    "en": _Formula(206.835, 1.015, 84.6, "en_US"),
    "nl": _Formula(206.84, 0.93, 77.0, "nl_NL"),
}


def find_reading_score(text: str, language: str, least: float = inf) -> int | None:
    """Return the score of a text in Markdown where it is below `least`, else None.

    A piece of code counts as one short word. A text of fewer than `FEWEST_WORDS` has no score, nor
    has one in a language without a formula.
    """
    formula = _FORMULAS.get(language)
    if formula is None or len(read_prose(text).words) < FEWEST_WORDS:
        return None
    prose = _read(text)
    if len(prose.words) < FEWEST_WORDS:
        return None
    syllables = _count_syllables(prose, formula, language, least + _SLACK)
    if syllables is None:
        return None
    score = max(0, min(100, round(_score(prose, formula, syllables))))
    return score if score < least else None


def _count_syllables(prose: Prose, formula: _Formula, language: str, enough: float) -> int | None:
    """Return how many syllables a text has, or None where they are few enough for such a score.

    To divide a word takes time, and most texts are easy however their words are divided. So each
    group of vowels counts for one at first, until the word is divided; those that were divided in
    another text come first.
    """
    count = sum(map(_GROUPS.__getitem__, prose.words))
    syllables = _syllables(language)
    most = (_score(prose, formula, 0) - enough) * len(prose.words) / formula.syllables
    for word in sorted(prose.words, key=syllables.__contains__, reverse=True):
        if count <= most:
            return None
        count += syllables[word] - _GROUPS[word]
    return count


def _score(prose: Prose, formula: _Formula, syllables: int) -> float:
    count = len(prose.words)
    return (
        formula.start
        - (formula.words * count / len(prose.sentences))
        - (formula.syllables * syllables / count)
    )


def find_hardest_sentence(text: str, language: str) -> str:
    """Return the sentence with the most syllables."""
    counts = _syllables(language)
    hardest = max(
        _read(text).sentences, key=lambda sentence: sum(map(counts.__getitem__, sentence.small))
    )
    return hardest.text


def find_long_sentences(text: str) -> Iterator[tuple[str, int]]:
    """Yield each sentence of more than `LONGEST_SENTENCE` words, with how many it has."""
    if not any(map(_is_long, read_prose(text).sentences)):
        return
    for sentence in _read(text).sentences:
        if _is_long(sentence):
            yield sentence.text, len(sentence.words)


def _is_long(sentence: Sentence) -> bool:
    return len(sentence.words) > LONGEST_SENTENCE


class _Groups(dict[str, int]):
    """How many groups of vowels each word has that was met; one, if it has none."""

    def __missing__(self, word: str) -> int:
        self[word] = count = max(1, len(_VOWELS.findall(word)))
        return count


_GROUPS = _Groups()


class _Syllables(dict[str, int]):
    """How many syllables each word has that was met, as many as it has vowels at most.

    What is no word (`SNMPv1`) may be divided anywhere; a number is taken in at a glance, as one.
    """

    def __init__(self, patterns: str) -> None:
        self._hyphenator = pyphen.Pyphen(lang=patterns, left=1, right=1)

    def __missing__(self, word: str) -> int:
        vowels = len("".join(_VOWELS.findall(word)))
        divided = len(self._hyphenator.positions(word)) + 1 if vowels > 1 else 1
        self[word] = count = min(divided, max(1, vowels))
        return count


@cache
def _syllables(language: str) -> _Syllables:
    return _Syllables(_FORMULAS[language].patterns)


@lru_cache(2**16)
def _read(text: str) -> Prose:
    """Return a text as people read it, each piece of code as one word."""
    return read_prose(strip_marks(text, code="code") if "`" in text else text)
