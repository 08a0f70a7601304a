"""The page of each check, from the docstring of its module."""

import inspect

from spelregels.checks import PAGES, Page, name_of
from spelregels.errors import UserError


def find_page(code_or_name: str) -> Page:
    """Return the page of a check by its code or its name.

    Raises:
        UserError: there is no such check.
    """
    for name, page in PAGES.items():
        if code_or_name.casefold() in (name, page.CODE.casefold()):
            return page
    raise UserError(f"there is no check '{code_or_name}'; they are SR and three digits")


def to_document(page: Page) -> str:
    """Return what a person reads about a check: its code, its name and its page."""
    text = inspect.cleandoc(page.__doc__ or "")
    return f"{page.CODE} {name_of(page)} ({page.SEVERITY})\n\n{text}\n"
