"""The file of a published edition is not as it was written.

Customers rely on what was published, so an edition never changes: what is different comes in the
next one. Every byte of the file counts.

Mend: Take the file back from git, or from the published site, and leave it as it is. Write what
should be different in the files of the rules, for the next edition.

Bad:

    # editions/2026.1.json (with a byte changed)

Good:

    # editions/2026.1.json (as it was frozen)
"""

from spelregels.diagnostics import Severity

CODE = "SR401"
SEVERITY = Severity.ERROR
