"""A file looks like a part of the rulebook, but would not be read.

A rule that stands in the wrong folder, or whose name ends in .yml, would be left out of the site
without a word.

Mend: Move or rename the file as the message says: a rule belongs in the folder `rules` and a
request in `requests`, in a file of its own whose name ends in `.yaml`.

Bad:

    # rules/no-dogs.yml
    title: No dogs

Good:

    # rules/no-dogs.yaml (a whole rule)
"""

from spelregels.diagnostics import Severity

CODE = "SR011"
SEVERITY = Severity.ERROR
