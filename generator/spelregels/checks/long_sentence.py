"""A sentence has more than 25 words.

Who reads on a phone, or reads slowly, has lost the beginning by the time the end comes.

Mend: Make two sentences of it: one thing in each, the most important one first.

Bad:

    # rules/wait-your-turn.yaml
    rule: >-
      Wait until it is your turn, and if you are in a hurry or have only one thing to ask, then
      you can ask the person in front of you if you may go first.

Good:

    # rules/wait-your-turn.yaml
    rule: >-
      Wait until it is your turn. Are you in a hurry, or do you have only one thing to ask? Then
      ask the person in front of you if you may go first.
"""

from collections.abc import Iterator

from spelregels.checks.readable import find_passages, quote
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say
from spelregels.prose.reading import find_long_sentences

CODE = "SR314"
SEVERITY = Severity.WARNING


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each sentence that is too long."""
    for passage in find_passages(loaded):
        for sentence, count in find_long_sentences(passage.text):
            message = say(
                "a sentence of {count} words: '{sentence}'", count=count, sentence=quote(sentence)
            )
            yield Problem(passage.pointer, message, words=sentence)
