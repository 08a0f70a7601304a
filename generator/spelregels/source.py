"""Read YAML files into nodes that know their place; nothing else touches PyYAML.

The nodes are built here from libyaml's *events*. None of PyYAML's constructors runs: they crash
on odd dates and deep brackets, expand merge keys without end, and let the last of two equal
names win in silence.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import yaml

from spelregels.characters import (
    find_hidden_characters,
    find_lost_letters,
    find_merge_marks,
    find_odd_indents,
    with_visible_characters,
)
from spelregels.diagnostics import Fault, Location
from spelregels.errors import UserError
from spelregels.files import StopReadingError, read_text
from spelregels.messages import Message, say
from spelregels.nodes import Entry, Mapping, Node, Scalar, Sequence
from spelregels.slips import (
    BULLET,
    QUOTE,
    explain_duplicate,
    explain_second_list,
    is_bullet,
)
from spelregels.syntax import find_syntax_faults

MAX_SCALAR = 65_536
MAX_DEPTH = 32
MAX_NODES = 50_000

_COMMENT = re.compile(r"[ \t]+#")


class Source(NamedTuple):
    """A file as it was read: its text, its node where it has one, and its faults.

    `has_cut` tells whether a comment follows any value on its line.
    """

    path: str
    text: str
    root: Node | None
    faults: tuple[Fault, ...]
    has_cut: bool = False


def require_libyaml() -> None:
    """Refuse to go on without libyaml: PyYAML's own reader gives other positions.

    Raises:
        UserError: PyYAML was installed without its C library.
    """
    if not yaml.__with_libyaml__:
        raise UserError("PyYAML was installed without libyaml; install its binary package.")


def read_source(file: Path) -> Source:
    """Read one file; whatever is wrong with it is among the faults of the result."""
    path = show_path(file)
    try:
        text = read_text(file)
    except StopReadingError as stop:
        fault = Fault(stop.name, Location(path, *stop.place, *stop.place), stop.message)
        return Source(path, "", None, (fault,))
    return parse_source(path, text)


def parse_source(path: str, text: str) -> Source:
    """Parse the text of one file; `path` is only used to say where things stand."""
    finders = (find_hidden_characters, find_lost_letters, find_odd_indents)
    faults = [fault for find in finders for fault in find(path, text)]
    if faults:
        text = with_visible_characters(text)
    marks = tuple(find_merge_marks(path, text))
    if marks:
        return Source(path, text, None, (*faults, *marks))
    builder = _Builder(path, text)
    root = builder.build()
    return Source(path, text, root, (*faults, *builder.faults), builder.has_cut)


def show_path(file: Path) -> str:
    """Return the path as it is shown to people, whatever characters the name is made of."""
    path = file.as_posix()
    return path if path.isprintable() else ascii(path)[1:-1]


class _Builder:
    """Builds the node of one file from libyaml's events, gathering faults on the way."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.faults: list[Fault] = []
        self._next_event: Callable[[], Any] = yaml.CBaseLoader(text).get_event
        self._has_comments = "#" in text
        self.has_cut = False
        self._nodes = 0
        self._long_quote: Location | None = None
        """The last text between quotes that ends on another line than it begins on."""

    def build(self) -> Node | None:
        """Return the node of the first document, or None where there is none to speak of."""
        try:
            return self._document()
        except StopReadingError as stop:
            place = Location(self.path, *stop.place, *stop.place)
            self.faults.append(Fault(stop.name, place, stop.message))
        except yaml.MarkedYAMLError as error:
            self.faults.extend(find_syntax_faults(self.path, self.lines, error, self._long_quote))
        return None

    def _document(self) -> Node | None:
        self._next_event()
        if isinstance(self._next_event(), yaml.StreamEndEvent):
            self.faults.append(Fault("empty-file", Location(self.path), say("the file is empty")))
            return None
        root = self._node(self._next_event(), 1)
        self._next_event()
        more = self._next_event()
        if not isinstance(more, yaml.StreamEndEvent):
            message = say("a line of --- starts a second document; keep one in a file")
            self._refuse(more, message)
        return root

    def _node(self, event: Any, depth: int) -> Node:
        self._nodes += 1
        if depth > MAX_DEPTH or self._nodes > MAX_NODES:
            self._stop(event, depth)
        if event.anchor is not None or event.tag is not None:
            self._refuse_features(event)
        match event:
            case yaml.ScalarEvent():
                return self._scalar(event)
            case yaml.SequenceStartEvent():
                return self._sequence(event, depth)
            case yaml.MappingStartEvent():
                return self._mapping(event, depth)
            case _:
                return Scalar(f"*{event.anchor}", self._location(event))

    def _scalar(self, event: Any) -> Scalar:
        location = self._location(event)
        if len(event.value) > MAX_SCALAR:
            message = say("this text is longer than 65,536 characters; shorten it")
            raise StopReadingError("over-limit", message, (location.line, location.column))
        if event.style:
            if event.style == '"':
                self._refuse_escaped_characters(event.value, location)
            if location.line < location.end_line and event.style in "\"'":
                self._long_quote = location
            return Scalar(event.value, location)
        text = event.value or event.tag or event.anchor or ""
        is_cut = self._is_cut(event.value, location)
        self.has_cut = self.has_cut or is_cut
        return Scalar(text, location, plain=True, cut=is_cut)

    def _is_cut(self, text: str, location: Location) -> bool:
        """Tell whether a comment follows a text; in most files there is none."""
        found = self._has_comments and text and _COMMENT.match(self._rest_after(location))
        return bool(found)

    def _refuse_escaped_characters(self, text: str, location: Location) -> None:
        """Refuse a hidden character that is written between double quotes with a backslash."""
        for fault in islice(find_hidden_characters(self.path, text), 1):
            self.faults.append(replace(fault, location=location))

    def _sequence(self, start: Any, depth: int) -> Sequence:
        items: list[Node] = []
        while not isinstance(event := self._next_event(), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return Sequence(tuple(items), self._location(start))

    def _mapping(self, start: Any, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        while not isinstance(event := self._next_event(), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(self._next_event(), depth + 1)
            if not isinstance(key, Scalar):
                self._refuse(event, say("only a text can be a name; {quote}", quote=QUOTE))
            elif self._is_new_name(key, value, event, entries):
                self._require_colon(key, value)
                entries[key.text] = Entry(key.location, value)
        return Mapping(entries, self._location(start))

    def _is_new_name(
        self, key: Scalar, value: Node, event: Any, entries: dict[str, Entry]
    ) -> bool:
        if key.plain and key.text == "<<":
            message = say("the merge key << is not used here; write the fields out")
            self._refuse(event, message)
        elif key.plain and is_bullet(key.text):
            self.faults.append(Fault("yaml-syntax", key.location, BULLET))
        elif key.text in entries:
            self._refuse_duplicate(key, value, entries)
        else:
            return True
        return False

    def _refuse_duplicate(self, key: Scalar, value: Node, entries: dict[str, Entry]) -> None:
        place, again = key.location, entries[key.text]
        first = next(iter(entries.values())).key
        is_in_list = self.lines[first.line - 1][: first.column - 1].strip() == "-"
        if is_in_list and any(_follows(fault, first, place) for fault in self.faults[-1:]):
            return
        if isinstance(value, Sequence) and isinstance(again.value, Sequence) and not is_in_list:
            is_next = again is next(reversed(entries.values()))
            message = explain_second_list(key.text, again.key.line, is_next=is_next)
        else:
            line = self.lines[place.line - 1] if is_in_list else None
            message = explain_duplicate(key.text, again.key.line, line)
        self.faults.append(Fault("duplicate-key", place, message))

    def _require_colon(self, key: Scalar, value: Node) -> None:
        """Refuse `{because: Quick, good.}`, where YAML sees a name `good.` without a value."""
        if not (isinstance(value, Scalar) and value.is_empty):
            return
        if not self._rest_after(key.location).lstrip().startswith(":"):
            message = say(
                "a name without a colon; if a comma cuts a text in two here, {quote}", quote=QUOTE
            )
            self.faults.append(Fault("yaml-syntax", key.location, message))

    def _stop(self, event: Any, depth: int) -> NoReturn:
        if depth > MAX_DEPTH:
            message = say(
                "more than {limit} levels of lists and names; make it flatter", limit=MAX_DEPTH
            )
        else:
            message = say("more than 50,000 values in one file; split it up")
        location = self._location(event)
        raise StopReadingError("over-limit", message, (location.line, location.column))

    def _refuse_features(self, event: Any) -> None:
        if event.anchor is None:
            self._refuse_mark(event, "!")
        else:
            self._refuse_mark(event, "*" if isinstance(event, yaml.AliasEvent) else "&")

    def _refuse_mark(self, event: Any, mark: str) -> None:
        message = say(
            "a text that begins with {mark} must be quoted; {quote}", mark=mark, quote=QUOTE
        )
        self._refuse(event, message)

    def _refuse(self, event: Any, message: Message) -> None:
        self.faults.append(Fault("yaml-feature", self._location(event), message))

    def _rest_after(self, location: Location) -> str:
        """Return the rest of the line; a file without a last newline ends a line below it."""
        lines = self.lines[location.end_line - 1 : location.end_line]
        return lines[0][location.end_column - 1 :] if lines else ""

    def _location(self, event: Any) -> Location:
        start, end = event.start_mark, event.end_mark
        return Location(self.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _follows(fault: Fault, first: Location, place: Location) -> bool:
    """Tell whether a fault is of the same entry of a list, which one dash may mend as well."""
    return (
        fault.name == "duplicate-key"
        and fault.location.column == place.column
        and fault.location.line > first.line
    )
