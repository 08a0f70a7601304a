"""Plain texts (titles, names, labels): every character is shown as it was typed.

HTML escaping alone is not enough where Markdown is read afterwards: `[x](javascript:…)` has
nothing to escape. So every ASCII punctuation mark becomes a character reference, which means the
same in HTML and cannot mean anything in Markdown (CommonMark 0.31.2, section 6.2: a character
reference cannot be used in place of a structural character).
"""

import html
import json
import re
import string
from collections.abc import Mapping

from markupsafe import Markup

_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_REFERENCES = str.maketrans({mark: f"&#{ord(mark)};" for mark in string.punctuation})


def to_line(text: str) -> str:
    """Return `text` on one line, with single spaces; one that does not break stays as it is."""
    return _SPACES.sub(" ", text).strip(" ")


def to_html(text: str) -> Markup:
    """Return `text` so that neither Markdown nor HTML sees anything but letters in it."""
    return encode(to_line(text))


def encode(text: str) -> Markup:
    """Return `text` so that nothing but its letters and its white space means anything."""
    return Markup(text.translate(_REFERENCES))  # noqa: S704 (this is the escaping)


def to_front_matter(fields: Mapping[str, str | bool | list[str]]) -> str:
    """Return the block that a generated page begins with.

    The engines put these values in the page without escaping them, so they are escaped here.
    JSON is YAML too, and quotes everything.
    """
    lines = [f"{name}: {json.dumps(_escape(value))}" for name, value in sorted(fields.items())]
    return "\n".join(("---", *lines, "---", ""))


def _escape(value: str | bool | list[str]) -> str | bool | list[str]:
    match value:
        case str():
            return html.escape(to_line(value))
        case list():
            return [html.escape(to_line(item)) for item in value]
        case _:
            return value
