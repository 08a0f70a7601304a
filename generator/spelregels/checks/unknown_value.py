"""A field that takes one of a few words holds another one.

The field decides what the site shows, so it takes only the words that the site knows.

Mend: Replace what stands here by one of the words that the message lists, spelt in exactly the
same way.

Bad:

    # rules/wait-your-turn.yaml
    status: cancelled

Good:

    # rules/wait-your-turn.yaml
    status: active
"""

from spelregels.diagnostics import Severity

CODE = "SR104"
SEVERITY = Severity.ERROR
