"""A rule goes by the id of a rule that was withdrawn.

An id is never used again: whoever quoted the old rule would find another one at its address. Give
the new rule a name of its own, and name it in `replaced_by` of the old one.

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
                message = (
                    f"'{id_}' was withdrawn in edition {withdrawn.pop(id_)}; "
                    "an id is never used again"
                )
                yield Problem(step.pointer or ("rules", id_, "status"), message)
