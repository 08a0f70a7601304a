"""A rule that was published is not there any more.

A customer who looks for it finds nothing, and never learns why.

Mend: Put the file back under its old name; whoever publishes the rules can give you the last
version. Must the rule go? Put it back too, and add `status: withdrawn` and `withdrawn: {why: {en:
"the reason", nl: "de reden"}}`.

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

from spelregels.checks.steps import Step, find_renamed, find_steps
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR403"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each rule of an edition that the next one, or the rulebook, does not have."""
    for step in find_steps(loaded):
        renamed = {} if step.pointer else find_renamed(step)
        for id_ in sorted(set(step.old.rulebook.rules) - set(step.new.rules)):
            yield _tell(step, id_, renamed.get(id_))


def _tell(step: Step, rule: str, name: str | None) -> Problem:
    if name is None:
        message = say(
            "the rule '{rule}' of edition {edition} is gone; put its file back",
            rule=rule,
            edition=step.old.name,
        )
        return Problem(step.pointer or ("rules", rule), message)
    message = say(
        "this is the rule '{rule}' of edition {edition}; "
        "give its file that name back: {rule}.yaml",
        rule=rule,
        edition=step.old.name,
    )
    return Problem(("rules", name), message)
