"""A file or folder that every rulebook has is not there.

A rulebook is a folder with rulebook.yaml, owners.yaml and a folder rules in it. Without one of
them nothing can be published.

Mend: Put the file or the folder back under exactly this name. If you did not move it, see whether
you named the right folder, and whether the name is spelt right.

Bad:

    # owners.yaml (no such file)

Good:

    # owners.yaml
    owners:
      - {id: shop-manager, name: Jo Bos, role: Shop manager, side: business}
"""

from spelregels.diagnostics import Severity

CODE = "SR001"
SEVERITY = Severity.ERROR
