"""What the checks on hollow reasons share: each reason of a rulebook, and what comes of it."""

from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from spelregels.checks.justifications import is_reason
from spelregels.diagnostics import Pointer
from spelregels.loaded import Loaded
from spelregels.models import Rulebook
from spelregels.prose import hollow
from spelregels.prose.hollow import Hollowness, find_hollowness
from spelregels.prose.norms import find_norm
from spelregels.prose.prescribing import find_prescription
from spelregels.prose.restating import find_repeated_direction, find_restatement

_REMEMBERED = 2**16


class Verdict(Enum):
    """In which way a reason gives none."""

    PLACEHOLDER = "placeholder"
    APPEAL = "appeal"
    DIRECTION = "direction"
    CIRCULAR = "circular"
    LIKELY_CIRCULAR = "likely circular"
    VAGUE = "vague"


class Reason(NamedTuple):
    """A reason in one language, which is not blank, and the texts of what it should justify."""

    pointer: Pointer
    text: str
    language: str
    rule: tuple[str, ...]


class Judgement(NamedTuple):
    """What came of a reason, and the words that show it."""

    verdict: Verdict
    words: tuple[str, ...]


@lru_cache(1)
def find_reasons(loaded: Loaded) -> tuple[Reason, ...]:
    """Return each reason of the rulebook that says anything, in every language it is in."""
    return tuple(_find_reasons(loaded))


def find_judged(loaded: Loaded, *verdicts: Verdict) -> Iterator[tuple[Reason, Judgement]]:
    """Yield each reason of which one of `verdicts` is true, with the words that show it."""
    for reason, judged in _judge_reasons(loaded):
        if judged.verdict in verdicts:
            yield reason, judged


def judge_reason(reason: Reason) -> Judgement | None:
    """Return in which way a reason is hollow, or None if it is not."""
    pointer = reason.pointer
    kind = str(pointer[2]) if pointer[2:3] in (("effect",), ("without",)) else ""
    return _judge(reason.text, reason.language, reason.rule, kind)


@lru_cache(1)
def _judge_reasons(loaded: Loaded) -> tuple[tuple[Reason, Judgement], ...]:
    every = ((reason, judge_reason(reason)) for reason in find_reasons(loaded))
    return tuple((reason, judged) for reason, judged in every if judged)


@lru_cache(_REMEMBERED)
def _judge(text: str, language: str, rule: tuple[str, ...], kind: str) -> Judgement | None:
    """Return in which way a reason is hollow; of several ways, the plainest."""
    if kind == "effect" and (words := find_repeated_direction(text, language)):
        return Judgement(Verdict.DIRECTION, words)
    hollowness = find_hollowness(text, language)
    if hollowness and hollowness.kind is hollow.Kind.PLACEHOLDER:
        return Judgement(Verdict.PLACEHOLDER, hollowness.words)
    least = 2 if kind == "effect" else 1
    again = find_restatement(text, rule, language, denied=kind == "without", least=least)
    if again and again.is_plain:
        return Judgement(Verdict.CIRCULAR, again.words)
    if hollowness and (_leans(hollowness) or not again):
        return Judgement(Verdict(hollowness.kind.value), hollowness.words)
    if words := find_prescription(text, rule, language):
        return Judgement(Verdict.APPEAL, words)
    words = again.words if again else find_norm(text, rule, language)
    return Judgement(Verdict.LIKELY_CIRCULAR, words) if words else None


def _leans(hollowness: Hollowness) -> bool:
    """Tell whether a reason leans on what can be named; then that says more than a likeness."""
    return hollowness.kind is hollow.Kind.APPEAL and bool(hollowness.words)


def _find_reasons(loaded: Loaded) -> Iterator[Reason]:
    for pointer, text in loaded.texts:
        if is_reason(pointer):
            for language, words in text.root.items():
                if words.strip():
                    rule = _find_rule(loaded.rulebook, pointer, language)
                    yield Reason((*pointer, language), words, language, rule)


def _find_rule(rulebook: Rulebook, pointer: Pointer, language: str) -> tuple[str, ...]:
    """Return the texts that a reason at `pointer` may not just repeat."""
    folder, name = pointer[0], str(pointer[1])
    if folder not in ("rules", "requests") or pointer[2] == "allow":
        return ()
    if folder == "requests":
        return (rulebook.requests[name].asked.within(language),)
    rule = rulebook.rules[name]
    return rule.title.within(language), rule.rule.within(language)
