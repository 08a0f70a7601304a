"""A sentence piles one passive on another.

"It is decided after it has been checked": nobody in it does anything, so the customer cannot know
whom to turn to. One passive is fine; two in a sentence hide who does what.

Mend: Say who does it: "we check it, then the shop manager decides".

Bad:

    # rules/wait-your-turn.yaml
    rule: Your order is checked first and is then prepared while you wait.

Good:

    # rules/wait-your-turn.yaml
    rule: We check your order first. Then we prepare it while you wait.
"""

from collections.abc import Iterator

from spelregels.checks.readable import find_passages, quote
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say
from spelregels.prose.style import find_piled_passives

CODE = "SR316"
SEVERITY = Severity.WARNING


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each sentence with two passives or more."""
    for passage in find_passages(loaded):
        for sentence, participles in find_piled_passives(passage.text, passage.language):
            message = say(
                "who does it? {words} are passive in '{sentence}'",
                words=participles,
                sentence=quote(sentence),
            )
            yield Problem(passage.pointer, message, words=sentence)
