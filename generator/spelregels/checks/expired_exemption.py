"""The last day of an exemption has passed.

An exemption is a delay that was agreed on. When it is over, the problem shows again, and so does
the exemption, so that nobody takes it for granted.

Mend: Mend the problem and take the exemption out. If the reason still holds, agree with the owner
on a new day, and write it behind `until`.

Bad (also SR322: the problem itself):

    # rules/wait-your-turn.yaml
    exceptions:
      - {when: You cannot stand for long., conditions: [You tell us.], price: Nothing.}
    allow:
      - {code: SR322, why: The manager is yet to be named., until: 2026-12-31}

Good:

    # rules/wait-your-turn.yaml
    exceptions:
      - {when: You cannot stand for long., conditions: [You tell us.], price: Nothing.}
    allow:
      - {code: SR322, why: The manager is yet to be named., until: 2027-06-30}
"""

from collections.abc import Iterator

from spelregels.checks.exemptions import Exemption
from spelregels.diagnostics import Problem, Severity
from spelregels.messages import say

CODE = "SR413"
SEVERITY = Severity.ERROR


def judge(exemption: Exemption) -> Iterator[Problem]:
    """Yield a problem if the exemption is over."""
    if exemption.is_allowed and exemption.has_expired:
        message = say(
            "the exemption from '{code}' ended on {day}; mend the problem, or agree on a new day",
            code=exemption.allowance.code,
            day=str(exemption.allowance.until),
        )
        yield Problem((*exemption.pointer, "until"), message)
