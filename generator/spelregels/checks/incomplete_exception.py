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

from spelregels.diagnostics import Pointer, Problem, Severity
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
            missing = tuple(_find_missing(exception))
            if missing and not loaded.has_faulty(pointer):
                message = say(
                    "this exception does not say {missing}",
                    missing=tuple(what for _, what in missing),
                )
                inside = missing[0][0] if len(missing) == 1 else ()
                yield Problem((*pointer, *inside), message)


def _find_missing(exception: RuleException) -> Iterator[tuple[Pointer, Value]]:
    """Yield what an exception leaves open, each with where that stands in it, if it does."""
    if not exception.conditions:
        yield (), say("under which conditions it is granted ('conditions')")
    if exception.price is None:
        yield (), say("what it costs ('price')")
    elif language := _find_open(exception.price):
        text = exception.price.within(language)
        yield ("price", language), say("what it costs ('price' is '{text}')", text=text)
    if not exception.decided_by:
        yield (), say("who decides ('decided_by')")


def _find_open(price: Text) -> str | None:
    """Return the first language in which nobody can reckon with a price."""
    texts = price.root.items()
    return next((language for language, text in texts if leaves_open(text, language)), None)
