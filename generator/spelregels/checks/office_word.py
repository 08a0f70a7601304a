"""A text uses a word that people use in offices only.

Nobody says "pursuant to" at a counter. Such words sound weighty and make readers guess; there is
nearly always a plain one.

Mend: Write the plain word that the message names. Are there several in one sentence? Then say the
whole of it anew, as you would at the counter.

Bad:

    # rules/wait-your-turn.yaml
    rule: Take a number prior to taking a seat.

Good:

    # rules/wait-your-turn.yaml
    rule: Take a number before you sit down.
"""

from collections.abc import Iterator

from spelregels.checks.readable import find_passages
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say
from spelregels.prose.style import find_office_words

CODE = "SR315"
SEVERITY = Severity.WARNING


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each office word that customers would read."""
    for passage in find_passages(loaded):
        for word, plain in find_office_words(passage.text, passage.language):
            message = say("'{word}' is an office word; write {plain}", word=word, plain=plain)
            yield Problem(passage.pointer, message, words=word)
