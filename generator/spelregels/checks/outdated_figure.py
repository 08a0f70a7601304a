"""A figure of a rule changed, and elsewhere in the rule it still stands as it was.

A customer who reads in the example that it costs 95 euros will not pay the 110 of the exception.

Mend: Write the new figure here too. Is it another one, which stays as it is? Then leave it: when
the next edition is made, this warning goes by itself.

Bad:

    # rules/wait-your-turn.yaml (as frozen in 2026.1)
    rule: Wait your turn. Your number holds for 15 minutes.
    rationale: In 15 minutes everyone is back from the baker next door.

    # rules/wait-your-turn.yaml
    rule: Wait your turn. Your number holds for 10 minutes.
    rationale: In 15 minutes everyone is back from the baker next door.
    decided_on: 2026-04-01
    change: {kind: tightened, why: The numbers of people who had left held the others up.}

Good:

    # rules/wait-your-turn.yaml (as frozen in 2026.1)
    rule: Wait your turn. Your number holds for 15 minutes.
    rationale: In 15 minutes everyone is back from the baker next door.

    # rules/wait-your-turn.yaml
    rule: Wait your turn. Your number holds for 10 minutes.
    rationale: In 10 minutes nearly everyone is back from the baker next door.
    decided_on: 2026-04-01
    change: {kind: tightened, why: The numbers of people who had left held the others up.}
"""

from collections.abc import Iterator, Mapping

from spelregels.checks.steps import find_draft_changes
from spelregels.diagnostics import Problem, Severity
from spelregels.diff import Change
from spelregels.loaded import Loaded, walk_texts
from spelregels.messages import say
from spelregels.quantities import read_quantities

CODE = "SR416"
SEVERITY = Severity.WARNING

_HISTORY = frozenset({"change", "withdrawn", "advice", "allow"})
"""The fields that may tell of what was."""

_Meaning = tuple[float | str, str, bool]
"""What tells figures apart: how much it is, of what, and whether that is a known unit."""


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each text that stayed as it was, with a figure that became another in its rule."""
    for change in find_draft_changes(loaded):
        for language in loaded.rulebook.settings.languages:
            if moved := _find_moved(change, language):
                yield from _find_left(loaded, change.rule, language, moved)


def _find_moved(change: Change, language: str) -> dict[_Meaning, str]:
    """Return the figures that became another of the same sort, with what they became."""
    moved = {}
    for field in change.fields:
        if field.language == language and field.old and field.new:
            old, new = _find_figures(field.old, language), _find_figures(field.new, language)
            for meaning in old.keys() - new.keys():
                came = [
                    shown for each, shown in new.items() if _took_its_place(each, meaning, old)
                ]
                if len(came) == 1:
                    moved[meaning] = came[0]
    return moved


def _took_its_place(figure: _Meaning, gone: _Meaning, old: Mapping[_Meaning, str]) -> bool:
    return figure not in old and figure[1:] == gone[1:]


def _find_left(
    loaded: Loaded, rule: str, language: str, moved: Mapping[_Meaning, str]
) -> Iterator[Problem]:
    for pointer, text in walk_texts(("rules", rule), loaded.rulebook.rules[rule]):
        if pointer[2] in _HISTORY or loaded.published.get(pointer) != text:
            continue
        for meaning, shown in _find_figures(text.root.get(language, ""), language).items():
            if meaning in moved:
                message = say(
                    "'{old}' became '{new}' elsewhere in this rule, and stands here still",
                    old=shown,
                    new=moved[meaning],
                )
                yield Problem((*pointer, language), message, words=shown)


def _find_figures(text: str, language: str) -> dict[_Meaning, str]:
    """Return the figures of a text that are written in digits, as they stand there."""
    figures = {}
    for each in read_quantities(text, language):
        shown = each.shown if each.is_known else f"{each.shown} {each.dimension}"
        if each.dimension and each.shown[0].isdigit() and shown in text.casefold():
            figures[each.key, each.dimension, each.is_known] = shown
    return figures
