"""A rule that is referred to does not exist.

A request names the rules that decided it, a withdrawn rule its successors, and a text may link to
rules/name-of-the-rule/.

Mend: Write the name of the file of that rule, without `.yaml`: `wait-your-turn` in a list of
rules, `rules/wait-your-turn/` in a link.

Bad:

    # rules/wait-your-turn.yaml
    rule: Wait as at the [door](rules/the-door/).

Good:

    # rules/wait-your-turn.yaml
    rule: Wait, as [everyone does](rules/wait-your-turn/).
"""

import re
from collections.abc import Iterator

from spelregels.checks.references import find_unknown
from spelregels.diagnostics import Pointer, Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say
from spelregels.rich import find_links
from spelregels.values import RichText

CODE = "SR207"
SEVERITY = Severity.ERROR

_LINK = re.compile(r"rules/([^/#?]+)/?(?:[#?].*)?")
_NAME = re.compile(r"\.yaml|/?(?:[#?].*)?$")
"""What may stand behind the name of a rule in an address."""


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each reference to a rule that is not there, and each link that lacks `rules/`."""
    for pointer, name in _find_references(loaded):
        yield from find_unknown(loaded, pointer, name, ("rules",))
    for pointer, address in _find_links(loaded):
        if link := _LINK.fullmatch(address):
            yield from find_unknown(loaded, pointer, link[1], ("rules",), address)
        elif (name := _NAME.sub("", address)) in loaded.rulebook.rules:
            message = say(
                "'{address}' leads nowhere; a link to a rule is written as rules/{name}/",
                address=address,
                name=name,
            )
            yield Problem(pointer, message, words=address)


def _find_references(loaded: Loaded) -> Iterator[tuple[Pointer, str]]:
    for id_, request in loaded.rulebook.requests.items():
        for index, name in enumerate(request.rules):
            yield ("requests", id_, "rules", index), name
    for id_, rule in loaded.rulebook.rules.items():
        for index, name in enumerate(rule.withdrawn.replaced_by if rule.withdrawn else ()):
            yield ("rules", id_, "withdrawn", "replaced_by", index), name


def _find_links(loaded: Loaded) -> Iterator[tuple[Pointer, str]]:
    """Yield the address of each link within the site."""
    for pointer, text in loaded.texts:
        for language, words in text.root.items() if isinstance(text, RichText) else ():
            for address in find_links(words):
                yield (*pointer, language), address
