"""Frozen editions: a rulebook as it was published, in a file that nobody can edit unseen.

The file of an edition is canonical JSON (UTF-8, names sorted, indented by one space, a newline at
the end). It holds its own SHA-256 and that of the edition before it, so the files form a chain:
whoever remembers the last fingerprint can prove that nothing before it changed. A fingerprint is
taken of a line that names the format and its version, followed by the canonical JSON of all but
the fingerprint itself; so no file of another kind or version can be taken for an edition.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from spelregels.diagnostics import Fault, Location
from spelregels.errors import UserError
from spelregels.messages import Message, say
from spelregels.models import Model, Rulebook
from spelregels.source import show_path
from spelregels.values import Day, is_id

FOLDER = "editions"
MAX_BYTES = 64 * 1024 * 1024
"""How large the file of an edition may be: a hundred times the largest rulebook we know."""

DRAFT = "draft"
"""The name of the edition that the rulebook as it stands would become."""

_FORMAT = "spelregels edition 1"
_NAME = re.compile(r"[1-9]\d{3}(\.(0|[1-9]\d{0,2})){1,2}", re.ASCII)


class _Previous(Model):
    edition: str
    sha256: str


class _File(Model):
    """What stands in the file of an edition."""

    format: str
    edition: str
    published: Day
    in_force: Day
    previous: _Previous | None
    rulebook: Rulebook
    sha256: str


@dataclass(frozen=True)
class Edition:
    """A frozen rulebook: `content` is its file, byte for byte."""

    name: str
    published: date
    in_force: date
    rulebook: Rulebook
    previous: str | None
    previous_sha256: str | None
    sha256: str
    content: bytes

    @property
    def order(self) -> tuple[int, ...]:
        """What editions are sorted by: 2025.10 comes after 2025.9."""
        return order_of(self.name)


def is_name(name: str) -> bool:
    """Tell whether `name` can be that of an edition: a year and one or two numbers, 2026.1."""
    return _NAME.fullmatch(name) is not None


def order_of(name: str) -> tuple[int, ...]:
    """Return what the name of an edition is sorted by."""
    return tuple(map(int, name.split(".")))


def freeze(
    rulebook: Rulebook, name: str, published: date, in_force: date, previous: Edition | None
) -> Edition:
    """Return `rulebook` as an edition that follows `previous`."""
    document = {
        "format": _FORMAT,
        "edition": name,
        "published": published.isoformat(),
        "in_force": in_force.isoformat(),
        "previous": {"edition": previous.name, "sha256": previous.sha256} if previous else None,
        "rulebook": rulebook.model_dump(mode="json", exclude_none=True),
    }
    document["sha256"] = _fingerprint(document)
    return _to_edition(_File.model_validate(document), _canonical(document))


def read_editions(folder: Path) -> tuple[tuple[Edition, ...], tuple[Fault, ...]]:
    """Return the editions in `folder`, the oldest first, and what is wrong with their files."""
    if not folder.exists() and not folder.is_symlink():
        return (), ()
    if folder.is_symlink() or not folder.is_dir():
        message = say("an ordinary folder belongs here, not a link or a file")
        return (), (Fault("irregular-file", Location(show_path(folder)), message),)
    files = (file for file in sorted(folder.iterdir()) if not file.name.startswith("."))
    read = [_read(file) for file in files if file.suffix.lower() == ".json"]
    editions = [each for each in read if isinstance(each, Edition)]
    faults = [each for each in read if isinstance(each, Fault)]
    editions.sort(key=lambda edition: edition.order)
    altered = frozenset(Path(fault.location.path).stem for fault in faults)
    return tuple(editions), (*faults, *_find_breaks(folder, editions, altered))


def write_edition(folder: Path, edition: Edition) -> Path:
    """Write the file of `edition` below `folder`: the whole file, or none.

    Raises:
        UserError: there is a file of that name, or it cannot be written.
    """
    file = folder / f"{edition.name}.json"
    unfinished = folder / f".{edition.name}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # One that was killed half-way may have left its own behind.
        unfinished.unlink(missing_ok=True)
        try:
            _write_whole(unfinished, edition.content)
            # A link is made or not, and never in the place of a file that is there.
            file.hardlink_to(unfinished)
        finally:
            unfinished.unlink(missing_ok=True)
    except FileExistsError:
        raise UserError(f"{file} is there already; an edition is never written twice") from None
    except OSError as error:
        raise UserError(f"{file} cannot be written: {error.strerror}") from None
    return file


def _write_whole(file: Path, content: bytes) -> None:
    with file.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def find_current(editions: Sequence[Edition], today: date) -> Edition | None:
    """Return the last edition that has come into force, or None before the first."""
    return next((each for each in reversed(editions) if each.in_force <= today), None)


def verify_content(name: str, content: bytes) -> Message | None:
    """Return what is wrong with the file of an edition, or None."""
    if len(content) > MAX_BYTES:
        return say("it is larger than {limit} MiB", limit=MAX_BYTES // 1024 // 1024)
    try:
        document = json.loads(content.decode("utf-8"))
        stated = document.get("sha256") if isinstance(document, dict) else None
        if not isinstance(stated, str) or _canonical(document) != content:
            return say("it is not in the form in which editions are written")
    except (ValueError, RecursionError):
        return say("it is no longer JSON")
    if stated != _fingerprint(document):
        return say("its fingerprint does not fit what it says")
    if document.get("format") != _FORMAT or document.get("edition") != name:
        return say("it is not edition {name} in the format '{format}'", name=name, format=_FORMAT)
    return None


def read_bytes(file: Path) -> bytes | None:
    """Return what an ordinary file holds; None where there is none, or it cannot be read.

    A file that is too large to be an edition is read as far as shows that.
    """
    if file.is_symlink() or not file.is_file():
        return None
    try:
        with file.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError:
        return None


def _read(file: Path) -> Edition | Fault:
    place = Location(show_path(file))
    if file.suffix != ".json" or not is_name(file.stem):
        message = say(
            "only editions belong here, each in a file such as 2026.1.json; take this away"
        )
        return Fault("misplaced-file", place, message)
    content = read_bytes(file)
    if content is None:
        message = say(
            "edition {name} is no ordinary file that can be read; restore it from git",
            name=file.stem,
        )
        return Fault("altered-edition", place, message)
    read = _read_content(file.stem, content)
    if isinstance(read, Edition):
        return read
    message = say(
        "edition {name} was altered after it was published: {wrong}; restore it from git",
        name=file.stem,
        wrong=read,
    )
    return Fault("altered-edition", place, message)


def _read_content(name: str, content: bytes) -> Edition | Message:
    """Return the edition that a file holds, or what is wrong with it."""
    wrong = verify_content(name, content)
    if wrong:
        return wrong
    try:
        file = _File.model_validate(json.loads(content))
    except ValidationError as error:
        return say("{number} values in it do not fit", number=error.error_count())
    if not all(is_id(id_) for id_ in (*file.rulebook.rules, *file.rulebook.requests)):
        return say("a rule or a request in it has a name that cannot be an id")
    return _to_edition(file, content)


def _find_breaks(
    folder: Path, editions: Sequence[Edition], altered: frozenset[str]
) -> Iterator[Fault]:
    """Yield each edition that does not follow the one before it."""
    before: Mapping[str, Edition] = {edition.name: edition for edition in editions}
    last: Edition | None = None
    for edition in editions:
        wrong = _find_break(edition, last, before, altered)
        if wrong:
            place = Location(show_path(folder / f"{edition.name}.json"))
            yield Fault("broken-chain", place, wrong)
        last = edition


def _find_break(
    edition: Edition, last: Edition | None, known: Mapping[str, Edition], altered: frozenset[str]
) -> Message | None:
    name, previous = edition.name, edition.previous
    if previous in altered:
        return None
    if previous is not None and previous not in known:
        return say(
            "edition {name} follows {previous}, which is not there; restore it from git",
            name=name,
            previous=previous,
        )
    if previous is not None and known[previous].sha256 != edition.previous_sha256:
        return say(
            "edition {name} was made after another version of {previous}; "
            "one of the two was altered",
            name=name,
            previous=previous,
        )
    if previous != (last.name if last else None) and not altered:
        return say(
            "edition {name} does not follow {last}, but {previous}",
            name=name,
            last=last.name if last else say("nothing"),
            previous=previous or say("nothing"),
        )
    return None


def _to_edition(file: _File, content: bytes) -> Edition:
    previous = file.previous
    return Edition(
        file.edition,
        file.published,
        file.in_force,
        file.rulebook,
        previous.edition if previous else None,
        previous.sha256 if previous else None,
        file.sha256,
        content,
    )


def _fingerprint(document: Mapping[str, Any]) -> str:
    body = {name: value for name, value in document.items() if name != "sha256"}
    return hashlib.sha256(f"{_FORMAT}\n".encode() + _canonical(body)).hexdigest()


def _canonical(document: object) -> bytes:
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1, sort_keys=True)
    return f"{text}\n".encode()
