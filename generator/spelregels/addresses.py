"""Where the website of a project is, and the page of each check on it.

It is read without the engine: that takes a third of a second to load, and what reads a mkdocs.yml
for it runs whatever code the file names. A check of somebody's change must do neither.
"""

import re
from pathlib import Path

from spelregels.nodes import Scalar, find_node
from spelregels.source import parse_source

_FILE = "mkdocs.yml"
_NAME = "site_url"
_SETTING = re.compile(rf"^{_NAME}:.*$", re.MULTILINE)
_ADDRESS = re.compile(r"https?://[\w.-]+(?::\d+)?(?:/[\w.~%/-]*)?", re.ASCII | re.IGNORECASE)
"""The addresses that may become a link: nothing in them means anything in Markdown."""


def find_site_url(rulebook: Path) -> str | None:
    """Return the address of the site of the project around a rulebook, or None if none is known.

    It is the `site_url` of the mkdocs.yml beside the folder, where that is one line.
    """
    try:
        text = (rulebook.resolve().parent / _FILE).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError):
        return None
    settings = _SETTING.findall(text)
    root = parse_source(_FILE, f"{settings[-1]}\n").root if settings else None
    node = find_node(root, (_NAME,)) if root else None
    if not isinstance(node, Scalar) or not _ADDRESS.fullmatch(node.text):
        return None
    return f"{node.text.rstrip('/')}/"


def help_url(site_url: str, language: str, code: str) -> str:
    """Return the address of the page that explains a check."""
    return f"{site_url}checks/{language}/{code}/"
