"""What the checks of editions share."""

from collections.abc import Iterator, Mapping
from functools import reduce
from itertools import pairwise
from typing import NamedTuple

from spelregels.diagnostics import Pointer
from spelregels.diff import Change, diff_rules
from spelregels.editions import FOLDER, Edition
from spelregels.loaded import Loaded
from spelregels.messages import Message, say
from spelregels.models import Rule, Rulebook


class Step(NamedTuple):
    """An edition, the rulebook that came after it, and where that stands if it is frozen."""

    old: Edition
    new: Rulebook
    pointer: Pointer | None


def find_steps(loaded: Loaded) -> Iterator[Step]:
    """Yield each edition with the one after it, and the last one with the rulebook itself.

    Nothing is held against editions that are not as they were frozen.
    """
    editions = sound_editions(loaded)
    for old, new in pairwise(editions):
        yield Step(old, new.rulebook, ("editions", new.name))
    if editions:
        yield Step(editions[-1], loaded.rulebook, None)


def find_renamed(step: Step) -> Mapping[str, str]:
    """Return the rules that are gone, each with the new one that has its title or its duty."""
    before, after = step.old.rulebook.rules, step.new.rules
    came = sorted(after.keys() - before.keys(), reverse=True)
    named = {key: id_ for id_ in came for key in _tell_apart(after[id_])}
    gone = sorted(before.keys() - after.keys())
    found = ((id_, key) for id_ in gone for key in _tell_apart(before[id_]) if key in named)
    return {id_: named[key] for id_, key in found}


def _tell_apart(rule: Rule) -> Iterator[tuple[object, ...]]:
    """Yield what shows that a rule is the same one: its duty, and above all its title."""
    for field, text in (("rule", rule.rule), ("title", rule.title)):
        yield field, *sorted(text.root.items())


def find_draft_changes(loaded: Loaded) -> Iterator[Change]:
    """Yield how each rule differs from the last edition.

    One that cannot be read whole is passed over, and so is one that only has a new name.
    """
    editions = sound_editions(loaded)
    if not editions:
        return
    before = editions[-1].rulebook.rules
    renamed = find_renamed(Step(editions[-1], loaded.rulebook, None)).values()
    for id_, rule in loaded.rulebook.rules.items():
        change = diff_rules(id_, before.get(id_), rule) if _is_whole(loaded, id_) else None
        if change and id_ not in renamed:
            yield change


def _is_whole(loaded: Loaded, rule: str) -> bool:
    pointer = ("rules", rule)
    return not (loaded.has_faulty(pointer) or loaded.find_source(pointer).faults)


def tell_reasons(change: Change) -> Message:
    """Return the reasons to see a change as what it looks like, as parts of one sentence."""
    return reduce(
        lambda one, other: say("{reasons}; {reason}", reasons=one, reason=other), change.reasons
    )


def sound_editions(loaded: Loaded) -> tuple[Edition, ...]:
    """Return the editions, or none where one of them is not as it was frozen."""
    return () if loaded.is_faulty((FOLDER,)) else loaded.editions
