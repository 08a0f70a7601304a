"""Two things go by the same id or term, or by ones that differ only in their capitals.

An id leads to one owner, chapter, audience or rule, for ever, and a word of a text to one term; on
many computers Wait.yaml and wait.yaml are the same file.

Mend: Are they the same? Remove one of the two, or make one of both. Are they not? Give the newer
one another name (its `id`, its `term` or one of its `forms`, the name of its file); does a text
refer to it, then write the new name there too.

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
