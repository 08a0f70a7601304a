"""A file still holds the marks of an unfinished merge.

When two people changed the same line, git keeps both versions between lines of <<<<<<<, =======
and >>>>>>>.

Mend: Choose one of the two versions, or write a third, and remove each line with the marks
`<<<<<<<`, `=======` or `>>>>>>>`. Is there one version only? Then remove just the marks.

Bad:

    # rules/wait-your-turn.yaml
    <<<<<<< HEAD
    title: Wait your turn
    =======
    title: Wait for your turn
    >>>>>>> branch

Good:

    # rules/wait-your-turn.yaml
    title: Wait your turn
"""

from spelregels.diagnostics import Severity

CODE = "SR008"
SEVERITY = Severity.ERROR
