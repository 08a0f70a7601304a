"""The day by which a rule was to be looked at again has passed.

A rule that nobody looks at grows stale, and the day on its page becomes an empty promise. Look at
the rule with its owner, then set `review_by` to a new day.

Bad:

    # rules/wait-your-turn.yaml
    review_by: 2025-01-31

Good:

    # rules/wait-your-turn.yaml
    review_by: 2099-01-31
"""

from collections.abc import Iterator

from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.models import review_day

CODE = "SR409"
SEVERITY = Severity.WARNING


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each rule whose day of review is before the day of the check."""
    for id_, rule in loaded.rulebook.rules.items():
        day = review_day(rule, loaded.rulebook.settings.promises)
        if loaded.today and rule.status == "active" and day < loaded.today:
            message = f"this rule was to be looked at again by {day}; do so, and set a new day"
            field = "review_by" if rule.review_by else "decided_on"
            yield Problem(("rules", id_, field), message)
