"""A reason only says that it must be so.

"It is our policy", "best practice" or "we have always done it this way" tells who wants the rule,
and not what it is good for. A customer who asks why gets the same answer as before. To mention
policy is fine, as long as a reason follows.

Mend: Say what goes better because of the rule, or what goes wrong without it, as if to a customer
at the counter. Look at the other languages, too.

Bad:

    # rules/wait-your-turn.yaml
    rationale: This is company policy, and everyone has to comply with it.

Good:

    # rules/wait-your-turn.yaml
    rationale: It is our policy because nobody can serve two people well at the same time.
"""

from collections.abc import Iterator

from spelregels.checks.reasons import Verdict, find_judged
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR305"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each reason that leans on somebody's say-so and on nothing else."""
    for reason, judged in find_judged(loaded, Verdict.APPEAL):
        if judged.words:
            message = say(
                "'{words}' is no reason: this says that it is so, and not why",
                words=judged.words,
            )
        else:
            message = say("there is no word in this that says why")
        yield Problem(reason.pointer, message)
