"""Say how a line should be that somebody typed in another way than YAML asks."""

import re

from spelregels.messages import Message, say

QUOTE = say("put the whole text in quotes")
BULLET = say(
    "this line begins with a long dash or a dot, as a word processor makes it; "
    "type the short dash of the keyboard (-) and a space"
)

CURLY_MARKS = say(
    'quotation marks that curl (\u201c \u201d) do not count; put straight ones (") in their '
    "place, at both ends of the text"
)

_BULLETS = ("\u2013 ", "\u2014 ", "\u2022 ", "\u00b7 ", "\u25cf ", "\u25aa ")
_LONGEST = 50
"""How many characters of a line are shown as it should be."""
_CURLY = re.compile(r"\s*(?:- +)?(?:[a-z_]+:)?\s*[\u201c\u201d\u201e\u2018\u2019]")
"""A text that begins with a quotation mark as a word processor makes it."""
_LANGUAGE = re.compile(r"\s*(?:- +)?([a-z_]+):\s+([a-z]{2}):\s")
"""A name, and on the same line the name of a language."""
_APOSTROPHE = re.compile(r"\s*(?:- +)?(?:[a-z_]+:\s+)?('[a-z]{1,2}\s.*)")
"""A text that begins as `'s Ochtends`, where the apostrophe would open a quotation."""
_QUOTED_WORD = re.compile(r"\s*(?:- +)?(?:[a-z_]+:\s+)?(\"[^\"]+\"\s.*)")
"""A text that begins as `"Lost pass" is what you choose`, where the quotes are a part of it."""
_UNFINISHED = re.compile(r"\s*(?:- +)?[a-z_]+: +[^\s'\"|>](?:\S* +){3,}\S*[\w,]\s*")
"""A name with a text that does not end as a sentence does."""
_NAMED = re.compile(r"\s*(?:- +)?[a-z_]+:(?:\s|$)")
"""How a line begins that is no part of a text, most likely."""
_SENTENCE = re.compile(r"[^\Wa-z_]\w*(?: +\S+){3}")
"""How a line begins that is no name: with a capital, and several words."""
_CUT_BEFORE, _CUT_AFTER = re.compile(r"(\w+)'$"), re.compile(r"\w+")
"""What stands on either side of an apostrophe that closed a text: `'two photo's of it'`."""
_GLUED_DASH = re.compile(r"\s*-([a-z_]{2,}):(?:\s|$)")
_GLUED = re.compile(r"\s*([a-z_]{2,}):(\S.{0,40})")
"""A name with a colon and no space after it."""


def explain_duplicate(field: str, first: int, line: str | None) -> Message:
    """Return a sentence on a name that is on the line `first` too; `line` is its own in a list."""
    if line is None:
        return say(
            "'{field}' is already written on line {first}; remove one of the two",
            field=field,
            first=first,
        )
    indent = len(line) - len(line.lstrip()) - 2
    return say(
        "the dash before the next entry of the list seems to be missing here; write '{line}', or "
        "remove one of the two, since '{field}' stands on line {first} already",
        field=field,
        first=first,
        line=_shorten(f"{' ' * indent}- {line.lstrip()}"),
    )


def explain_second_list(field: str, first: int, *, is_next: bool) -> Message:
    """Return a sentence on a list that began on the line `first`, and ends above if `is_next`."""
    if is_next:
        return say(
            "'{field}' is already written on line {first}, and this is more of the same list; "
            "remove this one line, and leave what stands below it",
            field=field,
            first=first,
        )
    return say(
        "'{field}' is already written on line {first}; move the entries that stand below this "
        "line to the end of that list, and remove this line",
        field=field,
        first=first,
    )


def is_bullet(text: str) -> bool:
    """Tell whether a line begins as that of a list in a word processor."""
    return text.startswith(_BULLETS)


def begins_with_name(line: str) -> bool:
    """Tell whether a line begins with the name of a field, or with that of an entry of a list."""
    return _NAMED.match(line) is not None


def begins_with_curly_mark(line: str) -> bool:
    """Tell whether the text of a line begins with a quotation mark of a word processor."""
    return _CURLY.match(line) is not None


def ends_with_curly_mark(line: str) -> bool:
    """Tell whether a line ends with a quotation mark of a word processor."""
    return line.rstrip().endswith(("\u201d", "\u201c", "\u2019"))


def find_curly_mark(line: str) -> int:
    """Return where the first quotation mark of a word processor stands in a line that has one."""
    return min(place for place in map(line.find, "\u2018\u2019\u201c\u201d\u201e") if place >= 0)


def explain_apostrophe(line: str) -> Message | None:
    """Return a sentence on a line whose text begins with an apostrophe, or None for another."""
    found = _APOSTROPHE.match(line)
    if found is None:
        return None
    return say(
        'this text begins with an apostrophe, so put double quotes around all of it: "{text}"',
        text=_shorten(found[1]),
    )


def explain_quoted_word(line: str) -> Message | None:
    """Return a sentence on a line whose text begins with a word in quotes, or None for another."""
    found = _QUOTED_WORD.match(line)
    if found is None:
        return None
    text = found[1].replace("'", "''")
    return say(
        "this text begins with a word in quotes, so put single quotes around all of it: '{text}'",
        text=_shorten(text),
    )


def explain_cut_word(before: str, after: str) -> Message | None:
    """Return a sentence on an apostrophe that closed a text between two parts of a line."""
    start, end = _CUT_BEFORE.search(before), _CUT_AFTER.match(after)
    if start is None or end is None:
        return None
    return say(
        'the apostrophe in {word} closes the text here; put double quotes (") around all of the '
        "text, in place of the single ones",
        word=f"{start[1]}'{end[0]}",
    )


def explain_broken_text(above: str, line: str) -> Message | None:
    """Return a sentence on a line that goes on with the text of the one above it."""
    if ":" in line:
        return None
    if _UNFINISHED.fullmatch(above):
        return say(
            "this belongs to the text of the line above, it seems; put it on that line, behind it"
        )
    indent = len(above) - len(above.lstrip())
    if indent == 0 or begins_with_name(above) or not _SENTENCE.match(line):
        return None
    return say(
        "this belongs to the text above it, it seems; put as many spaces before it as stand "
        "before that: {count}",
        count=indent,
    )


def explain_two_names(line: str) -> Message | None:
    """Return a sentence on a line with the name of a language behind another name."""
    found = _LANGUAGE.match(line)
    if found is None:
        return None
    return say(
        "two names stand on one line; put braces around the second, as in "
        "'{name}: {{{language}: \"...\"}}'",
        name=found[1],
        language=found[2],
    )


def explain_glued_name(line: str) -> Message | None:
    """Return a sentence on a name that has no space after its colon."""
    found = _GLUED.match(line)
    if found is None:
        return None
    return say(
        "a space is missing after the colon; write '{name}: {text}'", name=found[1], text=found[2]
    )


def explain_glued_dash(line: str) -> Message | None:
    """Return a sentence on an entry of a list that has no space after its dash."""
    found = _GLUED_DASH.match(line)
    if found is None:
        return None
    return say("a space is missing after the dash; write '- {name}: …'", name=found[1])


def _shorten(line: str) -> str:
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}\u2026"
