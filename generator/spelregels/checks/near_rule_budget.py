"""The active rules are almost as many as the rulebook promises at most.

Whoever sees the limit coming can choose which rule may go. Whoever meets it in a hurry cannot.

Mend: Look for a rule that nobody would miss, and withdraw it before the next one comes. Two rules
that belong together may also become one.

Bad:

    # rulebook.yaml
    promises: {max_rules: 1}

Good:

    # rulebook.yaml
    promises: {max_rules: 30}
"""

from collections.abc import Iterator

from spelregels.checks.budget import PROMISE, find_budget
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR319"
SEVERITY = Severity.WARNING
_NEAR = 90
"""From how many percent of the promise."""


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield the promise of so many rules at most, where little room is left."""
    budget = find_budget(loaded)
    if budget and budget.promised * _NEAR <= budget.active * 100 <= budget.promised * 100:
        message = say(
            "the number of active rules is {active}, and {promised} is the most that was promised;"
            " see which rule may go before the next one comes",
            active=budget.active,
            promised=budget.promised,
        )
        yield Problem(PROMISE, message)
