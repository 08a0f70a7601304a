"""A field is written twice.

Most programs let the last one win in silence, so a reader cannot know which of the two holds.

Mend: Does an entry of a list begin here? Then put `- ` in the place of the last two spaces before
it. Else keep the line that is right, and remove the other one with all that belongs to it.

Bad:

    # rules/wait-your-turn.yaml
    title: Wait your turn
    title: Wait for your turn

Good:

    # rules/wait-your-turn.yaml
    title: Wait your turn
"""

from spelregels.diagnostics import Severity

CODE = "SR009"
SEVERITY = Severity.ERROR
