"""A list, a text or a group of fields stands where another of these belongs.

A list has its entries on lines of their own, each after '- '. A group has names with a colon.

Mend: Write what the message asks for: a text behind the colon, a list with each entry on a line of
its own after `- `, or a group of lines that each have a name and a colon.

Bad:

    # rules/wait-your-turn.yaml
    applies_to: everyone

Good:

    # rules/wait-your-turn.yaml
    applies_to:
      - everyone
"""

from spelregels.diagnostics import Severity

CODE = "SR103"
SEVERITY = Severity.ERROR
