"""A language is not written as its code.

Write the code of ISO 639: nl for Dutch, en for English, de for German.

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
