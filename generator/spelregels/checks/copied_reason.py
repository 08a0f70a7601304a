"""The same reason stands in more than one place.

A reason that is copied was seldom thought of for this rule. Where two rules really have the same
reason, they may be one rule; and the effect on the price is hardly ever the same story as the
effect on quality.

Mend: Write in each place what is special there; or make one rule of the two.

Bad:

    # rules/wait-your-turn.yaml
    rationale: Nobody can serve two people well at the same time.
    without: Nobody can serve two people very well at the same time.

Good:

    # rules/wait-your-turn.yaml
    rationale: Nobody can serve two people well at the same time.
    without: Whoever shouts loudest would be served first.
"""

from collections.abc import Iterator

from spelregels.checks.reasons import Reason, find_reasons, judge_reason
from spelregels.diagnostics import Pointer, Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import Message, say
from spelregels.prose.likeness import find_alike
from spelregels.prose.text import read_prose

CODE = "SR308"
SEVERITY = Severity.WARNING
_MOST_NAMED = 3


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each reason that is the same as others, or nearly so, with where those are.

    What was copied in several languages is told in the first one.
    """
    groups: dict[tuple[Pointer, ...], list[list[Reason]]] = {}
    for alike in _find_alike(loaded):
        if not judge_reason(alike[0]):
            fields = tuple(reason.pointer[:-1] for reason in alike)
            groups.setdefault(fields, []).append(alike)
    for first, *others in groups.values():
        languages = tuple(alike[0].language for alike in others)
        for reason in _find_copies(loaded, first):
            yield _tell(loaded, reason, first, languages)


def _find_alike(loaded: Loaded) -> Iterator[list[Reason]]:
    """Yield each group of reasons that are alike, one language after the other."""
    reasons = find_reasons(loaded)
    for language in dict.fromkeys(reason.language for reason in reasons):
        places = {
            index: read_prose(reason.text).words
            for index, reason in enumerate(reasons)
            if reason.language == language
        }
        for group in find_alike(places):
            yield [reasons[index] for index in group]


def _find_copies(loaded: Loaded, alike: list[Reason]) -> list[Reason]:
    """Return the reasons that came after others that are the same, or all if none did."""
    later = [reason for reason in alike if not _is_published(loaded, reason)]
    return later or alike


def _is_published(loaded: Loaded, reason: Reason) -> bool:
    """Tell whether a reason is as the last edition has it."""
    text = loaded.published.get(reason.pointer[:-1])
    return text is not None and text.root.get(reason.language) == reason.text


def _tell(
    loaded: Loaded, reason: Reason, alike: list[Reason], languages: tuple[str, ...]
) -> Problem:
    others = [other for other in alike if other is not reason]
    named = tuple(_place(loaded, other) for other in others[:_MOST_NAMED])
    if len(others) > _MOST_NAMED:
        more = say("{number} more", number=len(others) - _MOST_NAMED)
        named = (*named, more)
    if not languages:
        return Problem(reason.pointer, say("the same reason stands at {places}", places=named))
    message = say(
        "the same reason stands at {places}; so does the text in '{languages}'",
        places=named,
        languages=languages,
    )
    return Problem(reason.pointer, message)


def _place(loaded: Loaded, reason: Reason) -> Message:
    field = ".".join(str(step) for step in reason.pointer[2:-1])
    place = str(loaded.locate(reason.pointer))
    return say("{place} ({field})", place=place, field=field)
