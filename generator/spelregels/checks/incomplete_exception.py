"""An exception leaves open who gets it, what it costs or who decides.

An exception without conditions is a favour, one without a price is paid for by all the others, and
one that nobody decides on is decided by whoever shouts loudest. A price that is still to be agreed
is none.

Mend: Write under the exception what the message says is not there: `conditions:`, `price:` (also
where it costs nothing) or `decided_by:`, with who decides: the word behind `id:` in owners.yaml.

Bad:

    # rules/wait-your-turn.yaml
    exceptions:
      - when: You cannot stand for long.

Good:

    # rules/wait-your-turn.yaml
    exceptions:
      - when: You cannot stand for long.
        conditions: [You tell us when you come in.]
        price: Nothing.
        decided_by: shop-manager
"""

from collections.abc import Iterator

from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import Value, say
from spelregels.models import RuleException
from spelregels.prose.placeholders import leaves_open
from spelregels.values import Text

CODE = "SR322"
SEVERITY = Severity.WARNING


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each exception that is not complete."""
    for id_, rule in loaded.rulebook.rules.items():
        for index, exception in enumerate(rule.exceptions if rule.status != "withdrawn" else ()):
            pointer = ("rules", id_, "exceptions", index)
            missing = dict(_find_missing(exception))
            if missing and not loaded.has_faulty(pointer):
                message = say(
                    "this exception does not say {missing}", missing=(*missing.values(),)
                )
                language = _find_open(exception.price) if [*missing] == ["price"] else None
                yield Problem((*pointer, "price", language) if language else pointer, message)


def _find_missing(exception: RuleException) -> Iterator[tuple[str, Value]]:
    """Yield the fields in which an exception leaves something open, and what that is."""
    if not exception.conditions:
        yield "conditions", say("under which conditions it is granted ('conditions')")
    if exception.price is None:
        yield "price", say("what it costs ('price')")
    elif language := _find_open(exception.price):
        text = exception.price.within(language)
        yield "price", say("what it costs ('price' is '{text}')", text=text)
    if not exception.decided_by:
        yield "decided_by", say("who decides ('decided_by')")


def _find_open(price: Text | None) -> str | None:
    """Return the first language in which nobody can reckon with a price that is there."""
    texts = price.root.items() if price else ()
    return next((language for language, text in texts if leaves_open(text, language)), None)
