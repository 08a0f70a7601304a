"""An id is not written as an id.

The id becomes a part of an address that lives for ever, so it is kept simple: lower-case letters a
to z, digits and single hyphens, at most 64 characters, and none of the names that Windows keeps
for itself, nor `index`, which is the page of a folder. The id of a rule is the name of its file.

Mend: Choose an id of lower-case letters, digits and single hyphens, as in `no-dogs`, but not
`index`, `con`, `aux` and the like. For a rule or a request, rename its file.

Bad:

    # rules/No_Dogs.yaml (a whole rule)

Good:

    # rules/no-dogs.yaml (a whole rule)
"""

import re
from collections import Counter
from collections.abc import Iterator

from spelregels.checks.references import find_identified
from spelregels.diagnostics import Pointer, Problem, Severity
from spelregels.loaded import FOLDERS, Loaded
from spelregels.messages import Message, say
from spelregels.values import is_id

CODE = "SR202"
SEVERITY = Severity.ERROR
_PARTS = re.compile(r"[a-z0-9]+")


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each id that cannot be one."""
    for named in find_identified(loaded.rulebook):
        others = Counter(name.casefold() for name, _ in named)
        for name, pointer in named:
            if not is_id(name) and others[name.casefold()] == 1:
                yield Problem(pointer, _tell(name, pointer))


def _tell(name: str, pointer: Pointer) -> Message:
    plain = "-".join(_PARTS.findall(name.casefold()))
    if pointer[0] in FOLDERS and is_id(plain):
        return say(
            "a file cannot be called '{name}.yaml'; call it '{plain}.yaml'", name=name, plain=plain
        )
    return say(
        "'{name}' cannot be an id; use lower-case letters a-z, digits and single hyphens, first a "
        "letter, at most 64 characters",
        name=name,
    )
