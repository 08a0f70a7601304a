"""Two things go by the same id, or by ids that differ only in their capitals.

An id leads to one owner, chapter, audience, term or rule, for ever; on many computers Wait.yaml
and wait.yaml are the same file.

Mend: Give the newer of the two another `id`, and write that one where it is meant; the id of a
rule or a request is the name of its file.

Bad:

    # rulebook.yaml
    audiences:
      - {id: everyone, title: Everyone}
      - {id: everyone, title: All customers}

Good:

    # rulebook.yaml
    audiences:
      - {id: everyone, title: Everyone}
      - {id: regulars, title: Regular customers}
"""

from collections.abc import Iterator

from spelregels.checks.references import find_named
from spelregels.diagnostics import Pointer, Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import Message, say

CODE = "SR201"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each id that something before it in the same list has already."""
    for named in find_named(loaded.rulebook):
        first: dict[str, tuple[str, Pointer]] = {}
        for name, pointer in named:
            earlier, place = first.setdefault(name.casefold(), (name, pointer))
            if place != pointer and not loaded.is_faulty(place):
                yield Problem(pointer, _describe(name, earlier, str(loaded.locate(place))))


def _describe(name: str, earlier: str, place: str) -> Message:
    if name == earlier:
        return say("'{name}' is already used at {place}", name=name, place=place)
    return say(
        "'{name}' differs only in its capitals from '{earlier}' at {place}",
        name=name,
        earlier=earlier,
        place=place,
    )
