"""See that a reason says nothing: a place to be filled in, somebody's say-so, or fog.

A reason is hollow when each of its words is one of those that say nothing by themselves. One word
of substance is enough to let it pass, so a text may mention policy and go on to give a reason.
"""

import re
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from spelregels.prose.language import Language, find_words_of
from spelregels.prose.text import Prose, read_prose

_WHOLE_GAP = re.compile(
    r"[\s*_\"'“”]*(?:\{.*\}|\$\{.*\}|<[^<>]*>|\[[^\[\]]*\]|%\w+%|\(\s*(?:…|\.{2,})\s*\))[\s*_.!\"'“”]*",
    re.DOTALL,
)
_NOUN = "date|amount|name|reason|number|year|datum|naam|bedrag|aantal|reden|jaar|jaartal|nummer"
_GAP = re.compile(
    r"[\[{<]\s*(?:(?:insert|fill|add|enter|your|vul|hier|nog)\s+\w|todo|tbd|xx+|\.{2,}|…|_+)"
    r"[^\[\]{}<>]{0,60}[\]}>](?![(\[])"
    r"|[\[{<][^\[\]{}<>]{0,60}\b(?:invullen|aanvullen|in te vullen|here)\s*[\]}>](?![(\[])"
    r"|[\[{<]\s*(?:…|\.{2,}|\?+|_+)\s*[\]}>](?![(\[])"
    r"|(?<![\w{])\{{1,2}\s*(?:NOUN)\s*\}{1,2}(?!\})|(?<!\w)<(?:NOUN)>"
    r"|[€$£]\s?(?:xx+|_{2,}|\.{3,}|…)"
    r"|(?<![\w?])(?:xx+|_{3,}|\?{2,})\s?(?:%|euros?\b|procent|percent)"
    r"|(?<!\w)_{4,}(?!\w)|(?<=\s)_{3,}(?=[\s.,])".replace("NOUN", _NOUN),
    re.IGNORECASE,
)
_CODE_SPAN = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
_GAP_MARKS = ("[", "{", "<", "___", "xx", "XX", "??", "…", "...")
_COLON = re.compile(r"\W*[\w-]+\s*[:\u2013\u2014]")
_TRAILING = re.compile(r"(?:…|\.{2,})\W*$")
_NEAR = 40
"""How many characters at the beginning or the end of a text show what it begins or ends with."""
_MOST_NAMES = 4
_ABBREVIATION = 5
"""An abbreviation has at most so many letters; a longer word in capitals is shouted."""
_FOG = 5
"""Of so many words in a text, one may be of substance and the text still be fog."""

_SILENT = (
    "function",
    "authority",
    "neutral",
    "placeholder",
    "beside_placeholder",
    "virtue",
    "empty",
)
"""The words that a hollow reason may consist of."""


class Kind(Enum):
    """In which way a reason says nothing."""

    PLACEHOLDER = "placeholder"
    APPEAL = "appeal"
    VAGUE = "vague"


class Hollowness(NamedTuple):
    """In which way a reason says nothing, and the words that stand for a reason in it."""

    kind: Kind
    words: tuple[str, ...] = ()


def find_hollowness(markdown: str, language: str) -> Hollowness | None:
    """Return in which way a text that is not blank says nothing, or None where it says something.

    In a language without lists of words, only a text without words is seen.
    """
    if gap := _find_gap(markdown):
        return Hollowness(Kind.PLACEHOLDER, (gap,))
    prose = read_prose(markdown)
    known = find_words_of(language)
    if not prose.words:
        return Hollowness(Kind.PLACEHOLDER)
    if known is None or not (_is_doubtful(prose, known) or _is_note(prose, known)):
        return None
    return _judge(prose, known)


def _find_gap(markdown: str) -> str | None:
    """Return the place in a text that was to be filled in, such as `[insert amount]`."""
    if not any(mark in markdown for mark in _GAP_MARKS) and markdown.lstrip()[:1] != "%":
        return None
    if _WHOLE_GAP.fullmatch(markdown):
        return markdown.strip()
    if "`" in markdown:
        markdown = _CODE_SPAN.sub(" ", markdown)
    found = _GAP.search(markdown)
    return found[0] if found else None


