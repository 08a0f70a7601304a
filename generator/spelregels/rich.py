"""Rich texts (rule, rationale and the like): Markdown, made into HTML that is safe to publish.

Markdown is read with raw HTML off, links are held against a list of schemes, and what comes out
is cleaned once more by nh3, so that two independent programs would have to fail together.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import unquote

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from spelregels.mentions import MENTION_CLASS, Finder, link_mentions, show
from spelregels.messages import Message, say

MAX_LENGTH = 20_000
MAX_NESTING = 20
"""How deep blocks may lie in each other; a list counts for two, its entry being one too."""

_SCHEMES = frozenset({"https", "http", "mailto", "tel"})
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_INSIDE = re.compile(r"[^/\\#?.:\s%][^\\:\s]*")
_DOUBTFUL_MARK = re.compile(r"\]\(|\]\[|\]:|<[a-zA-Z/!?]")
_DOUBTFUL_LINE = re.compile(
    r"[ \t]*[#>]|[ \t]*(=+|-+)[ \t]*$|[ \t]*([-*+]|\d+[.)])[ \t]+([-*+>#]|\d+[.)])|[ \t]{5}"
)
"""What a text, or a line of it, must have to be worth a closer look; most have not."""

_ELEMENTS = (
    "a|abbr|address|area|article|aside|audio|b|base|bdi|bdo|big|blockquote|body|br|button|canvas|"
    "caption|center|cite|code|col|colgroup|data|datalist|dd|del|details|dfn|dialog|div|dl|dt|em|"
    "embed|fieldset|figcaption|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|"
    "i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|marquee|math|menu|meta|meter|"
    "nav|noscript|object|ol|optgroup|option|output|p|param|picture|pre|progress|q|rp|rt|ruby|s|"
    "samp|script|search|section|select|slot|small|source|span|strike|strong|style|sub|summary|"
    "sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|tt|u|ul|var|"
    "video|wbr"
)
_TAG = re.compile(rf"</?(?:{_ELEMENTS})(?:\s[^<>]*)?/?>", re.IGNORECASE)

_BLOCKS = frozenset({"p", "ul", "ol", "li", "pre", "blockquote", "hr"})
_TABLES = frozenset({"table", "thead", "tbody", "tr", "th", "td"})
_PHRASES = frozenset({"a", "br", "code", "em", "img", "strong"})
_ALLOWED_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "th": {"align"},
    "td": {"align"},
}


class Objection(NamedTuple):
    """Why a text cannot be published, or had better not be: the name of a check, a sentence.

    `words` are what it is about in the text, where that stands there as it is.
    """

    name: str
    message: Message
    words: str = ""


def to_html(text: str, root: str = "", find: Finder | None = None) -> Markup:
    """Return `text` as HTML; addresses within the site are counted from `root`, as `../../`.

    What `find` finds becomes a link, the first time that it stands in no link or code.
    """
    tokens = _PARSER.parse(text)
    for token in _flatten(tokens):
        _settle(token, root)
    if find:
        link_mentions(tokens, find)
    rendered = _PARSER.renderer.render(tokens, _PARSER.options, {})
    clean = nh3.clean(
        rendered,
        tags=set(_BLOCKS | _TABLES | _PHRASES),
        attributes=_ALLOWED_ATTRIBUTES,
        allowed_classes={"a": {MENTION_CLASS}},
        url_schemes=set(_SCHEMES),
        link_rel=None,
    )
    return Markup(clean.strip())  # noqa: S704 (nh3 has just made it safe)


@cache
def find_objections(text: str) -> tuple[Objection, ...]:
    """Return what keeps `text` from being published as its author meant it."""
    if len(text.encode()) > MAX_LENGTH:
        message = say(
            "this text is longer than {limit} kB; no reader finishes it", limit=MAX_LENGTH // 1000
        )
        return (Objection("forbidden-markup", message),)
    if not (_DOUBTFUL_MARK.search(text) or any(map(_DOUBTFUL_LINE.match, text.split("\n")))):
        return ()
    return tuple(dict.fromkeys(_find_in_tokens(tuple(_flatten(_PARSER.parse(text))))))


def find_links(text: str) -> Iterator[str]:
    """Yield the addresses within the site that `text` links to."""
    if "](" not in text and "]:" not in text:
        return
    for token in _flatten(_PARSER.parse(text)):
        address = str(token.attrs.get("href", ""))
        if _is_inside(address):
            yield address


def find_runs(text: str) -> Iterator[str]:
    """Yield what a reader sees of each paragraph, entry and cell in `text`."""
    for token in _PARSER.parse(text):
        if token.type == "inline":
            yield show(token)


def is_allowed_address(address: str) -> bool:
    """Tell whether a text may lead to `address`: a known scheme, or a place within the site."""
    scheme = _SCHEME.match(address)
    if scheme:
        return scheme[1].lower() in _SCHEMES and len(address) > len(scheme[0])
    return _is_inside(address)


def _is_inside(address: str) -> bool:
    return _INSIDE.fullmatch(address) is not None and ".." not in unquote(address).split("/")


def _find_in_tokens(tokens: tuple[Token, ...]) -> Iterator[Objection]:
    if any(token.level >= MAX_NESTING - 1 for token in tokens):
        message = say("lists are nested more than 8 deep, or quotes more than 17; make it flatter")
        yield Objection("forbidden-markup", message)
    for token in tokens:
        yield from _find_in_token(token)


def _find_in_token(token: Token) -> Iterator[Objection]:
    match token.type:
        case "heading_open":
            message = say("a heading has no place in this text; the page brings its own headings")
            yield Objection("forbidden-markup", message)
        case "link_open" if not is_allowed_address(str(token.attrs["href"])):
            message = say(
                "a link may not lead to '{address}'; start it with https://, "
                "http://, mailto: or tel:, or write it as rules/name-of-the-rule/",
                address=str(token.attrs["href"]),
            )
            yield Objection("forbidden-markup", message, str(token.attrs["href"]))
        case "image" if not _is_inside(str(token.attrs["src"])):
            message = say(
                "the picture '{address}' comes from elsewhere; put it in docs/",
                address=str(token.attrs["src"]),
            )
            yield Objection("forbidden-markup", message, str(token.attrs["src"]))
        case "text" if tag := _TAG.search(token.content):
            message = say(
                "'{tag}' is shown as it stands here; HTML does not work in texts", tag=tag[0]
            )
            yield Objection("raw-html", message, tag[0])


def _settle(token: Token, root: str) -> None:
    """Count addresses from `root`, drop refused ones, and align a cell without a style."""
    for name, is_allowed in (("href", is_allowed_address), ("src", _is_inside)):
        address = str(token.attrs.pop(name, ""))
        if is_allowed(address):
            token.attrs[name] = (root if _is_inside(address) else "") + address
    if "style" in token.attrs:
        token.attrs["align"] = str(token.attrs.pop("style")).removeprefix("text-align:")


def _flatten(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flatten(token.children or [])


def _make_parser() -> MarkdownIt:
    options: dict[str, Any] = {"html": False, "linkify": False, "maxNesting": MAX_NESTING}
    parser = MarkdownIt("commonmark", options).enable("table")
    # A link that is not allowed gives an objection with a place, not plain text in silence.
    parser.validateLink = lambda url: True  # type: ignore[method-assign] # noqa: ARG005
    return parser


_PARSER = _make_parser()
