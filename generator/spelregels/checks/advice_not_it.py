"""A rule is advised on by somebody who is not on the IT side.

Whoever decides cannot be the one to advise: the reader must see both voices.

Mend: Behind `by` under `advice`, name who of IT gave this advice, by one of the roles that the
message lists. Did nobody of IT? Then ask for it, or take the whole of `advice` out.

Bad:

    # owners.yaml
    owners:
      - {id: shop-manager, name: Jo Bos, role: Shop manager, side: business}
      - {id: buyer, name: Kim Vis, role: Buyer, side: business}

    # rules/wait-your-turn.yaml
    advice: {by: buyer, on: 2026-02-01}

Good:

    # owners.yaml
    owners:
      - {id: shop-manager, name: Jo Bos, role: Shop manager, side: business}
      - {id: buyer, name: Kim Vis, role: Buyer, side: it}

    # rules/wait-your-turn.yaml
    advice: {by: buyer, on: 2026-02-01}
"""

from collections.abc import Iterator

from spelregels.checks.references import find_people, find_sides, is_own_advice
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import Message, say

CODE = "SR209"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each adviser of a rule who does not stand on the IT side."""
    sides, people = find_sides(loaded), find_people(loaded)
    for id_, rule in loaded.rulebook.rules.items():
        # Of one who advises on their own decision, that is told instead.
        if is_own_advice(rule, people):
            continue
        if rule.advice and sides.get(rule.advice.by) == "business":
            advisers = tuple(sorted(name for name, side in sides.items() if side == "it"))
            message = _tell(rule.advice.by, advisers)
            yield Problem(("rules", id_, "advice", "by"), message)


def _tell(adviser: str, advisers: tuple[str, ...]) -> Message:
    if not advisers:
        return say("'{adviser}' is on the business side; advice comes from IT", adviser=adviser)
    return say(
        "'{adviser}' is on the business side; advice comes from IT: {advisers}",
        adviser=adviser,
        advisers=advisers,
    )
