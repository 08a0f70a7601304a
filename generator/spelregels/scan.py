"""Look through a built site before it is published: nothing foreign in it, no way that ends.

This is the last guard, and trusts nobody: it reads the pages as a browser would, with another
parser than those that made them.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

_PAGES = frozenset({".html", ".svg"})
_FOREIGN_ELEMENTS = frozenset(
    {"animate", "base", "embed", "frame", "iframe", "object", "portal", "set", "style", "template"}
)
_DRAWING_ELEMENTS = frozenset(
    {"svg", "g", "defs", "symbol", "use", "title", "desc", "path", "circle", "ellipse", "line"}
    | {"polygon", "polyline", "rect", "text", "tspan", "lineargradient", "radialgradient", "stop"}
    | {"clippath", "mask", "pattern", "marker", "image", "a", "html", "head", "body", "-comment"}
)
_LISTS_OF_ADDRESSES = frozenset({"srcset", "imagesrcset"})
_ADDRESSES = _LISTS_OF_ADDRESSES | frozenset(
    {"href", "src", "action", "formaction", "poster", "data", "background", "ping", "manifest"}
    | {"xlink:href", "attributionsrc"}
)
_DATA = frozenset({"application/json", "application/ld+json"})
_OUTWARD_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_ABOUT_THE_PAGE = frozenset({"canonical", "alternate"})
_CSS_ADDRESS = re.compile(
    r"""@import|(?:url|src|image-set)\(\s*["']?\s*(?:[a-z]+:)?[/\\]{2}""", re.IGNORECASE
)
_CSS_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_REFRESH = re.compile(
    r"""[\s\d.]*[;,\s]?\s*(?:url\s*=\s*)?["']?(.*?)["']?\s*""", re.IGNORECASE | re.DOTALL
)
_ONLY_IN_XML = re.compile(
    rb"""\x00|<!(?!--)|<\?(?!xml\ version=["']1\.0["'](?:\ encoding=["']utf-8["'])?
    (?:\ standalone=["']\w+["'])?\ ?\?>)""",
    re.IGNORECASE | re.VERBOSE,
)
"""What an XML parser, which reads an SVG file, may understand and the one here does not."""
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0]")


class Finding(NamedTuple):
    """What keeps a site from being published: the page, and a sentence."""

    page: str
    message: str

    def __str__(self) -> str:
        return f"{self.page}: {self.message}"


class _PageParts(NamedTuple):
    """What a page leads to, what can be led to in it, and what was wrong with it."""

    links: tuple[str, ...]
    anchors: frozenset[str]
    findings: tuple[Finding, ...]


