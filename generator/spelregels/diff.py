"""What changed between two versions of a rulebook: which rule, field and language, and how."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from spelregels.comparing import FieldChange, compare_values, pair_unmoved, words_of
from spelregels.messages import Message, say
from spelregels.models import Rule, Rulebook, RuleException
from spelregels.signals import Direction, Signal, find_other_words, find_signals
from spelregels.values import Text


class ChangeKind(StrEnum):
    """What a change does to those who live by the rule."""

    NEW = "new"
    TIGHTENED = "tightened"
    RELAXED = "relaxed"
    CLARIFIED = "clarified"
    WITHDRAWN = "withdrawn"


NOTICED = frozenset({ChangeKind.NEW, ChangeKind.TIGHTENED, ChangeKind.WITHDRAWN})
"""The kinds that are announced before they bite."""


class _Limit(NamedTuple):
    """A part of an exception that narrows it, and how its coming and going are told."""

    added: Message
    removed: Message


_CASE = _Limit(say("a case was added"), say("a case was removed"))
_PRICE = _Limit(say("a price was added"), say("a price was removed"))
_CONDITION = _Limit(say("a condition was added"), say("a condition was removed"))
_PROPOSED = "proposed"
_WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Change:
    """How a rule differs: the kind its author declared, the kind that was seen, and why.

    `certain` is false where what was seen does not say which way the duty moved; `words` are the
    content words of the duty that came, went or moved without being a signal. Nobody has to live
    by a rule that was and is no more than proposed: it does not bind.
    """

    rule: str
    declared: ChangeKind | None
    computed: ChangeKind
    certain: bool
    reasons: tuple[Message, ...]
    words: tuple[str, ...]
    fields: tuple[FieldChange, ...]
    binds: bool = True

    @property
    def kind(self) -> ChangeKind:
        """The kind the change is published as: its author's word, where there is one."""
        return self.declared or self.computed

    @property
    def needs_notice(self) -> bool:
        """Tell whether those who live by the rule must hear of the change before it bites."""
        return self.binds and self.kind in NOTICED


def diff_rulebooks(old: Rulebook | None, new: Rulebook) -> tuple[Change, ...]:
    """Return how each rule differs, in the order of the ids; without an old one, all are new.

    A rule that is gone without being withdrawn counts as withdrawn here; a check forbids it.
    """
    before = old.rules if old else {}
    ids = sorted({*before, *new.rules})
    changes = (diff_rules(id_, before.get(id_), new.rules.get(id_)) for id_ in ids)
    return tuple(change for change in changes if change)


def diff_rules(id_: str, old: Rule | None, new: Rule | None) -> Change | None:
    """Return how a rule differs from what it was, or None where it does not."""
    fields = tuple(compare_values("", old, new))
    if not fields:
        return None
    signals = tuple(_find_signals(old, new)) if old and new else ()
    computed, certain = _classify(old, new, signals)
    reasons = tuple(dict.fromkeys(signal.reason for signal in signals))
    words = _find_words(fields) if old and new else ()
    binds = any(rule and rule.status == "active" for rule in (old, new))
    return Change(id_, _declared(old, new), computed, certain, reasons, words, fields, binds)


def _declared(old: Rule | None, new: Rule | None) -> ChangeKind | None:
    """Return the kind that the author gave this change, and not an earlier one."""
    if new is None or new.change is None or (old and old.change == new.change):
        return None
    return ChangeKind(new.change.kind)


def _classify(
    old: Rule | None, new: Rule | None, signals: tuple[Signal, ...]
) -> tuple[ChangeKind, bool]:
    """Return the kind of change that can be seen, and whether it can be seen for certain."""
    was, is_ = old.status if old else "", new.status if new else _WITHDRAWN
    if is_ == _WITHDRAWN and was != _WITHDRAWN:
        return ChangeKind.WITHDRAWN, True
    if not was or (was != is_ and is_ == "active"):
        return ChangeKind.NEW, True
    directions = {signal.direction for signal in signals}
    if not directions:
        return ChangeKind.CLARIFIED, True
    if Direction.LOOSER in directions and Direction.TIGHTER not in directions:
        return ChangeKind.RELAXED, directions == {Direction.LOOSER}
    return ChangeKind.TIGHTENED, directions == {Direction.TIGHTER}


def _find_signals(old: Rule, new: Rule) -> Iterator[Signal]:
    """Yield what was seen to change in what the rule says that somebody must or may do."""
    if new.status == _PROPOSED != old.status:
        yield Signal(Direction.LOOSER, say("the rule is only proposed now"))
    yield from _compare_audiences(frozenset(old.applies_to), frozenset(new.applies_to))
    yield from _compare_duties(old.rule, new.rule)
    for one, other in pair_unmoved(old.exceptions, new.exceptions):
        yield from _compare_exceptions(one, other)


def _compare_audiences(old: frozenset[str], new: frozenset[str]) -> Iterator[Signal]:
    """Yield each audience that has to live by the rule now, or no longer; none stands for all."""
    if old and new:
        for audience in sorted(new - old):
            reason = say("the audience '{audience}' was added", audience=audience)
            yield Signal(Direction.TIGHTER, reason)
        for audience in sorted(old - new):
            reason = say("the audience '{audience}' was removed", audience=audience)
            yield Signal(Direction.LOOSER, reason)
    elif old:
        yield Signal(Direction.TIGHTER, say("the rule is for every audience now"))
    elif new:
        named = tuple(f"'{audience}'" for audience in sorted(new))
        yield Signal(
            Direction.LOOSER, say("the rule is only for {audiences} now", audiences=named)
        )


def _compare_exceptions(old: RuleException | None, new: RuleException | None) -> Iterator[Signal]:
    if old is None:
        yield Signal(Direction.LOOSER, say("an exception was added"))
        return
    if new is None:
        yield Signal(Direction.TIGHTER, say("an exception was removed"))
        return
    conditions = pair_unmoved(old.conditions, new.conditions)
    for limit, one, other in (
        (_CASE, old.when, new.when),
        (_PRICE, old.price, new.price),
        *((_CONDITION, *pair) for pair in conditions),
    ):
        if one and other:
            yield from _compare_duties(one, other)
        elif one or other:
            direction = Direction.LOOSER if one else Direction.TIGHTER
            yield Signal(direction, limit.removed if one else limit.added)


def _compare_duties(old: Text, new: Text) -> Iterator[Signal]:
    """Yield what moved, in the languages that both have: a translation moves nothing."""
    for language in (each for each in new.root if each in old.root):
        one, other = old.root[language], new.root[language]
        if words_of(one) != words_of(other):
            yield from find_signals(one, other, language)


def _find_words(fields: tuple[FieldChange, ...]) -> tuple[str, ...]:
    words = {
        word
        for change in fields
        if change.is_duty and change.language and change.old and change.new
        for word in find_other_words(change.old, change.new, change.language)
    }
    return tuple(sorted(words))
