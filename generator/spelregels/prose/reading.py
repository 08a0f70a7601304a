"""How easy a text is to read, from 0 to 100: higher is easier.

For English the reading ease of Flesch (A new readability yardstick, Journal of Applied Psychology
32, 1948): 206.835 - 1.015 x words per sentence - 84.6 x syllables per word. For Dutch that of
Douma (De leesbaarheid van landbouwbladen, Wageningen, 1960): 206.84 - 0.93 x words per sentence
- 77 x syllables per word. Syllables are counted where pyphen would divide a word. The score says
nothing of a level of language; of a text of few words it says nothing at all.
"""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

import pyphen

from spelregels.prose.text import Sentence, read_prose, strip_marks

FEWEST_WORDS = 20
"""How many words a text needs for its score to mean something."""

LONGEST_SENTENCE = 25


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


def find_reading_score(text: str, language: str) -> int | None:
    """Return the score of a text in Markdown, or None for a language without a formula.

    A piece of code counts as one short word; a text of fewer than `FEWEST_WORDS` has no score.
    """
    formula = _FORMULAS.get(language)
    if formula is None or len(read_prose(text).words) < FEWEST_WORDS:
        return None
    sentences = [sentence.words for sentence in _read(text)]
    count = sum(map(len, sentences))
    if count < FEWEST_WORDS:
        return None
    counts = _syllables(language)
    syllables = sum(sum(map(counts.__getitem__, words)) for words in sentences)
    score = formula.start - formula.words * count / len(sentences)
    return max(0, min(100, round(score - formula.syllables * syllables / count)))


def find_hardest_sentence(text: str, language: str) -> str:
    """Return the sentence with the most syllables."""
    counts = _syllables(language)
    hardest = max(_read(text), key=lambda sentence: sum(map(counts.__getitem__, sentence.words)))
    return hardest.text


def find_long_sentences(text: str) -> Iterator[tuple[str, int]]:
    """Yield each sentence of more than `LONGEST_SENTENCE` words, with how many it has."""
    for sentence in _read(text):
        if len(sentence.words) > LONGEST_SENTENCE:
            yield sentence.text, len(sentence.words)


class _Syllables(dict[str, int]):
    """How many syllables each word has that was met; a number is taken in at a glance, as one."""

    def __init__(self, patterns: str) -> None:
        self._hyphenator = pyphen.Pyphen(lang=patterns, left=1, right=1)

    def __missing__(self, word: str) -> int:
        is_number = word[0].isdigit()
        count = 1 if is_number else len(self._hyphenator.positions(word.casefold())) + 1
        self[word] = count
        return count


@cache
def _syllables(language: str) -> _Syllables:
    return _Syllables(_FORMULAS[language].patterns)


@lru_cache(2**16)
def _read(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text, each piece of code as one word."""
    if "`" not in text:
        return read_prose(text).sentences
    return read_prose(strip_marks(text, code="code")).sentences
