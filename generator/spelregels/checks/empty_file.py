"""A file is empty, or holds nothing but comments.

An empty file is often one that was not saved.

Mend: Write in the file what belongs there and save it, or remove the file if it should not be
there.

Bad:

    # rules/wait-your-turn.yaml (the whole file)

Good:

    # rules/wait-your-turn.yaml
    title: Wait your turn
"""

from spelregels.diagnostics import Severity

CODE = "SR006"
SEVERITY = Severity.ERROR
