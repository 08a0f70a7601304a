"""A file of the rulebook is a link, a folder or a device instead of an ordinary file.

A link may lead out of the rulebook and publish what was never meant to be public.

Mend: Put an ordinary file (or, for `editions`, an ordinary folder) in this place, under the same
name, and see that you may open it yourself.

Bad:

    # glossary.yaml (a link to ../elsewhere.yaml)

Good:

    # glossary.yaml
    terms: []
"""

from spelregels.diagnostics import Severity

CODE = "SR002"
SEVERITY = Severity.ERROR
