"""The one error that is the caller's."""


class UserError(Exception):
    """A call that cannot be carried out, with a sentence for the person who made it."""
