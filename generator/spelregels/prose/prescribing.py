"""See that a reason only hands on what a source prescribes.

`PEP 8 recommends one blank line` says who wants the rule and what the rule is, and not why. That
is seen by its build: who prescribes it stands first, and nothing behind it tells what comes of it.
Where the source stands elsewhere, a reason must be an appeal but for what the rule says too.
"""

import re
from collections.abc import Sequence
from itertools import chain

from spelregels.prose.appeals import AMOUNT, APPEALING, SILENT, is_appeal
from spelregels.prose.language import Language, find_words_of
from spelregels.prose.names import find_names
from spelregels.prose.restating import find_substance
from spelregels.prose.text import Prose, Sentence, read_prose

_FEWEST, _MOST = 4, 80
"""A text of fewer words has a source and no more; one of more words says more."""
_RULED = (2, 5)
"""Of what a source wants, at least so large a part is what the rule says, as a fraction."""
_STRANGE = (2, 5)
"""Of the words of a text, at most so large a part stands in no list, nor in the rule."""
_LONGEST_SOURCE = 8
"""So many words at most are what a source is called."""
_TELLING = ("virtue", "loss", "consequence")
_PART = re.compile(r";\s|\s[\u2013\u2014]\s|:\s(?![\"'\u201c])|,\s(?:and|but|as|en|maar)\s")
"""Where another statement begins; what stands between quotes is the source's own."""
_CLAUSE = re.compile(r"[^,]*,")


def find_prescription(reason: str, rule: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Return the words of a reason by which a source prescribes the rule, or none: it says more.

    To what the rule applies is no reason either. What a machine needs, it does not prescribe.
    """
    known, prose = find_words_of(language), read_prose(reason)
    if known is None or not _may_prescribe(prose, rule, known):
        return ()
    ruled = find_substance(chain.from_iterable(read_prose(text).words for text in rule), known)
    said = frozenset(word for word in prose.vocabulary if known.root(word) in ruled)
    return _find_by_build(prose, said, known) or _find_by_words(prose, said, known)


def _find_by_build(prose: Prose, said: frozenset[str], known: Language) -> tuple[str, ...]:
    """Return what stands before the wish of a source, if enough of that is what the rule says."""
    scoping = known.phrases("scoping")
    sentences = [each for each in prose.sentences if not scoping.find_end(each.small, 0)]
    if not sentences or any(_tells_more(each, said, known) for each in sentences):
        return ()
    names = find_names(prose)
    (first, start), *others = ((each, _find_wish(each, names, known)) for each in sentences)
    hands_on = first.text.endswith(":") or all(begin for _, begin in others)
    wish = find_substance(chain(first.small[start:], *(each.small for each, _ in others)), known)
    part, whole = _RULED
    is_rule = sum(word in said for word in wish.values()) * whole >= len(wish) * part
    return (" ".join(first.small[:start]),) if start and hands_on and is_rule else ()


def _find_by_words(prose: Prose, said: frozenset[str], known: Language) -> tuple[str, ...]:
    """Return the words that lean on a source, if the rest of a reason is what the rule says."""
    rest = prose.vocabulary - said
    sources = known.apart(("sources", "prescribing"), ("not_named",)) & rest
    leaning = tuple(
        word
        for sentence in prose.sentences
        for word in sentence.small[1:]
        if word in sources or (word in rest and word.endswith(known.heads))
    )
    cites = any(known.phrases("citing").find_end(each.small, 0) for each in prose.sentences)
    virtues = known.apart(("virtue",), ("function", "neutral", *APPEALING))
    if not (leaning or cites) or not rest.isdisjoint(virtues):
        return ()
    names = find_names(prose) - known.words(*SILENT)
    silent = names | (said - known.words(*APPEALING))
    return leaning or prose.words[:1] if is_appeal(prose, silent, known) else ()


def _may_prescribe(prose: Prose, rule: tuple[str, ...], known: Language) -> bool:
    """Tell whether a text may name a source and little that the rule does not; few do."""
    if not _FEWEST <= len(prose.words) <= _MOST:
        return False
    naming = known.apart(("sources", "saying", "prescribing", "requiring"), ("not_named",))
    cites = known.phrases("citing").find_end(prose.words, 0)
    if not cites and prose.vocabulary.isdisjoint(naming):
        return False
    said = frozenset().union(*(read_prose(text).vocabulary for text in rule))
    unknown = prose.vocabulary - known.parts(*SILENT) - said
    return len(unknown) * _STRANGE[1] <= len(prose.vocabulary) * _STRANGE[0]


def _tells_more(sentence: Sentence, said: frozenset[str], known: Language) -> bool:
    """Tell whether a sentence has another part, or a word of what comes of something."""
    words = [word for word in sentence.small if word not in said]
    if _PART.search(sentence.text) or not known.words("reasoning").isdisjoint(words):
        return True
    telling = known.phrases(*_TELLING, apart=(*APPEALING, "neutral", "binding"))
    return bool(AMOUNT.search(sentence.text)) or any(telling.cover(words))


def _find_wish(sentence: Sentence, names: frozenset[str], known: Language) -> int:
    """Return where in a sentence begins what a source wants, or 0 where none wants anything."""
    words, binding = sentence.small, known.words("binding")
    if begin := known.phrases("citing").find_end(words, 0):
        clause = _CLAUSE.match(sentence.text)
        end = len(read_prose(clause[0]).words) if clause else _find(words, binding)
        is_wish = not binding.isdisjoint(words[end:])
        return end if is_wish and _is_source(words[begin:end], names, known) else 0
    wanting = known.words("prescribing", "requiring")
    verb = _find(words, wanting | known.words("saying"))
    wish = words[verb + 1 :]
    if not wish or (words[verb] not in wanting and binding.isdisjoint(wish)):
        return 0
    named = frozenset() if words[verb] in known.words("requiring") else names
    return verb + 1 if _is_source(words[:verb], named, known) else 0


def _find(words: Sequence[str], listed: frozenset[str]) -> int:
    """Return where the first word of a list stands, or the end where there is none."""
    return next((at for at, word in enumerate(words) if word in listed), len(words))


def _is_source(words: Sequence[str], names: frozenset[str], known: Language) -> bool:
    """Tell whether words may be what one can lean on is called."""
    if not 0 < len(words) <= _LONGEST_SOURCE or not known.words("clausal").isdisjoint(words):
        return False
    sources = known.words("sources", *APPEALING)
    return any(word in sources or word in names or word.endswith(known.heads) for word in words)
