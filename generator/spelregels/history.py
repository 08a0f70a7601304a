"""What the editions tell together: how each rule came to be, and how stable it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from spelregels.diff import Change, ChangeKind, diff_rulebooks
from spelregels.editions import Edition
from spelregels.models import Rulebook

A_YEAR = 365
"""How many days a rule is unchanged to count as stable."""


@dataclass(frozen=True)
class Step:
    """An edition, and how its rules differ from those of the edition before it."""

    edition: Edition
    changes: tuple[Change, ...]
    before: Edition | None

    @property
    def is_first(self) -> bool:
        """Tell whether it opens the book."""
        return self.before is None

    @property
    def notice_days(self) -> int:
        """How many days there were between publishing and coming into force."""
        return (self.edition.in_force - self.edition.published).days

    @property
    def needs_notice(self) -> bool:
        """Tell whether something in it had to be announced; the first edition opens the book."""
        return not self.is_first and any(change.needs_notice for change in self.changes)

    @property
    def promised_days(self) -> int:
        """How many days were promised, by the edition itself or by the one before it."""
        promising = filter(None, (self.before, self.edition))
        return max(each.rulebook.settings.promises.notice_days or 0 for each in promising)

    @property
    def keeps_notice(self) -> bool:
        """Tell whether the promised notice was kept, or none was needed."""
        return not self.needs_notice or self.notice_days >= self.promised_days

    def speaks(self, language: str) -> bool:
        """Tell whether the edition is published in a language."""
        return language in self.edition.rulebook.settings.languages

    def find_change(self, rule: str) -> Change | None:
        """Return how a rule changed in this edition, or None."""
        return next((change for change in self.changes if change.rule == rule), None)


@dataclass(frozen=True)
class History:
    """The editions, the oldest first."""

    editions: tuple[Edition, ...]

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Each edition with its changes, in the same order."""
        before = (None, *self.editions)
        return tuple(
            Step(edition, diff_rulebooks(_rulebook(previous), edition.rulebook), previous)
            for previous, edition in zip(before, self.editions, strict=False)
        )

    def until(self, edition: Edition) -> "History":
        """Return the history as it was when `edition` was frozen."""
        return History(self.editions[: self.editions.index(edition) + 1])

    def following(self, edition: Edition) -> Step | None:
        """Return the step after `edition`, or None where it is the last."""
        index = self.editions.index(edition) + 1
        return self.steps[index] if index < len(self.steps) else None

    def changes_of(self, rule: str) -> Iterator[tuple[Step, Change]]:
        """Yield each change of a rule with its edition, the oldest first."""
        for step in self.steps:
            change = step.find_change(rule)
            if change:
                yield step, change

    def turns_of(self, rule: str) -> tuple[date, ...]:
        """Return the days from which the duty of a rule was new or another, the oldest first."""
        return tuple(
            step.edition.in_force for step, change in self.changes_of(rule) if _moves_duty(change)
        )

    def unchanged_since(self, rule: str) -> date | None:
        """Return the day from which the duty of a rule is what it is, None for no such rule."""
        turns = self.turns_of(rule)
        return turns[-1] if turns else None

    def share_unchanged(self) -> float | None:
        """Return which part of the rules was unchanged for a year when the last edition came.

        The parts are of the rules in force, from 0 to 1; None in the first year of the rulebook,
        when no rule can be a year old.
        """
        if not self.editions or not self.steps:
            return None
        last, first = self.editions[-1], self.editions[0]
        if (last.in_force - first.in_force).days < A_YEAR:
            return None
        rules = [name for name, rule in last.rulebook.rules.items() if rule.status == "active"]
        ages = [
            (last.in_force - since).days for since in map(self.unchanged_since, rules) if since
        ]
        return sum(age >= A_YEAR for age in ages) / len(rules) if rules else None

    def notices(self) -> tuple[int, int]:
        """Return how often the promised notice was kept, and how often it was needed."""
        needing = [step for step in self.steps if step.needs_notice]
        return sum(step.keeps_notice for step in needing), len(needing)


def _rulebook(edition: Edition | None) -> Rulebook | None:
    return edition.rulebook if edition else None


def _moves_duty(change: Change) -> bool:
    """Tell whether a change is one of what somebody must or may do; a better wording is none."""
    return change.kind is not ChangeKind.CLARIFIED
