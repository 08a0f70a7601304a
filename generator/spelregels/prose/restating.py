"""See that a reason only says its rule once more, or only which way an effect goes.

What counts is which words of substance a reason has that its rule has not, whatever their
inflection: both are brought back to their stems.
"""

from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import NamedTuple

from spelregels.prose.language import Language, find_words_of
from spelregels.prose.text import read_prose

_INSUBSTANTIAL = ("function", "authority", "filler")
"""The words that add nothing to a rule by standing in its reason."""
_LIKELY = 4
"""Of so many words of substance, one may be new and the reason still likely be the rule itself."""
_SHORT = 12
"""A rule of so few words of substance is taken as one sentence."""


class Restatement(NamedTuple):
    """That a reason is its rule again: `words` are those it shares, `is_plain` if they are all."""

    is_plain: bool
    words: tuple[str, ...]


def find_restatement(
    reason: str, rule: tuple[str, ...], language: str, *, denied: bool = False, least: int = 1
) -> Restatement | None:
    """Return how `reason` restates one of the texts of a `rule`, or None where it adds something.

    It does so plainly where all its words of substance stand in one sentence of the rule (or in
    its title); likely, where they are spread over the rule, or hardly one of them is new. With
    `denied`, a word and its opposite count as one: encrypted, unencrypted. A reason with fewer
    words of substance than `least` is let be.
    """
    known = find_words_of(language)
    if known is None or not _may_restate(reason, rule, known):
        return None
    substance = find_substance(read_prose(reason).words, known, denied=denied)
    if len(substance) < least:
        return None
    units = [*_read_units(rule, known, denied=denied)]
    substance = _rejoin(substance, units, rule, known)
    whole = {stem: word for unit in units for stem, word in unit.items()}
    if len(whole) <= _SHORT:
        units.append(whole)
    if any(substance.keys() <= unit.keys() for unit in units):
        return Restatement(True, tuple(substance.values()))
    padding = known.words("padding")
    new = sum(stem not in whole and word not in padding for stem, word in substance.items())
    if new * _LIKELY <= len(substance):
        shared = tuple(word for stem, word in substance.items() if stem in whole)
        return Restatement(False, shared) if shared else None
    return None


def find_repeated_direction(reason: str, language: str) -> tuple[str, ...]:
    """Return the words of an effect's reason if all they say is which way it goes, else none."""
    known, prose = find_words_of(language), read_prose(reason)
    if known is None or prose.vocabulary - known.words("function", "direction", "filler"):
        return ()
    direction = known.words("direction")
    return tuple(dict.fromkeys(word for word in prose.words if word in direction))


def _rejoin(
    substance: dict[str, str],
    units: Iterable[dict[str, str]],
    rule: tuple[str, ...],
    known: Language,
) -> dict[str, str]:
    """Return words by their stems, without a first part that stands by itself in a rule.

    In Dutch that is one verb: `ophaalt`, `haal je het op`.
    """
    said = frozenset().union(*(read_prose(text).vocabulary for text in rule))
    parts = sorted(known.words("separable") & said)
    stems = frozenset(chain.from_iterable(units))
    rejoined = {}
    for stem, word in substance.items():
        bare = (stem.removeprefix(part) for part in parts if stem not in stems)
        rejoined[next((each for each in bare if each in stems), stem)] = word
    return rejoined


def find_resembling(
    words: Iterable[str], rule: tuple[str, ...], known: Language
) -> frozenset[str]:
    """Return the words that begin as some word of the rule; all that the rule says are in it."""
    beginnings = _beginnings(rule, known)
    return frozenset(word for word in words if word[:3] in beginnings)


def _may_restate(reason: str, rule: tuple[str, ...], known: Language) -> bool:
    """Tell whether most words of a reason begin as some word of the rule; few do by chance."""
    words = read_prose(reason).vocabulary - known.words(*_INSUBSTANTIAL, "padding")
    allowed = len(words) // _LIKELY
    beginnings = _beginnings(rule, known)
    for word in words:
        if word[:3] not in beginnings and word[2:5] not in beginnings:
            allowed -= 1
            if allowed < 0:
                return False
    return True


@cache
def _beginnings(rule: tuple[str, ...], known: Language) -> frozenset[str]:
    words = frozenset().union(*(read_prose(text).vocabulary for text in rule))
    words -= known.words(*_INSUBSTANTIAL)
    return frozenset([word[:3] for word in words] + [word[2:5] for word in words])


@cache
def _read_units(
    rule: tuple[str, ...], known: Language, *, denied: bool
) -> tuple[dict[str, str], ...]:
    """Return the words of substance of each sentence of a rule."""
    sentences = chain.from_iterable(read_prose(text).sentences for text in rule)
    return tuple(find_substance(sentence.small, known, denied=denied) for sentence in sentences)


def find_substance(
    words: Iterable[str], known: Language, *, denied: bool = False
) -> dict[str, str]:
    """Return, of these words, those of substance by their stems."""
    insubstantial = known.words(*_INSUBSTANTIAL)
    return {known.root(word, denied=denied): word for word in words if word not in insubstantial}
