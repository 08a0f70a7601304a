"""Turn nodes into models.

A file with faults still becomes a model: what is wrong in it is left out or replaced by a
placeholder, so that the checks can go on and one run reports everything. The pointers of what
was replaced are kept, and what a check finds there is not believed.
"""

from collections.abc import Mapping
from typing import Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from spelregels.diagnostics import Fault, Pointer
from spelregels.misfits import allowed_values, describe_misfits
from spelregels.nodes import Data, Node, to_data
from spelregels.values import FIRST_LANGUAGE

M = TypeVar("M", bound=BaseModel)

UNKNOWN_LANGUAGE = "und"
"""What ISO 639-2 calls a language that nobody stated."""

_PLACEHOLDERS: Mapping[str, Data] = {
    "model_type": {},
    "dict_type": {},
    "tuple_type": [],
    "too_short": [UNKNOWN_LANGUAGE],
    "string_type": "-",
    "string_too_short": "-",
    "string_pattern_mismatch": "@x",
    "missing": "",
    "date_type": "2000-01-01",
    "int_type": "0",
    "decimal_type": "0",
    "date": "2000-01-01",
    "impossible_date": "2000-01-01",
    "number": "0",
    "int_parsing": "0",
    "int_parsing_size": "0",
    "greater_than_equal": "0",
    "less_than_equal": "0",
    "language": UNKNOWN_LANGUAGE,
    "address": "tel:0",
}
_MAX_ROUNDS = 12
"""A placeholder may lack something in its turn; the models are less deep than this."""


class Shaped(NamedTuple, Generic[M]):
    """A model, the faults of the nodes it was made of, and the pointers not to be believed."""

    model: M
    faults: tuple[Fault, ...]
    faulty: frozenset[Pointer]


def shape(model: type[M], root: Node, first_language: str) -> Shaped[M]:
    """Return `root` as a `model`; a bare text in it is in `first_language`."""
    data = to_data(root)
    try:
        return Shaped(_validate(model, data, first_language), (), frozenset())
    except ValidationError as error:
        errors = error.errors(include_url=False)
    faults = tuple(describe_misfits(model, root, errors))
    faulty = frozenset(error["loc"] for error in errors)
    return Shaped(_fill_holes(model, data, first_language), faults, faulty)


def placeholder(model: type[M]) -> M:
    """Return a `model` that says nothing, for a file that could not be read."""
    return _fill_holes(model, {}, UNKNOWN_LANGUAGE)


def _validate(model: type[M], data: Data, first_language: str) -> M:
    return model.model_validate(data, context={FIRST_LANGUAGE: first_language})


def _fill_holes(model: type[M], data: Data, first_language: str) -> M:
    for _ in range(_MAX_ROUNDS):
        try:
            return _validate(model, data, first_language)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                data = _with_placeholder(model, data, detail)
    raise AssertionError(f"no placeholders make a {model.__name__} of {data}")


def _with_placeholder(model: type[BaseModel], data: Data, error: ErrorDetails) -> Data:
    """Return `data` with something valid where the error is, or nothing if it was too much."""
    pointer, kind = error["loc"], error["type"]
    if kind == "extra_forbidden":
        return _replaced(data, pointer, None)
    if kind == "literal_error":
        return _replaced(data, pointer, allowed_values(model, pointer)[0])
    return _replaced(data, pointer, _PLACEHOLDERS[kind])


def _replaced(data: Data, pointer: Pointer, value: Data | None) -> Data:
    if not pointer:
        return {} if value is None else value
    step, rest = pointer[0], pointer[1:]
    if isinstance(data, list):
        return [
            _replaced(item, rest, value) if index == step else item
            for index, item in enumerate(data)
        ]
    fields = dict(data) if isinstance(data, dict) else {}
    if rest or value is not None:
        fields[str(step)] = _replaced(fields.get(str(step), {}), rest, value)
    else:
        fields.pop(str(step), None)
    return fields
