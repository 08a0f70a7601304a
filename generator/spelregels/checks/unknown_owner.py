"""A rule names somebody who is not in owners.yaml.

Whoever decides, advises or grants an exception must be known by name on the site.

Mend: Write the `id` of somebody in owners.yaml, letter for letter, or add this role there. Was an
`id` changed there? Change it back: who comes new takes over the old one.

Bad:

    # rules/wait-your-turn.yaml
    owner: shop-keeper

Good:

    # rules/wait-your-turn.yaml
    owner: shop-manager
"""

from collections.abc import Iterator

from spelregels.checks.references import find_unknown
from spelregels.diagnostics import Pointer, Problem, Severity
from spelregels.loaded import Loaded
from spelregels.models import Rule

CODE = "SR204"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each role in a rule that owners.yaml does not have."""
    for id_, rule in loaded.rulebook.rules.items():
        for pointer, name in _find_roles(("rules", id_), rule):
            yield from find_unknown(loaded, pointer, name, ("owners", "owners"))


def _find_roles(pointer: Pointer, rule: Rule) -> Iterator[tuple[Pointer, str]]:
    yield (*pointer, "owner"), rule.owner
    if rule.advice:
        yield (*pointer, "advice", "by"), rule.advice.by
    for index, exception in enumerate(rule.exceptions):
        if exception.decided_by:
            yield (*pointer, "exceptions", index, "decided_by"), exception.decided_by
