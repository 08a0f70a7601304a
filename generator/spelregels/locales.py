"""The one look at the language of whoever runs the command."""

import os

from spelregels.messages import LANGUAGES

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""What says it, the first that is set (GNU gettext manual, 2.3 Setting the locale)."""


def find_language(given: str | None = None) -> str:
    """Return the language that was given, else that of the locale, else English."""
    said = given or next(filter(None, map(os.environ.get, _VARIABLES)), "")
    wanted = (each[:2].casefold() for each in said.split(":"))
    return next((each for each in wanted if each in LANGUAGES), LANGUAGES[0])
