"""What the checks on equal treatment share: the texts that say who gets an exception."""

from collections.abc import Iterator

from spelregels.diagnostics import Pointer
from spelregels.models import Rule
from spelregels.values import Text


def find_recipients(rule: Rule) -> Iterator[tuple[Pointer, Text]]:
    """Yield the texts that say who gets an exception, each with where it stands in the rule."""
    for index, exception in enumerate(rule.exceptions):
        yield ("exceptions", index, "when"), exception.when
        for number, condition in enumerate(exception.conditions):
            yield ("exceptions", index, "conditions", number), condition
