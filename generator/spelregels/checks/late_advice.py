"""The advice on a rule came after the decision.

The business decides on the advice of IT. Advice that is younger than the decision cannot have
weighed in it, and a reader who compares the two days sees that. Mostly, one of them is a slip.

Mend: Write the day on which the advice was given behind `on:` under `advice`, as year-month-day.
Did the owner decide once more because of it? Then write that day behind `decided_on:`.

Bad:

    # rules/wait-your-turn.yaml
    decided_on: 2026-01-01
    advice: {by: bookkeeper, on: 2026-02-01}

Good:

    # rules/wait-your-turn.yaml
    decided_on: 2026-03-01
    advice: {by: bookkeeper, on: 2026-02-01}
"""

from collections.abc import Iterator

from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR215"
SEVERITY = Severity.WARNING


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield the day of each advice that is later than the decision."""
    for id_, rule in loaded.rulebook.rules.items():
        if loaded.is_faulty(("rules", id_, "decided_on")):
            continue
        if rule.advice and rule.advice.on and rule.advice.on > rule.decided_on:
            message = say(
                "the advice is of {advised}, after the decision of {decided}",
                advised=str(rule.advice.on),
                decided=str(rule.decided_on),
            )
            yield Problem(("rules", id_, "advice", "on"), message)
