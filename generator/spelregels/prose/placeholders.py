"""See that a text is yet to be written: a gap in it, a note, an instruction, or keys at random."""

import re
from itertools import compress, count, pairwise

from spelregels.prose.language import Language, find_words_of
from spelregels.prose.text import Prose, read_prose

_WHOLE_GAP = re.compile(
    r"[\s*_\"'“”]*(?:\{.*\}|\$\{.*\}|<[^<>]*>|\[[^\[\]]*\]|%\w+%|\(\s*(?:…|\.{2,})\s*\))[\s*_.!\"'“”]*",
    re.DOTALL,
)
_UNIT = r"(?:%|euros?\b|procent|percent|uur\b|hours?\b|dagen\b|days\b|minut)"
_NOUN = (
    "date|amount|sum|name|reason|number|year|datum|naam|bedrag|aantal|reden|jaar|jaartal|nummer"
)
_GAP = re.compile(
    r"[\[{<]\s*(?:(?:insert|fill|add|enter|your|vul|hier|nog)\s+\w|todo|tbd|xx+|\.{2,}|…|_+)"
    r"[^\[\]{}<>]{0,60}[\]}>](?![(\[])"
    r"|[\[{<][^\[\]{}<>]{0,60}\b(?:invullen|aanvullen|in te vullen|here)\s*[\]}>](?![(\[])"
    r"|[\[{<]\s*(?:…|\.{2,}|\?+|_+)\s*[\]}>](?![(\[])"
    r"|(?<![\w{])\{{1,2}\s*(?:NOUN)\s*\}{1,2}(?!\})|(?<!\w)<(?:NOUN)>"
    r"|[€$£]\s?(?:xx+|_{2,}|\.{3,}|…)"
    r"|\[\s*(?:NOUN)\s*\](?![(\[:])"
    r"|(?<![\w?])(?:xx+|_{3,}|\?{2,})\s?UNIT|(?<=\s)(?:x|…|\.{3,})\sUNIT"
    r"|\(\s*(?:nog\s)?(?:navragen|na te vragen|nakijken|na te kijken|te checken)\b[^()]{0,60}\)"
    r"|\(\s*(?:to be (?:checked|confirmed)|still to check|ask \w+ for the (?:NOUN))[^()]{0,60}\)"
    r"|(?<!\w)_{4,}(?!\w)|(?<=\s)_{3,}(?=[\s.,])".replace("NOUN", _NOUN).replace("UNIT", _UNIT),
    re.IGNORECASE,
)
_CODE_SPAN = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
_GAP_MARKS = ("[", "{", "<", "(", "___", "xx", "XX", "??", "…", "...", " x ", " X ")
_ERROR = re.compile(r"\W*#[A-Z]+(?:/[A-Z]+)?[!?]?\W*")
"""What a spreadsheet shows in a cell that it cannot work out."""
_DIGIT = re.compile(r"\W*\d\W*")
"""One digit is no year and no sum, and gives no reason."""
_TO_SOMEBODY = re.compile(r"\W{0,3}@\w[^?]{0,200}\?")
"""How a question to a colleague begins; what only begins with the sign may be a piece of code."""
_LAST_IS_NAME = re.compile(r"\s[A-Z]\w+\W*$")
_COLON = re.compile(r"\W*[\w-]+(?:\sdo)?(?:\s?\(\w{1,20}\))?\s*[:\u2013\u2014]")
_TRAILING = re.compile(r"(?:…|\.{2,}|\?{2,})\W*$")
_ROOM = re.compile(r"\(\W*m[aei][a-z]{1,5}\.?\s\d+\s\w+\W*\)")
"""How the label of a field tells how much fits in: `Reason (max. 250 characters)`."""
_NEAR = 40
"""How many characters at the beginning or the end of a text show what it begins or ends with."""
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm")
_RUN = 5
"""So many keys beside each other, or the same key so many times, are no word."""
_FEW_WORDS = 2
_SHORT_LABEL = 5
_SHORT_INSTRUCTION = 8
"""An instruction of so many words that speaks of the form once is meant for its reader."""


