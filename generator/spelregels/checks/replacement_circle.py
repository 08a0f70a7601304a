"""A withdrawn rule is replaced by itself, or by a rule that it replaces.

A reader who follows the successors would go round for ever.

Mend: Behind `replaced_by`, name the rule that holds now, or remove `replaced_by` if no rule came
in its place.

Bad:

    # rules/wait-your-turn.yaml
    status: withdrawn
    withdrawn: {why: It was too strict., replaced_by: [wait-your-turn]}

Good:

    # rules/wait-your-turn.yaml
    status: withdrawn
    withdrawn: {why: It was too strict.}
"""

from collections.abc import Iterator, Mapping

from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import Message, say
from spelregels.models import Rule

CODE = "SR211"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each successor of a rule from which the way leads back to that rule."""
    rules = loaded.rulebook.rules
    for id_, rule in rules.items():
        for index, name in enumerate(_successors(rule)):
            if id_ in _reachable(rules, name):
                pointer = ("rules", id_, "withdrawn", "replaced_by", index)
                yield Problem(pointer, _describe(id_, name))


def _describe(rule: str, successor: str) -> Message:
    if successor == rule:
        return say("'{rule}' is replaced by itself", rule=rule)
    return say(
        "'{rule}' is replaced by '{successor}', which leads back to it",
        rule=rule,
        successor=successor,
    )


def _successors(rule: Rule) -> tuple[str, ...]:
    return rule.withdrawn.replaced_by if rule.withdrawn else ()


def _reachable(rules: Mapping[str, Rule], start: str) -> set[str]:
    """Return `start` and every rule that succeeds it, at whatever distance."""
    seen: set[str] = set()
    ahead = [start]
    while ahead:
        name = ahead.pop()
        if name not in seen:
            seen.add(name)
            ahead.extend(_successors(rules[name]) if name in rules else ())
    return seen
