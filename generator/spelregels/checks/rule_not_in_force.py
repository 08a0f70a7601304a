"""A request was decided by a rule that was not in force on the day it was asked.

Whoever asks may count on the rules of that day. An answer by a rule that came later, or had gone
by then, is an answer by no rule at all.

Mend: Name under `rules` the rule that held on the day of `asked_on`. If that day is wrong, correct
it; if the rule is newer, answer again under the new rule.

Bad:

    # requests/jump-the-queue.yaml
    asked_on: 2026-02-01

Good:

    # requests/jump-the-queue.yaml
    asked_on: 2026-03-01
"""

from collections.abc import Iterator

from spelregels.diagnostics import Problem, Severity
from spelregels.editions import FOLDER, Edition, find_current
from spelregels.loaded import Loaded
from spelregels.messages import Message, say
from spelregels.models import Request, Rule

CODE = "SR325"
SEVERITY = Severity.WARNING


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each rule of a request that did not hold on the day of the request."""
    # Which rule held when, only sound editions can tell.
    if loaded.is_faulty((FOLDER,)):
        return
    for id_, request in loaded.rulebook.requests.items():
        if not loaded.is_faulty(("requests", id_, "asked_on")):
            yield from _find_in(loaded, id_, request)


def _find_in(loaded: Loaded, id_: str, request: Request) -> Iterator[Problem]:
    current = find_current(loaded.editions, request.asked_on)
    for index, name in enumerate(request.rules):
        if name not in loaded.rulebook.rules:
            continue
        if current:
            reason = _why_not_in(current, name, loaded.editions)
        else:
            reason = _why_not_yet(loaded, name, request)
        if reason:
            message = say(
                "'{rule}' was not in force on {day}, when this was asked: {reason}",
                rule=name,
                day=str(request.asked_on),
                reason=reason,
            )
            yield Problem(("requests", id_, "rules", index), message)


def _why_not_in(current: Edition, name: str, editions: tuple[Edition, ...]) -> Message | None:
    """Return why a rule did not hold by the edition that was in force, or None if it did."""
    rule = current.rulebook.rules.get(name)
    if rule is None:
        return _tell_first(name, editions)
    if rule.status == "active":
        return None
    if rule.status == "proposed":
        return say("in edition {edition} it was only proposed", edition=current.name)
    if rule.withdrawn is None or not rule.withdrawn.replaced_by:
        return say("in edition {edition} it was withdrawn", edition=current.name)
    return say(
        "in edition {edition} it was withdrawn; in its place: {rules}",
        edition=current.name,
        rules=rule.withdrawn.replaced_by,
    )


def _tell_first(name: str, editions: tuple[Edition, ...]) -> Message:
    first = next((each for each in editions if name in each.rulebook.rules), None)
    if first is None:
        return say("it is in no edition yet")
    return say(
        "it came with edition {edition}, in force from {day}",
        edition=first.name,
        day=str(first.in_force),
    )


def _why_not_yet(loaded: Loaded, name: str, request: Request) -> Message | None:
    """Return why a rule did not hold before there were editions, or None if it may have.

    On which day a rule was withdrawn only an edition can tell, so until then it is believed.
    """
    rule = _find_oldest(loaded, name)
    if rule is None:
        return None
    if rule.status == "proposed":
        return say("it was only proposed")
    if rule.decided_on > request.asked_on:
        return say("it was decided on {day}", day=str(rule.decided_on))
    return None


def _find_oldest(loaded: Loaded, name: str) -> Rule | None:
    """Return a rule as the first edition has it, or as it stands; None where that is not sure."""
    for edition in loaded.editions:
        if name in edition.rulebook.rules:
            return edition.rulebook.rules[name]
    is_sure = not any(
        loaded.is_faulty(("rules", name, field)) for field in ("status", "decided_on")
    )
    return loaded.rulebook.rules[name] if is_sure else None
