"""An exception leaves open who gets it, what it costs or who decides.

An exception without conditions is a favour, one without a price is paid for by all the others, and
one that nobody decides on is decided by whoever shouts loudest. A price that is still to be agreed
is none, and neither is a condition that anything meets, such as a good reason.

Mend: Write under the exception what the message says is not there: `conditions:` that everyone can
check, `price:` (also where it costs nothing) or `decided_by:`, with who decides: the word behind
`id:` in owners.yaml.

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

from collections.abc import Callable, Iterator, Sequence

from spelregels.diagnostics import Pointer, Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import Value, say
from spelregels.models import RuleException
from spelregels.prose.placeholders import leaves_condition_open, leaves_price_open
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
    open_conditions = tuple(_find_open_conditions(exception.conditions))
    if not exception.conditions:
        yield (), say("under which conditions it is granted ('conditions')")
    elif open_conditions:
        inside, text = open_conditions[0]
        message = say("under which conditions it is granted ('{text}' may be anything)", text=text)
        yield ("conditions", *inside), message
    if exception.price is None:
        yield (), say("what it costs ('price')")
    elif language := _find_open(exception.price, leaves_price_open):
        text = exception.price.within(language)
        yield ("price", language), say("what it costs ('price' is '{text}')", text=text)
    if not exception.decided_by:
        yield (), say("who decides ('decided_by')")


def _find_open_conditions(conditions: Sequence[Text]) -> Iterator[tuple[Pointer, str]]:
    """Yield each condition that nobody can hold a case against, with where it stands."""
    for index, condition in enumerate(conditions):
        if language := _find_open(condition, leaves_condition_open):
            yield (index, language), condition.within(language)


def _find_open(text: Text, leaves_open: Callable[[str, str], bool]) -> str | None:
    """Return the first language in which a text leaves open what it should say."""
    texts = text.root.items()
    return next((language for language, words in texts if leaves_open(words, language)), None)