def scan_site(folder: Path, site_url: str = "") -> Iterator[Finding]:
    """Yield what keeps the site in `folder` from being published, in the order of the pages."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    names = frozenset(file.relative_to(folder).as_posix() for file in files)
    pages = {
        name: _read_page(name, (folder / name).read_bytes(), site_url)
        for name in sorted(names)
        if Path(name).suffix.lower() in _PAGES
    }
    root = urlsplit(site_url).path or "/"
    for name, parts in pages.items():
        yield from parts.findings
        for link in parts.links:
            if message := _find_dead_end(name, link, root, pages, names):
                yield Finding(name, message)
    for name in sorted(names):
        if name.lower().endswith(".css") and _loads_from_elsewhere(folder / name):
            yield Finding(name, "a stylesheet loads something from elsewhere")


def _read_page(name: str, content: bytes, site_url: str) -> _PageParts:
    links: list[str] = []
    anchors: set[str] = set()
    findings: list[Finding] = []
    if _is_drawing(name) and _ONLY_IN_XML.search(content):
        findings.append(Finding(name, "a drawing may hold elements only, written in UTF-8"))
    root = LexborHTMLParser(content).root
    for node in root.traverse() if root else ():
        attributes = node.attributes
        if anchor := attributes.get("id"):
            anchors.add(anchor)
        if _is_drawing(name) and (node.tag or "").lower() not in _DRAWING_ELEMENTS:
            findings.append(Finding(name, f"an element <{node.tag}> has no place in a drawing"))
        findings.extend(Finding(name, message) for message in _find_foreign(node, attributes))
        for attribute, address in _find_addresses(node, attributes):
            message = _refuse_address(node, attribute, address, site_url)
            if message:
                findings.append(Finding(name, message))
            elif node.tag == "link" or not _leads_out(address):
                links.append(_within_site(address))
    return _PageParts(tuple(links), frozenset(anchors), tuple(findings))


def _is_drawing(name: str) -> bool:
    return name.lower().endswith(".svg")


def _find_addresses(
    node: LexborNode, attributes: Mapping[str, str | None]
) -> Iterator[tuple[str, str]]:
    """Yield each address that an element holds, with the name of its attribute."""
    for attribute in sorted(_ADDRESSES & attributes.keys()):
        value = attributes[attribute] or ""
        if attribute in _LISTS_OF_ADDRESSES:
            for candidate in filter(str.strip, value.split(",")):
                yield attribute, candidate.split()[0]
        else:
            yield attribute, value
    is_refresh = (attributes.get("http-equiv") or "").strip().lower() == "refresh"
    if node.tag == "meta" and is_refresh:
        found = _REFRESH.fullmatch(attributes.get("content") or "")
        yield "content", found[1] if found else ""


def _find_foreign(node: LexborNode, attributes: Mapping[str, str | None]) -> Iterator[str]:
    tag = node.tag or ""
    if tag in _FOREIGN_ELEMENTS:
        yield f"an element <{tag}> has no place in the site"
    if tag == "script" and "src" not in attributes:
        yield from _refuse_inline(node, attributes.get("type") or "")
    for attribute in attributes:
        if attribute.startswith("on") or attribute == "style":
            yield f"an attribute '{attribute}' on <{tag}> could run or restyle the page"


def _refuse_inline(node: LexborNode, kind: str) -> Iterator[str]:
    """Yield why a script without an address may not be there; a browser does not run data."""
    if kind not in _DATA:
        yield "a script stands in the page itself"
        return
    text = node.text()
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        yield f"what a script of the type {kind} holds is not JSON"
    if "<" in text:
        yield f"the data in a script of the type {kind} hold a '<', which could end it"


def _within_site(address: str) -> str:
    """Return an address without its host: what a page says of itself is whole."""
    parts = urlsplit(address)
    return parts._replace(scheme="", netloc="").geturl() if parts.netloc else address


def _refuse_address(node: LexborNode, attribute: str, address: str, site_url: str) -> str:
    """Return why an address may not be there, or nothing."""
    scheme = _scheme(address)
    if not _leads_out(address):
        return ""
    if scheme not in _OUTWARD_SCHEMES:
        return f"the address '{address[:80]}' could run something, or names no scheme"
    if node.tag == "a" and attribute in ("href", "xlink:href"):
        return ""
    about = (
        node.tag == "link" and set((node.attributes.get("rel") or "").split()) <= _ABOUT_THE_PAGE
    )
    if about and site_url and address.startswith(site_url):
        return ""
    return f"<{node.tag}> loads '{address[:80]}' from elsewhere"


def _scheme(address: str) -> str:
    """Return the scheme as a browser reads it: without the white space in between."""
    before, colon, _ = _INVISIBLE.sub("", address).partition(":")
    return before.lower() if colon and re.fullmatch(r"[a-zA-Z][a-zA-Z0-9+.-]*", before) else ""


def _leads_out(address: str) -> bool:
    bare = _INVISIBLE.sub("", address).replace("\\", "/")
    return bare.startswith("//") or _scheme(address) != ""


def _find_dead_end(
    page: str, link: str, root: str, pages: Mapping[str, _PageParts], names: frozenset[str]
) -> str:
    """Return why a link on `page` leads nowhere, or nothing."""
    parts = urlsplit(link)
    target = _resolve(page, unquote(parts.path), root, names)
    if target not in names:
        return f"the link '{link}' leads nowhere"
    anchor = unquote(parts.fragment)
    if anchor and target in pages and anchor not in pages[target].anchors:
        return f"the link '{link}' leads to a place that is not on its page"
    return ""


def _resolve(page: str, path: str, root: str, names: frozenset[str]) -> str:
    """Return the file among `names` that a server would send for `path`, asked for on `page`.

    The site stands at `root` on its server; a path outside of it resolves to nothing.
    """
    if not path:
        return page
    if path.startswith("/") and not path.startswith(root):
        return ""
    folder = page.rpartition("/")[0]
    asked = path.removeprefix(root) if path.startswith("/") else f"{folder}/{path}"
    target = normpath(f"./{asked}")
    is_file = target in names and not path.endswith("/")
    return target if is_file else normpath(f"{target}/index.html")


def _loads_from_elsewhere(stylesheet: Path) -> bool:
    text = stylesheet.read_text(encoding="utf-8", errors="replace")
    return _CSS_ADDRESS.search(_CSS_ESCAPE.sub(_unescape, text)) is not None


def _unescape(found: re.Match[str]) -> str:
    number = int(found[1], 16)
    return chr(number) if number <= sys.maxunicode else ""
