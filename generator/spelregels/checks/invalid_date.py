"""A date is not written as year-month-day, or is not a day of the calendar.

Only one way of writing a date is the same everywhere: 2026-03-01 is the first of March.

Mend: Write the year in four digits, the month in two and the day in two, as in `2026-03-01`, and
choose a day that exists.

Bad:

    # rules/wait-your-turn.yaml
    decided_on: 2026-02-30

Good:

    # rules/wait-your-turn.yaml
    decided_on: 2026-02-28
"""

from spelregels.diagnostics import Severity

CODE = "SR105"
SEVERITY = Severity.ERROR
