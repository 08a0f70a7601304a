"""A file is larger or deeper than a rulebook needs.

A file may be 1 MiB, a single text 65,536 characters, the lists and names 32 levels deep, and all
values together 50,000. Whatever is over that is a mistake or an attack.

Mend: Shorten the text at this place, take levels out of the lists, or move a part of the file to a
file of its own.

Bad:

    # rules/wait-your-turn.yaml
    rule: ⟨x times 70000⟩

Good:

    # rules/wait-your-turn.yaml
    rule: Wait until it is your turn.
"""

from spelregels.diagnostics import Severity

CODE = "SR003"
SEVERITY = Severity.ERROR