def find_gap(markdown: str) -> str | None:
    """Return the place in a text that was to be filled in, such as `[insert amount]`."""
    if _ERROR.fullmatch(markdown[:_NEAR]) or _DIGIT.fullmatch(markdown[:_NEAR]):
        return markdown.strip()
    if not any(mark in markdown for mark in _GAP_MARKS) and markdown.lstrip()[:1] != "%":
        return None
    if _WHOLE_GAP.fullmatch(markdown):
        return markdown.strip()
    if "`" in markdown:
        markdown = _CODE_SPAN.sub(" ", markdown)
    found = _GAP.search(markdown)
    return found[0] if found else None


def is_placeholder(prose: Prose, names: frozenset[str], known: Language) -> bool:
    """Tell whether a text that has words is a place to fill in.

    `names` are the words, in small letters, that are known to be names.
    """
    rest = [word for word in prose.words if word not in names]
    return (
        _says_later(rest, known)
        or ("ipsum" in prose.vocabulary and ("lorem", "ipsum") in pairwise(prose.words))
        or _is_cut_off(prose, rest, known)
        or _is_random(prose)
    )


def is_note(prose: Prose, known: Language) -> bool:
    """Tell whether a text is to whoever was to write it: `TODO: ask the owner`.

    So is the instruction of a form: `Describe in one sentence why this rule exists`.
    """
    if _TO_SOMEBODY.match(prose.text) or _sends_to_somebody(prose, known):
        return True
    if known.phrases("note").find_end(prose.words, 0):
        return len(prose.sentences) == 1 and bool(_COLON.match(prose.text[:_NEAR]))
    if prose.words[0] not in known.words("instruction"):
        return False
    about = sum(word in known.words("instructed") for word in prose.sentences[0].small)
    return about >= (1 if "(" in prose.text or len(prose.words) <= _SHORT_INSTRUCTION else 2)


def _sends_to_somebody(prose: Prose, known: Language) -> bool:
    """Tell whether a text only names whom to ask: `Ask Dave`, but not `Ask first`."""
    end = known.phrases("asking").find_end(prose.words, 0)
    if not end or end != len(prose.words) - 1:
        return False
    return end > 1 or bool(_LAST_IS_NAME.search(prose.text))


def leaves_price_open(markdown: str, language: str) -> bool:
    """Tell whether a price is one that is still to be agreed on, such as `in consultation`."""
    return _consists_of("open", markdown, language)


def leaves_condition_open(markdown: str, language: str) -> bool:
    """Tell whether a condition is one that anything meets, such as `if there is a good reason`."""
    return _consists_of("discretion", markdown, language)


def _consists_of(name: str, markdown: str, language: str) -> bool:
    """Tell whether all words of a text but those of grammar are in the list `name`."""
    known, words = find_words_of(language), read_prose(markdown).words
    if known is None or not words:
        return False
    covered = known.phrases(name).cover(words)
    rest = (word for word, is_covered in zip(words, covered, strict=True) if not is_covered)
    return any(covered) and all(word in known.words("function") for word in rest)


def _says_later(words: list[str], known: Language) -> bool:
    """Tell whether all that is said is that something is not there yet."""
    if known.parts("placeholder").isdisjoint(words):
        return False
    covered = known.phrases("placeholder").cover(words)
    leading = known.phrases("leading")
    if any(leading.find_end(words, at) > at + 1 for at in compress(count(), covered)):
        return False
    beside = known.words("function", "beside_placeholder")
    rest = (word for word, is_covered in zip(words, covered, strict=True) if not is_covered)
    return any(covered) and all(word in beside for word in rest)


def _is_cut_off(prose: Prose, rest: list[str], known: Language) -> bool:
    """Tell whether a text ends before it says anything, or is the label of a field."""
    if len(rest) <= _SHORT_LABEL and _ROOM.search(prose.text):
        return True
    silent = known.words("function", "beside_placeholder")
    return bool(_TRAILING.search(prose.text[-_NEAR:])) and all(word in silent for word in rest)


def _is_random(prose: Prose) -> bool:
    """Tell whether somebody let a hand fall on the keys."""
    words = prose.words
    if len(words) > _FEW_WORDS:
        return False
    return any(
        word[at : at + _RUN] in row or word[at : at + _RUN] in row[::-1]
        for word in words
        for at in range(len(word) - _RUN + 1)
        for row in (*_ROWS, word[at] * _RUN)
    )
