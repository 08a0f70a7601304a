"""A field has a name that means nothing here.

A misspelt field would be left out of the site without a word. The message names the nearest field
there is, or all of them.

Mend: Change the name before the colon into the one that the message names, or remove the line with
all that belongs to it.

Bad:

    # rules/wait-your-turn.yaml
    rationalle: Nobody can serve two people well at the same time.

Good:

    # rules/wait-your-turn.yaml
    rationale: Nobody can serve two people well at the same time.
"""

from spelregels.diagnostics import Severity

CODE = "SR101"
SEVERITY = Severity.ERROR
