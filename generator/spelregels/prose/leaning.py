"""See which way a reason leans: whether it speaks of gain or of loss, of less money or of more."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from spelregels.prose.language import Language, find_words_of
from spelregels.prose.text import read_prose

_BEFORE, _AFTER = 3, 5
"""How many words from a word may turn it round: `fewer mistakes`, `mistakes disappear`."""
_ENOUGH = 2
"""So many words say something together, that say too little one by one."""
_SUM = re.compile(r"[€£$]|\b(?:EUR|euros?|cents?|pounds?|pence)\b")
_LEANING = ("gain", "loss", "cheaper", "dearer", "spending")

_Lists = tuple[str, ...]
"""The names of lists of words."""


class _Placed(NamedTuple):
    """A word, in which sentence it stands, and where in that."""

    word: str
    sentence: int
    place: int


class Leaning(NamedTuple):
    """The words of a reason that speak of the one, and those that speak of the other."""

    up: tuple[str, ...] = ()
    down: tuple[str, ...] = ()


def find_quality_leaning(text: str, language: str) -> Leaning:
    """Return what a reason says of quality: gain (up) and loss (down)."""
    return _find(text, language, ("gain",), ("loss",))


def find_price_leaning(text: str, language: str) -> Leaning:
    """Return what a reason says of the price: that it rises (up) and that it falls (down).

    That something costs so much money is a cost, as long as nothing tells that it is saved.
    """
    up = ("dearer", "spending") if _SUM.search(text) else ("dearer",)
    return _find(text, language, up, ("cheaper",))


def _find(text: str, language: str, up: _Lists, down: _Lists) -> Leaning:
    """Return what a reason leans to; nothing where it weighs the one against the other (`but`).

    A word such as `mistake` says too little by itself; `slower` says enough.
    """
    known = find_words_of(language)
    prose = read_prose(text)
    if known is None or prose.vocabulary.isdisjoint(_beginnings(known)):
        return Leaning()
    if any(known.phrases("contrast").cover(prose.words)):
        return Leaning()
    found: dict[bool, list[_Placed]] = {True: [], False: []}
    turned = 0
    for placed, is_up, is_turned in _find_words(text, known, up, down):
        found[is_up is not is_turned].append(placed)
        turned += is_turned
    if not any(found.values()) or _count_turning(text, known) > turned:
        return Leaning()
    return Leaning(*(_weigh(found[is_up], known) for is_up in (True, False)))


def _find_words(
    text: str, known: Language, up: _Lists, down: _Lists
) -> Iterator[tuple[_Placed, bool, bool]]:
    """Yield each word that leans, whether it is of the lists `up`, and whether it is turned."""
    for number, sentence in enumerate(read_prose(text).sentences):
        words = sentence.small
        for names in (up, down):
            for index, is_one in enumerate(known.phrases(*names).cover(words)):
                if is_one:
                    placed = _Placed(words[index], number, index)
                    yield placed, names == up, _is_turned(words, index, known, names)


@cache
def _beginnings(known: Language) -> frozenset[str]:
    """Return the words that lean, and the first one of each phrase that does."""
    leaning = known.words(*_LEANING)
    return frozenset(phrase.partition(" ")[0] for phrase in leaning)


def _count_turning(text: str, known: Language) -> int:
    """Return how many words of a text may turn another one round, and lean to neither side."""
    words = read_prose(text).words
    leaning = known.phrases(*_LEANING).cover(words)
    turning = known.phrases("lessening", "vanishing").cover(words)
    return sum(is_one and not leans for is_one, leans in zip(turning, leaning, strict=True))


def _weigh(found: Sequence[_Placed], known: Language) -> tuple[str, ...]:
    """Return what was found, words that stand together as one, or nothing where it says little."""
    words = [each.word for each in found]
    if not any(known.phrases("weighty").cover(words)) and len(set(words)) < _ENOUGH:
        return ()
    # As long as the words stand one behind the other, their places grow as their numbers do.
    runs = groupby(enumerate(found), lambda pair: (pair[1].sentence, pair[1].place - pair[0]))
    return tuple(" ".join(each.word for _, each in run) for _, run in runs)


def _find_clause(words: Sequence[str], start: int, end: int, known: Language) -> int:
    """Return where between two places another clause begins: `two vans fewer | we save`."""
    subjects = known.apart(("pointing",), ("lessening",))
    return max((at for at in range(start, end) if words[at] in subjects), default=start)


def _is_turned(words: Sequence[str], index: int, known: Language, names: _Lists) -> bool:
    """Tell whether a word beside the one at `index` says that there is less of it, or none.

    A word of the lists `names` turns no other of them: what costs less and saves is no loss.
    """
    own = known.words(*names)
    before = words[_find_clause(words, max(0, index - _BEFORE), index, known) : index]
    lessened = known.phrases("lessening").cover(before)
    is_lessened = any(
        less and word not in own for word, less in zip(before, lessened, strict=True)
    )
    return is_lessened is not any(
        known.phrases("vanishing").cover(words[index + 1 : index + 1 + _AFTER])
    )
