"""Sentences with gaps: written in English where they are said, and told in another language too.

A sentence is its own key, as in gettext: `translations/nl.toml` holds the Dutch of each.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple, Union

LANGUAGES = ("en", "nl")
"""The languages in which problems are told, that of the sentences themselves first."""

Value = Union[str, int, "Message", tuple["Value", ...]]
"""What fills a gap; a list is told with commas, and a message in the language of the whole."""


class Message(NamedTuple):
    """A sentence, and what fills its gaps."""

    template: str
    values: tuple[tuple[str, Value], ...] = ()

    def within(self, language: str) -> str:
        """Return the sentence in `language`, its gaps filled."""
        template = load_catalogue(language).get(self.template, self.template)
        return template.format(**{name: _tell(value, language) for name, value in self.values})


def say(template: str, **values: Value) -> Message:
    """Return a sentence to be told later; `template` has gaps as those of `str.format`."""
    return Message(template, tuple(values.items()))


@cache
def load_catalogue(language: str) -> Mapping[str, str]:
    """Return each sentence in `language` by the English one; empty where that is the language."""
    if language == LANGUAGES[0]:
        return {}
    file = files("spelregels") / "translations" / f"{language}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _tell(value: Value, language: str) -> str:
    match value:
        case Message():
            return value.within(language)
        case tuple():
            return ", ".join(_tell(each, language) for each in value)
        case _:
            return str(value)
