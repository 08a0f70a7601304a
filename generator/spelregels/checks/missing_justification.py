"""A rule does not justify itself.

Every rule says why it exists, what it does to quality and to the price, and what would happen
without it, in every language of the rulebook. That is what makes a rule acceptable to the one who
meets it. A request that was answered says why.

Mend: Write the reason in the field that the message names, in every language of the rulebook. Is
there a `>-`? Then it begins on the next line, further in. Is there no such field? Add it.

Bad:

    # rules/wait-your-turn.yaml
    rationale: ""

Good:

    # rules/wait-your-turn.yaml
    rationale: Nobody can serve two people well at the same time.
"""

from collections.abc import Iterator

from spelregels.checks.justifications import find_gaps, is_justification, is_reason
from spelregels.diagnostics import Pointer, Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say
from spelregels.values import Text

CODE = "SR301"
SEVERITY = Severity.ERROR
_OF_CHANGES = (("change", "why"), ("withdrawn", "why"))
"""The reasons that the readers of every language are owed, besides those of the rule itself."""
_MESSAGE = say("nobody can see why this is so")


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each justification that is blank, or not there in a language of the rulebook."""
    for pointer, text in loaded.texts:
        if is_justification(pointer) or pointer[-2:] in _OF_CHANGES:
            yield from find_gaps(loaded, pointer, text, _MESSAGE)
        elif is_reason(pointer):
            yield from _find_blank(pointer, text)


def _find_blank(pointer: Pointer, text: Text) -> Iterator[Problem]:
    """Yield a problem for each language that a reason of a change is blank in."""
    for language, words in text.root.items():
        if not words.strip():
            message = say(
                "'{field}' is there, but nothing is filled in; {so}", field="why", so=_MESSAGE
            )
            yield Problem((*pointer, language), message)