def _is_doubtful(prose: Prose, known: Language) -> bool:
    """Tell whether few words are of substance; most texts need no closer look than this.

    A word in capitals may be a name, which says nothing either.
    """
    unknown = prose.vocabulary - known.parts(*_SILENT)
    substance = sum(word.isalpha() and word in prose.text for word in unknown)
    return substance * _FOG <= len(prose.words) or "ipsum" in unknown


def _judge(prose: Prose, known: Language) -> Hollowness | None:
    words = prose.words
    names = _find_names(prose) - known.words(*_SILENT)
    rest = [word for word in words if word not in names]
    if (
        _is_placeholder(rest, known)
        or _is_note(prose, known)
        or _is_latin(words)
        or _is_cut_off(prose, rest, known)
    ):
        return Hollowness(Kind.PLACEHOLDER, _cited(words, known, "placeholder"))
    if _is_appeal(rest, known):
        return Hollowness(Kind.APPEAL, _cited(words, known, "authority"))
    if _is_foggy(rest, known) and not any(name[0].isdigit() for name in names):
        return Hollowness(Kind.VAGUE, _cited(words, known, "virtue"))
    return None


def _is_appeal(words: list[str], known: Language) -> bool:
    """Tell whether there is nothing but somebody's say-so, or nothing at all."""
    if not all(known.phrases("function", "authority", "neutral", "virtue").cover(words)):
        return False
    appeals = sum(known.phrases("authority").cover(words))
    other = known.words("function", "authority", "neutral")
    virtues = sum(word not in other for word in words)
    return appeals > virtues or _all_in(words, known.words("empty"))


def _is_note(prose: Prose, known: Language) -> bool:
    """Tell whether a text is one sentence to whoever was to write it: `TODO: ask the owner`."""
    is_marked = prose.words[0] in known.words("note") and _COLON.match(prose.text[:_NEAR])
    return bool(is_marked) and len(prose.sentences) == 1


def _is_latin(words: tuple[str, ...]) -> bool:
    return any(pair == ("lorem", "ipsum") for pair in pairwise(words))


def _is_cut_off(prose: Prose, rest: list[str], known: Language) -> bool:
    return bool(_TRAILING.search(prose.text[-_NEAR:])) and _all_in(rest, known.words("function"))


def _is_foggy(words: list[str], known: Language) -> bool:
    """Tell whether nearly all that a text speaks of is virtues that nobody is against."""
    function, virtue = known.words("function"), known.words("virtue")
    silent = known.words("authority", "neutral", "virtue")
    spoken = [word for word in words if word not in function or word in virtue]
    unknown = sum(word not in silent for word in spoken)
    virtues = sum(word in virtue for word in spoken)
    return virtues * 2 >= len(spoken) > 0 and unknown * _FOG <= len(spoken)


def _is_placeholder(words: list[str], known: Language) -> bool:
    covered = known.phrases("placeholder").cover(words)
    beside = known.words("function", "beside_placeholder")
    rest = (word for word, is_covered in zip(words, covered, strict=True) if not is_covered)
    return any(covered) and all(word in beside for word in rest)


def _all_in(words: list[str], known: frozenset[str]) -> bool:
    return all(word in known for word in words)


def _find_names(prose: Prose) -> frozenset[str]:
    """Return, in small letters, what only points elsewhere: names, abbreviations and numbers.

    Where Every Word Has A Capital, they are no names.
    """
    if prose.text.isupper() and any(
        len(word) > _ABBREVIATION and word.isalpha() for word in prose.words
    ):
        return frozenset()
    marks: set[str] = set()
    capitals: set[str] = set()
    for sentence in prose.sentences:
        for index, word in enumerate(sentence.words):
            if word[0].isdigit() or (word.isupper() and len(word) > 1):
                marks.add(word.casefold())
            elif index > 0 and word[0].isupper():
                capitals.add(word.casefold())
    return frozenset(marks | capitals if len(capitals) <= _MOST_NAMES else marks)


def _cited(words: tuple[str, ...], known: Language, name: str) -> tuple[str, ...]:
    """Return the words of a text that are in a list, each once, in the order of reading."""
    listed = known.phrases(name).cover(words)
    return tuple(dict.fromkeys(word for word, is_in in zip(words, listed, strict=True) if is_in))
