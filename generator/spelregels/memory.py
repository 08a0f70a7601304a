"""Keep Python from looking for waste where there is none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def keeping_everything() -> Iterator[None]:
    """Keep what is made meanwhile: next to nothing of it is waste, and the search is slow.

    Nor is it looked through afterwards, which Python would do as it ends.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
