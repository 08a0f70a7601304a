"""An edition does not follow the one before it.

Each edition holds the fingerprint of the one before it, so that nothing between them can be taken
out, put in or replaced unseen. Put back the file that is missing or was replaced.

Bad:

    # editions/2026.1.json (taken out from before 2026.2)

Good:

    # editions/2026.1.json (as it was frozen)
"""

from spelregels.diagnostics import Severity

CODE = "SR402"
SEVERITY = Severity.ERROR
