"""A field that is needed here was left out.

Every rule has a title, a chapter, the rule itself, an owner and the day it was decided, besides
what justifies it.

Mend: Add a line with the name that the message gives, a colon, a space and what belongs there, as
in `owner: shop-manager`. `advice.by` means `by` below `advice`.

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
