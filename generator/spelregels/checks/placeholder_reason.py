"""A reason is a place that was to be filled in.

"To be determined", "n/a", "none" or three dots stand where a reason belongs. To the customer that
looks as if there were none; and if there is none, the rule had better go.

Mend: Write in its place what belongs there: the reason, in a sentence of your own, or what is left
open in it. If nobody knows, take it to the owner of the rule.

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
from spelregels.messages import Message, say
from spelregels.prose.placeholders import find_gap

CODE = "SR304"
SEVERITY = Severity.ERROR
_SHORT = 60
"""A text of so many characters is quoted whole."""


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each reason that is yet to be written, or has a gap in it."""
    for reason, judged in find_judged(loaded, Verdict.PLACEHOLDER):
        text = " ".join(reason.text.split())
        gap = find_gap(text) if len(text) > _SHORT else None
        if gap:
            message = say("'{gap}' in this text is still to be filled in", gap=gap)
            yield Problem(reason.pointer, message, words=gap)
        else:
            yield Problem(reason.pointer, _tell(text, judged.words))


def _tell(text: str, words: tuple[str, ...]) -> Message:
    if not words:
        return say("there are only signs here, and no words")
    shown = text if len(text) <= _SHORT else " ".join(words)
    return say("'{words}' is a place to fill in, not a reason", words=shown)
