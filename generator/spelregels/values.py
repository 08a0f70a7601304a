"""The single values of a rulebook: ids, dates, numbers, addresses and texts.

Every scalar arrives as the text its author typed, and the type of its field says what it is.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PlainSerializer,
    RootModel,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

FIRST_LANGUAGE = "first_language"
"""The name in the validation context of the language that a text without one is in."""

_ID_PATTERN = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
_RESERVED = frozenset({"con", "prn", "aux", "nul", "index"}) | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(10)
}
_DATE_PATTERN = r"\d{4}-\d{2}-\d{2}"
_NUMBER_PATTERN = r"-?\d{1,4}(\.\d{1,2})?"
_LANGUAGE_PATTERN = r"[a-z]{2,3}"
_ADDRESS_PATTERN = r"(https?://|mailto:|tel:)[^\s\\]+"


def is_id(text: str) -> bool:
    """Tell whether `text` can be an id, also as the name of a file on Windows or of a page."""
    return (
        re.fullmatch(_ID_PATTERN, text) is not None and len(text) <= 64 and text not in _RESERVED
    )


def _parse_language(text: str) -> str:
    if not re.fullmatch(_LANGUAGE_PATTERN, text):
        raise PydanticCustomError("language", "a language code")
    return text


def _parse_address(text: str) -> str:
    if not re.fullmatch(_ADDRESS_PATTERN, text):
        raise PydanticCustomError("address", "an address")
    return text


def _parse_date(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(_DATE_PATTERN, value, re.ASCII):
        raise PydanticCustomError("date", "a date")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("impossible_date", "a day of the calendar") from None


def _parse_number(value: object) -> object:
    if isinstance(value, int | float):
        return Decimal(str(value))
    if not isinstance(value, str):
        return value
    if not re.fullmatch(_NUMBER_PATTERN, value, re.ASCII):
        raise PydanticCustomError("number", "a number")
    return Decimal(value)


def _to_json_number(number: Decimal) -> int | float:
    return int(number) if number == int(number) else float(number)


def _schema(pattern: str, **more: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": f"^{pattern}$", **more})


Name = Annotated[str, Field(min_length=1)]
Id = Annotated[str, _schema(_ID_PATTERN)]
Language = Annotated[str, AfterValidator(_parse_language), _schema(_LANGUAGE_PATTERN)]
Address = Annotated[str, AfterValidator(_parse_address), _schema(_ADDRESS_PATTERN)]
Day = Annotated[date, BeforeValidator(_parse_date), _schema(_DATE_PATTERN, format="date")]
Percent = Annotated[
    Decimal,
    BeforeValidator(_parse_number),
    PlainSerializer(_to_json_number, when_used="json"),
    WithJsonSchema({"type": "number"}),
]
Count = Annotated[int, Field(ge=0, le=10_000)]


class Text(RootModel[Mapping[str, str]]):
    """What is said, per language; a bare string is in the first language of the rulebook."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _accept_bare_string(cls, value: object, info: ValidationInfo) -> object:
        if isinstance(value, str) and info.context:
            return {info.context[FIRST_LANGUAGE]: value}
        return value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Return the schema of both forms, for an editor."""
        return {"anyOf": [{"type": "string"}, handler(schema)], "description": cls.__doc__}

    def within(self, language: str) -> str:
        """Return the text in `language`, or empty where it is not translated."""
        return self.root.get(language, "").strip()


class PlainText(Text):
    """A title, a name, a label: one line, every character of which is shown as it was typed."""


class RichText(Text):
    """A text in Markdown: paragraphs, emphasis, lists, links, tables and code."""
