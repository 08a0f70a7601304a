"""See that a reason only appeals: to who wants it, to where it stands, to how it always was.

What somebody or something is called stands in no list. So a word that is in none may still say
nothing, where it can be seen to be a name: before a verb as `requires`, or behind an article or a
preposition. A text may have few of these, and none where it speaks of what comes of something, or
where the part in which it stands leans on nobody.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, compress, groupby
from operator import gt
from typing import NamedTuple

from spelregels.prose.language import Language
from spelregels.prose.text import Prose, read_prose

APPEALING = ("authority", "appeal")
"""The words that a reason leans on."""
SILENT = ("function", *APPEALING, "neutral", "virtue", "referring")
"""The words that an appeal may consist of."""

TELLING = ("loss", "cheaper", "dearer", "weighty", "consequence", "connecting")
"""The words by which a reason says what comes of something."""
_WORDS_A_NAME = 10
"""A text may have one name that is in no list, and one more for each so many words."""
_SHORT = 10
"""A text of so many words that leans on nobody may still say no more than that it is so."""
_SHORTEST = 3
"""A part of fewer words gives no reason by itself; it may be a name."""
_LONGEST_SPEAKER = 5
"""So many words at most, with the verb, say who says so."""
_PART = re.compile(r"[:;\u2013\u2014]\s|,\s(?:and|as|en)\s")
"""Where a part ends; these words join parts behind a comma, and mere words elsewhere."""
AMOUNT = re.compile(r"[€$£]\s?\d|\d\s?(?:%|[a-zA-Z]*°)")

_BEFORE_HEAD = 3
"""How many letters stand before the last part of a compound, at least."""


def is_appeal(prose: Prose, names: frozenset[str], known: Language) -> bool:
    """Tell whether there is nothing but somebody's say-so in a text, or nothing at all.

    `names` are the words, in small letters, that are known to be names.
    """
    few = 1 + len(prose.words) // _WORDS_A_NAME
    if _count_strangers(prose, names, known) > few:
        return False
    parts = _cut(prose, known)
    found = [(part, tuple(_find_unlisted(part, names, known))) for part in parts]
    unlisted = [is_name for _, each in found for is_name in each]
    if len(unlisted) > 1 and not (all(unlisted) and len(unlisted) <= few):
        return False
    weights = _weigh(prose, known)
    if unlisted:
        return _may_be_appeal(prose, weights, known) and all(
            _leans(part, known) for part, each in found if each
        )
    if weights.appeals:
        telling = ("consequence",) if weights.strong > 1 else TELLING
        return weights.appeals >= weights.virtues and not _tells(prose, known, *telling)
    is_silent = _is_empty(prose, names, known) or _is_citation(prose, names)
    return is_silent or _may_be_appeal(prose, weights, known)


def _cut(prose: Prose, known: Language) -> Iterator[tuple[str, ...]]:
    """Yield the words of each part of a text, any of which may give a reason.

    `The law says so: boats sink` has two, and so has `The law says so, because boats sink`.
    """
    joining = known.words("joining")
    pieces = _PART.split(prose.text)
    every = map(read_prose, pieces) if len(pieces) > 1 else (prose,)
    for sentence in chain.from_iterable(piece.sentences for piece in every):
        for is_joint, words in groupby(sentence.small, joining.__contains__):
            if not is_joint:
                yield tuple(words)


def _leans(part: Sequence[str], known: Language) -> bool:
    """Tell whether a part of a text leans on anybody or anything; a few words may be a name."""
    if len(part) < _SHORTEST or part[0] in known.words("referring"):
        return True
    leaning = known.phrases(*APPEALING, "saying").cover(part)
    return any(leaning) or any(is_compound(word, known) for word in part)


def _count_strangers(prose: Prose, names: frozenset[str], known: Language) -> int:
    """Return how many words of a text can be in no list; in most texts, these are too many."""
    strangers = prose.vocabulary - known.parts(*SILENT) - names
    return sum(not is_compound(word, known) for word in strangers)


def _may_be_appeal(prose: Prose, weights: "_Weights", known: Language) -> bool:
    """Tell whether a text that leans on nobody in the lists, or has words in none, is an appeal.

    It must lean on more than what it may also just speak of, or be short and say who says so.
    """
    count = len(prose.words)
    if count == 1 or weights.virtues >= max(1, weights.appeals) or _tells(prose, known, *TELLING):
        return False
    return weights.strong > 0 or (count <= _SHORT and _says_so(prose, known))


def _is_empty(prose: Prose, names: frozenset[str], known: Language) -> bool:
    """Tell whether all words of a text are empty but for the names; names alone may mean a lot."""
    rest = prose.vocabulary - names
    return bool(rest) and rest <= known.words("empty")


def _is_citation(prose: Prose, names: frozenset[str]) -> bool:
    """Tell whether a text is nothing but a reference: names with capitals, and a number."""
    if not prose.vocabulary <= names or "".join(prose.words).isalpha():
        return False
    words = (word for sentence in prose.sentences for word in sentence.words)
    return any(word.isupper() for word in words)


def _says_so(prose: Prose, known: Language) -> bool:
    """Tell whether somebody says, wants or does something that a text only points at."""
    return any(
        not prose.vocabulary.isdisjoint(known.words(verbs))
        and not prose.vocabulary.isdisjoint(known.words(objects))
        for verbs, objects in (("saying", "pointing"), ("doing", "indicating"))
    )


def _tells(prose: Prose, known: Language, *names: str) -> bool:
    """Tell whether a text speaks of what comes of something, or of how much."""
    if AMOUNT.search(prose.text):
        return True
    telling = known.phrases(*names, apart=(*APPEALING, "neutral")).cover(prose.words)
    if not any(telling):
        return False
    leaning = known.phrases(*APPEALING).cover(prose.words)
    told = {*compress(prose.words, map(gt, telling, leaning))}
    return bool(told) and not (told <= known.words("able") and _refuses(prose, known))


def _refuses(prose: Prose, known: Language) -> bool:
    """Tell whether a text says of what it points at that it cannot be: `We cannot grant this`."""
    lists = map(known.words, ("denying", "indicating"))
    return not any(prose.vocabulary.isdisjoint(words) for words in lists)


def _find_unlisted(words: Sequence[str], names: frozenset[str], known: Language) -> Iterator[bool]:
    """Yield, for each word of a sentence that is in no list, whether it can be seen to be a name.

    What stands before it shows that, or another such word. Who says so, at the beginning of a
    sentence, is passed over: it may be anybody.
    """
    openings = known.words("before_name")
    speaker = _find_speaker(words, known)
    is_named = False
    for index, is_silent in enumerate(known.phrases(*SILENT).cover(words)):
        word = words[index]
        is_named = is_named or (index > 0 and words[index - 1] in openings)
        if is_silent or word in names or is_compound(word, known):
            is_named = is_named and word not in known.words("function")
        elif index >= speaker:
            yield is_named


def _find_speaker(words: Sequence[str], known: Language) -> int:
    """Return how many words at the beginning of a sentence are who says so."""
    saying = known.words("saying")
    if not saying.isdisjoint(words[1:2]):
        return 1
    small = known.apart(("function", "requiring"), ("before_name",))
    for at, word in enumerate(words[:_LONGEST_SPEAKER]):
        if word in small:
            return 0
        if word in saying:
            return at
    return 0


def is_compound(word: str, known: Language) -> bool:
    """Tell whether a word is one of authority with something before it: `audit-requirement`."""
    return word[_BEFORE_HEAD:].endswith(known.heads)


class _Weights(NamedTuple):
    """How much of a text leans on somebody, how much of that strongly; and speaks of virtues."""

    appeals: int
    strong: int
    virtues: int


def _weigh(prose: Prose, known: Language) -> _Weights:
    listed = known.phrases(*APPEALING).cover(prose.words)
    leaning = [word for word, is_in in zip(prose.words, listed, strict=True) if is_in]
    strong = sum(is_compound(word, known) for word in prose.words)
    strong += sum(sentence.small[0] in known.words("referring") for sentence in prose.sentences)
    weak = sum(word in known.words("weak") for word in leaning)
    virtues = known.apart(("virtue",), ("function", *APPEALING, "neutral"))
    return _Weights(
        appeals=len(leaning) + strong,
        strong=len(leaning) - weak + strong,
        virtues=sum(word in virtues for word in prose.words),
    )
