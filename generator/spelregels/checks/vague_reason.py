"""A reason would do for any rule at all.

It speaks of quality, professionalism or efficiency, which nobody is against, and of nothing that
belongs to this rule. A reason that fits every rule explains none.

Mend: Name what a customer sees or pays: what goes faster, what breaks less often, what it costs,
and how this rule brings that about.

Bad:

    # rules/wait-your-turn.yaml
    rationale: This contributes to efficient and professional service of a high quality.

Good:

    # rules/wait-your-turn.yaml
    rationale: Nobody can serve two people well at the same time.
"""

from collections.abc import Iterator

from spelregels.checks.reasons import Verdict, find_judged
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR312"
SEVERITY = Severity.WARNING


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each reason that names virtues, and nothing of the rule."""
    for reason, judged in find_judged(loaded, Verdict.VAGUE):
        message = say("this could be said of any rule: {words}", words=judged.words)
        yield Problem(reason.pointer, message)
