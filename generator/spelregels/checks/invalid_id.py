"""An id is not written as an id.

The id becomes a part of an address that lives for ever, so it is kept simple: lower-case letters
a to z, digits and single hyphens, at most 64 characters, and none of the names that Windows keeps
for itself, nor `index`, which is the page of a folder. The id of a rule is the name of its file.

Bad:

    # rules/No_Dogs.yaml (a whole rule)

Good:

    # rules/no-dogs.yaml (a whole rule)
"""

from collections import Counter
from collections.abc import Iterator

from spelregels.checks.references import find_identified
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.values import ID_RULE, is_id

CODE = "SR202"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each id that cannot be one."""
    for named in find_identified(loaded.rulebook):
        others = Counter(name.casefold() for name, _ in named)
        for name, pointer in named:
            if not is_id(name) and others[name.casefold()] == 1:
                message = f"'{name}' cannot be an id; use {ID_RULE}"
                yield Problem(pointer, message)
