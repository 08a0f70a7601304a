"""An edition does not follow the one before it.

Each edition holds the fingerprint of the one before it, so that nothing between them can be taken
out, put in or replaced unseen.

Mend: Take the edition that is missing or was replaced back from git, or from the published site,
and put it in the folder `editions`.

Bad:

    # editions/2026.1.json (taken out from before 2026.2)

Good:

    # editions/2026.1.json (as it was frozen)
"""

from spelregels.diagnostics import Severity

CODE = "SR402"
SEVERITY = Severity.ERROR
