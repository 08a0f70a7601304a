"""An exception is made for one customer.

Rules are the same for everybody, and so are their exceptions: whoever meets the conditions gets
the exception. One that is made for a single name is a favour, and everyone else will know it.

Mend: Write down what makes this customer's case special, without the name: then it holds for
everybody who is in the same position. If it should not be here at all, take it out.

Bad:

    # rules/wait-your-turn.yaml
    exceptions:
      - when: Jansen Ltd needs its order for a wedding.
        conditions: [You call us a day ahead.]
        price: Nothing.
        decided_by: shop-manager

Good:

    # rules/wait-your-turn.yaml
    exceptions:
      - when: You need your order for a wedding.
        conditions: [You call us a day ahead.]
        price: Nothing.
        decided_by: shop-manager
"""

from collections.abc import Iterator

from spelregels.checks.customers import OwnNames, find_again, find_customer, find_own_names
from spelregels.checks.recipients import find_recipients
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say
from spelregels.values import Text

CODE = "SR323"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each text of an exception that names a single customer."""
    own = find_own_names(loaded.rulebook)
    for id_, rule in loaded.rulebook.rules.items():
        for inside, text in find_recipients(rule):
            for language, name in _find_named(text, own):
                message = say(
                    "this exception names '{name}', and it is the same for everyone;"
                    " say what makes the case special, without the name",
                    name=name,
                )
                yield Problem(("rules", id_, *inside, language), message, words=name)


def _find_named(text: Text, own: OwnNames) -> Iterator[tuple[str, str]]:
    """Yield each language in which a customer is named, if only because another one names them."""
    found = {language: find_customer(words, own) for language, words in text.root.items()}
    named = [name for name in found.values() if name]
    for language, words in text.root.items() if named else ():
        name = found[language] or find_again(words, named[0])
        if name:
            yield language, name
