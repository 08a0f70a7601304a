"""See that a text is written in another language than it should be."""

from functools import cache

from spelregels.prose.language import LANGUAGES, find_words_of
from spelregels.prose.text import read_prose

_FEW = 3
"""So many small words of another language, and none of its own, tell that a text is in it."""


def find_other_language(text: str, language: str) -> str | None:
    """Return the language in which a text is, if that is not `language` by its smallest words.

    Nothing is said of a language without lists of words, nor of a text of few words.
    """
    vocabulary = read_prose(text).vocabulary
    for name, ours, theirs in _find_others(language):
        if vocabulary.isdisjoint(ours) and len(vocabulary & theirs) >= _FEW:
            return name
    return None


@cache
def _find_others(language: str) -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    """Return the other languages, with the small words that only the one or the other has."""
    if language not in LANGUAGES:
        return ()
    words = {name: known.words("function") for name in LANGUAGES if (known := find_words_of(name))}
    ours = words.pop(language)
    return tuple((name, ours - theirs, theirs - ours) for name, theirs in words.items())
