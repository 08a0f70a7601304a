"""The terms of the glossary, found where they occur in a text, and explained once on a page.

A text is cut into pieces (words, white space, single marks), and a term is a series of pieces: so
it is always whole words that are found, and no mark in a term means anything but itself.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate
from typing import NamedTuple

from markupsafe import Markup

from spelregels.mentions import Mention
from spelregels.models import Glossary, Term
from spelregels.plain import to_line
from spelregels.render.inflections import find_forms

MAX_LENGTH = 100
"""How many characters of a name can be a term; what is longer is not looked for in a text."""

_MAX_ANCHOR = 40
_RUN = re.compile(r"\s+|\S+")
_PIECE = re.compile(r"\w+|\s+|\W")
_ADDRESS = re.compile(r"@|://|\bwww\.", re.IGNORECASE)
_BRACKETS = frozenset("\"'“”„«»()[]{}")
_BEFORE = _BRACKETS | frozenset("/\N{EN DASH}\N{EM DASH}…")
_AFTER = _BEFORE | frozenset(".,;:!?")
"""The marks that may touch a word; beside any other, such as a hyphen, it is part of a word."""
_ENDS = frozenset(".!?:…")
_SAME = str.maketrans("\u2018\u2019\u2011", "''-")
"""Marks that look alike: curly apostrophes, and the hyphen at which a line does not break."""


@dataclass(frozen=True)
class Entry:
    """A term as it stands in the glossary, by its name, at its place on that page."""

    anchor: Markup
    name: str
    term: Term


@dataclass(frozen=True)
class Terms:
    """The terms of a glossary in one language, and every form in which they may be met.

    `forms` has the anchor of a term by the pieces of each form, `lengths` how many pieces a form
    may have that begins with a piece.
    """

    entries: tuple[Entry, ...]
    forms: Mapping[tuple[str, ...], str]
    lengths: Mapping[str, tuple[int, ...]]

    def find(self, text: str) -> Iterator[Mention]:
        """Yield each term in `text` with its anchor, in order; of two that overlap the longer."""
        pieces = _cut(text)
        candidates = sorted(self._candidates(pieces), key=lambda found: -len(found.text))
        taken: set[int] = set()
        chosen = []
        for found in candidates:
            own = range(found.first, found.last)
            if taken.isdisjoint(own):
                taken.update(own)
                chosen.append(found)
        if chosen:
            yield from _place(pieces, sorted(chosen))

    def _candidates(self, pieces: list[str]) -> Iterator["_Found"]:
        for first, piece in enumerate(pieces):
            for word in _spellings(pieces, first) if piece[0].isupper() else (piece,):
                for length in self.lengths.get(word, ()):
                    last = first + length
                    between = (
                        " " if each.isspace() else each for each in pieces[first + 1 : last]
                    )
                    anchor = self.forms.get((word, *between))
                    if anchor and _stands_alone(pieces, first, last):
                        yield _Found(first, last, "".join(pieces[first:last]), anchor)


class _Found(NamedTuple):
    """A term in the pieces from `first` up to but not including `last`."""

    first: int
    last: int
    text: str
    anchor: str


NO_TERMS = Terms((), {}, {})
"""The terms of a rulebook without a glossary."""


def compile_terms(glossary: Glossary, language: str, first_language: str) -> Terms:
    """Return the terms that a text in `language` may hold.

    A name goes before a form of another term, and what an author gives before what is regular.
    """
    entries = tuple(_find_entries(glossary, language, first_language))
    own = [
        (entry, name) for entry in entries if (name := to_line(entry.term.term.within(language)))
    ]
    given = ((entry, form) for entry, _ in own for form in entry.term.forms.get(language, ()))
    regular = ((entry, form) for entry, name in own for form in find_forms(name, language))
    forms: dict[tuple[str, ...], str] = {}
    lengths: dict[str, set[int]] = {}
    for entry, form in (*own, *given, *regular):
        pieces = tuple(_cut(to_line(form)))
        if pieces and len(form) <= MAX_LENGTH:
            forms.setdefault(pieces, entry.anchor)
            lengths.setdefault(pieces[0], set()).add(len(pieces))
    return Terms(entries, forms, {word: tuple(sorted(each)) for word, each in lengths.items()})


def _find_entries(glossary: Glossary, language: str, first: str) -> Iterator[Entry]:
    seen: Counter[str] = Counter()
    for term in glossary.terms:
        names = (term.term.within(language), term.term.within(first), *term.term.root.values())
        name = to_line(next(filter(None, names), ""))
        anchor = to_anchor(name)
        seen[anchor] += 1
        numbered = f"{anchor}_{seen[anchor]}" if seen[anchor] > 1 else anchor
        yield Entry(Markup(numbered), name, term)  # noqa: S704 (letters, digits, hyphens)


def to_anchor(name: str) -> str:
    """Return the place of a term on the page: ASCII, and its own whatever other terms there are.

    Where letters alone do not tell it from others (C, C++), a fingerprint of the name does.
    """
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", name.casefold())
        if not unicodedata.combining(letter)
    )
    words = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
    if words == bare.replace(" ", "-") and len(words) <= _MAX_ANCHOR:
        return f"_term-{words}"
    short = words[:_MAX_ANCHOR].rstrip("-")
    return "-".join(filter(None, ("_term", short, sha256(name.encode()).hexdigest()[:6])))


def _place(pieces: list[str], found: Iterable[_Found]) -> Iterator[Mention]:
    starts = tuple(accumulate(map(len, pieces), initial=0))
    for first, last, _, anchor in found:
        yield Mention(starts[first], starts[last], anchor)


def _cut(text: str) -> list[str]:
    """Return the pieces of a text; an address is one piece, since no word in it is a word."""
    text = text.translate(_SAME)
    if not _ADDRESS.search(text):
        return _PIECE.findall(text)
    runs = _RUN.findall(text)
    return [
        piece for run in runs for piece in ([run] if _ADDRESS.search(run) else _PIECE.findall(run))
    ]


def _evenly(pieces: Iterable[str]) -> Iterator[str]:
    return (" " if piece.isspace() else piece for piece in pieces)


def _spellings(pieces: list[str], place: int) -> tuple[str, ...]:
    """Return a word as it stands, and without the capital that begins a sentence."""
    word = pieces[place]
    if not _starts_a_sentence(pieces, place):
        return (word,)
    capital = 2 if word.startswith("IJ") else 1
    return word, word[:capital].lower() + word[capital:]


def _starts_a_sentence(pieces: list[str], place: int) -> bool:
    before = (pieces[index] for index in range(place - 1, -1, -1))
    last = next((piece for piece in before if piece not in _BRACKETS and not piece.isspace()), "")
    return not last or (last in _ENDS and pieces[place - 1] not in _ENDS)


def _stands_alone(pieces: list[str], first: int, last: int) -> bool:
    """Tell whether nothing touches the words that would make them part of another one."""
    before, after = pieces[max(first - 2, 0) : first][::-1], pieces[last : last + 2]
    return not (_joins(before, _BEFORE, "'()[]{}") or _joins(after, _AFTER, ".')]}"))


def _joins(outward: list[str], apart: frozenset[str], binding: str) -> bool:
    """Tell whether the two pieces beside a term, the nearest first, are part of its word.

    The marks in `binding` are when there is a word behind them: pc's, (her)gebruik, app.example.
    """
    if not outward or outward[0].isspace():
        return False
    mark, is_word_behind = outward[0], len(outward) > 1 and outward[1][0].isalnum()
    return mark not in apart or (mark in binding and is_word_behind)
