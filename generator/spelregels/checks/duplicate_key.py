"""A field is written twice.

Most programs let the last one win in silence, so a reader cannot know which of the two holds.

Mend: Do what the message says. Where one of the two is wrong, keep the other; where both are
right, put what stands below the second one under the first.

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
