"""See that a reason says nothing: a place to be filled in, somebody's say-so, or fog.

A reason is hollow when its words are those that say nothing by themselves. A word or two of
substance are enough to let it pass, so a text may mention policy and go on to give a reason; only
what can be seen to be a name counts for nothing.
"""

from enum import Enum
from functools import cache
from itertools import groupby, islice
from operator import itemgetter
from typing import NamedTuple

from spelregels.prose.appeals import APPEALING, SILENT, is_appeal
from spelregels.prose.citing import is_citation
from spelregels.prose.courtesy import drop_courtesy
from spelregels.prose.language import Language, find_words_of
from spelregels.prose.names import find_names
from spelregels.prose.placeholders import find_gap, is_note, is_placeholder
from spelregels.prose.text import Prose, read_prose

_FOG = 5
"""Of so many words in a text, one may be of substance and the text still be fog."""

_MOST_CITED = 4
"""Of what a text leans on, so many words or phrases are told."""
_FEW = 2
"""So many words of substance may be names in a text that appeals to somebody; a text of so many
words may be anything.
"""

_SILENT = (*SILENT, "placeholder", "beside_placeholder", "empty")
"""The words that a hollow reason may consist of."""


class Kind(Enum):
    """In which way a reason says nothing."""

    PLACEHOLDER = "placeholder"
    APPEAL = "appeal"
    VAGUE = "vague"


class Hollowness(NamedTuple):
    """In which way a reason says nothing, and the words that stand for a reason in it."""

    kind: Kind
    words: tuple[str, ...] = ()


def find_hollowness(markdown: str, language: str) -> Hollowness | None:
    """Return in which way a text that is not blank says nothing, or None where it says something.

    In a language without lists of words, only a text without words is seen.
    """
    if gap := find_gap(markdown):
        return Hollowness(Kind.PLACEHOLDER, (gap,))
    prose = read_prose(markdown)
    known = find_words_of(language)
    if not prose.words:
        return Hollowness(Kind.PLACEHOLDER)
    if known is None:
        return None
    prose = drop_courtesy(prose, known)
    may_be = any(may(prose, known) for may in (_is_doubtful, is_note, is_citation))
    return _judge(prose, known) if may_be else None


def _is_doubtful(prose: Prose, known: Language) -> bool:
    """Tell whether few words are of substance; most texts need no closer look than this.

    A word in capitals may be a name, which says nothing either.
    """
    unknown = prose.vocabulary - known.parts(*_SILENT)
    found = (word for word in unknown if word.isalpha() and word in prose.text)
    many = max(len(prose.words) // _FOG, _FEW) + 1
    substance = sum(1 for _ in islice(found, many))
    if substance * _FOG <= len(prose.words) or "ipsum" in unknown:
        return True
    if len(prose.words) <= _FEW:
        return True
    return substance <= _FEW and not prose.vocabulary.isdisjoint(_leaning(known))


@cache
def _leaning(known: Language) -> frozenset[str]:
    """Return the words by which an appeal is known, without those that are in any text."""
    return known.parts(*APPEALING, "saying", "referring") - known.words("function")


def _judge(prose: Prose, known: Language) -> Hollowness | None:
    names = find_names(prose) - known.words(*_SILENT)
    if is_note(prose, known) or is_placeholder(prose, names, known):
        return Hollowness(Kind.PLACEHOLDER, _cited(prose, known, "placeholder"))
    if is_appeal(prose, names, known) or is_citation(prose, known):
        return Hollowness(Kind.APPEAL, _cited(prose, known, *APPEALING))
    if not any(name[0].isdigit() for name in names) and _is_foggy(prose, names, known):
        return Hollowness(Kind.VAGUE, _cited(prose, known, "virtue"))
    return None


def _is_foggy(prose: Prose, names: frozenset[str], known: Language) -> bool:
    """Tell whether nearly all that a text speaks of is virtues that nobody is against."""
    silent = known.words(*APPEALING, "neutral")
    covered = known.phrases("virtue").cover(prose.words)
    spoken = [
        (word, is_virtue)
        for word, is_virtue in zip(prose.words, covered, strict=True)
        if is_virtue or word not in names | known.words("function")
    ]
    unknown = sum(not is_virtue and word not in silent for word, is_virtue in spoken)
    virtues = sum(is_virtue for _, is_virtue in spoken)
    return virtues * 2 >= len(spoken) > 0 and unknown * _FOG <= len(spoken)


def _cited(prose: Prose, known: Language, *names: str) -> tuple[str, ...]:
    """Return what of a text is in a list, each once, in the order of reading; the first few.

    Words that stand beside each other are one phrase.
    """
    phrases = known.phrases(*names)
    cited = (
        " ".join(word for word, _ in run)
        for sentence in prose.sentences
        for is_in, run in groupby(
            zip(sentence.small, phrases.cover(sentence.small), strict=True), itemgetter(1)
        )
        if is_in
    )
    return tuple(islice(dict.fromkeys(cited), _MOST_CITED))
