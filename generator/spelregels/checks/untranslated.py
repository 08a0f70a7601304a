"""A text that every reader needs is not there in every language of the rulebook.

The titles and the rules themselves, and the names of chapters, roles and terms, are read in every
language.

Mend: Add the text in the language that the message names, as in `title: {en: Wait your turn, nl:
Wacht op je beurt}`.

Bad (also SR301: the reasons for the rule are not there in nl either):

    # rulebook.yaml
    languages: [en, nl]
    # rules/wait-your-turn.yaml
    title: {en: Wait your turn}

Good:

    # rulebook.yaml
    languages: [en]
    # rules/wait-your-turn.yaml
    title: {en: Wait your turn}
"""

from collections.abc import Iterator

from spelregels.checks.justifications import find_gaps, is_needed
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR303"
SEVERITY = Severity.ERROR
_MESSAGE = say("readers of that language would not see it")


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each needed text that is not there in a language of the rulebook."""
    for pointer, text in loaded.texts:
        if is_needed(pointer):
            yield from find_gaps(loaded, pointer, text, _MESSAGE, blank=False)
