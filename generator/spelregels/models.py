"""What a rulebook is made of; the field names are those of the YAML files.

The JSON Schemas for editors come from these models too.
"""

from calendar import monthrange
from collections.abc import Mapping
from datetime import MAXYEAR, date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from spelregels.values import Address, Count, Day, Id, Language, Name, Percent, PlainText, RichText


class Model(BaseModel):
    """A part of the rulebook: it cannot change, and has no fields but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Allowance(Model):
    """A check that does not hold for the file in which this stands: why, and up to which day."""

    code: Name
    why: RichText
    until: Day


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
    allow: tuple[Allowance, ...] | None = None


class Request(Model):
    """A request that was answered, and why so."""

    asked: PlainText
    asked_on: Day
    answer: Literal["yes", "no", "not-now"]
    because: RichText
    rules: tuple[str, ...] = ()
    would_change: RichText | None = None
    allow: tuple[Allowance, ...] | None = None


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
    allow: tuple[Allowance, ...] | None = None


class Term(Model):
    """A word that the rules use, and what it means."""

    term: PlainText
    meaning: RichText
    forms: Mapping[str, tuple[Name, ...]] = Field(default_factory=dict)


class Glossary(Model):
    """The file `glossary.yaml`."""

    terms: tuple[Term, ...] = ()
    allow: tuple[Allowance, ...] | None = None


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

    url: Address
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
    allow: tuple[Allowance, ...] | None = None


class Rulebook(Model):
    """All of it; a rule and a request go by the name of their file."""

    settings: Settings
    owners: Owners
    glossary: Glossary
    rules: Mapping[str, Rule]
    requests: Mapping[str, Request]


def review_day(rule: Rule, promises: Promises) -> date:
    """Return the day by which `rule` is looked at again: its own, or that of the promise."""
    if rule.review_by:
        return rule.review_by
    return months_after(rule.decided_on, promises.review_months)


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of that month where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


SCHEMAS: Mapping[str, type[Model]] = {
    "rulebook": Settings,
    "owners": Owners,
    "glossary": Glossary,
    "rule": Rule,
    "request": Request,
}
"""The model of each kind of file, by the name of the file or of what its folder holds."""
