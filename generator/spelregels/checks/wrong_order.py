"""The days of an edition are not in order.

An edition is published before it comes into force, and comes into force after the edition before
it; otherwise nobody could say which rules held on a day.

Mend: Freeze the edition with days in order: `--published` no earlier than that of the edition
before, and `--in-force` on or after that day and later than that of the edition before.

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
from spelregels.messages import Message, say

CODE = "SR410"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each edition whose days do not follow one another."""
    before: Edition | None = None
    for edition in loaded.editions:
        if message := _disorder(edition, before):
            yield Problem(("editions", edition.name), message)
        before = edition


def _disorder(edition: Edition, before: Edition | None) -> Message | None:
    if edition.in_force < edition.published:
        return say(
            "edition {name} comes into force on {day}, before it is published",
            name=edition.name,
            day=str(edition.in_force),
        )
    if before and edition.published < before.published:
        return say(
            "edition {name} is published before edition {before}, on {day}",
            name=edition.name,
            before=before.name,
            day=str(edition.published),
        )
    if before and edition.in_force <= before.in_force:
        return say(
            "edition {name} comes into force on {day}, not after edition {before}",
            name=edition.name,
            day=str(edition.in_force),
            before=before.name,
        )
    return None
