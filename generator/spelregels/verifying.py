"""Hold a built site against the editions that were frozen."""

import json
from collections.abc import Container, Iterator, Sequence
from pathlib import Path

from spelregels.characters import with_visible_characters
from spelregels.editions import FOLDER, Edition, is_name, read_bytes, read_editions
from spelregels.errors import UserError
from spelregels.messages import LANGUAGES

RULEBOOK_FILE = "rulebook.json"
EDITIONS_FILE = "editions.json"


def list_editions(editions: Sequence[Edition]) -> str:
    """Return the published list of the editions, the newest first, each with its fingerprint.

    The fingerprint of the first in the list is the head of the chain: whoever keeps it can prove
    that nothing before it changed.
    """
    listed = [
        {
            "edition": edition.name,
            "published": edition.published.isoformat(),
            "in_force": edition.in_force.isoformat(),
            "sha256": edition.sha256,
        }
        for edition in reversed(editions)
    ]
    return json.dumps(listed, indent=1) + "\n"


def verify(rulebook: Path, site: Path | None) -> tuple[tuple[Edition, ...], tuple[str, ...]]:
    """Return the editions of a rulebook, and what is not as it was frozen there or in `site`.

    Raises:
        UserError: one of the two is no folder.
    """
    for folder in filter(None, (rulebook, site)):
        if not folder.is_dir():
            raise UserError(f"there is no folder '{folder}'")
    editions, faults = read_editions(rulebook / FOLDER)
    found = [f"{fault.location}: {fault.message.within(LANGUAGES[0])}" for fault in faults]
    if site:
        altered = frozenset(Path(fault.location.path).stem for fault in faults)
        unsound = altered - {edition.name for edition in editions}
        found += find_differences(site, editions, unsound)
    return editions, tuple(map(with_visible_characters, found))


def count_editions(editions: Sequence[Edition]) -> str:
    """Return a sentence such as `2 editions are as they were frozen`, with the head."""
    if not editions:
        return "there are no editions yet"
    several = len(editions) > 1
    told = f"{len(editions)} editions are as they were" if several else "1 edition is as it was"
    return f"{told} frozen; the last fingerprint is {editions[-1].sha256}"


def find_differences(
    site: Path, editions: Sequence[Edition], altered: Container[str] = ()
) -> Iterator[str]:
    """Yield each place where `site` does not publish what was frozen, with the edition's name.

    Of an `altered` edition nobody knows any more what was frozen; that is told elsewhere.
    """
    for edition in editions:
        for language in edition.rulebook.settings.languages:
            file = site / language / edition.name / RULEBOOK_FILE
            content = read_bytes(file)
            if content is None:
                yield f"edition {edition.name}: {file} is not there"
            elif content != edition.content:
                yield f"edition {edition.name}: {file} is not what was frozen"
    known = {edition.name for edition in editions}
    for file in sorted(site.glob(f"*/*/{RULEBOOK_FILE}")):
        name = file.parent.name
        if is_name(name) and name not in known and name not in altered:
            yield f"edition {name}: {file} is published, and there is no such edition"
    yield from _find_in_list(site / EDITIONS_FILE, editions, altered)


def _find_in_list(
    file: Path, editions: Sequence[Edition], altered: Container[str]
) -> Iterator[str]:
    content = read_bytes(file)
    if content is None:
        yield f"{file} is not there"
        return
    if content == list_editions(editions).encode():
        return
    frozen = dict(_entries(list_editions(editions).encode()))
    listed = dict(_entries(content))
    wrong = [
        name
        for name in sorted({*frozen, *listed})
        if name not in altered and frozen.get(name) != listed.get(name)
    ]
    for name in wrong:
        yield f"edition {name}: {file} does not list it as it was frozen"
    if not wrong and set(frozen) == set(listed):
        yield f"{file} is not the list of the editions as it is written"


def _entries(content: bytes) -> Iterator[tuple[str, object]]:
    """Yield each edition of a published list with its entry; nothing of what is no such list."""
    try:
        listed = json.loads(content)
    except (ValueError, RecursionError):
        return
    for entry in listed if isinstance(listed, list) else ():
        name = entry.get("edition") if isinstance(entry, dict) else None
        if isinstance(name, str):
            yield name, entry
