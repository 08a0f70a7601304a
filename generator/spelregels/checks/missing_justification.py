"""A rule does not justify itself.

Every rule says why it exists, what it does to quality and to the price, and what would happen
without it, in every language of the rulebook. That is what makes a rule acceptable to the one who
meets it. A request that was answered says why.

Bad:

    # rules/wait-your-turn.yaml
    rationale: ""

Good:

    # rules/wait-your-turn.yaml
    rationale: Nobody can serve two people well at the same time.
"""

from collections.abc import Iterator

from spelregels.checks.justifications import find_gaps, is_justification
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded

CODE = "SR301"
SEVERITY = Severity.ERROR
_MESSAGE = "nobody can see why this is so"


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each justification that is blank, or not there in a language of the rulebook."""
    for pointer, text in loaded.texts:
        if is_justification(pointer):
            yield from find_gaps(loaded, pointer, text, _MESSAGE)
