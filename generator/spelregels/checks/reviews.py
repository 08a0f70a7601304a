"""What the checks of reviews share."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from spelregels.diagnostics import Pointer
from spelregels.loaded import Loaded
from spelregels.messages import Message, say
from spelregels.models import Rule, months_after, review_day

_A_YEAR = 12
_MONTHS: Pointer = ("settings", "promises", "review_months")


class Overdue(NamedTuple):
    """An active rule whose day of review has passed, and where that day comes from."""

    id: str
    rule: Rule
    day: date
    pointer: Pointer

    def is_long_past(self, today: date) -> bool:
        """Tell whether it is more than a year."""
        return months_after(self.day, _A_YEAR) < today


def find_overdue(loaded: Loaded) -> Iterator[Overdue]:
    """Yield each active rule that was to be looked at again before the day of the check."""
    promises = loaded.rulebook.settings.promises
    are_months_known = not loaded.is_faulty(_MONTHS)
    for id_, rule in loaded.rulebook.rules.items() if loaded.today else ():
        if rule.status != "active" or not (rule.review_by or are_months_known):
            continue
        day = review_day(rule, promises)
        pointer = ("rules", id_, "review_by" if rule.review_by else "decided_on")
        if loaded.today and day < loaded.today and not loaded.is_faulty(pointer):
            yield Overdue(id_, rule, day, pointer)


def tell_slip(overdue: Overdue) -> Message | None:
    """Return what is said of a review that was to be before the decision itself, else None."""
    if overdue.day >= overdue.rule.decided_on:
        return None
    return say(
        "this rule was to be looked at again by {day}, which is before it was decided ({decided});"
        " is the year right?",
        day=str(overdue.day),
        decided=str(overdue.rule.decided_on),
    )
