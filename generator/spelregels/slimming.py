"""What the engine built, without what no reader needs: smaller pages to look things up in.

The search asks for its pages only when somebody searches, so they stand in a file of their own,
and the theme, which asks for its index on every page, finds one that says so and holds nothing.
"""

import html
import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

_UNWANTED = ("404.html", "*.map", "assets/javascripts/lunr", "assets/javascripts/workers")
"""What no reader of a unit asks for: a server looks for the 404 page at the root of the site, and
`search.js` takes the place of the theme's search."""

_STYLES, _SCRIPTS = "assets/stylesheets/*.min.css", "assets/javascripts/*.min.js"
_INDEX, _PAGES = "search/search_index.json", "search/pages.json"

_TAG = re.compile(r"<[^>]*>")

_RULES = "rules/"
_RULE_BOOST = 2
"""How much more a rule is worth to who searches than a page that only speaks of it."""

_UNUSED_COLOURS = re.compile(
    r"(?<=[{}])(?:html )?(?:\[data-md-color-scheme=slate\])?"
    r"\[data-md-color-(?:accent|primary)=(?!custom)[a-z-]+\][^{}@]*\{[^{}]*\}"
)
"""Rules for the palettes of the theme: all their selectors begin with the name of a colour."""

_EMBEDDED = re.compile(r"""url\((?:"data:[^"]*"|'data:[^']*'|data:[^)"']*)\)""")
_NOTHING = "linear-gradient(#0000,#0000)"
"""An image of nothing, which is what a picture that is not loaded comes to."""

_RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")
_NEXT_SELECTOR = re.compile(r",(?![^(]*\))")
_NEGATION = re.compile(r":not\([^)]*\)")
_UNUSED_CLASSES = re.compile(
    r"\.(?:admonition|arithmatex|cards?|critic|footnote|giscus|grid|highlight(?:table)?|instafeed|keys?"
    r"|lightgallery|linenodiv|md-(?:annotation|author|clipboard|code|consent|draft|feedback|input|logo"
    r"|meta|nav|pagination|path|pin|post|progress|select|social|source|status|tabs|tooltip2?|top)"
    r"|mermaid|tabbed|task-list)\b"
)
"""What the theme knows and the site cannot hold: it takes extensions that are not switched on, or
parts that the site draws itself."""

_SWITCH = re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off">')
"""A box of the theme to tick, with what HTML has for a field to type in only."""

_PALETTE_LINK = re.compile(
    r'<link rel="stylesheet" href="[^"]*assets/stylesheets/palette\.[^"]*">'
)
"""The second stylesheet of the theme, which comes right after its first, and stands in that."""

_SHOWN_AS_TYPED = re.compile(r"(<(?:pre|textarea)\b.*?</(?:pre|textarea)>)", re.DOTALL)
_LINE_ENDS = re.compile(r"[ \t]*\n[ \t\n]*")

_COMMENT = re.compile(r"/\*(?!!).*?\*/", re.DOTALL)
_INDENT = re.compile(r"\s*\n\s*")
_OWN_STYLES = "assets/stylesheets/*.css"

_EMPTY_QUERY = re.compile(r"@media[^{}]*\{\}")
_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/|//# sourceMappingURL=.*")

Entry = Mapping[str, Any]
"""A place that the search knows: `location`, `title`, `text`, and `tags` and `boost` if any."""


def slim_unit(site: Path) -> None:
    """Take out of a built unit what no reader asks for, or needs."""
    for pattern in _UNWANTED:
        for unwanted in tuple(site.rglob(pattern)):
            shutil.rmtree(unwanted) if unwanted.is_dir() else unwanted.unlink()
    slims = (_STYLES, slim_stylesheet), (_OWN_STYLES, slim_own), (_SCRIPTS, slim_script)
    for pattern, slim in slims:
        for file in site.glob(pattern):
            file.write_text(slim(file.read_text(encoding="utf-8")), encoding="utf-8")
    _join_stylesheets(site / "assets" / "stylesheets")
    for page in site.rglob("*.html"):
        page.write_text(slim_page(page.read_text(encoding="utf-8")), encoding="utf-8")
    index = site / _INDEX
    if index.is_file():
        asked, searched = split_index(index.read_text(encoding="utf-8"))
        index.write_text(asked, encoding="utf-8")
        (site / _PAGES).write_text(searched, encoding="utf-8")


