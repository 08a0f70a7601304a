"""A file holds a character that is not in UTF-8.

Old editors save é and € in an encoding of their own; other programs then show something else, and
some put a sign in the place of the letter, which is lost then.

Mend: Open the file in your editor, choose `Save as` and the encoding UTF-8 (in Notepad it stands
beside the button), and save it. Then see whether the letters with accents are still right.

Bad:

    # rules/wait-your-turn.yaml (saved as latin-1)
    title: Café

Good:

    # rules/wait-your-turn.yaml
    title: Café
"""

from spelregels.diagnostics import Severity

CODE = "SR004"
SEVERITY = Severity.ERROR
