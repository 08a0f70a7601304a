"""Make an edition of a rulebook, or say why it cannot be one yet."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from spelregels.checks import has_errors, run_checks, short_notice, wrong_order
from spelregels.diagnostics import Diagnostic
from spelregels.diff import Change, diff_rulebooks
from spelregels.editions import Edition, freeze, is_name, order_of
from spelregels.errors import UserError
from spelregels.loaded import Loaded

_OF_DAYS = frozenset({short_notice.CODE, wrong_order.CODE})


class Frozen(NamedTuple):
    """An edition that may be written, unless there are errors among what was found."""

    edition: Edition
    changes: tuple[Change, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def is_refused(self) -> bool:
        """Tell whether the edition must not be written."""
        return has_errors(self.diagnostics)


def freeze_rulebook(
    loaded: Loaded, name: str, published: date, in_force: date, language: str
) -> Frozen:
    """Return the rulebook as edition `name`, with everything that speaks against it.

    The rulebook is checked as it stands against the last edition, and the editions once more with
    the new one among them: its days, its notice. What is found is told in `language`.

    Raises:
        UserError: the name is no name, or not newer; or nothing changed since the last edition.
    """
    last = loaded.editions[-1] if loaded.editions else None
    _require_newer(name, last)
    edition = freeze(loaded.rulebook, name, published, in_force, last)
    found = {*run_checks(loaded, language), *_check_days(loaded, edition, language)}
    if last and last.rulebook == loaded.rulebook and not has_errors(found):
        raise UserError(f"nothing changed since edition {last.name}; there is nothing to freeze")
    diagnostics = tuple(sorted(found, key=lambda diagnostic: diagnostic.sort_key))
    changes = diff_rulebooks(last.rulebook if last else None, loaded.rulebook)
    return Frozen(edition, changes, diagnostics)


def _require_newer(name: str, last: Edition | None) -> None:
    if not is_name(name):
        raise UserError(f"'{name}' cannot be an edition; write a year and a number: 2026.1")
    if last and order_of(name) <= last.order:
        raise UserError(f"'{name}' does not come after the last edition, {last.name}")


def _check_days(loaded: Loaded, edition: Edition, language: str) -> Iterator[Diagnostic]:
    """Yield what is wrong with the days of the new edition; the rest was checked in the draft."""
    with_it = replace(loaded, editions=(*loaded.editions, edition))
    for diagnostic in run_checks(with_it, language):
        if diagnostic.code in _OF_DAYS:
            yield diagnostic
