"""Somebody advises on their own decision.

The business decides and IT advises, so that the reader hears two voices. Whoever decides and
advises has only agreed with themselves, be it under one role or under two.

Mend: Does the wrong person stand behind a role in owners.yaml? Put that right. Else name under
`advice` an IT role that somebody else holds; if nobody else advised, leave `advice` out.

Bad:

    # rules/wait-your-turn.yaml
    advice: {by: shop-manager, on: 2026-02-01}

Good:

    # rules/wait-your-turn.yaml
    advice: {by: bookkeeper, on: 2026-02-01}
"""

from collections.abc import Iterator

from spelregels.checks.references import find_people, is_own_advice
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import Message, say
from spelregels.models import Rule

CODE = "SR212"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each adviser of a rule who is its owner, too."""
    people = find_people(loaded)
    names = {owner.id: owner.name for owner in loaded.rulebook.owners.owners}
    for id_, rule in loaded.rulebook.rules.items():
        if rule.advice and is_own_advice(rule, people):
            message = _tell(rule, rule.advice.by, names)
            yield Problem(("rules", id_, "advice", "by"), message)


def _tell(rule: Rule, adviser: str, names: dict[str, str]) -> Message:
    if adviser == rule.owner:
        return say(
            "'{owner}' decides on this rule and cannot advise on it as well", owner=rule.owner
        )
    return say(
        "'{adviser}' and the owner '{owner}' are the same person, {name};"
        " nobody advises on their own decision",
        adviser=adviser,
        owner=rule.owner,
        name=names[adviser],
    )
