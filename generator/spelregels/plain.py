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
_PAIR = re.compile(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..")
_JSON_ESCAPES = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}
_REFERENCES = str.maketrans({mark: f"&#{ord(mark)};" for mark in string.punctuation})

FrontMatter = str | bool | list[str] | dict[str, bool]
"""What a page can say of itself to the engine."""


def to_line(text: str) -> str:
    """Return `text` on one line, with single spaces; one that does not break stays as it is."""
    return _SPACES.sub(" ", text).strip(" ")


def to_html(text: str) -> Markup:
    """Return `text` so that neither Markdown nor HTML sees anything but letters in it."""
    return encode(to_line(text))


def encode(text: str) -> Markup:
    """Return `text` so that nothing but its letters and its white space means anything."""
    return Markup(text.translate(_REFERENCES))  # noqa: S704 (this is the escaping)


def to_front_matter(fields: Mapping[str, FrontMatter]) -> str:
    """Return the block that a generated page begins with.

    The engines put these values in the page without escaping them, so they are escaped here; a
    `Markup` is safe already. JSON is YAML too, and quotes everything.
    """
    lines = [f"{name}: {_to_yaml(_escape(value))}" for name, value in sorted(fields.items())]
    return "\n".join(("---", *lines, "---", ""))


def to_json(data: Mapping[str, object]) -> Markup:
    """Return `data` as JSON that can stand in a `<script>` of a page: nothing in it is a tag."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_JSON_ESCAPES))  # noqa: S704 (this is the escaping)


def _to_yaml(value: FrontMatter) -> str:
    """Return `value` as JSON that is YAML too: there, a sign is never escaped as a pair."""
    return _PAIR.sub(_join_pair, json.dumps(value))


def _join_pair(found: re.Match[str]) -> str:
    sign: str = json.loads(f'"{found[0]}"')
    return sign


def _escape(value: FrontMatter) -> FrontMatter:
    match value:
        case Markup():
            return str(value)
        case str():
            return html.escape(to_line(value))
        case list():
            return [html.escape(to_line(item)) for item in value]
        case _:
            return value
