"""An edition comes into force sooner after publishing than was promised.

A rule that is new, tightened or withdrawn is announced `promises.notice_days` ahead; what is
relaxed or clarified needs no notice. An edition that promises less still keeps the promise of the
one before it.

Mend: Freeze the edition with a later day behind `--in-force`: at least as many days after the day
behind `--published` as were promised.

Bad:

    # rulebook.yaml (as frozen in 2026.1)
    promises: {notice_days: 30}

    # rules/no-dogs.yaml (as frozen in 2026.2, in force after 7 days)
    title: No dogs

Good:

    # rulebook.yaml (as frozen in 2026.1)
    promises: {notice_days: 30}

    # rules/no-dogs.yaml (as frozen in 2026.2, in force after 30 days)
    title: No dogs
"""

from collections.abc import Iterator

from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR408"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each edition that did not give the notice that its rulebook promises."""
    for step in loaded.history.steps:
        # That an edition comes into force before it is published is another problem.
        if not step.keeps_notice and step.notice_days >= 0:
            given = step.notice_days
            message = say(
                "edition {edition} gives {days} of notice and {promised} are promised, "
                "while it has new, tightened or withdrawn rules: {rules}",
                edition=step.edition.name,
                days=say("1 day") if given == 1 else say("{number} days", number=given),
                promised=step.promised_days,
                rules=tuple(change.rule for change in step.changes if change.needs_notice),
            )
            yield Problem(("editions", step.edition.name), message)
