"""A text holds an HTML tag, and will show it as it was typed.

HTML does not work in a rulebook: a reader would see <b>.

Mend: Write `**bold**` or `*italic*` in place of the HTML tag, or put the tag between two backticks
if the reader is meant to see it.

Bad:

    # rules/wait-your-turn.yaml
    rule: Wait <b>here</b> until it is your turn.

Good:

    # rules/wait-your-turn.yaml
    rule: Wait **here** until it is your turn.
"""

from collections.abc import Iterator

from spelregels.checks.markup import find_objections_in
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded

CODE = "SR112"
SEVERITY = Severity.WARNING


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each text with a tag that HTML knows."""
    return find_objections_in(loaded, "raw-html")
