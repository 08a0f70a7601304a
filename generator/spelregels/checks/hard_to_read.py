"""A text is hard to read.

Its reading score is lower than `promises.min_reading_score` in rulebook.yaml promises, or lower
than 30 where nothing is promised. The score runs from 0 to 100 and goes by the length of the
sentences and of the words: Flesch reading ease for English, Flesch-Douma for Dutch. Texts of fewer
than twenty words are left alone. A score says nothing of whether the text is true or kind.

Mend: Make two short sentences of the long one, and put everyday words in the place of long ones;
then read it aloud.

Bad:

    # rules/wait-your-turn.yaml
    rule: >-
      Customers requiring individual attention regarding specialised preparations are requested
      to communicate their particular requirements beforehand, considering availability limitations
      of experienced personnel.

Good:

    # rules/wait-your-turn.yaml
    rule: >-
      Do you want something special? Tell us a day ahead. Then we make sure that somebody is there
      who knows how to make it.
"""

from collections.abc import Iterator

from spelregels.checks.readable import Passage, find_passages, quote
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say
from spelregels.prose.reading import find_hardest_sentence, find_reading_score

CODE = "SR313"
SEVERITY = Severity.WARNING
_LEAST = 30
"""What is asked where nothing is promised: below it, Flesch calls a text very difficult."""


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each text whose reading score is lower than was promised."""
    promised = loaded.rulebook.settings.promises.min_reading_score
    least = _LEAST if promised is None else promised
    for passage in find_passages(loaded):
        score = find_reading_score(passage.text, passage.language, least)
        if score is not None:
            yield _tell(passage, score, least)


def _tell(passage: Passage, score: int, least: int) -> Problem:
    message = say(
        "the reading score is {score}, and at least {least} is asked; hardest is '{sentence}'",
        score=score,
        least=least,
        sentence=quote(find_hardest_sentence(passage.text, passage.language)),
    )
    return Problem(passage.pointer, message)
