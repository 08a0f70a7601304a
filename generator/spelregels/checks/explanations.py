"""The parts of the page of a check: of its docstring in English, of a file in other languages."""

import inspect
import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple, Protocol

from spelregels.diagnostics import Severity
from spelregels.messages import LANGUAGES

_EXAMPLES = re.compile(r"(Bad|Good)( \(|:)")
_MEND = {"en": "Mend: ", "nl": "Herstel: "}


class Page(Protocol):
    """A module that explains one kind of problem."""

    __name__: str
    __doc__: str | None
    CODE: str
    SEVERITY: Severity


class Explanation(NamedTuple):
    """What a page says: what is wrong, why that matters, how to mend it, and what it looks like.

    `examples` are in the one language in which they are written.
    """

    headline: str
    why: str
    mend: str
    examples: str


def name_of(page: Page) -> str:
    """Return the name of a check: that of its module, with hyphens."""
    return page.__name__.rpartition(".")[2].replace("_", "-")


def explain(page: Page, language: str) -> Explanation:
    """Return what the page of a check says in `language`."""
    return _explain(page.__doc__ or "", name_of(page), language)


@cache
def _explain(docstring: str, name: str, language: str) -> Explanation:
    own = _read(inspect.cleandoc(docstring), LANGUAGES[0])
    if language == LANGUAGES[0]:
        return own
    file = files("spelregels") / "translations" / language / f"{name}.md"
    return _read(file.read_text(encoding="utf-8"), language)._replace(examples=own.examples)


def _read(text: str, language: str) -> Explanation:
    headline, *paragraphs = text.strip().split("\n\n")
    at = next((n for n, each in enumerate(paragraphs) if _EXAMPLES.match(each)), None)
    prose, examples = paragraphs[:at], paragraphs[at:] if at is not None else []
    label = _MEND[language]
    why = "\n\n".join(each for each in prose if not each.startswith(label))
    mend = next((each for each in prose if each.startswith(label)), label)
    return Explanation(
        headline, why, " ".join(mend.removeprefix(label).split()), "\n\n".join(examples)
    )
