"""See that a reason only hands on what a source prescribes.

`PEP 8 recommends one blank line` says who wants the rule and what the rule is, and not why. That
is seen by its build: who prescribes it stands first, and nothing behind it tells what comes of it.
Where the source stands elsewhere, a reason must be an appeal but for what the rule says too.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain

from spelregels.prose.appeals import APPEALING, SILENT, is_appeal
from spelregels.prose.language import Language, find_words_of
from spelregels.prose.names import find_names
from spelregels.prose.norms import find_said, find_speaking, find_topic, wants
from spelregels.prose.restating import find_substance
from spelregels.prose.text import Prose, Sentence, read_prose

_FEWEST, _MOST = 4, 80
"""A text of fewer words has a source and no more; one of more words says more."""
_STRANGE = (2, 5)
"""Of the words of a text, at most so large a part stands in no list, nor in the rule."""
_LONGEST_SOURCE = 8
"""So many words at most are what a source is called."""
_CLAUSE = re.compile(r"[^,]*,")
_QUOTE = re.compile(r"\s*[\"\u201c\u201e]")


def find_prescription(reason: str, rule: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Return the words of a reason by which a source prescribes the rule, or none: it says more.

    To what the rule applies is no reason either. What a machine needs, it does not prescribe.
    """
    known, prose = find_words_of(language), read_prose(reason)
    if known is None or not _may_prescribe(prose, known):
        return ()
    return _find_handed_on(prose, rule, known) or _find_by_words(prose, rule, known)


def _find_handed_on(prose: Prose, rule: tuple[str, ...], known: Language) -> tuple[str, ...]:
    """Return the source that a text names and says no more of than that it wants the rule."""
    sentences = find_speaking(prose, known)
    said = find_topic(sentences, prose, rule, known) if sentences else None
    if said is None:
        return ()
    names = find_names(prose)
    source = _find_by_build(sentences, names, said, known)
    source = source or _find_by_measure(sentences, names, said, known)
    return (source,) if source else ()


def _find_by_build(
    sentences: Sequence[Sentence], names: frozenset[str], said: frozenset[str], known: Language
) -> str:
    """Return what stands before the wish of a source, if that wish speaks of the rule."""
    first, *others = sentences
    start = _find_wish(first, names, known)
    source = known.words("sources").intersection(first.small[:start])
    hands_on = first.text.endswith(":") or all(
        wants(each, known) or _find_wish(each, names, known) or source.intersection(each.small)
        for each in others
    )
    wish = chain(first.small[start:], *(each.small for each in others))
    is_handed_on = start and hands_on and _is_ruled(wish, said, known)
    return " ".join(first.small[:start]) if is_handed_on else ""


def _find_by_measure(
    sentences: Sequence[Sentence], names: frozenset[str], said: frozenset[str], known: Language
) -> str:
    """Return the source against which a text holds the rule, where that is the end of it."""
    *others, last = sentences
    start = _find_measure(last.small, known)
    if not start or not _is_source(last.small[start:], names, known):
        return ""
    held = chain(*(each.small for each in others), last.small[:start])
    return " ".join(last.small[start:]) if _is_ruled(held, said, known) else ""


def _find_by_words(prose: Prose, rule: tuple[str, ...], known: Language) -> tuple[str, ...]:
    """Return the words that lean on a source, if the rest of a reason is what the rule says."""
    if _is_strange(prose, rule, known):
        return ()
    said = find_said(prose.vocabulary, rule, known)
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


def _may_prescribe(prose: Prose, known: Language) -> bool:
    """Tell whether a text may name a source; few do."""
    if not _FEWEST <= len(prose.words) <= _MOST:
        return False
    citing = known.phrases("citing", "praising")
    return not prose.vocabulary.isdisjoint(_naming(known)) or any(
        citing.find_end(each.small, 0) for each in prose.sentences
    )


def _is_strange(prose: Prose, rule: tuple[str, ...], known: Language) -> bool:
    """Tell whether a text has much that the rule does not say."""
    said = frozenset().union(*(read_prose(text).vocabulary for text in rule))
    unknown = prose.vocabulary - known.parts(*SILENT) - said
    part, whole = _STRANGE
    return len(unknown) * whole > len(prose.vocabulary) * part


@cache
def _naming(known: Language) -> frozenset[str]:
    """Return the words by which a source is known, or what it wants."""
    sources = known.words("sources", "saying", "prescribing", "requiring")
    measures = known.parts("measuring") & known.parts(*APPEALING)
    return (sources | measures) - known.words("function", "not_named")


def _find_wish(sentence: Sentence, names: frozenset[str], known: Language) -> int:
    """Return where in a sentence begins what a source wants, or 0 where none wants anything."""
    words, binding = sentence.small, known.words("binding")
    if begin := known.phrases("praising").find_end(words, 0):
        return begin
    if begin := known.phrases("citing").find_end(words, 0):
        clause = _CLAUSE.match(sentence.text)
        end = len(read_prose(clause[0]).words) if clause else _find(words, binding)
        quotes = clause is not None and _QUOTE.match(sentence.text, clause.end())
        is_wish = quotes or not binding.isdisjoint(words[end:])
        return end if is_wish and _is_source(words[begin:end], names, known) else 0
    wanting = known.words("prescribing", "requiring")
    verb = _find(words, wanting | known.words("saying"))
    wish = words[verb + 1 :]
    if not wish or (words[verb] not in wanting and binding.isdisjoint(wish)):
        return 0
    named = frozenset() if words[verb] in known.words("requiring") else names
    return verb + 1 if _is_source(words[:verb], named, known) else 0


def _find_measure(words: Sequence[str], known: Language) -> int:
    """Return where in a sentence it begins that something is as a source has it, or 0."""
    measuring = known.phrases("measuring")
    return next((at for at in range(1, len(words)) if measuring.find_end(words, at)), 0)


def _is_ruled(words: Iterable[str], said: frozenset[str], known: Language) -> bool:
    """Tell whether words speak of what the rule says, or of nothing."""
    substance = find_substance(words, known).values()
    return not substance or not said.isdisjoint(substance)


def _find(words: Sequence[str], listed: frozenset[str]) -> int:
    """Return where the first word of a list stands, or the end where there is none."""
    return next((at for at, word in enumerate(words) if word in listed), len(words))


def _is_source(words: Sequence[str], names: frozenset[str], known: Language) -> bool:
    """Tell whether words may be what one can lean on is called."""
    if not 0 < len(words) <= _LONGEST_SOURCE or not known.words("clausal").isdisjoint(words):
        return False
    sources = known.words("sources", *APPEALING)
    return any(word in sources or word in names or word.endswith(known.heads) for word in words)
