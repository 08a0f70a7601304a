"""Leave out what is only said to be kind: `We understand that you were hoping for it`.

Thanks, regrets and where to ask on are no reason, and must not hide that there is none.
"""

import re
from functools import cache

from spelregels.prose.language import Language
from spelregels.prose.text import Prose, read_prose

_PART = re.compile(r"(?<=[.!?;])\s+|,\s+")


def drop_courtesy(prose: Prose, known: Language) -> Prose:
    """Return a text without the parts that are only kind, or all of it where no other is left."""
    if prose.vocabulary.isdisjoint(_kind(known)):
        return prose
    kind = known.phrases("kind")
    parts = _PART.split(prose.text)
    kept = [part for part in parts if not any(kind.cover(read_prose(part).words))]
    if len(kept) == len(parts):
        return prose
    left = read_prose(". ".join(_without_turn(part.rstrip("."), known) for part in kept))
    return left if left.words else prose


def _without_turn(part: str, known: Language) -> str:
    """Return a part without the word that turns from what was kind: `but it is our policy`."""
    first, _, rest = part.partition(" ")
    return rest if first.casefold() in known.words("turning") else part


@cache
def _kind(known: Language) -> frozenset[str]:
    """Return the words by which kind words are known, without those that are in any text."""
    return known.parts("kind") - known.words("function")
