"""An exemption exempts from nothing.

The problem it was for is no longer there. Left in place, the exemption would hide the next problem
of its kind, for a reason that is not about that one.

Mend: Take the exemption out: its lines under `allow`, and `allow:` itself if nothing else stands
under it.

Bad:

    # rules/wait-your-turn.yaml
    allow:
      - {code: SR322, why: The manager is yet to be named., until: 2027-06-30}

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

CODE = "SR415"
SEVERITY = Severity.WARNING


def judge(exemption: Exemption) -> Iterator[Problem]:
    """Yield a problem if nothing was found that the exemption is from."""
    if exemption.idle and exemption.is_allowed and not exemption.has_expired:
        message = say(
            "there is nothing left here to exempt from '{code}'; take this exemption out",
            code=exemption.allowance.code,
        )
        yield Problem(exemption.pointer, message)
