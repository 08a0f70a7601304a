"""Say in plain words where a file does not fit its model, from what pydantic found."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from spelregels.diagnostics import Fault, Pointer
from spelregels.messages import Message, say
from spelregels.models import Request, Rule
from spelregels.nodes import Mapping as MappingNode
from spelregels.nodes import Node, Scalar, find_node, locate
from spelregels.nodes import Sequence as SequenceNode

JUSTIFICATIONS = frozenset({"rationale", "effect", "quality", "price", "because", "without"})
"""The fields that justify a rule: to leave one out is more than a slip of form."""

_EXPECTED: Mapping[str, Message] = {
    "model_type": say("fields with a name and a value belong here"),
    "dict_type": say("a text, or a text per language, belongs here"),
    "tuple_type": say("a list belongs here, each entry on a line of its own after '- '"),
    "string_type": say("a text belongs here"),
    "date_type": say("a date belongs here"),
    "int_type": say("a whole number belongs here"),
    "decimal_type": say("a number belongs here"),
}
_WORD_LISTS = (("keywords",), ("forms",))
_WORDS = say("a list of words per language belongs here, as in {{en: [word]}}")
_ID_LISTS = (("applies_to",), ("rules",), ("replaced_by",), ("languages",))
_IDS = re.compile(r"[a-z0-9-]{1,64}(?:, ?[a-z0-9-]{1,64}){0,9}")
"""What was meant as a list of ids, most likely."""
_NUMBER = re.compile(r"\+?(-?\d{1,3})(?:[.,](\d{1,3}))? ?(?:%|procent|percent)?")
"""What was meant as a percentage: `0,7` or `6%`."""
_MAX_QUOTED = 60
"""How many characters of what was typed a message repeats."""

_FORMATS: Mapping[str, tuple[str, Message]] = {
    "date": ("invalid-date", say("is not a date; write year-month-day, as in 2026-03-01")),
    "impossible_date": ("invalid-date", say("is not a day of the calendar")),
    "number": (
        "invalid-number",
        say("is not a number; write 6 percent less as -6, and 2.5 percent more as 2.5"),
    ),
    "int_parsing_size": ("invalid-number", say("is too large; 10000 is the most")),
    "greater_than_equal": ("invalid-number", say("is too small; 0 is the least")),
    "less_than_equal": ("invalid-number", say("is too large; 10000 is the most")),
    "language": ("invalid-language", say("is not a code of a language; write it as nl or en")),
    "address": ("invalid-address", say("is no address; start it with https://, mailto: or tel:")),
    "string_pattern_mismatch": ("invalid-address", say("is no name on GitHub; write @name")),
}

_UNITS: Mapping[str, Message] = {
    "notice_days": say("days"),
    "review_months": say("months"),
    "max_rules": say("rules"),
    "min_reading_score": say("points"),
}
"""What each field with a whole number counts."""


def describe_misfits(
    model: type[BaseModel], root: Node, errors: Sequence[ErrorDetails]
) -> Iterator[Fault]:
    """Yield a fault for each of `errors`, except for what another of them explains."""
    unknown = {error["loc"] for error in errors if error["type"] == "extra_forbidden"}
    for error in errors:
        if error["type"] == "missing" and _is_misspelt(error["loc"], unknown):
            continue
        if error["type"] == "too_short" and any(_is_in(other, error) for other in errors):
            continue
        yield _describe(model, root, error)


def _is_misspelt(missing: Pointer, unknown: set[Pointer]) -> bool:
    """Tell whether a field is missing because its name was misspelt beside it."""
    siblings = [str(pointer[-1]) for pointer in unknown if pointer[:-1] == missing[:-1]]
    return any(get_close_matches(name, [str(missing[-1])]) for name in siblings)


def _is_in(error: ErrorDetails, other: ErrorDetails) -> bool:
    return error["loc"][:-1] == other["loc"]


def _describe(model: type[BaseModel], root: Node, error: ErrorDetails) -> Fault:
    pointer, kind = error["loc"], error["type"]
    match kind:
        case "missing":
            return _missing(model, root, pointer)
        case "extra_forbidden":
            return _unknown_field(model, root, pointer)
        case "literal_error":
            return _unknown_value(model, root, pointer)
        case "too_short" | "string_too_short":
            return Fault("blank-field", locate(root, pointer), _nothing_in(pointer))
        case "string_type" if inside := find_inside(model, pointer):
            place = locate(root, pointer, on_key=True)
            return Fault("wrong-type", place, say_too_far(str(pointer[-1]), inside))
        case _ if kind in _EXPECTED:
            message = _expect(kind, pointer, find_node(root, pointer))
            return Fault("wrong-type", locate(root, pointer), message)
        case _:
            name, message = _describe_format(kind, pointer, error["input"])
            return Fault(name, locate(root, pointer), message)


def _describe_format(kind: str, pointer: Pointer, typed: str) -> tuple[str, Message]:
    """Return the name of a check, and how what was typed should have been written."""
    shown = _on_a_line(typed)
    if kind == "int_parsing":
        unit = _UNITS[str(pointer[-1])]
        return "invalid-number", say(
            "'{typed}' is not a whole number; write in digits how many {unit}",
            typed=shown,
            unit=unit,
        )
    if kind == "number" and (number := _NUMBER.fullmatch(typed)):
        return "invalid-number", _show_number(shown, ".".join(filter(None, number.groups())))
    name, wrong = _FORMATS[kind]
    return name, say("'{typed}' {wrong}", typed=shown, wrong=wrong)


def _show_number(typed: str, number: str) -> Message:
    if number.startswith("-"):
        return say("'{typed}' is not a number; write {number}", typed=typed, number=number)
    return say(
        "'{typed}' is not a number; write {number}, or -{number} where it becomes less",
        typed=typed,
        number=number,
    )


def _expect(kind: str, pointer: Pointer, node: Node | None) -> Message:
    if pointer[-1:] in _ID_LISTS and isinstance(node, Scalar) and _IDS.fullmatch(node.text):
        return say(
            "a list belongs here; put square brackets around it: [{names}]", names=node.text
        )
    expected = _WORDS if pointer[-1:] in _WORD_LISTS else _EXPECTED[kind]
    return say("{expected}, and this is {kind}", expected=expected, kind=_kind_of(node))


def _nothing_in(pointer: Pointer) -> Message:
    return say("'{field}' is there, but nothing is filled in", field=str(pointer[-1]))


def _missing(model: type[BaseModel], root: Node, pointer: Pointer) -> Fault:
    place = locate(root, pointer)
    name = ".".join(str(step) for step in pointer)
    is_there = find_node(root, pointer) is not None
    if model in (Rule, Request) and pointer[-1] in JUSTIFICATIONS and pointer[0] != "examples":
        return Fault("missing-justification", place, _unjustified(name, is_there=is_there))
    if is_there:
        return Fault("blank-field", place, _nothing_in(pointer))
    message = say(
        "'{name}' is missing; add a line '{field}: …'", name=name, field=str(pointer[-1])
    )
    return Fault("missing-field", place, message)


def _unjustified(name: str, *, is_there: bool) -> Message:
    if is_there:
        return say(
            "'{name}' is there, but nothing is filled in; "
            "without it, nobody can see why this is so",
            name=name,
        )
    return say("'{name}' is missing; without it, nobody can see why this is so", name=name)


def _unknown_field(model: type[BaseModel], root: Node, pointer: Pointer) -> Fault:
    place, name = locate(root, pointer, on_key=True), str(pointer[-1])
    if model in (Rule, Request) and pointer == ("id",):
        message = say("the name of the file is the id; remove this line")
        return Fault("id-field", place, message)
    if inside := find_inside(model, pointer):
        return Fault("unknown-field", place, say_too_far(name, inside))
    known = tuple(_model_at(model, pointer[:-1]).model_fields)
    hint = _find_home(model, pointer) or _suggest(name, known)
    message = say("there is no field '{field}' here; {hint}", field=name, hint=hint)
    return Fault("unknown-field", place, message)


def find_inside(model: type[BaseModel], pointer: Pointer) -> str | None:
    """Return the field that the one at `pointer` should stand beside, where it stands in it."""
    around = pointer[:-1]
    while around and not isinstance(around[-1], str):
        around = around[:-1]
    outer = _find_model(model, around[:-1]) if around else None
    return str(around[-1]) if outer and pointer[-1] in outer.model_fields else None


def _find_home(model: type[BaseModel], pointer: Pointer) -> Message | None:
    """Return where a field belongs that is known elsewhere in the file, and there only."""
    name = pointer[-1]
    if len(pointer) > 1 and name in model.model_fields:
        return say("it belongs at the beginning of a line of its own, without spaces before it")
    homes = [
        field
        for field, info in model.model_fields.items()
        if any(name in inner.model_fields for inner in _models_in(info.annotation))
    ]
    return say("it belongs under '{field}'", field=homes[0]) if len(homes) == 1 else None


def say_too_far(name: str, inside: str) -> Message:
    """Return that the field `name` is indented so far that it stands in another."""
    return say(
        "'{field}' belongs beside '{inside}', not in it; take away spaces before it, and before "
        "what is below it, until it begins below '{inside}'",
        field=name,
        inside=inside,
    )


def _unknown_value(model: type[BaseModel], root: Node, pointer: Pointer) -> Fault:
    node = find_node(root, pointer)
    words = allowed_values(model, pointer)
    if isinstance(node, Scalar):
        message = say(
            "'{typed}' cannot stand here; choose one of: {words}",
            typed=_on_a_line(node.text),
            words=words,
        )
    else:
        message = say(
            "{kind} cannot stand here; choose one of: {words}", kind=_kind_of(node), words=words
        )
    return Fault("unknown-value", locate(root, pointer), message)


def _suggest(name: str, known: tuple[str, ...]) -> Message:
    near = get_close_matches(name, known, 1)
    if near:
        return say("did you mean '{name}'?", name=near[0])
    return say("the fields are: {fields}", fields=known)


def _on_a_line(typed: str) -> str:
    line = " ".join(typed.split())
    return line if len(line) <= _MAX_QUOTED else f"{line[: _MAX_QUOTED - 1]}…"


def _kind_of(node: Node | None) -> Message:
    match node:
        case Scalar() if node.is_empty:
            return say("empty")
        case MappingNode():
            return say("a group of fields")
        case SequenceNode():
            return say("a list")
        case _:
            return say("a single text")


def allowed_values(model: type[BaseModel], pointer: Pointer) -> tuple[str, ...]:
    """Return the words that may stand at `pointer` in a `model`, a field of fixed words."""
    holder = _model_at(model, pointer[:-1])
    return tuple(_words_in(holder.model_fields[str(pointer[-1])].annotation))


def _words_in(annotation: Any) -> Iterator[str]:
    for argument in get_args(annotation):
        if isinstance(argument, str):
            yield argument
        else:
            yield from _words_in(argument)


def _model_at(model: type[BaseModel], pointer: Pointer) -> type[BaseModel]:
    found = _find_model(model, pointer)
    if found is None:
        raise AssertionError(f"no model is at {pointer} of {model.__name__}")
    return found


def _find_model(model: type[BaseModel], pointer: Pointer) -> type[BaseModel] | None:
    """Return the model at `pointer`, or None where it leads into a list of words."""
    for step in pointer:
        if isinstance(step, str):
            field = model.model_fields.get(step)
            inner = next(_models_in(field.annotation), None) if field else None
            if inner is None:
                return None
            model = inner
    return model


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the model in `Effect`, `Advice | None` or `tuple[Example, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    else:
        for argument in get_args(annotation):
            yield from _models_in(argument)