def split_index(index: str) -> tuple[str, str]:
    """Return the index that every page asks for, and the one for who searches, made small."""
    data = json.loads(index)
    entries = tuple(_slim(data["docs"]))
    return _to_json({**data, "docs": []}), _to_json({"docs": entries})


def slim_page(page: str) -> str:
    """Return a page without the indents and empty lines of the theme, a tenth of its weight."""
    parts = _SHOWN_AS_TYPED.split(_PALETTE_LINK.sub("", _SWITCH.sub(r"\1>", page)))
    parts[::2] = [_LINE_ENDS.sub("\n", part) for part in parts[::2]]
    return "".join(parts)


def slim_stylesheet(css: str) -> str:
    """Return a stylesheet of the theme without what the site never shows: colours, boxes, icons.

    Its pictures are `data:` addresses, which the policy of the site does not load.
    """
    css = _RULE.sub(_keep_used, _EMBEDDED.sub(_NOTHING, css))
    for unwanted in (_UNUSED_COLOURS, _EMPTY_QUERY, _SOURCE_MAP):
        css = unwanted.sub("", css)
    return css


def slim_own(css: str) -> str:
    """Return a stylesheet without what only its writers read; a licence is left in it."""
    return _INDENT.sub("\n", _COMMENT.sub("", css)).lstrip()


def _keep_used(rule: re.Match[str]) -> str:
    selectors = _NEXT_SELECTOR.split(rule[1])
    used = [each for each in selectors if not _UNUSED_CLASSES.search(_NEGATION.sub("", each))]
    return f"{','.join(used)}{{{rule[2]}}}" if used else ""


def slim_script(script: str) -> str:
    """Return a script of the theme without the address of a map that is not published."""
    return _SOURCE_MAP.sub("", script)


def _join_stylesheets(folder: Path) -> None:
    """Put the second stylesheet of the theme behind its first: a page then waits for one less."""
    for main, palette in zip(folder.glob("main.*"), folder.glob("palette.*"), strict=True):
        with main.open("a", encoding="utf-8") as file:
            file.write(palette.read_text(encoding="utf-8"))
        palette.unlink()


def _slim(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield one entry for each rule; of other pages, their sections without what rules say."""
    told = ({**entry, "title": _retitle(entry["title"])} for entry in entries)
    pages = [tuple(page) for _, page in groupby(told, key=_page_of)]
    rules = [page for page in pages if _is_rule(page[0])]
    titles = frozenset(page[0]["title"] for page in pages)
    said = titles.union(*(_pieces(entry["text"]) for page in rules for entry in page))
    for page in pages:
        if _is_rule(page[0]):
            yield from ({**rule, "boost": _RULE_BOOST} for rule in _merge(page))
            continue
        top = tuple(entry for entry in page if _is_top(entry))
        for entry in (*_merge(top), *page[len(top) :]):
            text = " ".join(piece for piece in _pieces(entry["text"]) if piece not in said)
            if text or entry["title"] not in titles or _is_top(entry):
                yield {**entry, "text": text}


def _page_of(entry: Entry) -> str:
    return str(entry["location"]).partition("#")[0]


def _is_rule(entry: Entry) -> bool:
    page = _page_of(entry)
    return page.startswith(_RULES) and page != _RULES


def _is_top(entry: Entry) -> bool:
    return entry["location"] in (_page_of(entry), f"{_page_of(entry)}#_top")


def _merge(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield one entry with what all of them say, each thing once, unless there are none."""
    texts = dict.fromkeys(piece for entry in entries for piece in _pieces(entry["text"]))
    for first in entries[:1]:
        yield {**first, "text": " ".join(texts)}


def _retitle(title: str) -> str:
    """Return a title as the engine escapes it where it comes from a heading."""
    return html.escape(html.unescape(title), quote=False)


def _pieces(text: str) -> Iterator[str]:
    for piece in _TAG.split(text):
        if words := piece.split():
            yield " ".join(words)


def _to_json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
