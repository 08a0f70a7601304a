"""A rule or a request has a field `id`.

The name of the file is the id. A field of its own would stay behind when somebody copies the file,
and claim another rule's name.

Mend: Remove the line that begins with `id:`. If you want another id, rename the file.

Bad:

    # rules/wait-your-turn.yaml
    id: wait-your-turn

Good:

    # rules/wait-your-turn.yaml
    title: Wait your turn
"""

from spelregels.diagnostics import Severity

CODE = "SR203"
SEVERITY = Severity.ERROR
