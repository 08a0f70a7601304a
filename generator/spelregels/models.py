"""What a rulebook is made of; the field names and types are those of the YAML files.

Every scalar arrives as the text its author typed, and the type of its field says what it is.
The JSON Schemas for editors come from these models too.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

FIRST_LANGUAGE = "first_language"
"""The name in the validation context of the language that a text without one is in."""

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
ID_RULE = (
    "lower-case letters a-z, digits and single hyphens, first a letter, at most 64 characters"
)
_RESERVED = frozenset({"con", "prn", "aux", "nul"}) | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(10)
}
_DATE_PATTERN = r"^\d{4}-\d{2}-\d{2}$"
_NUMBER_PATTERN = r"^-?\d{1,4}(\.\d{1,2})?$"
_LANGUAGE_PATTERN = r"^[a-z]{2,3}$"
_ADDRESS_PATTERN = r"^(https?://|mailto:|tel:)[^\s\\]+$"


def is_id(text: str) -> bool:
    """Tell whether `text` can be an id, also as the name of a file on Windows."""
    return (
        re.fullmatch(ID_PATTERN[1:-1], text) is not None
        and len(text) <= 64
        and text not in _RESERVED
    )


def _parse_language(text: str) -> str:
    if not re.fullmatch(_LANGUAGE_PATTERN[1:-1], text):
        raise PydanticCustomError("language", "a language code")
    return text


def _parse_address(text: str) -> str:
    if not re.fullmatch(_ADDRESS_PATTERN[1:-1], text):
        raise PydanticCustomError("address", "an address")
    return text


def _parse_date(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(_DATE_PATTERN[1:-1], value, re.ASCII):
        raise PydanticCustomError("date", "a date")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("impossible_date", "a day of the calendar") from None


def _parse_number(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(_NUMBER_PATTERN[1:-1], value, re.ASCII):
        raise PydanticCustomError("number", "a number")
    return Decimal(value)


def _schema(pattern: str, **more: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": pattern, **more})


Name = Annotated[str, Field(min_length=1)]
Id = Annotated[str, _schema(ID_PATTERN)]
Language = Annotated[str, AfterValidator(_parse_language), _schema(_LANGUAGE_PATTERN)]
Address = Annotated[str, AfterValidator(_parse_address), _schema(_ADDRESS_PATTERN)]
Day = Annotated[date, BeforeValidator(_parse_date), _schema(_DATE_PATTERN, format="date")]
Percent = Annotated[Decimal, BeforeValidator(_parse_number), WithJsonSchema({"type": "number"})]
Count = Annotated[int, Field(ge=0, le=10_000)]


class Model(BaseModel):
    """A part of the rulebook: it cannot change, and has no fields but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(RootModel[Mapping[str, str]]):
    """What is said, per language; a bare string is in the first language of the rulebook."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _accept_bare_string(cls, value: object, info: ValidationInfo) -> object:
        if isinstance(value, str) and info.context:
            return {info.context[FIRST_LANGUAGE]: value}
        return value

    def within(self, language: str) -> str:
        """Return the text in `language`, or empty where it is not translated."""
        return self.root.get(language, "").strip()


class PlainText(Text):
    """A title, a name, a label: one line, every character of which is shown as it was typed."""


class RichText(Text):
    """A text in Markdown: paragraphs, emphasis, lists, links, tables and code."""


class Effect(Model):
    """What a rule does to quality, and how it comes to do so."""

    direction: Literal["better", "same", "worse"]
    because: RichText


class PriceEffect(Model):
    """What a rule does to the price, in percent where that is known."""

    direction: Literal["lower", "same", "higher"]
    because: RichText
    percent: Percent | None = None
    basis: Literal["measured", "estimated"] | None = None


class Effects(Model):
    """What a rule does for the customer."""

    quality: Effect
    price: PriceEffect


class Advice(Model):
    """What the IT side advised, and when."""

    by: str
    on: Day | None = None
    text: RichText | None = None


class Example(Model):
    """A case, and what the rule makes of it."""

    case: RichText
    outcome: Literal["granted", "refused", "not-applicable"]
    because: RichText | None = None


class RuleException(Model):
    """When the rule does not hold, under which conditions and at what price."""

    when: RichText
    conditions: tuple[RichText, ...] = ()
    price: RichText | None = None
    decided_by: str | None = None
    ask: RichText | None = None


class Fit(Model):
    """A question that tells a prospect whether this rule suits them."""

    question: PlainText
    answer: Literal["yes", "no"]


class Measure(Model):
    """How the effect of a rule is measured."""

    indicator: PlainText
    target: PlainText | None = None
    source: Name | None = None


class Change(Model):
    """What the author says of the change since the last edition."""

    kind: Literal["new", "tightened", "relaxed", "clarified", "withdrawn"]
    why: RichText


class Withdrawal(Model):
    """Why a rule no longer holds, and what came in its place."""

    why: RichText
    replaced_by: tuple[str, ...] = ()


class Rule(Model):
    """A rule, with what justifies it."""

    title: PlainText
    chapter: str
    rule: RichText
    rationale: RichText
    effect: Effects
    without: RichText
    owner: str
    advice: Advice | None = None
    applies_to: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    exceptions: tuple[RuleException, ...] = ()
    fit: Fit | None = None
    measure: Measure | None = None
    keywords: Mapping[str, tuple[Name, ...]] = Field(default_factory=dict)
    status: Literal["proposed", "active", "withdrawn"] = "active"
    decided_on: Day
    review_by: Day | None = None
    change: Change | None = None
    withdrawn: Withdrawal | None = None


class Request(Model):
    """A request that was answered, and why so."""

    asked: PlainText
    asked_on: Day
    answer: Literal["yes", "no", "not-now"]
    because: RichText
    rules: tuple[str, ...] = ()
    would_change: RichText | None = None


class Identified(Model):
    """A part of the rulebook that others refer to by its id."""

    id: Id


class Owner(Identified):
    """Someone who decides (the business side) or advises (the IT side)."""

    name: Name
    role: PlainText
    side: Literal["business", "it"]
    contact: Address | None = None
    github: Annotated[str, Field(pattern=r"^@[\w.-]+(/[\w.-]+)?$")] | None = None


class Owners(Model):
    """The file `owners.yaml`."""

    owners: tuple[Owner, ...]


class Term(Model):
    """A word that the rules use, and what it means."""

    term: PlainText
    meaning: RichText
    forms: Mapping[str, tuple[Name, ...]] = Field(default_factory=dict)


class Glossary(Model):
    """The file `glossary.yaml`."""

    terms: tuple[Term, ...] = ()


class Publisher(Model):
    """Who publishes the rulebook."""

    name: Name
    contact: Address | None = None
    url: Address | None = None


class Chapter(Identified):
    """A group of rules."""

    title: PlainText
    intro: RichText | None = None


class Audience(Identified):
    """A group of customers."""

    title: PlainText


class Promises(Model):
    """What the publisher promises about the rulebook itself."""

    notice_days: Count | None = None
    max_rules: Count | None = None
    review_months: Count = 12
    min_reading_score: Count | None = None


class Repository(Model):
    """Where the rulebook is edited."""

    url: Annotated[str, AfterValidator(_parse_address), _schema(r"^https://")]
    branch: Name = "main"
    kind: Literal["github", "gitlab"] = "github"


class Settings(Model):
    """The file `rulebook.yaml`."""

    name: PlainText
    publisher: Publisher
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    chapters: tuple[Chapter, ...]
    audiences: tuple[Audience, ...] = ()
    promises: Promises = Promises()
    repository: Repository | None = None


class Rulebook(Model):
    """All of it; a rule and a request go by the name of their file."""

    settings: Settings
    owners: Owners
    glossary: Glossary
    rules: Mapping[str, Rule]
    requests: Mapping[str, Request]


SCHEMAS: Mapping[str, type[Model]] = {
    "rulebook": Settings,
    "owners": Owners,
    "glossary": Glossary,
    "rule": Rule,
    "request": Request,
}
"""The model of each kind of file, by the name of the file or of what its folder holds."""
