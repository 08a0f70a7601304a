"""See by its build that a text does no more than cite: whose rule, wish or custom it is.

`Follows the naming conventions of the platform` and `On the advice of the plumber` hold words that
stand in no list, and need none: a phrase leads to a source, the source has a name, and behind that
may stand what it is for. Where a verb or a conjunction follows there is more than that, and other
modules look at the words.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import dropwhile

from spelregels.prose.appeals import APPEALING, TELLING
from spelregels.prose.language import Language
from spelregels.prose.text import Prose, read_prose

_LEANING = (*APPEALING, "neutral")
_PART = re.compile(r"[:;,\u2013\u2014]\s")
_NUMBER_OR_FILE = re.compile(r"\d|\w[./]\w")
_LONGEST = 30
"""A text of more words is no mere citation."""
_LONGEST_NAME = 9
"""So many words at most are what a source is called, with what it is for."""
_LONGEST_WISH = 4
"""So many words at most are what a source is said to want."""
_LONGEST_OPENING = 6
"""So many words at most stand before what leads to a source."""


def is_citation(prose: Prose, known: Language) -> bool:
    """Tell whether each part of a text only cites somebody or something."""
    if not 1 < len(prose.words) <= _LONGEST or not _going_on(known).isdisjoint(prose.vocabulary):
        return False
    return all(_cites(_without_end(part, known), known) for part in _cut(prose))


@cache
def _going_on(known: Language) -> frozenset[str]:
    """Return the words that are in no citation, wherever they stand."""
    return known.apart(("clausal",), ("opening", "pointing"))


def _cut(prose: Prose) -> Iterator[Sequence[str]]:
    """Yield the words of each sentence, in the parts between its commas."""
    pieces = _PART.split(prose.text)
    for each in map(read_prose, pieces) if len(pieces) > 1 else (prose,):
        for sentence in each.sentences:
            yield sentence.small


def _without_end(words: Sequence[str], known: Language) -> Sequence[str]:
    """Return words without those that only end a sentence: `omdat het in de polis | staat`."""
    closing = known.words("closing")
    return [*dropwhile(closing.__contains__, reversed(words))][::-1]


def _cites(words: Sequence[str], known: Language) -> bool:
    opening = known.words("opening")
    for start, word in enumerate(words[:_LONGEST_OPENING]):
        if end := known.phrases("leading_to_anybody").find_end(words, start):
            return _is_name(words[end:], known)
        if end := known.phrases("leading").find_end(words, start):
            return _is_source(words[end:], known)
        if word not in opening:
            return _is_standard(words[start:], known) or _is_wish(words[start:], known)
    return False


def _is_name(words: Sequence[str], known: Language) -> bool:
    """Tell whether words may be what somebody or something is called, and no more."""
    if not 0 < len(words) <= _LONGEST_NAME or not known.words("clausal").isdisjoint(words):
        return False
    return not any(known.phrases(*TELLING, apart=_LEANING).cover(words))


def _is_source(words: Sequence[str], known: Language) -> bool:
    """Tell whether words are what something is called that one can lean on."""
    name = words[: _find_preposition(words, known)]
    return _is_name(words, known) and (
        _ends_in_source(name, known) or any(map(_NUMBER_OR_FILE.search, name))
    )


def _is_standard(words: Sequence[str], known: Language) -> bool:
    """Tell whether words only say of what something is the standard: `best practice for shops`."""
    end = _find_preposition(words, known)
    name = words[:end]
    if len(name) < 2 or end == len(words) or not known.parts(*_LEANING).issuperset(name):
        return False
    return _ends_in_source(name, known) and _is_name(words[end:], known)


def _is_wish(words: Sequence[str], known: Language) -> bool:
    """Tell whether words only say what a source wants: `The naming scheme prescribes this`."""
    saying = known.words("saying")
    verb = next((at for at, word in enumerate(words) if at and word in saying), len(words))
    wish = [word for word in words[verb + 1 :] if word not in known.words("pointing")]
    if verb == len(words) or len(wish) > _LONGEST_WISH:
        return False
    return _is_source(words[:verb], known) and (not wish or _is_name(wish, known))


def _ends_in_source(name: Sequence[str], known: Language) -> bool:
    return bool(name) and (name[-1] in known.words("sources") or name[-1].endswith(known.heads))


def _find_preposition(words: Sequence[str], known: Language) -> int:
    """Return where the first preposition stands, or the end where there is none."""
    prepositions = known.words("preposition")
    return next((at for at, word in enumerate(words) if word in prepositions), len(words))
