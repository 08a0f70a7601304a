"""A language is not written as its code.

The code says in which language the pages are, to browsers and to those who have them read aloud.

Mend: Write the code of ISO 639 in lower-case letters: `nl` for Dutch, `en` for English, `de` for
German.

Bad:

    # rulebook.yaml
    languages: [English]

Good:

    # rulebook.yaml
    languages: [en]
"""

from spelregels.diagnostics import Severity

CODE = "SR108"
SEVERITY = Severity.ERROR
