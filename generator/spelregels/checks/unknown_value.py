"""A field that takes one of a few words holds another one.

The message lists the words to choose from.

Bad:

    # rules/wait-your-turn.yaml
    status: cancelled

Good:

    # rules/wait-your-turn.yaml
    status: proposed
"""

from spelregels.diagnostics import Severity

CODE = "SR104"
SEVERITY = Severity.ERROR
