"""A rule differs from the last edition, and does not say why.

A customer who counted on the rule is owed the reason. Write under `change` what kind of change it
is (`tightened`, `relaxed`, `clarified`) and why; what stands there belongs to an earlier change.

Bad:

    # rules/wait-your-turn.yaml (as frozen in 2026.1)
    rule: Wait until it is your turn.

    # rules/wait-your-turn.yaml
    rule: Wait until your number is called.

Good:

    # rules/wait-your-turn.yaml (as frozen in 2026.1)
    rule: Wait until it is your turn.

    # rules/wait-your-turn.yaml
    rule: Wait until your number is called.
    change: {kind: tightened, why: Nobody could hear whose turn it was.}
"""

from collections.abc import Iterator

from spelregels.checks.steps import find_draft_changes
from spelregels.comparing import FieldChange
from spelregels.diagnostics import Problem, Severity
from spelregels.diff import ChangeKind
from spelregels.loaded import Loaded

CODE = "SR405"
SEVERITY = Severity.ERROR
_EXPLAINED_ELSEWHERE = frozenset({ChangeKind.NEW, ChangeKind.WITHDRAWN})


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each rule that changed since the last edition while its `change` did not."""
    for change in find_draft_changes(loaded):
        if change.declared is None and change.computed not in _EXPLAINED_ELSEWHERE:
            last = loaded.editions[-1].name
            fields = ", ".join(dict.fromkeys(_name_of(field) for field in change.fields))
            message = (
                f"this rule differs from edition {last} ({fields}); "
                "say under 'change' what kind of change it is, and why"
            )
            yield Problem(("rules", change.rule, change.fields[0].top), message, on_key=True)


def _name_of(field: FieldChange) -> str:
    return f"{field.field} in {field.language}" if field.language else field.field
