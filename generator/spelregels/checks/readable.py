"""What the checks on understanding share: every text that customers read."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from spelregels.diagnostics import Pointer
from spelregels.loaded import Loaded
from spelregels.values import RichText

LONGEST_QUOTE = 90


class Passage(NamedTuple):
    """A text in one language."""

    pointer: Pointer
    text: str
    language: str


@lru_cache(1)
def find_passages(loaded: Loaded) -> tuple[Passage, ...]:
    """Return each text of more than a line that customers read; withdrawn rules are history."""
    return tuple(_find_passages(loaded))


def quote(sentence: str, longest: int = LONGEST_QUOTE) -> str:
    """Return the beginning of a sentence, cut between two words where it is too long."""
    if len(sentence) <= longest:
        return sentence
    return f"{sentence[:longest].rpartition(' ')[0]} …"


def _find_passages(loaded: Loaded) -> Iterator[Passage]:
    withdrawn = {id_ for id_, rule in loaded.rulebook.rules.items() if rule.status == "withdrawn"}
    for pointer, text in loaded.texts:
        if not isinstance(text, RichText) or "allow" in pointer[1:3]:
            continue
        if pointer[0] == "rules" and pointer[1] in withdrawn:
            continue
        for language, words in text.root.items():
            if words:
                yield Passage((*pointer, language), words, language)
