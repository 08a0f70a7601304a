"""A field that is needed here was left out.

Every rule has a title, a chapter, the rule itself, an owner and the day it was decided, besides
what justifies it. Add the line that the message names.

Bad:

    # rules/wait-your-turn.yaml
    advice: {on: 2026-02-01}

Good:

    # rules/wait-your-turn.yaml
    advice: {by: bookkeeper, on: 2026-02-01}
"""

from spelregels.diagnostics import Severity

CODE = "SR102"
SEVERITY = Severity.ERROR
