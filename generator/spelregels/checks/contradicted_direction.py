"""The reason of an effect speaks against its direction.

The sign says that quality or the price goes one way, and the sentence beside it speaks only of the
other. A reader who sees both believes neither. That something costs a sum of money is no reason
for a lower price, until you say that you no longer spend it.

Mend: Does it really go the other way? Then turn the direction round. Else write in `because` how
the rule makes it go that way: what gets better or worse, or what you save or spend because of it.

Bad:

    # rules/wait-your-turn.yaml
    effect:
      quality: {direction: better, because: People get served slower and make more mistakes.}
      price: {direction: lower, because: One pair of hands is enough.}

Good:

    # rules/wait-your-turn.yaml
    effect:
      quality: {direction: better, because: Everyone gets the same attention.}
      price: {direction: lower, because: One pair of hands is enough.}
"""

from collections.abc import Iterator, Mapping

from spelregels.checks.reasons import find_reasons, judge_reason
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import Message, say
from spelregels.prose.leaning import Leaning, find_price_leaning, find_quality_leaning

CODE = "SR309"
SEVERITY = Severity.WARNING
_UP = frozenset({"better", "higher"})
_SPEAKS: Mapping[str, Message] = {
    "better": say("only of loss"),
    "worse": say("only of gain"),
    "lower": say("only of cost"),
    "higher": say("only of lower cost"),
}


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each effect whose reason speaks only of the opposite direction."""
    for reason in find_reasons(loaded):
        if reason.pointer[2:3] != ("effect",) or judge_reason(reason):
            continue
        effects = loaded.rulebook.rules[str(reason.pointer[1])].effect
        is_price = reason.pointer[3] == "price"
        direction = effects.price.direction if is_price else effects.quality.direction
        find_leaning = find_price_leaning if is_price else find_quality_leaning
        against = _find_against(direction, find_leaning(reason.text, reason.language))
        if against:
            message = say(
                "the direction is '{direction}', and the reason speaks {speaks}: {words}",
                direction=direction,
                speaks=_SPEAKS[direction],
                words=tuple(dict.fromkeys(against)),
            )
            yield Problem(reason.pointer, message)


def _find_against(direction: str, leaning: Leaning) -> tuple[str, ...]:
    """Return the words that speak against a direction, where none speaks for it."""
    if direction not in _SPEAKS:
        return ()
    here, there = leaning if direction in _UP else leaning[::-1]
    return () if here else there
