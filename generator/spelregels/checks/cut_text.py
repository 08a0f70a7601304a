"""A text without quotes is cut short by a #.

In YAML, whatever comes after a space and a # is a comment: the reader never sees it.

Mend: Nobody reads what comes after `#`. Put all of the text in double quotes, as in
`title: "Wait for counter #1"`, or in single ones (') if double ones stand in it. Move a note to
yourself to a line of its own.

Bad:

    # rules/wait-your-turn.yaml
    title: Wait for counter #1

Good:

    # rules/wait-your-turn.yaml
    title: "Wait for counter #1"
"""

from collections.abc import Iterator

from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say
from spelregels.nodes import Scalar

CODE = "SR012"
SEVERITY = Severity.WARNING
_LAST = 4
"""So many words show where a text ends."""


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each text that a comment cuts short."""
    for pointer, text in loaded.texts:
        if not loaded.find_source(pointer).has_cut:
            continue
        for language in text.root:
            node = loaded.find_text_node((*pointer, language))
            if isinstance(node, Scalar) and node.cut:
                end = " ".join(node.text.split()[-_LAST:])
                message = say("the text ends at '{end}'; put all of it in quotes", end=end)
                yield Problem((*pointer, language), message)
