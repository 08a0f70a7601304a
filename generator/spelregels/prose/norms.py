"""See that a reason only says what must be done: `Commas should be followed by one space`.

Every sentence of it wants something, and none tells what comes of that. Where it shares words with
the rule, it is the rule in other words.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import chain, compress
from operator import and_

from spelregels.prose.appeals import AMOUNT, APPEALING
from spelregels.prose.language import Language, find_words_of
from spelregels.prose.restating import find_resembling, find_substance
from spelregels.prose.text import Prose, Sentence, read_prose

_FEWEST, _MOST = 4, 60
"""A text of fewer words is met by the other checks; one of more words says more."""
_SHARED = (2, 5)
"""At least so large a part of the words of substance must be the rule's, as a fraction."""
_WEIGHTY = ("loss", "consequence")
"""These words tell what comes of something, though the rule has them too."""
_TELLING = ("virtue", *_WEIGHTY)
_PART = re.compile(
    r";\s|\s[\u2013\u2014]\s|:\s(?![\"'\u201c>])|,\s(?:and|but|as|to|en|maar)\s|\ATo\s"
)
"""Where another statement begins; what stands between quotes is the source's own."""
_LAST_OF_LIST = re.compile(r",\s[^\s,]+,\s(?:and|en)\s")
"""Where no statement begins: `colours, fonts, and sizes`."""


def find_norm(reason: str, rule: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Return the words that a reason shares with its rule, if it only says what must be done."""
    known, prose = find_words_of(language), read_prose(reason)
    if known is None or not _may_be_norm(prose, known):
        return ()
    sentences = find_speaking(prose, known)
    if not all(wants(each, known) for each in sentences):
        return ()
    said = find_topic(sentences, prose, rule, known, telling=_WEIGHTY)
    if said is None:
        return ()
    words = find_substance(chain.from_iterable(each.small for each in sentences), known).values()
    shared = tuple(word for word in words if word in said)
    part, whole = _SHARED
    return shared if len(shared) * whole >= len(words) * part else ()


def find_topic(
    sentences: Sequence[Sentence],
    prose: Prose,
    rule: tuple[str, ...],
    known: Language,
    *,
    telling: tuple[str, ...] = (),
) -> frozenset[str] | None:
    """Return what a text says of its rule, or None where it also tells what comes of something.

    Words in the lists of `telling` tell that, even if the rule has them too. What only looks like
    a word of the rule is found fast, and shows for most texts that they tell more.
    """
    always = known.words(*telling)
    for find in (find_resembling, find_said):
        said = find(prose.vocabulary, rule, known)
        if any(_tells_more(each, said - always, known) for each in sentences):
            return None
    return said


def find_said(words: Iterable[str], rule: tuple[str, ...], known: Language) -> frozenset[str]:
    """Return those of the words that the rule says too, in whatever inflection."""
    ruled = find_substance(chain.from_iterable(read_prose(text).words for text in rule), known)
    return frozenset(word for word in words if known.root(word) in ruled)


def find_speaking(prose: Prose, known: Language) -> tuple[Sentence, ...]:
    """Return the sentences of a text but for those that only tell to what the rule applies."""
    scoping, exempting = known.phrases("scoping"), known.phrases("exempting")
    return tuple(
        each
        for each in prose.sentences
        if not (scoping.find_end(each.small, 0) or any(exempting.cover(each.small)))
    )


def wants(sentence: Sentence, known: Language) -> bool:
    """Tell whether a sentence says that something must or must not be done, or how to do it."""
    words = sentence.small
    tells = words[0] in known.words("telling_to") and known.words("preposition").isdisjoint(
        words[1:2]
    )
    return tells or not known.words("binding").isdisjoint(words)


def _tells_more(sentence: Sentence, said: frozenset[str], known: Language) -> bool:
    """Tell whether a sentence has another part, or a word of what comes of something."""
    if _PART.search(_LAST_OF_LIST.sub(" ", sentence.text)) or AMOUNT.search(sentence.text):
        return True
    words = sentence.small
    mute = known.phrases("mute", "praising").cover(words)
    counts = [not is_mute and word not in said for word, is_mute in zip(words, mute, strict=True)]
    if any(map(and_, known.phrases("reasoning").cover(words), counts)):
        return True
    telling = known.phrases(*_TELLING, apart=("function", *APPEALING, "neutral", "binding"))
    return any(telling.cover(list(compress(words, counts))))


def _may_be_norm(prose: Prose, known: Language) -> bool:
    """Tell whether the first sentence of a text wants something, come what may; few do."""
    return (
        _FEWEST <= len(prose.words) <= _MOST
        and wants(prose.sentences[0], known)
        and prose.vocabulary.isdisjoint(known.words("conditional"))
    )
