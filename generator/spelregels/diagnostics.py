"""What is wrong with a rulebook, and where: the words every part of the program shares."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from spelregels.messages import Message, say

Pointer = tuple[str | int, ...]
"""The way to a value: `("rules", "wait-your-turn", "effect", "price", "because", "nl")`."""


class Severity(StrEnum):
    """How bad a problem is: an error stops a build, a warning only under `--strict`."""

    ERROR = "error"
    WARNING = "warning"


SEVERITIES: Mapping[Severity, Message] = {
    Severity.ERROR: say("error"),
    Severity.WARNING: say("warning"),
}
"""What people call each severity."""


class Location(NamedTuple):
    """A stretch of a file; lines and columns count from 1 in characters, the end is exclusive."""

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """What a check finds: the value it is about, and a sentence; the runner adds the rest.

    `on_key` points at the name of the value, for when the name itself is the problem; `words` are
    those in a text that it is about, where it is not about all of it.
    """

    pointer: Pointer
    message: Message
    on_key: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem met while reading, before there is a rulebook to check; `name` is its check's."""

    name: str
    location: Location
    message: Message


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem as it is reported, in one language; `mend` says how to be rid of it."""

    location: Location
    severity: Severity
    code: str
    name: str
    message: str
    mend: str

    @property
    def sort_key(self) -> tuple[Location, str, str]:
        """The order of a report: by place, then by code."""
        return self.location, self.code, self.message
