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

from spelregels.checks.steps import Step, find_steps
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import Message, say

CODE = "SR403"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each rule of an edition that the next one, or the rulebook, does not have."""
    for step in find_steps(loaded):
        for id_ in sorted(set(step.old.rulebook.rules) - set(step.new.rules)):
            yield Problem(step.pointer or ("rules", id_), _tell(loaded, step, id_))


def _tell(loaded: Loaded, step: Step, rule: str) -> Message:
    name = _find_new_name(step, rule) if step.pointer is None else None
    if name is None:
        return say(
            "the rule '{rule}' of edition {edition} is gone; put its file back",
            rule=rule,
            edition=step.old.name,
        )
    return say(
        "the rule '{rule}' of edition {edition} stands in {file} now; "
        "give that file its old name back: {rule}.yaml",
        rule=rule,
        edition=step.old.name,
        file=loaded.locate(("rules", name)).path,
    )


def _find_new_name(step: Step, rule: str) -> str | None:
    """Return under which name the rulebook has a rule now, if its title or its duty is there."""
    before = step.old.rulebook.rules[rule]
    for id_ in sorted(set(step.new.rules) - set(step.old.rulebook.rules)):
        if before.title == step.new.rules[id_].title or before.rule == step.new.rules[id_].rule:
            return id_
    return None
