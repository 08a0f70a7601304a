"""A rule goes by the id of a rule that was withdrawn.

An id is never used again: whoever quoted the old rule would find another one at its address.

Mend: Move the new rule to a file with another name, and put the withdrawn rule back. Name the new
one in it, behind `replaced_by` under `withdrawn`.

Bad:

    # rules/wait-your-turn.yaml (as frozen in 2026.1)
    status: withdrawn
    withdrawn: {why: The shop now works by appointment.}

    # rules/wait-your-turn.yaml
    status: active

Good:

    # rules/wait-your-turn.yaml (as frozen in 2026.1)
    status: withdrawn
    withdrawn: {why: The shop now works by appointment.}

    # rules/wait-your-turn.yaml
    status: withdrawn
    withdrawn: {why: The shop now works by appointment.}
"""

from collections.abc import Iterator

from spelregels.checks.steps import find_steps
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR404"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each rule that holds again after an edition in which it was withdrawn."""
    withdrawn: dict[str, str] = {}
    for step in find_steps(loaded):
        for id_, rule in step.old.rulebook.rules.items():
            if rule.status == "withdrawn":
                withdrawn.setdefault(id_, step.old.name)
        for id_, rule in step.new.rules.items():
            if id_ in withdrawn and rule.status != "withdrawn":
                message = say(
                    "'{rule}' was withdrawn in edition {edition}; an id is never used again",
                    rule=id_,
                    edition=withdrawn.pop(id_),
                )
                yield Problem(step.pointer or ("rules", id_, "status"), message)
