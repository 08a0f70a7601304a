"""Put a built site in the place of the one that stands, in one step, and keep that one."""

import ctypes
import errno
import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from spelregels.errors import UserError

MARKER = ".spelregels"
"""The file that tells a site of ours from a folder of somebody's."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h
_NOT_SUPPORTED = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})


@contextmanager
def workshop(output: Path) -> Iterator[Path]:
    """Give a fresh folder beside `output` to build in, to one build at a time.

    Raises:
        UserError: `output` is not a site of ours, or another build is under way.
    """
    _require_own(output)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"{output} cannot be made: {error.strerror}") from None
    with _beside(output, "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UserError(f"another build of {output} is under way") from None
        folder = _beside(output, "build")
        # The engine of a build that was killed may still be writing; its folder is not ours.
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(exist_ok=True)
        try:
            yield Path(mkdtemp(dir=folder))
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def cache_folder(output: Path) -> Path:
    """Return the folder where built units are kept for the next build of `output`."""
    return _beside(output, "cache")


def exchange(new: Path, output: Path) -> None:
    """Make `new` the site at `output`; the one that stood is kept beside it as `previous`.

    Where the system can, this is one step: at no moment is there no site, or half of one.
    """
    (new / MARKER).write_text("This folder was built by spelregels.\n", encoding="utf-8")
    previous = _beside(output, "previous")
    if output.is_symlink():
        _replace_link(new, output, previous)
    elif not output.exists():
        new.rename(output)
    else:
        _put_away(previous, new)
        if _exchange_names(new, output):
            new.rename(previous)
        else:
            output.rename(previous)
            new.rename(output)


def _replace_link(new: Path, output: Path, previous: Path) -> None:
    """Point the link at the new folder; of the two folders it goes between, one is free."""
    standing = output.resolve()
    slots = [_beside(output, name) for name in ("first", "second")]
    free = next(slot for slot in slots if slot.resolve() != standing)
    _put_away(free, new)
    new.rename(free)
    _point(previous, standing)
    _point(output, free)


def _put_away(path: Path, new: Path) -> None:
    """Move what stands at `path` to the workshop in one step, so that it is never half there."""
    if path.exists() or path.is_symlink():
        path.rename(new.with_name("replaced"))


def _point(link: Path, target: Path) -> None:
    fresh = _beside(link, "new")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(target.name if target.parent == link.parent else target)
    fresh.replace(link)


def _exchange_names(one: Path, other: Path) -> bool:
    """Exchange two names in one step (renameat2, Linux 3.15); tell whether that was possible."""
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    names = os.fsencode(one), os.fsencode(other)
    if libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NOT_SUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _require_own(output: Path) -> None:
    if output.name in ("", ".."):
        raise UserError(f"{output} has no name to build beside; name the folder itself")
    if not output.exists():
        return
    if not output.is_dir():
        raise UserError(f"{output} is a file; name a folder to build in")
    if any(output.iterdir()) and not (output / MARKER).exists():
        raise UserError(f"{output} holds something else than a site; name another folder")


def _beside(output: Path, name: str) -> Path:
    return output.with_name(f".{output.name}.{name}")
