"""A text without quotes is cut short by a #.

In YAML, whatever comes after a space and a # is a comment: the reader never sees it. Put the
text in quotes if the # belongs to it, or move the comment to a line of its own.

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
from spelregels.nodes import Scalar

CODE = "SR012"
SEVERITY = Severity.WARNING


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each text that a comment cuts short."""
    for pointer, text in loaded.texts:
        for language in text.root:
            node = loaded.find_text_node((*pointer, language))
            if isinstance(node, Scalar) and node.cut:
                message = f"the text ends at '{node.text[-20:]}'; put all of it in quotes"
                yield Problem((*pointer, language), message)
