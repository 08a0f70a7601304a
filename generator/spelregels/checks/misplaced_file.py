"""A file looks like a part of the rulebook, but would not be read.

A rule that stands in the wrong folder, or whose name ends in .yml, would be left out of the site
without a word. Give it the name and the place that the message tells.

Bad:

    # rules/no-dogs.yml
    title: No dogs

Good:

    # rules/no-dogs.yaml (a whole rule)
"""

from spelregels.diagnostics import Severity

CODE = "SR011"
SEVERITY = Severity.ERROR
