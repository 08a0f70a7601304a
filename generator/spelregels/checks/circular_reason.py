"""A reason says nothing but the rule itself.

Every word of substance in it stands in the rule already, so who reads both knows no more than who
reads one. The same goes for `without` that only turns the rule round, and for an effect that only
says which way it goes: "the price goes down because it is cheaper".

Mend: Add what the rule does not say: how it works, a number, something that happened, or what
comes of it for the customer. Look at the other languages as well.

Bad:

    # rules/wait-your-turn.yaml
    without: Then nobody would have to wait until it is their turn.

Bad:

    # rules/wait-your-turn.yaml
    effect:
      quality: {direction: better, because: Everyone gets the same attention.}
      price: {direction: lower, because: The price goes down because it is cheaper.}

Good:

    # rules/wait-your-turn.yaml
    without: Whoever shouts loudest would be served first.
"""

from collections.abc import Iterator

from spelregels.checks.reasons import Verdict, find_judged
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR306"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each reason that adds no word to its rule, or to the direction of its effect."""
    for reason, judged in find_judged(loaded, Verdict.CIRCULAR, Verdict.DIRECTION):
        if judged.verdict is Verdict.DIRECTION:
            message = say(
                "this only says which way it goes, and not how that comes about: {words}",
                words=judged.words,
            )
        else:
            message = say(
                "this only says the rule again; these words stand in it already: {words}",
                words=judged.words,
            )
        yield Problem(reason.pointer, message)
