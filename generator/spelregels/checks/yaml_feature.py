"""A file uses a part of YAML that a rulebook does without.

Tags (!x), anchors (&x), aliases (*x), merge keys (<<), names that are not a text, and a second
document after --- make a file hard to follow. Most often a text just begins with such a mark.

Mend: Put the text that begins with the mark in double quotes, as in `title: "*new*"`. Take a line
of `<<` or `---` away, and write out what it stands for.

Bad:

    # rules/wait-your-turn.yaml
    title: !important wait your turn

Good:

    # rules/wait-your-turn.yaml
    title: "!important wait your turn"
"""

from spelregels.diagnostics import Severity

CODE = "SR010"
SEVERITY = Severity.ERROR
