"""What the checks of exemptions share.

An exemption stands under `allow` in the file that it exempts, and names one check. Only the runner
knows every check and what it found, so those are given to it here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import NamedTuple

from spelregels.checks.explanations import Page
from spelregels.diagnostics import Pointer, Problem
from spelregels.loaded import FOLDERS, Loaded
from spelregels.models import Allowance

Found = tuple[Page, Problem]
"""A check, and a problem that it found."""

_NUMBER = re.compile(r"sr\d\w*")
_MAY_BE_EXEMPTED = re.compile(r"SR3(?!0[01])\d\d|SR409|SR411")
"""What a text says may be judged otherwise for a while, and so may the day of a review."""


class Exemption(NamedTuple):
    """An entry under `allow`, where it stands and what it comes to.

    `code` is that of the check that it names; where there is none of that name, `near` is the name
    that is most like it. It is `idle` where nothing was found for it to exempt.
    """

    pointer: Pointer
    allowance: Allowance
    code: str | None
    near: str | None
    today: date | None
    idle: bool

    @property
    def is_allowed(self) -> bool:
        """Tell whether it names a check that a rulebook may be exempted from."""
        return self.code is not None and _MAY_BE_EXEMPTED.fullmatch(self.code) is not None

    @property
    def has_expired(self) -> bool:
        """Tell whether its last day has passed."""
        return self.today is not None and self.allowance.until < self.today


def find_exemptions(
    loaded: Loaded, checks: Mapping[str, Page], found: Iterable[Found]
) -> tuple[Exemption, ...]:
    """Return every exemption of a rulebook; `checks` are all there are, by their names."""
    codes = {check.CODE.casefold(): check.CODE for check in checks.values()}
    codes |= {name: check.CODE for name, check in checks.items()}
    needed = {(page.CODE, _file_of(problem.pointer)) for page, problem in found}
    exemptions = []
    for pointer, allowance in _find_allowances(loaded):
        typed = allowance.code.strip().casefold()
        code = codes.get(typed)
        # Where something could not be read, a problem may have stayed unseen.
        idle = not loaded.faults and (code, _file_of(pointer)) not in needed
        exemption = Exemption(pointer, allowance, code, _near(typed, checks), loaded.today, idle)
        exemptions.append(exemption)
    return tuple(exemptions)


def drop_exempted(found: Iterable[Found], exemptions: Iterable[Exemption]) -> Iterator[Found]:
    """Yield what was found without what is exempted today."""
    holding = {
        (exemption.code, _file_of(exemption.pointer))
        for exemption in exemptions
        if exemption.is_allowed and not exemption.has_expired
    }
    for page, problem in found:
        if (page.CODE, _file_of(problem.pointer)) not in holding:
            yield page, problem


def _near(typed: str, names: Iterable[str]) -> str | None:
    # Any two numbers are alike, which says nothing about what was meant.
    near = [] if _NUMBER.fullmatch(typed) else get_close_matches(typed, sorted(names), 1)
    return near[0] if near else None


def _find_allowances(loaded: Loaded) -> Iterator[tuple[Pointer, Allowance]]:
    """Yield each exemption that could be read."""
    book = loaded.rulebook
    files: list[tuple[Pointer, tuple[Allowance, ...] | None]] = [
        (("settings",), book.settings.allow),
        (("owners",), book.owners.allow),
        (("glossary",), book.glossary.allow),
        *((("rules", id_), rule.allow) for id_, rule in book.rules.items()),
        *((("requests", id_), request.allow) for id_, request in book.requests.items()),
    ]
    for file, allowed in files:
        for index, allowance in enumerate(allowed or ()):
            pointer = (*file, "allow", index)
            if not loaded.has_faulty(pointer):
                yield pointer, allowance


def _file_of(pointer: Pointer) -> Pointer:
    return pointer[: 2 if pointer[0] in FOLDERS else 1]
