"""The text of a rule holds a second rule.

Each rule has its own reason, its own effect on quality and price, and its own owner. What comes
along after "in addition" has none of these, and cannot be found, decided or withdrawn by itself.

Mend: Give the second rule a file of its own, with its own reasons. If it belongs to the first one,
leave out the words that make it sound like another.

Bad:

    # rules/wait-your-turn.yaml
    rule: Wait until it is your turn. In addition, pay before you leave.

Good:

    # rules/wait-your-turn.yaml
    rule: Wait until it is your turn, also if you only want to pay.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR321"
SEVERITY = Severity.WARNING


class _Joints(NamedTuple):
    """How a second rule is joined to a first: `hints` are cheap to look for, `said` is sure.

    It is a pattern that is compiled when the first hint is met; in many rulebooks none is.
    """

    hints: tuple[str, ...]
    said: str


_EDGE = (
    r"(?:[.!?;:\u2013\u2014]['\"\u201d\u2019*_)]*\s+[*_]*|\("
    r"|\n[ \t]*\n[ \t]*|\n[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+)"
)
"""What a clause begins after, but for a comma: the end of a sentence, a new paragraph or point."""

_OBLIGES = (
    r"(?:(?:moet|moeten|mag|mogen|kan|kun|kunt|kunnen|dient|dienen|hoort|behoort|geldt|gelden"
    r"|betaalt|krijgt|hebt|heeft|vraagt|meldt|belt|brengt|neemt|levert|wordt|worden)\b"
    r"|(?!staa|lig|hang|zit|vind)\w+\s+(?:je|jij|u|we|wij|hij|zij|ze|men|iedereen|niemand)\b)"
)
"""A Dutch clause goes on with its verb; an apposition or an adjective does not."""

_DUTCH = _Joints(
    (
        "bovendien",
        "daarnaast",
        "tevens",
        "voorts",
        "verder",
        "ook geldt",
        "daarbij geldt",
        "evenals de",
        "andere regel is",
    ),
    (
        rf"(?:{_EDGE}|,\s+)(?P<a>(?:en\s+)?(?:verder|ook|daarbij)\s+geldt)\b"
        rf"|{_EDGE}(?P<b>(?:en\s+)?(?:bovendien|tevens|voorts))\b"
        rf"|{_EDGE}(?P<g>verder)\s+{_OBLIGES}"
        rf"|{_EDGE}(?P<c>(?:en\s+)?daarnaast)\s+(?!staa|lig|hang|zit|vind)"
        rf"|(?:,\s+(?P<d>(?:en\s+)?(?:bovendien|daarnaast|tevens|voorts))"
        rf"|\s(?P<e>en\s+(?:bovendien|daarnaast|tevens|voorts)))\s+{_OBLIGES}"
        r"|\b(?P<f>evenals\s+de\s+(?:plicht|verplichting)|een\s+andere\s+regel\s+is)\b"
    ),
)

_SUBJECT = r"(?:you|we|it|they|he|she|the|all|every\w*|anyone|nobody|no|there|your|our)\b"
_ADDED = r"(?:in\s+addition(?!\s+to\b)|additionally|moreover|furthermore)"

_ENGLISH = _Joints(
    (
        "furthermore",
        "addition",
        "moreover",
        "besides",
        "another rule is",
        "also,",
        "also applies:",
        "as well as the",
    ),
    (
        rf"{_EDGE}(?P<a>(?:and\s+)?(?:{_ADDED}\b|besides(?=,)))"
        rf"|\s(?P<b>and\s+(?:furthermore|moreover|additionally|besides(?=,)))\b"
        rf"|\s(?P<c>and\s+in\s+addition)(?=,?\s+{_SUBJECT})"
        rf"|,\s+(?P<d>{_ADDED})\s+{_SUBJECT}"
        r"|\b(?P<e>another\s+rule\s+is|as\s+well\s+as\s+the\s+(?:duty|obligation))\b"
        rf"|\b(?P<f>also\s+applies):|{_EDGE}(?P<g>also),"
    ),
)
_LANGUAGES: Mapping[str, _Joints] = {"nl": _DUTCH, "en": _ENGLISH}


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each text of a rule with words that join another rule to it."""
    for id_, rule in loaded.rulebook.rules.items():
        for language, text in rule.rule.root.items() if rule.status != "withdrawn" else ():
            words = _find_joint(language, text)
            if words:
                message = say(
                    "a second rule begins here with '{words}';"
                    " give it a file of its own, with reasons of its own",
                    words=words,
                )
                yield Problem(("rules", id_, "rule", language), message, words=words)


def _find_joint(language: str, text: str) -> str | None:
    """Return the words that join a second rule to the first, or None."""
    joints = _LANGUAGES.get(language)
    small = text.casefold()
    if joints is None or not any(hint in small for hint in joints.hints):
        return None
    found = re.search(joints.said, text, re.IGNORECASE)
    return " ".join(found[found.lastgroup or 0].split()) if found else None
