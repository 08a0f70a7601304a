"""Which checks count in a run: those that were asked for, without those that were waved away."""

import difflib
from collections.abc import Iterable, Iterator

from spelregels.checks import PAGES
from spelregels.errors import UserError
from spelregels.messages import say

_CLOSE = 0.8
"""How much alike two names are before one is suggested for the other (difflib, `ratio`)."""


def select_codes(selected: Iterable[str], ignored: Iterable[str], language: str) -> frozenset[str]:
    """Return the codes that count; without any `selected`, all of them do.

    Each is a list with commas of codes, beginnings of codes, and names. What is ignored does not
    count, even where it is selected too.

    Raises:
        UserError: something is neither of the three; told in `language`.
    """
    unwanted = frozenset(_codes(ignored, language))
    wanted = frozenset(_codes(selected, language))
    return (wanted or frozenset(page.CODE for page in PAGES.values())) - unwanted


def _codes(asked: Iterable[str], language: str) -> Iterator[str]:
    for item in ",".join(asked).split(","):
        if item.strip():
            yield from _matches(item.strip(), language)


def _matches(item: str, language: str) -> tuple[str, ...]:
    codes = tuple(
        page.CODE
        for name, page in PAGES.items()
        if item.casefold() == name or page.CODE.startswith(item.upper())
    )
    if not codes:
        raise UserError(_unknown(item, language))
    return codes


def _unknown(item: str, language: str) -> str:
    known = {name: name for name in PAGES} | {
        page.CODE.casefold(): page.CODE for page in PAGES.values()
    }
    asked = item.casefold()
    close = difflib.get_close_matches(asked, known, cutoff=_CLOSE)
    if close:
        # Of codes that are as close, the one of which most signs stand where they were typed.
        nearest = max(close, key=lambda name: sum(map(str.__eq__, name, asked)))
        message = say(
            "there is no check '{asked}'; did you mean '{close}'?",
            asked=item,
            close=known[nearest],
        )
    else:
        message = say(
            "there is no check '{asked}'; name a code as SR306, its beginning as SR3, or a name "
            "as unknown-owner",
            asked=item,
        )
    return message.within(language)
