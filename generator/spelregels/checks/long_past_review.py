"""The day by which a rule was to be looked at again is more than a year past.

A promise to look again that is a year late is a broken one. Customers cannot tell whether the rule
still holds for a reason, or only because nobody looked.

Mend: Look at the rule with its owner: keep it, change it or withdraw it. Then set `review_by` to a
new day.

Bad:

    # rules/wait-your-turn.yaml
    review_by: 2025-06-30

Good:

    # rules/wait-your-turn.yaml
    review_by: 2099-01-31
"""

from collections.abc import Iterator

from spelregels.checks.reviews import find_overdue, tell_slip
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR411"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each rule whose day of review is more than a year before the day of the check."""
    for overdue in find_overdue(loaded):
        if loaded.today and overdue.is_long_past(loaded.today):
            message = tell_slip(overdue) or say(
                "this rule was to be looked at again by {day}, more than a year ago;"
                " do so now, and set a new day",
                day=str(overdue.day),
            )
            yield Problem(overdue.pointer, message)
