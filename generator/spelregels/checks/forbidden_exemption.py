"""An exemption is from a check that nobody is exempted from.

Opinions may differ on whether a text is too long or a review too late. A reason that is missing, a
name that does not exist or an edition that was altered has no good reason to stay.

Mend: Mend the problem itself, and take the exemption out. Only what a text says (SR302 to SR399)
and the day of a review (SR409, SR411) can be exempted.

Bad:

    # rules/wait-your-turn.yaml
    allow:
      - {code: SR204, why: The owner is yet to be named., until: 2027-06-30}

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

CODE = "SR214"
SEVERITY = Severity.ERROR


def judge(exemption: Exemption) -> Iterator[Problem]:
    """Yield a problem if the exemption is from a check that always holds."""
    if exemption.code is not None and not exemption.is_allowed:
        message = say(
            "nobody is exempted from '{code}', only from SR302 to SR399, SR409 and SR411;"
            " mend the problem itself",
            code=exemption.allowance.code,
        )
        yield Problem((*exemption.pointer, "code"), message)
