"""A line is indented with a no-break space.

It looks like a space and is none; it comes along when text is copied from a web page.

Mend: Remove the white space at the beginning of the line, and type it anew with the space bar.

Bad:

    # rules/wait-your-turn.yaml
    effect:
    ⟨U+00A0⟩ quality: {direction: better, because: Everyone gets the same attention.}
      price: {direction: same, because: A queue costs nothing.}

Good:

    # rules/wait-your-turn.yaml
    effect:
      quality: {direction: better, because: Everyone gets the same attention.}
      price: {direction: same, because: A queue costs nothing.}
"""

from spelregels.diagnostics import Severity

CODE = "SR013"
SEVERITY = Severity.WARNING
