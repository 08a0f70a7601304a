"""Somebody advises on their own decision.

The business decides and IT advises, so that the reader hears two voices. Whoever decides and
advises has only agreed with themselves, be it under one role or under two.

Mend: Does the wrong person stand behind a role in owners.yaml? Put name and address back. Else
name under `advice` an IT role that somebody else holds; if nobody else advised, leave `advice`
out.

Bad:

    # rules/wait-your-turn.yaml
    advice: {by: shop-manager, on: 2026-02-01}

Good:

    # rules/wait-your-turn.yaml
    advice: {by: bookkeeper, on: 2026-02-01}
"""

from collections.abc import Iterator

from spelregels.checks.references import find_people, is_own_advice
from spelregels.diagnostics import Pointer, Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import Message, say
from spelregels.models import Rule, Rulebook

CODE = "SR212"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each adviser of a rule who is its owner, too.

    Where two roles came into one hand since the last edition, that is told once, at the person.
    """
    people = find_people(loaded)
    told: set[Pointer] = set()
    for id_, rule in loaded.rulebook.rules.items():
        if rule.advice and is_own_advice(rule, people):
            pointer, message = _find_newcomer(loaded, rule, rule.advice.by) or (
                ("rules", id_, "advice", "by"),
                _tell(loaded, rule, rule.advice.by),
            )
            if pointer not in told:
                told.add(pointer)
                yield Problem(pointer, message)


def _find_newcomer(loaded: Loaded, rule: Rule, adviser: str) -> tuple[Pointer, Message] | None:
    """Return where one of two roles came to be held by somebody else, and what is said of it."""
    if not loaded.editions:
        return None
    now, last = _find_names(loaded.rulebook), loaded.editions[-1]
    before = _find_names(last.rulebook)
    came = [
        role for role in (rule.owner, adviser) if before.get(role, now.get(role)) != now.get(role)
    ]
    if len(came) != 1:
        return None
    message = say(
        "'{owner}' decides on a rule and '{adviser}' advises on it, and both are {name} now; "
        "in edition {edition} '{role}' was {before}",
        owner=rule.owner,
        adviser=adviser,
        name=now[came[0]],
        edition=last.name,
        role=came[0],
        before=before[came[0]],
    )
    return ("owners", "owners", [*now].index(came[0]), "name"), message


def _tell(loaded: Loaded, rule: Rule, adviser: str) -> Message:
    if adviser == rule.owner:
        return say(
            "'{owner}' decides on this rule and cannot advise on it as well", owner=rule.owner
        )
    return say(
        "'{adviser}' and the owner '{owner}' are the same person, {name};"
        " nobody advises on their own decision",
        adviser=adviser,
        owner=rule.owner,
        name=_find_names(loaded.rulebook)[adviser],
    )


def _find_names(rulebook: Rulebook) -> dict[str, str]:
    return {owner.id: owner.name for owner in rulebook.owners.owners}
