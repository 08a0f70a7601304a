"""A small rulebook to write to a folder, and the means to spoil it in one place."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from textwrap import dedent

from spelregels.editions import FOLDER as EDITIONS_FOLDER
from spelregels.editions import freeze, write_edition
from spelregels.loader import load_rulebook

BASE: Mapping[str, str] = {
    "rulebook.yaml": dedent("""\
        name: The rules of the shop
        publisher: {name: Bos Butchers}
        languages: [en]
        chapters:
          - {id: counter, title: At the counter}
        audiences:
          - {id: everyone, title: Everyone}
    """),
    "owners.yaml": dedent("""\
        owners:
          - {id: shop-manager, name: Jo Bos, role: Shop manager, side: business}
          - {id: bookkeeper, name: Al Fine, role: Bookkeeper, side: it}
    """),
    "rules/wait-your-turn.yaml": dedent("""\
        title: Wait your turn
        chapter: counter
        rule: Wait until it is your turn.
        rationale: Nobody can serve two people well at the same time.
        effect:
          quality: {direction: better, because: Everyone gets the same attention.}
          price: {direction: lower, because: One pair of hands is enough.}
        without: Whoever shouts loudest would be served first.
        owner: shop-manager
        decided_on: 2026-03-01
    """),
    "requests/jump-the-queue.yaml": dedent("""\
        asked: May I go first?
        asked_on: 2026-03-01
        answer: no
        because: The others were here before you.
        rules: [wait-your-turn]
    """),
}
"""A rulebook in one language in which nothing is wrong: the files by their names."""

RULE = "rules/wait-your-turn.yaml"
REQUEST = "requests/jump-the-queue.yaml"
DAY_ONE = date(2026, 1, 1)

_FIELD = re.compile(r"^(\w+):", re.MULTILINE)
_FIELD_WITH_VALUE = re.compile(r"^(\w+):.*\n(?:[ ].*\n|\n)*", re.MULTILINE)
_REASON = re.compile(r"(because:|rationale:|without:) [^}\n]*([}\n])")


def write_rulebook(folder: Path, files: Mapping[str, str] | None = None) -> Path:
    """Write the base to `folder` with `files` in place of its own; return the folder."""
    for name, text in {**BASE, **(files or {})}.items():
        write_file(folder / name, dedent(text))
    return folder


def write_fragments(folder: Path, fragments: Mapping[str, str]) -> Path:
    """Write the base to `folder` with `fragments` laid over its files; return the folder."""
    return write_rulebook(folder, {name: overlay(name, text) for name, text in fragments.items()})


def overlay(name: str, fragment: str, files: Mapping[str, str] = BASE) -> str:
    """Return `fragment`, then the fields of the file `name` of the base that are not in it.

    A rule that is not in the base has the fields of the one that is.
    The fragment comes first, so that a place in it is the same place in the file.
    """
    fragment = dedent(fragment)
    fields = frozenset(_FIELD.findall(fragment))
    base = files.get(name) or (_another_rule(name) if name.startswith("rules/") else "")
    return fragment + _FIELD_WITH_VALUE.sub(lambda found: _unless(found, fields), base)


def _another_rule(name: str) -> str:
    """Return the rule of the base with reasons that no other rule has."""
    own = name.removeprefix("rules/").removesuffix(".yaml")

    def replace(found: re.Match[str]) -> str:
        words = (f"{own}-{found.start()}-{number}" for number in range(4))
        return f"{found[1]} {' '.join(words)}{found[2]}"

    return _REASON.sub(replace, BASE[RULE])


def freeze_draft(folder: Path, name: str, published: str, in_force: str) -> Path:
    """Freeze the rulebook in `folder` as an edition, whatever a check says; return its file."""
    loaded = load_rulebook(folder)
    previous = loaded.editions[-1] if loaded.editions else None
    days = date.fromisoformat(published), date.fromisoformat(in_force)
    edition = freeze(loaded.rulebook, name, *days, previous)
    return write_edition(folder / EDITIONS_FOLDER, edition)


def write_history(folder: Path, *versions: Mapping[str, str]) -> Path:
    """Freeze the base with each of `versions` laid over it as 2026.1, 2026.2 and so on.

    Each comes into force two months after it is published, and the next is published then. The
    last version stays in `folder` as the draft.
    """
    for number, fragments in enumerate(versions):
        write_fragments(folder, fragments)
        published, in_force = (DAY_ONE + timedelta(60 * (number + days)) for days in (0, 1))
        freeze_draft(folder, f"2026.{number + 1}", str(published), str(in_force))
    return folder


def write_file(file: Path, text: str) -> None:
    """Write `text` exactly as it is, in a folder that is made where it is not there."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())


def _unless(found: re.Match[str], fields: frozenset[str]) -> str:
    return "" if found[1] in fields else found[0]
