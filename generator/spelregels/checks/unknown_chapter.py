"""A rule stands in a chapter that rulebook.yaml does not have.

Without a chapter a rule is on no page.

Mend: After `chapter:`, write the `id` of a chapter in rulebook.yaml, letter for letter, or add
this chapter to rulebook.yaml.

Bad:

    # rules/wait-your-turn.yaml
    chapter: manners

Good:

    # rules/wait-your-turn.yaml
    chapter: counter
"""

from collections.abc import Iterator

from spelregels.checks.references import find_unknown
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded

CODE = "SR205"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each chapter of a rule that is not in rulebook.yaml."""
    for id_, rule in loaded.rulebook.rules.items():
        pointer = ("rules", id_, "chapter")
        yield from find_unknown(loaded, pointer, rule.chapter, ("settings", "chapters"))
