"""See that a text gives something to a rank: `you are a director`, `except the board`."""

from collections.abc import Sequence

from spelregels.prose.language import Language, find_words_of
from spelregels.prose.text import read_prose


def find_rank(text: str, language: str) -> str:
    """Return the words by which a text gives something to whoever has a rank, or none."""
    known = find_words_of(language)
    prose = read_prose(text)
    if known is None or prose.vocabulary.isdisjoint(known.parts("rank") - known.words("function")):
        return ""
    being = known.phrases("being")
    for sentence in prose.sentences:
        words = sentence.small
        for start in range(len(words)):
            if end := _find_end(words, being.find_end(words, start), known):
                return " ".join(words[start:end])
    return ""


def _find_end(words: Sequence[str], begin: int, known: Language) -> int:
    """Return where the rank ends that stands behind `you are`, but for small words, or 0."""
    for at in range(begin, len(words)) if begin else ():
        if end := known.phrases("rank").find_end(words, at):
            return end
        if words[at] not in known.words("function"):
            return 0
    return 0
