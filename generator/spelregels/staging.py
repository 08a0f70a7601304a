"""Lay out what the engine reads: the generated pages and the hand-written ones of a unit."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from spelregels.errors import UserError
from spelregels.render import Page

SHARED_FOLDER = "assets"
"""The folder of docs/ whose files belong to every language: a logo, a stylesheet."""

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico"})
_SUFFIXES = _PICTURES | {".md", ".css", ".pdf", ".woff2"}


def find_handwritten(docs: Path, language: str) -> Mapping[str, Path]:
    """Return the hand-written files of a language, by their path within the unit.

    Raises:
        UserError: a file is of a kind that is not published, or is no ordinary file.
    """
    found = dict(_find_files(docs / SHARED_FOLDER, f"{SHARED_FOLDER}/"))
    found.update(_find_files(docs / language, ""))
    return dict(sorted(found.items()))


def stage(folder: Path, pages: Iterable[Page], handwritten: Mapping[str, Path]) -> None:
    """Write the pages of a unit below `folder`.

    Raises:
        UserError: a hand-written file has the place of a generated page.
    """
    for page in require_room(pages, handwritten):
        _write(folder / page.path, page.content.encode())
    for path, file in handwritten.items():
        _write(folder / path, file.read_bytes())


def require_room(pages: Iterable[Page], handwritten: Mapping[str, Path]) -> tuple[Page, ...]:
    """Return `pages`, when each of them and each hand-written one has an address to itself.

    Raises:
        UserError: a hand-written page has the address of another page.
    """
    taken: dict[str, str] = {}
    generated = tuple(pages)
    for page in generated:
        taken[address_of(page.path).casefold()] = "a page of this name is generated"
    for path, file in handwritten.items():
        address = address_of(path).casefold()
        if address in taken:
            raise UserError(f"{file}: {taken[address]}; give the file another name")
        if path.endswith(".md"):
            taken[address] = f"{file} has the same address"
    return generated


def address_of(page: str) -> str:
    """Return the address of a page within its unit, as MkDocs makes it."""
    name = page.removesuffix(".md")
    folder, _, last = name.rpartition("/")
    if last not in ("index", "README"):
        return f"{name}/"
    return f"{folder}/" if folder else ""


def digest(folders: Iterable[Path], *facts: object) -> str:
    """Return a fingerprint of the files in `folders` and of the `facts`, for the cache."""
    total = hashlib.sha256(json.dumps(facts, sort_keys=True, default=repr).encode())
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                total.update(f"\0{file.relative_to(folder).as_posix()}\0".encode())
                total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def _find_files(folder: Path, prefix: str) -> Iterator[tuple[str, Path]]:
    for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
        path = file.relative_to(folder)
        if any(part.startswith(".") for part in path.parts):
            continue
        if file.is_dir() and not file.is_symlink():
            continue
        if file.is_symlink() or not file.is_file() or file.suffix.lower() not in _SUFFIXES:
            kinds = ", ".join(sorted(_SUFFIXES))
            raise UserError(f"{file}: only ordinary files of these kinds are published: {kinds}")
        yield prefix + path.as_posix(), file


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
