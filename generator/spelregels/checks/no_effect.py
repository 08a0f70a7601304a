"""A rule has no effect on quality and none on the price.

A rule that does nothing for the customer only costs them freedom.

Mend: Under `effect`, change `direction: same` of `quality` or `price` into what the rule really
does, and say how in `because`. If it does nothing, withdraw the rule.

Bad:

    # rules/wait-your-turn.yaml
    effect:
      quality: {direction: same, because: The meat is as good either way.}
      price: {direction: same, because: A queue costs nothing.}

Good:

    # rules/wait-your-turn.yaml
    effect:
      quality: {direction: better, because: Everyone gets the same attention.}
      price: {direction: same, because: A queue costs nothing.}
"""

from collections.abc import Iterator

from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR302"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each rule that leaves both quality and price the same."""
    for id_, rule in loaded.rulebook.rules.items():
        directions = {rule.effect.quality.direction, rule.effect.price.direction}
        if directions == {"same"}:
            message = say("both quality and price stay the same; then what is the rule for?")
            yield Problem(("rules", id_, "effect"), message, on_key=True)
