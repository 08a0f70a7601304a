"""See which words of a text only point elsewhere: names, abbreviations and numbers."""

from spelregels.prose.text import Prose

_MOST_NAMES = 4
_ABBREVIATION = 5
"""An abbreviation has at most so many letters; a longer word in capitals is shouted."""


def find_names(prose: Prose) -> frozenset[str]:
    """Return, in small letters, what only points elsewhere: names, abbreviations and numbers.

    Where Every Word Has A Capital, they are no names.
    """
    if prose.text.isupper() and any(
        len(word) > _ABBREVIATION and word.isalpha() for word in prose.words
    ):
        return frozenset()
    marks: set[str] = set()
    capitals: set[str] = set()
    for sentence in prose.sentences:
        for index, word in enumerate(sentence.words):
            if word.islower() and word.isalpha():
                continue
            if _has_digit(word) or (word.isupper() and len(word) > 1):
                marks.add(sentence.small[index])
            elif index > 0 and word[0].isupper():
                capitals.add(sentence.small[index])
    return frozenset(marks | capitals if len(capitals) <= _MOST_NAMES else marks)


def _has_digit(word: str) -> bool:
    return not word.isalpha() and any(map(str.isdigit, word))
