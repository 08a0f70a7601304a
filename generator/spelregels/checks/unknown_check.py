"""An exemption is from a check that does not exist.

The exemption then exempts from nothing, while its author believes that it does.

Mend: Write behind `code` the code of the problem that you want to exempt, such as SR320, or its
name, such as `long-rule`. The report of `spelregels check` shows both.

Bad (also SR322: the problem itself):

    # rules/wait-your-turn.yaml
    exceptions:
      - {when: You cannot stand for long., conditions: [You tell us.], price: Nothing.}
    allow:
      - {code: no-price, why: The manager is yet to be named., until: 2027-06-30}

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

CODE = "SR213"
SEVERITY = Severity.ERROR


def judge(exemption: Exemption) -> Iterator[Problem]:
    """Yield a problem if there is no check that the exemption is from."""
    if exemption.code is not None:
        return
    hint = (
        say("did you mean '{name}'?", name=exemption.near)
        if exemption.near
        else say("write the code that the problem has in the report, such as SR320")
    )
    message = say("there is no check '{code}'; {hint}", code=exemption.allowance.code, hint=hint)
    yield Problem((*exemption.pointer, "code"), message)
