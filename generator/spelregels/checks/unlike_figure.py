"""A figure is another one in another language.

Whoever reads the other language is promised another price, or has other hours. Most often a figure
was changed in one language and forgotten in the other.

Mend: Look up which of the two is right, and write that one in both languages. Are both right,
since they tell of different things? Then leave them.

Bad:

    # rules/wait-your-turn.yaml (of a rulebook in two languages)
    rule:
      en: Your number holds 10 minutes.
      nl: Uw nummer geldt 15 minuten.

Good:

    # rules/wait-your-turn.yaml (of a rulebook in two languages)
    rule:
      en: Your number holds 10 minutes.
      nl: Uw nummer geldt 10 minuten.
"""

import re
from collections.abc import Iterator, Sequence

from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say
from spelregels.quantities import Quantity, read_quantities

CODE = "SR327"
SEVERITY = Severity.WARNING

_DIGITS = re.compile(r"([0-9]+)(?:[.:]00(?![0-9]))?")
"""The digits of a number; `18.00` is `18`."""


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each figure in whose place the first language of its text has another one."""
    for pointer, text in loaded.texts:
        (first, words), *others = text.root.items() or [("", "")]
        for language, translated in others:
            for figure, other in _find_unlike(translated, language, words, first):
                message = say(
                    "this is '{figure}' here, and '{other}' in the language '{language}'",
                    figure=figure.shown,
                    other=other.shown,
                    language=first,
                )
                yield Problem((*pointer, language), message, words=figure.shown)


def _find_unlike(
    text: str, language: str, original: str, first: str
) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield the pairs of figures of the same sort, each in one of two languages only."""
    # To read them takes time, and in most texts the digits are the same.
    if sorted(_DIGITS.findall(text)) == sorted(_DIGITS.findall(original)):
        return
    figures, others = read_quantities(text, language), read_quantities(original, first)
    alone = _find_alone(others, figures)
    for figure in _find_alone(figures, others):
        for other in alone:
            if _sort(figure) == _sort(other) is not None:
                alone.remove(other)
                yield figure, other
                break


def _find_alone(figures: Sequence[Quantity], others: Sequence[Quantity]) -> list[Quantity]:
    known = {other.key for other in others}
    return [figure for figure in figures if figure.key not in known]


def _sort(figure: Quantity) -> str | None:
    """Return what a figure counts, nothing for a plain whole number, or None where it may be any.

    What people count is called otherwise in the other language, and `7.30` may be a time.
    """
    if figure.is_known:
        return figure.dimension
    return "" if figure.shown.isdigit() else None
