"""A rule differs from the last edition, and does not say why.

A customer who counted on the rule is owed the reason. What stands under `change` already belongs
to an earlier change.

Mend: A slip? Put the old text back. Else take out the old `change` with what is indented below it,
and end the file with `change: {kind: clarified, why: {en: "the reason", nl: "de reden"}}`; or
`tightened` (asks more), `relaxed` (asks less).

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

from spelregels.checks.readable import quote
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
        fields=tuple(dict.fromkeys(map(_describe, fields))),
    )
    return Problem(("rules", rule, fields[0].top), message, on_key=True)


def _describe(field: FieldChange) -> Value:
    if field.language and field.old:
        return say(
            "{field} ({language}) was '{old}'",
            field=field.field,
            language=field.language,
            old=quote(field.old),
        )
    if field.language:
        return say("{field} ({language})", field=field.field, language=field.language)
    if field.old and field.new:
        return say(
            "{field} was '{old}' and is '{new}'", field=field.field, old=field.old, new=field.new
        )
    return field.field
