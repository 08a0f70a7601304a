"""Read a file that somebody else may have put there, as text."""

import os
import stat
from codecs import BOM_UTF8
from pathlib import Path

from spelregels.messages import Message, say

MAX_BYTES = 1024 * 1024


class StopReadingError(Exception):
    """Reading the file ends here: the name of the check, what is wrong, and where."""

    def __init__(self, name: str, message: Message, place: tuple[int, int] = (1, 1)) -> None:
        super().__init__(message)
        self.name, self.message, self.place = name, message, place


def read_text(file: Path) -> str:
    """Return the text of a file in UTF-8, without the mark that some editors begin one with.

    Raises:
        StopReadingError: the file is not an ordinary one, cannot be read, is larger than
            `MAX_BYTES`, or is not UTF-8.
    """
    return _decode(_read_bytes(file))


def _read_bytes(file: Path) -> bytes:
    """Return what `file` holds, without following a link or waiting for a pipe."""
    try:
        handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        raise StopReadingError("irregular-file", _why_unreadable(file, error)) from None
    info = os.fstat(handle)
    if not stat.S_ISREG(info.st_mode):
        os.close(handle)
        raise StopReadingError("irregular-file", say("this is not an ordinary file"))
    with os.fdopen(handle, "rb", buffering=0) as stream:
        # To ask for as much as there may be would make room for it, for each file anew.
        content = stream.read(min(info.st_size, MAX_BYTES) + 1)
    if len(content) > MAX_BYTES:
        message = say("the file is larger than {limit} KiB; split it up", limit=MAX_BYTES // 1024)
        raise StopReadingError("over-limit", message)
    return content


def _why_unreadable(file: Path, error: OSError) -> Message:
    if file.is_symlink():
        return say("this is a link to another file; put the file itself here")
    denied = isinstance(error, PermissionError)
    reason = say("Permission denied") if denied else str(error.strerror)
    return say("the file cannot be read: {reason}", reason=reason)


def _decode(content: bytes) -> str:
    try:
        return content.removeprefix(BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        place = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = say("a character that is not UTF-8; save the file with the encoding UTF-8")
        raise StopReadingError("not-utf8", message, place) from None
