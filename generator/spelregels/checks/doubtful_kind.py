"""A change is perhaps not what it is called.

In a rule that is `clarified`, words that mean something came, went or moved, or what is called
`tightened` looks relaxed, or the other way round.

Mend: Read the two versions once more as a customer would, and change `kind` under `change` if it
does not fit. Is it right after all? Then leave it: you know better, and when the next edition is
made, this warning goes by itself.

Bad:

    # rules/wait-your-turn.yaml (as frozen in 2026.1)
    rule: Wait until it is your turn.

    # rules/wait-your-turn.yaml
    rule: Wait at the counter until it is your turn.
    change: {kind: clarified, why: Customers asked where to stand.}

Good:

    # rules/wait-your-turn.yaml (as frozen in 2026.1)
    rule: Wait until it is your turn.

    # rules/wait-your-turn.yaml
    rule: Wait until it is your turn, please.
    decided_on: 2026-04-01
    change: {kind: tightened, why: Customers asked where to stand.}
"""

from collections.abc import Iterator

from spelregels.checks.steps import find_draft_changes, tell_reasons
from spelregels.diagnostics import Problem, Severity
from spelregels.diff import Change, ChangeKind
from spelregels.loaded import Loaded
from spelregels.messages import Message, say

CODE = "SR407"
SEVERITY = Severity.WARNING
_OPPOSITES = frozenset({ChangeKind.TIGHTENED, ChangeKind.RELAXED})


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each declared kind that what can be seen of the change speaks against."""
    for change in find_draft_changes(loaded):
        message = _doubt(change)
        if message:
            yield Problem(("rules", change.rule, "change", "kind"), message)


def _doubt(change: Change) -> Message | None:
    if change.declared == change.computed == ChangeKind.CLARIFIED and change.words:
        words = tuple(f"'{word}'" for word in change.words)
        return say(
            "this change is called 'clarified', yet words came, went or moved: {words}",
            words=words,
        )
    if {change.declared, change.computed} == _OPPOSITES and change.certain:
        return say(
            "this change is called '{declared}' and looks {computed}: {reasons}",
            declared=str(change.declared),
            computed=change.computed,
            reasons=tell_reasons(change),
        )
    return None
