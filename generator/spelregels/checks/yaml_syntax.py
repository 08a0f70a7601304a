"""A line is not YAML, so the rest of the file cannot be read.

The commonest causes are a colon followed by a space in a text without quotes, a tab, a quotation
mark that is never closed, and a line that does not line up with those above it. The message says
which of them it looks like.

Mend: Do what the message says, at the place of the caret. Does that not help? See how the same
thing is written in another file of the same folder, and lay it out just so.

Bad:

    # rules/wait-your-turn.yaml
    title: Urgent: possible, at a price

Good:

    # rules/wait-your-turn.yaml
    title: "Urgent: possible, at a price"
"""

from spelregels.diagnostics import Severity

CODE = "SR007"
SEVERITY = Severity.ERROR
