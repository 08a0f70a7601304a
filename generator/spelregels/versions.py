"""Find the version of a rulebook that somebody names."""

from pathlib import Path

from spelregels.editions import DRAFT
from spelregels.errors import UserError
from spelregels.loaded import Loaded
from spelregels.loader import load_rulebook
from spelregels.models import Rulebook

_COMPARED = frozenset({"settings", "rules"})


def find_version(name: str, loaded: Loaded) -> Rulebook:
    """Return the rulebook as it stands (`draft`), one of its editions, or that of a folder.

    Raises:
        UserError: there is no such version, or a file of that folder cannot be read.
    """
    if name == DRAFT:
        return _readable(loaded)
    for edition in loaded.editions:
        if edition.name == name:
            return edition.rulebook
    if Path(name).is_dir():
        return _readable(load_rulebook(Path(name)))
    known = ", ".join((DRAFT, *(edition.name for edition in loaded.editions)))
    raise UserError(f"'{name}' is no version of this rulebook and no folder; there are: {known}")


def _readable(loaded: Loaded) -> Rulebook:
    """Return the rulebook unless something of what is compared could not be read."""
    for pointer in sorted(loaded.faulty, key=str):
        if pointer[0] in _COMPARED and pointer[:2] in loaded.sources:
            place = loaded.locate(pointer)
            raise UserError(f"{place}: this cannot be read; `spelregels check` tells why")
    if ("settings",) not in loaded.sources or ("rules",) in loaded.faulty:
        raise UserError(f"'{loaded.folder}' holds no rulebook")
    return loaded.rulebook
