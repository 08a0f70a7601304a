"""What a YAML file says, with the place of every word: the nodes that `source` builds.

A node holds text only. What a text means (a date, a number, a yes) is for the schema to say,
so that `no`, `12:30` and `0612345678` stay what the author typed.
"""

from collections.abc import Iterator
from typing import NamedTuple

from spelregels.diagnostics import Location, Pointer


class Scalar(NamedTuple):
    """One text. `plain` is without quotes; `cut` is a plain text that a comment follows."""

    text: str
    location: Location
    plain: bool = False
    cut: bool = False

    @property
    def is_empty(self) -> bool:
        """Nothing was written: `rationale:` and then the next line."""
        return self.plain and not self.text


class Sequence(NamedTuple):
    """A list of nodes."""

    items: "tuple[Node, ...]"
    location: Location


class Entry(NamedTuple):
    """A name in a mapping and what stands behind it."""

    key: Location
    value: "Node"


class Mapping(NamedTuple):
    """Names with values, in the order of the file."""

    entries: dict[str, Entry]
    location: Location


Node = Scalar | Sequence | Mapping

Data = str | list["Data"] | dict[str, "Data"]
"""A node without its places, as the models take it."""


def to_data(node: Node) -> Data:
    """Return what `node` says; a name with nothing behind it counts as left out."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [to_data(item) for item in node.items]
        case Mapping():
            return {
                key: to_data(entry.value)
                for key, entry in node.entries.items()
                if not (isinstance(entry.value, Scalar) and entry.value.is_empty)
            }


def find_node(root: Node, pointer: Pointer) -> Node | None:
    """Return the node at `pointer`, counted from `root`, or None where there is none."""
    node: Node | None = root
    for step in pointer:
        node = _child(node, step)
    return node


def locate(root: Node, pointer: Pointer, *, on_key: bool = False) -> Location:
    """Return where the value at `pointer` stands.

    A text without a language stands for the one in the first language. A value that is not there
    stands at the name of the nearest one around it; so does one with nothing written behind its
    name, since there is no character to point at.
    """
    steps = tuple(_walk(root, pointer))
    entry, node = steps[-1]
    missing = len(steps) <= len(pointer) and not isinstance(node, Scalar)
    empty = isinstance(node, Scalar) and node.is_empty
    return entry if missing or empty or on_key else node.location


def _walk(root: Node, pointer: Pointer) -> Iterator[tuple[Location, Node]]:
    """Yield each node on the way, with the place of its name, for as far as the way goes."""
    path = root.location.path
    name, node = Location(path, 1, 1, 1, 1), root
    yield name, node
    for step in pointer:
        child = _child(node, step)
        if child is None:
            return
        name = node.entries[str(step)].key if isinstance(node, Mapping) else child.location
        node = child
        yield name, node


def _child(node: Node | None, step: str | int) -> Node | None:
    match node:
        case Mapping() if step in node.entries:
            return node.entries[str(step)].value
        case Sequence() if isinstance(step, int) and step < len(node.items):
            return node.items[step]
        case _:
            return None
