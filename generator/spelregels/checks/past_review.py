"""The day by which a rule was to be looked at again has passed.

A rule that nobody looks at grows stale, and the day on its page becomes an empty promise.

Mend: Look at the rule with its owner. Then write the day on which you will look again behind
`review_by:` in the file of the rule, as year-month-day.

Bad:

    # rules/wait-your-turn.yaml
    review_by: 2026-06-30

Good:

    # rules/wait-your-turn.yaml
    review_by: 2099-01-31
"""

from collections.abc import Iterator

from spelregels.checks.reviews import find_overdue, tell_slip
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR409"
SEVERITY = Severity.WARNING


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each rule whose day of review has passed, if not so long ago as to be an error."""
    for overdue in find_overdue(loaded):
        if loaded.today and not overdue.is_long_past(loaded.today):
            message = tell_slip(overdue) or say(
                "this rule was to be looked at again by {day}; do so, and set a new day",
                day=str(overdue.day),
            )
            yield Problem(overdue.pointer, message)
