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
from spelregels.rich import find_links
from spelregels.values import RichText

CODE = "SR207"
SEVERITY = Severity.ERROR

_LINK = re.compile(r"rules/([^/#?]+)/?(?:[#?].*)?")


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each reference to a rule that there is no file for."""
    for pointer, name in _find_references(loaded):
        yield from find_unknown(loaded, pointer, name, ("rules",))
    for pointer, name, address in _find_links(loaded):
        yield from find_unknown(loaded, pointer, name, ("rules",), address)


def _find_references(loaded: Loaded) -> Iterator[tuple[Pointer, str]]:
    for id_, request in loaded.rulebook.requests.items():
        for index, name in enumerate(request.rules):
            yield ("requests", id_, "rules", index), name
    for id_, rule in loaded.rulebook.rules.items():
        for index, name in enumerate(rule.withdrawn.replaced_by if rule.withdrawn else ()):
            yield ("rules", id_, "withdrawn", "replaced_by", index), name


def _find_links(loaded: Loaded) -> Iterator[tuple[Pointer, str, str]]:
    """Yield the rule that each link leads to, and the address of the link."""
    for pointer, text in loaded.texts:
        for language, words in text.root.items() if isinstance(text, RichText) else ():
            for address in find_links(words):
                if link := _LINK.fullmatch(address):
                    yield (*pointer, language), link[1], address
