"""A rule is owned by somebody who is not on the business side.

The business decides the rules, and IT advises: that is what makes them the customer's own.

Mend: Behind `owner`, name one of the roles that the message lists: those that have
`side: business` in owners.yaml. Who it is, the business knows. IT may stand under `advice`.

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
from spelregels.messages import Message, say

CODE = "SR208"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each owner of a rule who does not stand on the business side."""
    sides = find_sides(loaded)
    deciders = tuple(sorted(name for name, side in sides.items() if side == "business"))
    for id_, rule in loaded.rulebook.rules.items():
        if sides.get(rule.owner) == "it":
            yield Problem(("rules", id_, "owner"), _tell(rule.owner, deciders))


def _tell(owner: str, deciders: tuple[str, ...]) -> Message:
    if not deciders:
        return say("'{owner}' is on the IT side; the business decides, IT advises", owner=owner)
    return say(
        "'{owner}' is on the IT side; the business decides, IT advises: {deciders}",
        owner=owner,
        deciders=deciders,
    )
