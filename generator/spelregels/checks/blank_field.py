"""A field is there, but nothing is filled in.

A blank title or name leaves a hole in the page. Fill it in, or leave the field out where it may
be left out.

Bad:

    # rules/wait-your-turn.yaml
    title: ""

Good:

    # rules/wait-your-turn.yaml
    title: Wait your turn
"""

from collections.abc import Iterator

from spelregels.checks.justifications import is_justification
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded

CODE = "SR110"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each blank text that is not a justification: those have a check of their own."""
    for pointer, text in loaded.texts:
        if is_justification(pointer):
            continue
        for language, words in text.root.items():
            if not words.strip():
                message = f"'{pointer[-1]}' is there, but nothing is filled in"
                yield Problem((*pointer, language), message)
