"""The words of the site itself (headings, labels, dates), per language."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType

FALLBACK = "en"

OwnWords = Mapping[str, Mapping[str, str]]
"""The words that a site puts in the place of others: by language, then by name."""

NO_WORDS: OwnWords = MappingProxyType({})


@dataclass(frozen=True)
class Words:
    """What the site says in one language."""

    phrases: Mapping[str, str]
    months: tuple[str, ...]

    def __getitem__(self, name: str) -> str:
        return self.phrases[name]

    def fill(self, phrase: str, **values: str | int) -> str:
        """Return the phrase called `phrase` with its gaps filled."""
        return self.phrases[phrase].format(**values)

    def replaced(self, own: Mapping[str, str]) -> "Words":
        """Return these words with `own` in the place of those of the same names."""
        return replace(self, phrases={**self.phrases, **own}) if own else self

    def count(self, phrase: str, number: int) -> str:
        """Return the phrase for so many, in the singular or the plural."""
        return self.fill(f"{phrase}_one" if number == 1 else f"{phrase}_other", number=number)

    def field(self, name: str) -> str:
        """Return what readers call a field of a rule."""
        return self.phrases[f"field_{name}"]

    def day(self, day: date) -> str:
        """Return a date as people write it: 1 maart 2026."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"

    def percent(self, percent: Decimal) -> str:
        """Return a signed percentage, with a true minus sign."""
        sign = "\u2212" if percent < 0 else "+" if percent else ""
        number = f"{abs(percent).normalize():f}".replace(".", self.phrases["decimal"])
        return f"{sign}{number}\u00a0%"


@cache
def load_words(language: str) -> Words:
    """Return the words in `language`, or in English where it has none yet."""
    folder = files("spelregels") / "vocabulary"
    file = folder / f"{language}.toml"
    text = (file if file.is_file() else folder / f"{FALLBACK}.toml").read_text(encoding="utf-8")
    phrases = tomllib.loads(text)
    months = tuple(phrases.pop("months"))
    return Words(phrases, months)
