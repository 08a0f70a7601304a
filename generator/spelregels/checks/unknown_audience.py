"""A rule applies to an audience that rulebook.yaml does not have.

Nobody would know whether the rule holds for them.

Mend: Under `applies_to`, write the `id` of an audience in rulebook.yaml, letter for letter, or add
this audience to rulebook.yaml.

Bad:

    # rules/wait-your-turn.yaml
    applies_to: [everybody]

Good:

    # rules/wait-your-turn.yaml
    applies_to: [everyone]
"""

from collections.abc import Iterator

from spelregels.checks.references import find_unknown
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded

CODE = "SR206"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each audience of a rule that is not in rulebook.yaml."""
    for id_, rule in loaded.rulebook.rules.items():
        for index, name in enumerate(rule.applies_to):
            pointer = ("rules", id_, "applies_to", index)
            yield from find_unknown(loaded, pointer, name, ("settings", "audiences"))
