"""An owner is late with the review of several rules.

One rule can slip. Three or more say that the owner has no time for the rules, has left, or has too
many of them.

Mend: Plan one moment with this owner for all the rules in the message, or give some of them
another owner.

Bad (also SR409: the reviews themselves):

    # rules/wait-your-turn.yaml
    review_by: 2026-06-30

    # rules/no-dogs.yaml
    review_by: 2026-06-30

    # rules/no-smoking.yaml
    review_by: 2026-06-30

Good:

    # rules/wait-your-turn.yaml
    review_by: 2099-01-31

    # rules/no-dogs.yaml
    review_by: 2099-01-31

    # rules/no-smoking.yaml
    review_by: 2099-01-31
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from spelregels.checks.reviews import find_overdue
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import Value, say

CODE = "SR412"
SEVERITY = Severity.WARNING
_SEVERAL = 3
_MOST_NAMED = 8
"""How many rules a message names."""


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each owner of several rules whose day of review has passed."""
    late: defaultdict[str, list[str]] = defaultdict(list)
    for overdue in find_overdue(loaded):
        late[overdue.rule.owner].append(overdue.id)
    for index, owner in enumerate(loaded.rulebook.owners.owners):
        rules = late.pop(owner.id, [])
        if len(rules) >= _SEVERAL:
            message = say(
                "'{owner}' is late with the review of {number} rules: {rules}",
                owner=owner.id,
                number=len(rules),
                rules=_name(rules),
            )
            yield Problem(("owners", "owners", index, "id"), message)


def _name(rules: Sequence[str]) -> tuple[Value, ...]:
    if len(rules) <= _MOST_NAMED:
        return tuple(rules)
    more = say("and {number} more", number=len(rules) - _MOST_NAMED)
    return (*rules[:_MOST_NAMED], more)
