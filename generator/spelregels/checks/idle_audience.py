"""There is a group of customers to whom no rule applies.

Somebody who looks for their own group then finds nothing, and cannot tell whether that is meant or
forgotten. A rule without `applies_to` is for every group.

Mend: Take the group out of `audiences` in rulebook.yaml, or name it under `applies_to` of the
rules that are meant for it.

Bad:

    # rulebook.yaml
    audiences:
      - {id: everyone, title: Everyone}
      - {id: wholesale, title: Wholesale}

    # rules/wait-your-turn.yaml
    applies_to: [everyone]

Good:

    # rulebook.yaml
    audiences:
      - {id: everyone, title: Everyone}
      - {id: wholesale, title: Wholesale}

    # rules/wait-your-turn.yaml
    applies_to: [everyone, wholesale]
"""

from collections.abc import Iterator

from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR324"
SEVERITY = Severity.WARNING


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each audience that no active rule is for, where that is certain."""
    audiences = loaded.rulebook.settings.audiences
    named = _find_named(loaded)
    # A name that is not in the list is perhaps one of those in it, misspelt.
    if not named or not named <= {audience.id for audience in audiences}:
        return
    for index, audience in enumerate(audiences):
        if audience.id not in named:
            message = say(
                "no active rule applies to '{audience}';"
                " take it out, or name it under 'applies_to' of a rule",
                audience=audience.id,
            )
            yield Problem(("settings", "audiences", index, "id"), message)


def _find_named(loaded: Loaded) -> frozenset[str]:
    """Return the audiences of the active rules; none where some rule is for every audience."""
    named: set[str] = set()
    for id_, rule in loaded.rulebook.rules.items():
        if rule.status == "active" or loaded.is_faulty(("rules", id_, "status")):
            if not rule.applies_to:
                return frozenset()
            named.update(rule.applies_to)
    return frozenset(named)
