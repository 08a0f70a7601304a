"""A rule is owned by somebody who is not on the business side.

The business decides the rules, and IT advises: that is what makes them the customer's own.

Mend: Name a role with `side: business` as the owner, and put the IT role under `advice`.

Bad:

    # rules/wait-your-turn.yaml
    owner: bookkeeper

Good:

    # rules/wait-your-turn.yaml
    owner: shop-manager
"""

from collections.abc import Iterator

from spelregels.checks.references import find_sides
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR208"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each owner of a rule who does not stand on the business side."""
    sides = find_sides(loaded)
    for id_, rule in loaded.rulebook.rules.items():
        if sides.get(rule.owner) == "it":
            message = say(
                "'{owner}' is on the IT side; the business decides, IT advises", owner=rule.owner
            )
            yield Problem(("rules", id_, "owner"), message)
