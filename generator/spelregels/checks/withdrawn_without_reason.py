"""A rule is withdrawn, but does not say why.

A customer who counted on the rule is owed the reason, and the way to what replaced it.

Mend: Write both lines, `status: withdrawn` and `withdrawn: {why: the reason}`, in the file of the
rule; or, if the rule still holds, remove both.

Bad:

    # rules/wait-your-turn.yaml
    status: withdrawn

Good:

    # rules/wait-your-turn.yaml
    status: withdrawn
    withdrawn: {why: The shop now works by appointment.}
"""

from collections.abc import Iterator

from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR210"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each rule whose status and reason of withdrawal do not go together."""
    for id_, rule in loaded.rulebook.rules.items():
        if loaded.is_faulty(("rules", id_, "status")):
            continue
        if rule.status == "withdrawn" and rule.withdrawn is None:
            message = say("this rule is withdrawn; say why under 'withdrawn: {{why: …}}'")
            yield Problem(("rules", id_, "status"), message)
        elif rule.withdrawn and rule.status != "withdrawn":
            message = say(
                "a reason to withdraw this rule, while its status is '{status}'",
                status=rule.status,
            )
            yield Problem(("rules", id_, "withdrawn"), message, on_key=True)
