"""The percentage of an effect goes the other way than its direction.

A price that is `lower` has a percentage below zero, one that is `higher` above zero, and one that
stays the `same` has none.

Mend: Put a minus sign before the number where the price goes down and take it away where it goes
up, or correct the `direction`.

Bad:

    # rules/wait-your-turn.yaml
    effect:
      quality: {direction: better, because: Everyone gets the same attention.}
      price: {direction: lower, because: One pair of hands is enough., percent: 6}

Good:

    # rules/wait-your-turn.yaml
    effect:
      quality: {direction: better, because: Everyone gets the same attention.}
      price: {direction: lower, because: One pair of hands is enough., percent: -6}
"""

from collections.abc import Iterator

from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR310"
SEVERITY = Severity.WARNING
_SIGNS = {"lower": -1, "same": 0, "higher": 1}


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each percentage whose sign is not that of its direction."""
    for id_, rule in loaded.rulebook.rules.items():
        price = rule.effect.price
        if price.percent is None:
            continue
        sign = (price.percent > 0) - (price.percent < 0)
        if sign != _SIGNS[price.direction]:
            message = say(
                "the price is '{direction}', and the percentage is {percent}",
                direction=price.direction,
                percent=str(price.percent),
            )
            yield Problem(("rules", id_, "effect", "price", "percent"), message)
