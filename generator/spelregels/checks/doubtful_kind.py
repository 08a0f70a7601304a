"""A change is perhaps not what it is called.

In a rule that is `clarified`, words that mean something came, went or moved, or what is called
`tightened` looks relaxed, or the other way round. Read the two versions once more as a customer
would; if the kind is right after all, say so in the reason.

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
    change: {kind: tightened, why: Customers asked where to stand.}
"""

from collections.abc import Iterator

from spelregels.checks.steps import find_draft_changes
from spelregels.diagnostics import Problem, Severity
from spelregels.diff import Change, ChangeKind
from spelregels.loaded import Loaded

CODE = "SR407"
SEVERITY = Severity.WARNING
_OPPOSITES = frozenset({ChangeKind.TIGHTENED, ChangeKind.RELAXED})


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each declared kind that what can be seen of the change speaks against."""
    for change in find_draft_changes(loaded):
        message = _doubt(change)
        if message:
            yield Problem(("rules", change.rule, "change", "kind"), message)


def _doubt(change: Change) -> str:
    if change.declared == change.computed == ChangeKind.CLARIFIED and change.words:
        words = ", ".join(f"'{word}'" for word in change.words)
        return f"this change is called 'clarified', yet words came, went or moved: {words}"
    if {change.declared, change.computed} == _OPPOSITES and change.certain:
        reasons = "; ".join(change.reasons)
        return f"this change is called '{change.declared}' and looks {change.computed}: {reasons}"
    return ""
