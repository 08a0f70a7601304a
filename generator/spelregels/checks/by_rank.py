"""An exception is made for a rank.

Rules are the same for everybody, whatever stands on their door. A director may well need something
that others do not; then it is the need that makes the case special, and whoever has it gets the
exception. If it is the rank by itself, everyone below it will know.

Mend: Write what somebody must need or do to get this, instead of what they are: then it holds for
everybody in the same position. If there is no such need, take the exception out.

Bad:

    # rules/wait-your-turn.yaml
    exceptions:
      - when: You are in a hurry.
        conditions: [You are a director.]
        price: Nothing.
        decided_by: shop-manager

Good:

    # rules/wait-your-turn.yaml
    exceptions:
      - when: You are in a hurry.
        conditions: [Your train leaves within half an hour.]
        price: Nothing.
        decided_by: shop-manager
"""

from collections.abc import Iterator

from spelregels.checks.recipients import find_recipients
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say
from spelregels.prose.ranks import find_rank

CODE = "SR328"
SEVERITY = Severity.WARNING


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each text that names a rank, of the rule itself and of who gets its exceptions."""
    for id_, rule in loaded.rulebook.rules.items():
        for inside, text in ((("rule",), rule.rule), *find_recipients(rule)):
            for language, words in text.root.items():
                if rank := find_rank(words, language):
                    message = say("'{rank}' is a rank, and rules are the same for all", rank=rank)
                    yield Problem(("rules", id_, *inside, language), message, words=rank)
