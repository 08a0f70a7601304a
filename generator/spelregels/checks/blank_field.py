"""A field is there, but nothing is filled in.

A blank title or name leaves a hole in the page.

Mend: Type after the colon what belongs there, or remove the line if the field may be left out.

Bad:

    # rules/wait-your-turn.yaml
    title: ""

Good:

    # rules/wait-your-turn.yaml
    title: Wait your turn
"""

from collections.abc import Iterator

from spelregels.checks.justifications import is_reason
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR110"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each blank text that gives no reason: those have a check of their own."""
    for pointer, text in loaded.texts:
        if is_reason(pointer):
            continue
        for language, words in text.root.items():
            if not words.strip():
                message = say(
                    "'{field}' is there, but nothing is filled in", field=str(pointer[-1])
                )
                yield Problem((*pointer, language), message)
