"""A number is not written in digits, or is out of bounds.

The site and the checks reckon with the number, so it must be one that they can read.

Mend: Write the number in digits without a sign such as % behind it: 6 percent less as `-6`, 2.5
percent more as `2.5`, with a point; a count as `30`, no less than 0 and no more than 10000.

Bad:

    # rules/wait-your-turn.yaml
    effect:
      quality: {direction: better, because: Everyone gets the same attention.}
      price: {direction: lower, because: One pair of hands is enough., percent: 6 percent}

Good:

    # rules/wait-your-turn.yaml
    effect:
      quality: {direction: better, because: Everyone gets the same attention.}
      price: {direction: lower, because: One pair of hands is enough., percent: -6}
"""

from spelregels.diagnostics import Severity

CODE = "SR106"
SEVERITY = Severity.ERROR
