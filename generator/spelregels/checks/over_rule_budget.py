"""There are more active rules than the rulebook promises.

Nobody can know and keep rules without end. A promise of few rules that is broken in silence makes
every other promise worth less.

Mend: Withdraw a rule that is missed least, or make one rule of two that belong together. Promise
more under `promises.max_rules` only if your customers can live with it.

Bad:

    # rulebook.yaml
    promises: {max_rules: 0}

Good:

    # rulebook.yaml
    promises: {max_rules: 30}
"""

from collections.abc import Iterator

from spelregels.checks.budget import PROMISE, find_budget
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR318"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield the promise of so many rules at most, where it is broken."""
    budget = find_budget(loaded)
    if budget and budget.active > budget.promised:
        message = say(
            "the number of active rules is {active}, and {promised} is the most that was promised;"
            " withdraw or combine rules until {over} fewer are left",
            active=budget.active,
            promised=budget.promised,
            over=budget.active - budget.promised,
        )
        yield Problem(PROMISE, message)
