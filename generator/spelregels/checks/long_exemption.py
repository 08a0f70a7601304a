"""An exemption lasts for more than a year.

A delay of years is no delay: by then nobody remembers why, and the problem has become the rule.

Mend: Choose for `until` a day within a year from now. By then, you can still extend it.

Bad:

    # rules/wait-your-turn.yaml
    exceptions:
      - {when: You cannot stand for long., conditions: [You tell us.], price: Nothing.}
    allow:
      - {code: SR322, why: The manager is yet to be named., until: 2030-01-01}

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
from spelregels.models import months_after

CODE = "SR414"
SEVERITY = Severity.WARNING
_MOST_MONTHS = 12


def judge(exemption: Exemption) -> Iterator[Problem]:
    """Yield a problem if the exemption is to last too long."""
    if exemption.today is None or not exemption.is_allowed:
        return
    last = months_after(exemption.today, _MOST_MONTHS)
    if exemption.allowance.until > last:
        message = say(
            "the exemption from '{code}' lasts until {day}, more than a year from now;"
            " choose a day up to {last}",
            code=exemption.allowance.code,
            day=str(exemption.allowance.until),
            last=str(last),
        )
        yield Problem((*exemption.pointer, "until"), message)
