"""The text of a rule is too long to remember.

A rule that nobody can repeat is a rule that nobody can keep. In 120 words there is room for a duty
and its limits; what is more is mostly explanation.

Mend: Keep what everyone must know, and move the rest to `rationale`, `examples` or `exceptions`.
If it is really two rules, give each of them a file.

Bad:

    # rules/wait-your-turn.yaml
    rule: Wait until it is your turn.⟨ Wait here until you are called. times 20⟩

Good:

    # rules/wait-your-turn.yaml
    rule: Wait until it is your turn.
"""

import re
from collections.abc import Iterator

from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR320"
SEVERITY = Severity.WARNING
_MOST = 120
_ADDRESS = re.compile(r"\]\([^)\n]{0,2000}\)|^ {0,3}\[[^\]\n]+\]:.*$", re.MULTILINE)
_WORD = re.compile(r"\w[^\s|]*")


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each text of a rule that is too long, in each language in which it is."""
    for id_, rule in loaded.rulebook.rules.items():
        for language, text in rule.rule.root.items() if rule.status != "withdrawn" else ():
            number = _count_words(text)
            if number > _MOST:
                message = say(
                    "this text has {number} words, and {most} is the most that people remember;"
                    " keep what everyone must know, and move the rest",
                    number=number,
                    most=_MOST,
                )
                yield Problem(("rules", id_, "rule", language), message)


def _count_words(text: str) -> int:
    """Return how many words a reader sees: marks and the addresses of links are none."""
    if len(text) <= 2 * _MOST:
        return 0
    return len(_WORD.findall(_ADDRESS.sub(" ", text)))
