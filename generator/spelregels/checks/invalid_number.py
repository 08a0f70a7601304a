"""A number is not written in digits, or is out of bounds.

Write a percentage as -6 or 2.5, with a point and without the sign; a count in whole digits.

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
