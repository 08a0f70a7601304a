"""What the checks of rich texts share."""

from collections.abc import Iterator

from spelregels.diagnostics import Problem
from spelregels.loaded import Loaded
from spelregels.rich import find_objections
from spelregels.values import RichText


def find_objections_in(loaded: Loaded, name: str) -> Iterator[Problem]:
    """Yield each objection called `name` to a rich text of the rulebook."""
    for pointer, text in loaded.texts:
        for language, words in text.root.items() if isinstance(text, RichText) else ():
            for objection in find_objections(words):
                if objection.name == name:
                    place = (*pointer, language)
                    yield Problem(place, objection.message, words=objection.words)
