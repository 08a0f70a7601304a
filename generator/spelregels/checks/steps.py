"""What the checks of editions share."""

from collections.abc import Iterator
from functools import reduce
from itertools import pairwise
from typing import NamedTuple

from spelregels.diagnostics import Pointer
from spelregels.diff import Change, diff_rules
from spelregels.editions import FOLDER, Edition
from spelregels.loaded import Loaded
from spelregels.messages import Message, say
from spelregels.models import Rulebook


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


def find_draft_changes(loaded: Loaded) -> Iterator[Change]:
    """Yield how each rule differs from the last edition, but for one that cannot be read whole."""
    editions = sound_editions(loaded)
    if not editions:
        return
    before = editions[-1].rulebook.rules
    for id_, rule in loaded.rulebook.rules.items():
        change = diff_rules(id_, before.get(id_), rule) if _is_whole(loaded, id_) else None
        if change:
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
