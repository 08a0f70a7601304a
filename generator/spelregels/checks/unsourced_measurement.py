"""An effect is said to be measured, and nobody can see where.

`basis: measured` is a promise that somebody counted. Whoever doubts the number must be able to
find out who, and where.

Mend: Name under `measure` the `indicator` and its `source`, such as a report or a system; or
write `basis: estimated`.

Bad:

    # rules/wait-your-turn.yaml
    effect:
      quality: {direction: better, because: Everyone gets the same attention.}
      price: {direction: lower, percent: -6, basis: measured, because: One pair of hands will do.}

Good:

    # rules/wait-your-turn.yaml
    effect:
      quality: {direction: better, because: Everyone gets the same attention.}
      price: {direction: lower, percent: -6, basis: measured, because: One pair of hands will do.}
    measure: {indicator: Staff at the counter, source: Rosters of 2025}
"""

from collections.abc import Iterator

from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR311"
SEVERITY = Severity.WARNING


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each effect that was measured, of which no source is named."""
    for id_, rule in loaded.rulebook.rules.items():
        is_sourced = rule.measure is not None and (rule.measure.source or "").strip()
        if rule.effect.price.basis == "measured" and not is_sourced:
            message = say("this is called measured, and 'measure' names no source")
            yield Problem(("rules", id_, "effect", "price", "basis"), message)
