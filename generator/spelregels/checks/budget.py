"""What the checks of the rule budget share."""

from typing import NamedTuple

from spelregels.diagnostics import Pointer
from spelregels.loaded import Loaded

PROMISE: Pointer = ("settings", "promises", "max_rules")


class Budget(NamedTuple):
    """How many rules are active, and how many there would be at most."""

    active: int
    promised: int


def find_budget(loaded: Loaded) -> Budget | None:
    """Return the rule budget, or None where none is promised."""
    promised = loaded.rulebook.settings.promises.max_rules
    if promised is None:
        return None
    active = [id_ for id_, rule in loaded.rulebook.rules.items() if rule.status == "active"]
    certain = sum(not loaded.is_faulty(("rules", id_, "status")) for id_ in active)
    return Budget(certain, promised)
