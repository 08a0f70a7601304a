"""A reason is a place that was to be filled in.

"To be determined", "n/a", "none" or three dots stand where a reason belongs. To the customer that
looks as if there were none; and if there is none, the rule had better go.

Mend: Write in its place why this is so, in a sentence of your own; if nobody knows, take the rule
to its owner.

Bad:

    # rules/wait-your-turn.yaml
    rationale: "TODO: ask the shop manager"

Good:

    # rules/wait-your-turn.yaml
    rationale: Nobody can serve two people well at the same time.
"""

from collections.abc import Iterator

from spelregels.checks.reasons import Verdict, find_judged
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR304"
SEVERITY = Severity.ERROR
_SHORT = 60
"""A text of so many characters is quoted whole."""


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each reason that is yet to be written, or has a gap in it."""
    for reason, judged in find_judged(loaded, Verdict.PLACEHOLDER):
        if judged.words:
            whole = " ".join(reason.text.split())
            words = whole if len(whole) <= _SHORT else " ".join(judged.words)
            message = say("'{words}' is a place to fill in, not a reason", words=words)
        else:
            message = say("there are only signs here, and no words")
        yield Problem(reason.pointer, message)
