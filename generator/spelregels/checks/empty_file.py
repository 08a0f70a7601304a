"""A file is empty, or holds nothing but comments.

An empty file is often one that was not saved. Fill it in or remove it.

Bad:

    # rules/wait-your-turn.yaml (the whole file)

Good:

    # rules/wait-your-turn.yaml
    title: Wait your turn
"""

from spelregels.diagnostics import Severity

CODE = "SR006"
SEVERITY = Severity.ERROR
