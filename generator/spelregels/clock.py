"""The one look at the clock; nothing else of it may reach what is built."""

import os
from datetime import UTC, date, datetime

from spelregels.errors import UserError

EPOCH_VARIABLE = "SOURCE_DATE_EPOCH"
"""Seconds since 1970 that stand in for the clock (reproducible-builds.org/specs)."""


def find_today(given: date | None = None) -> date:
    """Return the day that was given, else SOURCE_DATE_EPOCH's, else the clock's, in UTC.

    Raises:
        UserError: SOURCE_DATE_EPOCH is no number of seconds.
    """
    if given:
        return given
    epoch = os.environ.get(EPOCH_VARIABLE)
    if epoch is None:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise UserError(f"{EPOCH_VARIABLE} is no number of seconds: '{epoch}'") from None
