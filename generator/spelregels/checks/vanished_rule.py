"""A rule that was published is not there any more.

A customer who looks for it finds nothing, and never learns why.

Mend: Gone by accident? Put its file back in the folder `rules`, and all is well. Must the rule go?
Put it back too, and add `status: withdrawn` and `withdrawn: {why: {en: "the reason", nl: "de
reden"}}`.

Bad:

    # rules/no-dogs.yaml (as frozen in 2026.1)
    title: No dogs

    # rules/no-dogs.yaml (no such file)

Good:

    # rules/no-dogs.yaml (as frozen in 2026.1)
    title: No dogs

    # rules/no-dogs.yaml
    title: No dogs
    status: withdrawn
    withdrawn: {why: The shop moved to a street where dogs can wait inside.}
"""

from collections.abc import Iterator

from spelregels.checks.steps import find_steps
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR403"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each rule of an edition that the next one, or the rulebook, does not have."""
    for step in find_steps(loaded):
        for id_ in sorted(set(step.old.rulebook.rules) - set(step.new.rules)):
            message = say(
                "the rule '{rule}' of edition {edition} is gone; put its file back",
                rule=id_,
                edition=step.old.name,
            )
            yield Problem(step.pointer or ("rules", id_), message)
