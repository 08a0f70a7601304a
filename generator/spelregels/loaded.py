"""A rulebook as it was read, and where each value of it stands."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from types import NoneType

from spelregels.diagnostics import Fault, Location, Pointer
from spelregels.editions import FOLDER, Edition
from spelregels.history import History
from spelregels.models import Rulebook
from spelregels.nodes import Node, find_node, locate
from spelregels.places import narrow
from spelregels.source import Source, show_path
from spelregels.values import Text

FOLDERS = ("rules", "requests")
"""The folders of a rulebook that hold a file for each entry."""

_LEAVES = (str, int, date, Decimal, NoneType)
"""What a model holds that is neither a text nor holds one."""


@dataclass(frozen=True, eq=False)
class Loaded:
    """A rulebook as it was read: what it says, where it says so, and what was wrong with it.

    What is worked out of it may be remembered by it, since it equals nothing but itself.

    `faulty` holds the pointers of values that are placeholders for what could not be read;
    `editions` are the frozen ones, the oldest first; `today` is the day of the check; `place` is
    the path of the folder within its repository.
    """

    folder: Path
    rulebook: Rulebook
    sources: Mapping[Pointer, Source]
    faults: tuple[Fault, ...]
    faulty: frozenset[Pointer]
    editions: tuple[Edition, ...] = ()
    today: date | None = None
    place: str = "rulebook"

    @cached_property
    def history(self) -> History:
        """What the editions tell together."""
        return History(self.editions)

    @cached_property
    def texts(self) -> tuple[tuple[Pointer, Text], ...]:
        """Every text that was read, with its pointer."""
        every = walk_texts((), self.rulebook)
        return tuple((pointer, text) for pointer, text in every if not self.is_faulty(pointer))

    @cached_property
    def published(self) -> Mapping[Pointer, Text]:
        """Every text of the last edition, by its pointer."""
        return dict(walk_texts((), self.editions[-1].rulebook)) if self.editions else {}

    def locate(self, pointer: Pointer, *, on_key: bool = False, words: str = "") -> Location:
        """Return where the value at `pointer` stands in its file, be it there or not.

        With `words`, return where those stand in it, if they can be found.
        """
        if pointer[0] == FOLDER:
            return Location(show_path(self.folder / FOLDER / f"{pointer[1]}.json"))
        if pointer[:2] not in self.sources and pointer[0] in FOLDERS:
            return Location(show_path(self.folder / str(pointer[0]) / f"{pointer[1]}.yaml"))
        source, inside = self._source_of(pointer)
        if source.root is None:
            return Location(source.path)
        place = locate(source.root, inside, on_key=on_key)
        return narrow(source.text, place, words) if words else place

    def find_source(self, pointer: Pointer) -> Source:
        """Return the file that the value at `pointer` stands in."""
        return self._source_of(pointer)[0]

    def find_node(self, pointer: Pointer) -> Node | None:
        """Return the node at `pointer`, or None where nothing is written."""
        source, inside = self._source_of(pointer)
        return find_node(source.root, inside) if source.root else None

    def find_text_node(self, pointer: Pointer) -> Node | None:
        """Return the node of one text in one language, also where it was written bare."""
        return self.find_node(pointer) or self.find_node(pointer[:-1])

    def is_faulty(self, pointer: Pointer) -> bool:
        """Tell whether the value at `pointer` is, or is inside, a placeholder."""
        if pointer[0] not in self._faulty_parts:
            return False
        return any(pointer[:length] in self.faulty for length in range(1, len(pointer) + 1))

    def has_faulty(self, pointer: Pointer) -> bool:
        """Tell whether the value at `pointer` is, is inside, or holds a placeholder."""
        inside = any(each[: len(pointer)] == pointer for each in self.faulty)
        return inside or self.is_faulty(pointer)

    @cached_property
    def _faulty_parts(self) -> frozenset[str | int]:
        return frozenset(pointer[0] for pointer in self.faulty)

    def _source_of(self, pointer: Pointer) -> tuple[Source, Pointer]:
        length = 2 if pointer[0] in FOLDERS else 1
        return self.sources[pointer[:length]], pointer[length:]


def walk_texts(pointer: Pointer, value: object) -> Iterator[tuple[Pointer, Text]]:
    """Yield each text in a part of a rulebook that stands at `pointer`, with its own pointer."""
    for key, item in _enter(value):
        if isinstance(item, Text):
            yield (*pointer, key), item
        else:
            yield from walk_texts((*pointer, key), item)


def _enter(value: object) -> Iterable[tuple[str | int, object]]:
    """Return what a value holds, by its name or number, but for what holds nothing in its turn."""
    match value:
        case tuple():
            inside: Iterable[tuple[str | int, object]] = enumerate(value)
        case dict():
            inside = value.items()
        case _:
            inside = vars(value).items()
    # It takes long to tell that something is no model, and most of what is in one is none.
    return [(key, item) for key, item in inside if not isinstance(item, _LEAVES)]
