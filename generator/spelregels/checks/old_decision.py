"""A rule asks more or less than it did, and was decided before that.

Whoever reads when a rule was decided takes it that this is what was decided then. And the review
is counted from that day, so a change that nobody dated is looked at too soon.

Mend: Write behind `decided_on` the day on which this change was decided. If it was nobody's
decision, put back what the rule said.

Bad:

    # rules/wait-your-turn.yaml (as frozen in 2026.1)
    rule: Wait until it is your turn.
    decided_on: 2026-01-05

    # rules/wait-your-turn.yaml
    rule: You must wait until it is your turn.
    decided_on: 2026-01-05
    change: {kind: tightened, why: Some customers did not wait.}

Good:

    # rules/wait-your-turn.yaml (as frozen in 2026.1)
    rule: Wait until it is your turn.
    decided_on: 2026-01-05

    # rules/wait-your-turn.yaml
    rule: You must wait until it is your turn.
    decided_on: 2026-02-02
    change: {kind: tightened, why: Some customers did not wait.}
"""

from collections.abc import Iterator

from spelregels.checks.steps import find_draft_changes
from spelregels.diagnostics import Problem, Severity
from spelregels.diff import ChangeKind
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR417"
SEVERITY = Severity.WARNING
_DECIDED = frozenset({ChangeKind.TIGHTENED, ChangeKind.RELAXED})


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each rule that was tightened or relaxed, and keeps the day of the last edition."""
    for change in find_draft_changes(loaded):
        day = loaded.rulebook.rules[change.rule].decided_on
        before = loaded.editions[-1].rulebook.rules.get(change.rule)
        if change.declared in _DECIDED and before and before.decided_on == day:
            message = say(
                "this rule is called '{kind}', and {day} is the day of the decision before that",
                kind=str(change.declared),
                day=str(day),
            )
            yield Problem(("rules", change.rule, "decided_on"), message)
