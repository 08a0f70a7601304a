"""A line is not YAML, so the rest of the file cannot be read.

The commonest causes are a colon followed by a space in a text without quotes, a tab, a quotation
mark that is never closed, and a line that does not line up with those above it. The message says
which of them it looks like.

Mend: Do what the message says, and lay the line out as those around it: as many spaces in front, a
name, a colon and a space, and a text with signs in it in double quotes.

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
