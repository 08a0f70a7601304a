"""A change is called something that it cannot be.

What is `clarified` says the same in better words: where a number, or a word such as must, may, not
or only came or went, the duty moved, and the customer must be told so. A rule that was there
before is not `new`, and one that still holds is not `withdrawn`.

Mend: Behind `kind` under `change`, write `tightened` where the customer gets less or must do more,
`relaxed` where it is the other way round, `new` or `withdrawn` for a whole rule. Or put back the
words that should not have changed.

Bad:

    # rules/wait-your-turn.yaml (as frozen in 2026.1)
    rule: Wait until it is your turn.

    # rules/wait-your-turn.yaml
    rule: You must wait until it is your turn.
    change: {kind: clarified, why: Some customers did not know what was meant.}

Good:

    # rules/wait-your-turn.yaml (as frozen in 2026.1)
    rule: Wait until it is your turn.

    # rules/wait-your-turn.yaml
    rule: You must wait until it is your turn.
    decided_on: 2026-04-01
    change: {kind: tightened, why: Some customers did not wait.}
"""

from collections.abc import Iterator

from spelregels.checks.steps import find_draft_changes, tell_reasons
from spelregels.diagnostics import Problem, Severity
from spelregels.diff import Change, ChangeKind
from spelregels.loaded import Loaded
from spelregels.messages import Message, say

CODE = "SR406"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each declared kind that what can be seen of the change rules out."""
    for change in find_draft_changes(loaded):
        message = _contradiction(change)
        if message:
            yield Problem(("rules", change.rule, "change", "kind"), message)


def _contradiction(change: Change) -> Message | None:
    declared, computed = change.declared, change.computed
    if declared is None or declared == computed:
        return None
    whole = {ChangeKind.NEW, ChangeKind.WITHDRAWN}
    if declared in whole or computed in whole:
        return say(
            "this change is called '{declared}', and it is '{computed}'",
            declared=declared,
            computed=computed,
        )
    if declared == ChangeKind.CLARIFIED:
        return say(
            "this change is called 'clarified', yet the duty moves (it seems '{computed}'): "
            "{reasons}",
            computed=computed,
            reasons=tell_reasons(change),
        )
    return None
