"""What a page tells of the terms on it: a link where each stands first, and what they mean."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from spelregels.mentions import MENTION_CLASS
from spelregels.render.publication import Reader
from spelregels.render.terms import NO_TERMS

_OPENING = f'<a class="{MENTION_CLASS}" href="'
"""How the link of a term begins, and no other: a text of a rulebook cannot hold this."""


@dataclass(frozen=True)
class Meaning:
    """A term that stands on a page, by the anchor that it has in the glossary too."""

    anchor: Markup
    name: str
    meaning: Markup


def link_once(html: str) -> str:
    """Return a page with a link to a term where it stands first, and the bare word elsewhere."""
    start, *rest = html.split(_OPENING)
    parts, seen = [start], set()
    for part in rest:
        address, _, linked = part.partition('">')
        word, _, after = linked.partition("</a>")
        parts.append(f"{word}{after}" if address in seen else f"{_OPENING}{part}")
        seen.add(address)
    return "".join(parts)


def find_meanings(html: str, reader: Reader) -> tuple[Meaning, ...]:
    """Return what the terms that a page links to mean, unless the page says so itself."""
    linked = {_anchor(part) for part in html.split(_OPENING)[1:]}
    missing = {anchor for anchor in linked if f'id="{anchor}"' not in html}
    return tuple(_meanings(missing, replace(reader, terms=NO_TERMS), reader))


def has_terms(html: str) -> bool:
    """Tell whether a page links to a term."""
    return _OPENING in html


def _meanings(anchors: set[str], plain_reader: Reader, reader: Reader) -> Iterator[Meaning]:
    for entry in sorted(reader.terms.entries, key=lambda entry: entry.name.casefold()):
        if entry.anchor in anchors:
            yield Meaning(entry.anchor, entry.name, plain_reader.rich(entry.term.meaning))


def _anchor(link: str) -> str:
    return link.partition('">')[0].partition("#")[2]
