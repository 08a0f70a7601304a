"""The words and the sentences of a text in Markdown."""

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

_FENCED = re.compile(r"^[ \t]*(```|~~~).*?(?:^[ \t]*\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()\s]*(?:\s+\"[^\"]*\")?\)|\[[^\[\]]*\])")
_ADDRESS = re.compile(r"<?https?://[^\s<>]+>?")
_ELEMENT = re.compile(r"<!--[^<>]*-->|</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>")
_CODE_SPAN = re.compile(r"(`(?<!``)`{0,2})(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_EMPHASIS = re.compile(r"[*_](?:(?<![\w*].)[*_]{0,2}(?=\S)|(?<=\S.)[*_]{0,2}(?![\w*]))", re.DOTALL)
"""A look back stands behind the first sign, so that all other characters are skipped."""
_ENTRY = re.compile(
    r"^[ \t]*(?:#{1,6}|[-*+>](?:[ \t]+\[[ xX]\])?|\d{1,3}[.)]|\|)[ \t]+", re.MULTILINE
)
_RULE = re.compile(r"^[-|: \t]+$", re.MULTILINE)
_END = re.compile(
    r"""[.!?\n|:](?:
        (?<=[.!?])(?<![.!?]{2})[.!?]*+["'”\u2019)]*(?=\s|$)  # the end of a sentence
      | (?<=\n)(?=[\n\x1f])                                  # a blank line, an entry of a list
      | (?<=[ ]\|)[ ]                                        # the next cell of a table
      | (?<=:)\s*\n                                          # what announces a list
    )""",
    re.VERBOSE,
)
"""Where a sentence ends. It begins with one set of characters, so that the others are skipped."""
_ABBREVIATION = re.compile(
    r"(?:nr|mr|mrs|ms|dr|ca|cf|vgl|art|vs|resp|bijv|evt|incl|excl|etc|(?:\w\.)+\w)\.",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]\w*(?:[-'\u2019./]\w+)*")
_LETTERS = re.compile(r"\b(?:[^\W\d_]\.)+[^\W\d_]\b")
_MARKS: tuple[tuple[str, re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    ("```", _FENCED, "\n\n"),
    ("~~~", _FENCED, "\n\n"),
    ("](", _LINK, itemgetter(1)),
    ("][", _LINK, itemgetter(1)),
    ("http", _ADDRESS, " "),
    ("`", _CODE_SPAN, itemgetter(2)),
    ("<", _ELEMENT, " "),
    ("*", _EMPHASIS, ""),
    ("_", _EMPHASIS, ""),
)
"""Each kind of mark: a sign without which there is none, how it looks, what stands instead."""
_BOUND = "\x1f"
"""What stands before the entry of a list, which begins a sentence of its own."""
_LONGEST = 20_000
"""How many characters of a text are read; of a longer one, nothing is published."""


class Sentence(NamedTuple):
    """A sentence as it stands, its words as they stand, and those in small letters."""

    text: str
    words: tuple[str, ...]
    small: tuple[str, ...]


class Prose(NamedTuple):
    """A text in Markdown as people read it.

    `text` is without the marks of Markdown and the addresses of links, but with the code;
    `sentences` are those with a word in them, an entry of a list is one as well; `words` is every
    word and number in small letters, in the order of reading, and `vocabulary` has each once.
    """

    text: str
    sentences: tuple[Sentence, ...]
    words: tuple[str, ...]
    vocabulary: frozenset[str]


@cache
def read_prose(markdown: str) -> Prose:
    """Return a text as people read it; the same text is read once."""
    text = strip_marks(markdown[:_LONGEST])
    sentences = tuple(_read(text))
    words = tuple(chain.from_iterable(sentence.small for sentence in sentences))
    return Prose(text, sentences, words, frozenset(words))


def find_words(text: str) -> list[str]:
    """Return the words and numbers of `text`; what a hyphen or an apostrophe joins is one word."""
    if "\u2019" in text:
        text = text.replace("\u2019", "'")
    return _WORD.findall(join_letters(text))


def join_letters(text: str) -> str:
    """Return `text` with `nvt` for `n.v.t`, so that both are one word."""
    if text.find(".", 0, -1) < 0:
        return text
    return _LETTERS.sub(lambda found: found[0].replace(".", ""), text)


def strip_marks(markdown: str, code: str | None = None) -> str:
    """Return a text without its marks; `code`, where it is given, stands for each piece of code.

    Blocks of code are left out either way: nobody reads those aloud.
    """
    text = markdown
    for sign, marks, instead in _MARKS:
        if sign in text:
            text = marks.sub(code if marks is _CODE_SPAN and code is not None else instead, text)
    if "&" in text:
        text = html.unescape(text)
    if "\n" in text or text[:1] in "#-*+>|0123456789":
        text = _ENTRY.sub(_BOUND, _RULE.sub("", text))
    return text


def without_stress(text: str) -> str:
    """Return `text` without what only looks different: full-width letters, and stress in Dutch.

    An acute accent on a vowel (`vóór`, `wél`) is stress there.
    """
    if text.isascii():
        return text
    bare = unicodedata.normalize("NFKD", text).replace("\u0301", "")
    return unicodedata.normalize("NFC", bare)


def _read(text: str) -> Iterator[Sentence]:
    for sentence in _split(text):
        words = tuple(find_words(sentence))
        if words:
            yield Sentence(sentence, words, tuple(map(_SMALL.__getitem__, words)))


class _Small(dict[str, str]):
    """Each word that was met, in small letters and without stress, but for `één`: a number."""

    def __missing__(self, word: str) -> str:
        small = word.casefold()
        self[word] = small = small if small == "één" else without_stress(small)
        return small


_SMALL = _Small()


def _split(text: str) -> Iterator[str]:
    """Yield each sentence on one line; where an abbreviation ends in a dot, it goes on."""
    begun = ""
    for part in _cut(text):
        sentence = " ".join(part.split())
        if begun:
            sentence = f"{begun} {sentence}"
        last = sentence.rpartition(" ")[2]
        begun = sentence if last[-1:] == "." and _ABBREVIATION.fullmatch(last) else ""
        if sentence and not begun:
            yield sentence
    if begun:
        yield begun


def _cut(text: str) -> Iterator[str]:
    """Yield the parts of a text between the ends of its sentences."""
    start = 0
    for found in _END.finditer(text):
        yield from text[start : found.end()].split(_BOUND)
        start = found.end()
    yield from text[start:].split(_BOUND)
