"""A file holds a character that nobody can see.

Such characters come along when text is copied from a web page or a word processor. They can make a
text read differently from what a program sees.

Mend: Remove the words around this place and type them anew; do not paste them.

Bad:

    # rules/wait-your-turn.yaml
    title: Wait⟨U+200B⟩your turn

Good:

    # rules/wait-your-turn.yaml
    title: Wait your turn
"""

from spelregels.diagnostics import Severity

CODE = "SR005"
SEVERITY = Severity.ERROR
