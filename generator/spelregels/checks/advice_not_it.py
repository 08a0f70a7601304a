"""A rule is advised on by somebody who is not on the IT side.

Whoever decides cannot be the one to advise: the reader must see both voices. Name a role with
`side: it` under `advice`.

Bad:

    # rules/wait-your-turn.yaml
    advice: {by: shop-manager, on: 2026-02-01}

Good:

    # rules/wait-your-turn.yaml
    advice: {by: bookkeeper, on: 2026-02-01}
"""

from collections.abc import Iterator

from spelregels.checks.references import find_sides
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded

CODE = "SR209"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each adviser of a rule who does not stand on the IT side."""
    sides = find_sides(loaded)
    for id_, rule in loaded.rulebook.rules.items():
        if rule.advice and sides.get(rule.advice.by) == "business":
            message = f"'{rule.advice.by}' is on the business side; advice comes from IT"
            yield Problem(("rules", id_, "advice", "by"), message)
