"""The page of each check, as a person asks for it."""

from spelregels.checks import PAGES
from spelregels.checks.examples import translate_labels
from spelregels.checks.explanations import Page, explain, name_of
from spelregels.diagnostics import SEVERITIES
from spelregels.errors import UserError
from spelregels.messages import say


def find_page(code_or_name: str) -> Page:
    """Return the page of a check by its code or its name.

    Raises:
        UserError: there is no such check.
    """
    for name, page in PAGES.items():
        if code_or_name.casefold() in (name, page.CODE.casefold()):
            return page
    raise UserError(f"there is no check '{code_or_name}'; they are SR and three digits")


def to_document(page: Page, language: str) -> str:
    """Return what a person reads about a check: its code, its name and its page."""
    told = explain(page, language)
    label = say("How to mend it:").within(language)
    examples = translate_labels(told.examples, language)
    parts = (told.headline, told.why, f"{label} {told.mend}", examples)
    head = f"{page.CODE} {name_of(page)} ({SEVERITIES[page.SEVERITY].within(language)})"
    return "\n\n".join((head, *parts)) + "\n"
