"""A reason seems to say little but the rule itself.

Hardly a word of substance in it is new, or all it says is that things must be as the rule has
them. That may be enough, if one word tells something; mostly it is the rule once more.

Mend: Read it without the rule beside it and ask "so what?"; write the answer in its place, such as
how it works, a number, or who is the worse for it without the rule.

Bad:

    # rules/wait-your-turn.yaml
    rationale: We would really like everyone to wait properly until it is their turn to wait.
    rule: Wait. It is your turn when we call you.

Good:

    # rules/wait-your-turn.yaml
    rationale: Nobody can serve two people well at the same time.
    rule: Wait. It is your turn when we call you.
"""

from collections.abc import Iterator

from spelregels.checks.reasons import Verdict, find_judged
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR307"
SEVERITY = Severity.WARNING


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each reason of which hardly a word is new beside its rule."""
    for reason, judged in find_judged(loaded, Verdict.LIKELY_CIRCULAR):
        message = say(
            "this seems to be the rule again; these words stand in it already: {words}",
            words=judged.words,
        )
        yield Problem(reason.pointer, message)
