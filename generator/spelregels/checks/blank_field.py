"""A field is there, but nothing is filled in.

A blank title or name leaves a hole in the page.

Mend: Type after the colon what belongs there, or remove the line if the field may be left out.

Bad:

    # rules/wait-your-turn.yaml
    title: ""

Good:

    # rules/wait-your-turn.yaml
    title: Wait your turn
"""

from collections.abc import Iterator

from spelregels.checks.justifications import is_needed, is_reason
from spelregels.diagnostics import Pointer, Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import Message, say
from spelregels.nodes import Mapping
from spelregels.values import Text

CODE = "SR110"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each blank text that gives no reason: those have a check of their own."""
    for pointer, text in loaded.texts:
        if is_reason(pointer):
            continue
        for language, words in text.root.items():
            if not words.strip():
                yield Problem((*pointer, language), _tell(pointer[-1]))
        if not is_needed(pointer):
            yield from _find_empty(loaded, pointer, text)


def _find_empty(loaded: Loaded, pointer: Pointer, text: Text) -> Iterator[Problem]:
    """Yield each language that is named with nothing behind it, as if it were left out."""
    missing = [each for each in loaded.rulebook.settings.languages if each not in text.root]
    node = loaded.find_node(pointer) if missing else None
    for language in missing:
        if isinstance(node, Mapping) and language in node.entries:
            yield Problem((*pointer, language), _tell(language))


def _tell(field: str | int) -> Message:
    return say("'{field}' is there, but nothing is filled in", field=str(field))
