"""A rule differs from the last edition, and does not say why.

A customer who counted on the rule is owed the reason. What stands under `change` already belongs
to an earlier change.

Mend: A slip? Put back what it was. Else take out the old `change` with what is indented below it,
and end with `change: {kind: …, why: {en: "the reason", nl: "de reden"}}`: `tightened` (asks more),
`relaxed` (asks less) or `clarified`.

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
    decided_on: 2026-04-01
    change: {kind: tightened, why: Nobody could hear whose turn it was.}
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from spelregels.checks.readable import quote
from spelregels.checks.references import find_ids
from spelregels.checks.steps import find_draft_changes
from spelregels.comparing import FieldChange
from spelregels.diagnostics import Pointer, Problem, Severity
from spelregels.diff import ChangeKind
from spelregels.loaded import Loaded
from spelregels.messages import Message, say
from spelregels.nodes import Scalar
from spelregels.redline import find_difference

CODE = "SR405"
SEVERITY = Severity.ERROR
_NAMES: Mapping[str, Pointer] = {
    "chapter": ("settings", "chapters"),
    "applies_to": ("settings", "audiences"),
    "owner": ("owners", "owners"),
}
"""The fields that name something, and where what they name is listed."""
_STEP = re.compile(r"[^.\[\]]+")
_INDEX = re.compile(r"\[(\d+)\]")
_LONGEST = 800
"""So many characters of old texts are told, that they can be put back."""
_EXPLAINED_ELSEWHERE = frozenset({ChangeKind.NEW, ChangeKind.WITHDRAWN})


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each rule that changed since the last edition while its `change` did not.

    A name that does not exist is a slip, and told as such; it is no change.
    """
    for change in find_draft_changes(loaded):
        if change.declared is None and change.computed not in _EXPLAINED_ELSEWHERE:
            slips = {field.top for field in change.fields if _is_slip(loaded, field)}
            fields = _in_order(loaded, (each for each in change.fields if each.top not in slips))
            if fields:
                yield _tell(loaded, change.rule, fields, change.computed)


def _is_slip(loaded: Loaded, field: FieldChange) -> bool:
    names = find_ids(loaded, _NAMES[field.top]) if field.top in _NAMES else None
    return names is not None and field.new is not None and field.new not in names


def _tell(loaded: Loaded, rule: str, fields: Sequence[FieldChange], kind: ChangeKind) -> Problem:
    told = dict.fromkeys(_describe(field, len(fields)) for field in fields)
    message = say(
        "this rule differs from edition {edition}: {differences}; "
        "say under 'change' what kind of change it is (it seems '{kind}'), and why",
        edition=loaded.editions[-1].name,
        differences=tuple(told),
        kind=kind.value,
    )
    first = fields[0]
    place = _find_place(loaded, ("rules", rule), first)
    return Problem(place, message, words=_find_new_words(first))


def _find_new_words(field: FieldChange) -> str:
    """Return what a text says now where it differs."""
    if not (field.old and field.new):
        return ""
    return find_difference(field.old, field.new)[1].strip("\u2026 ")


def _in_order(loaded: Loaded, fields: Iterable[FieldChange]) -> list[FieldChange]:
    """Return the texts of a field in the order of the languages of the rulebook."""
    ordered: dict[str, list[FieldChange]] = {}
    for field in fields:
        ordered.setdefault(field.field, []).append(field)
    languages = enumerate(loaded.rulebook.settings.languages)
    places = {language: place for place, language in languages}
    for each in ordered.values():
        each.sort(key=lambda field: places.get(field.language or "", len(places)))
    return [*chain.from_iterable(ordered.values())]


def _find_place(loaded: Loaded, rule: Pointer, field: FieldChange) -> Pointer:
    """Return where a difference is seen; in place of what is gone, another may stand now."""
    pointer = (*rule, *_steps(field))
    find = loaded.find_text_node if field.language else loaded.find_node
    is_taken = field.new is None and isinstance(find(pointer), Scalar)
    return (*rule, field.top) if is_taken else pointer


def _steps(field: FieldChange) -> Pointer:
    names = _STEP.findall(field.field)
    steps = tuple(int(name) if name.isdigit() else name for name in names)
    return (*steps, field.language) if field.language else steps


def _describe(field: FieldChange, count: int) -> Message:
    """Return what became of a field; its old text whole where there is room for it."""
    name = _name(field)
    if field.old is None:
        return say("{field} is new", field=name)
    whole = quote(" ".join(field.old.split()), _LONGEST // count)
    if not field.new:
        return say("{field} was '{old}' and is gone", field=name, old=whole)
    old, new = find_difference(field.old, field.new)
    if len(old) + len(new) > _LONGEST // count:
        return say("{field} was '{old}'", field=name, old=whole)
    return say("{field} was '{old}' and is '{new}'", field=name, old=old, new=new)


def _name(field: FieldChange) -> str:
    """Return the way to a field as people follow it: `exceptions 1 > conditions 2 (nl)`."""
    way = _INDEX.sub(lambda found: f" {int(found[1]) + 1}", field.field).replace(".", " > ")
    return f"{way} ({field.language})" if field.language else way
