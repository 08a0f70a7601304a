"""The days of an edition are not in order.

An edition is published before it comes into force, and comes into force after the edition before
it; otherwise nobody could say which rules held on a day.

Bad:

    # rules/wait-your-turn.yaml (as frozen in 2026.1, in force after -1 days)
    title: Wait your turn

Good:

    # rules/wait-your-turn.yaml (as frozen in 2026.1, in force after 30 days)
    title: Wait your turn
"""

from collections.abc import Iterator

from spelregels.diagnostics import Problem, Severity
from spelregels.editions import Edition
from spelregels.loaded import Loaded

CODE = "SR410"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each edition whose days do not follow one another."""
    before: Edition | None = None
    for edition in loaded.editions:
        if message := _disorder(edition, before):
            yield Problem(("editions", edition.name), f"edition {edition.name} {message}")
        before = edition


def _disorder(edition: Edition, before: Edition | None) -> str:
    if edition.in_force < edition.published:
        return f"comes into force on {edition.in_force}, before it is published"
    if before and edition.published < before.published:
        return f"is published before edition {before.name}, on {edition.published}"
    if before and edition.in_force <= before.in_force:
        return f"comes into force on {edition.in_force}, not after edition {before.name}"
    return ""
