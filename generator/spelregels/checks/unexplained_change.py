"""A rule differs from the last edition, and does not say why.

A customer who counted on the rule is owed the reason. What stands under `change` already belongs
to an earlier change.

Mend: Write in the file of the rule, in place of an older `change`: `change: {kind: tightened, why:
the reason}`. The kind is `tightened`, `relaxed` or `clarified`.

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

from collections.abc import Iterator, Mapping, Sequence

from spelregels.checks.references import find_ids
from spelregels.checks.steps import find_draft_changes
from spelregels.comparing import FieldChange
from spelregels.diagnostics import Pointer, Problem, Severity
from spelregels.diff import ChangeKind
from spelregels.loaded import Loaded
from spelregels.messages import Value, say

CODE = "SR405"
SEVERITY = Severity.ERROR
_NAMES: Mapping[str, Pointer] = {
    "chapter": ("settings", "chapters"),
    "applies_to": ("settings", "audiences"),
    "owner": ("owners", "owners"),
}
"""The fields that name something, and where what they name is listed."""
_EXPLAINED_ELSEWHERE = frozenset({ChangeKind.NEW, ChangeKind.WITHDRAWN})


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each rule that changed since the last edition while its `change` did not.

    A name that does not exist is a slip, and told as such; it is no change.
    """
    for change in find_draft_changes(loaded):
        if change.declared is None and change.computed not in _EXPLAINED_ELSEWHERE:
            slips = {field.top for field in change.fields if _is_slip(loaded, field)}
            fields = [field for field in change.fields if field.top not in slips]
            if fields:
                yield _tell(loaded.editions[-1].name, change.rule, fields)


def _is_slip(loaded: Loaded, field: FieldChange) -> bool:
    names = find_ids(loaded, _NAMES[field.top]) if field.top in _NAMES else None
    return names is not None and field.new is not None and field.new not in names


def _tell(edition: str, rule: str, fields: Sequence[FieldChange]) -> Problem:
    message = say(
        "this rule differs from edition {edition} ({fields}); "
        "say under 'change' what kind of change it is, and why",
        edition=edition,
        fields=tuple(dict.fromkeys(_name_of(field) for field in fields)),
    )
    return Problem(("rules", rule, fields[0].top), message, on_key=True)


def _name_of(field: FieldChange) -> Value:
    if field.language is None:
        return field.field
    return say("{field} in {language}", field=field.field, language=field.language)
