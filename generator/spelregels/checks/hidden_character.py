"""A file holds a character that nobody can see.

Such characters come along when text is copied from a web page or a word processor. They can make
a text read differently from what a program sees. Remove the words around the place and type them
anew.

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
