"""Words in a text that lead somewhere without their author having made a link of them.

The links are made in what Markdown has been read into, before it is made into HTML and cleaned.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from markdown_it.token import Token

MENTION_CLASS = "sr-term"
"""What marks the link of a mention; no author can give a link a class."""


class Mention(NamedTuple):
    """A stretch of a text, and the address that it leads to."""

    start: int
    end: int
    address: str


Finder = Callable[[str], Iterable[Mention]]
"""Finds the mentions in a run of text, in order; they do not overlap."""


def link_mentions(tokens: list[Token], find: Finder) -> None:
    """Make a link of the first mention of each address that stands in no link, code or heading."""
    done: set[str] = set()
    for before, token in pairwise(tokens):
        if token.type == "inline" and before.type not in ("heading_open", "th_open"):
            token.children = list(_with_links(token, find, done))


def show(inline: Token) -> str:
    """Return what a reader sees of a paragraph, an entry or a cell."""
    return "".join(_show_one(child) for child in inline.children or ())


def _with_links(inline: Token, find: Finder, done: set[str]) -> Iterator[Token]:
    mentions = deque(find(show(inline)))
    start = depth = 0
    for child in inline.children or ():
        end = start + len(_show_one(child))
        depth += (child.type == "link_open") - (child.type == "link_close")
        inside = []
        while mentions and mentions[0].end <= end:
            mention = mentions.popleft()
            is_free = child.type == "text" and not depth and mention.address not in done
            if is_free and mention.start >= start:
                done.add(mention.address)
                inside.append(mention)
        yield from _split(child, inside, start) if inside else (child,)
        start = end


def _split(text: Token, mentions: list[Mention], start: int) -> Iterator[Token]:
    """Yield a stretch of text with links in it; `start` is where it begins in what is shown."""
    rest = 0
    for mention in mentions:
        first, last = mention.start - start, mention.end - start
        yield _text(text.content[rest:first])
        yield Token("link_open", "a", 1, attrs={"class": MENTION_CLASS, "href": mention.address})
        yield _text(text.content[first:last])
        yield Token("link_close", "a", -1)
        rest = last
    yield _text(text.content[rest:])


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _show_one(token: Token) -> str:
    match token.type:
        case "text" | "code_inline":
            return token.content
        case "softbreak" | "hardbreak":
            return "\n"
        case "image":
            return "\ufffc"
    return ""
