"""Say in plain words what is wrong with a line that is not YAML, and how to mend it.

The reader is no programmer: libyaml's own words ("did not find expected key") say where its
grammar gave up, not what somebody typed. The phrases matched here are those of libyaml 0.2.5,
scanner.c and parser.c; one that is not known falls back on the commonest cause.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from spelregels.messages import Message, say

QUOTE = say("put the whole text in quotes")

TAB = say(
    "a tab stands here, which looks like spaces; take out all before the first letter, and "
    "type there as many spaces as stand before the lines that belong with it"
)
BULLET = say(
    "this line begins with a long dash or a dot, as a word processor makes it; "
    "type the short dash of the keyboard (-) and a space"
)
_CURLY_MARKS = say(
    'quotation marks that curl (\u201c \u201d) do not count; put straight ones (") at both '
    "ends of the text"
)
_CURLY = re.compile(r"\s*(?:- +)?(?:[a-z_]+:)?\s*[\u201c\u201d\u201e\u2018\u2019]")
"""A text that begins with a quotation mark as a word processor makes it."""
_LANGUAGE = re.compile(r"\s*(?:- +)?([a-z_]+):\s+([a-z]{2}):\s")
"""A name, and on the same line the name of a language."""
_APOSTROPHE = re.compile(r"\s*(?:- +)?(?:[a-z_]+:\s+)?('[a-z]{1,2}\s.*)")
"""A text that begins as `'s Ochtends`, where the apostrophe would open a quotation."""
_BULLETS = ("\u2013 ", "\u2014 ", "\u2022 ", "\u00b7 ", "\u25cf ", "\u25aa ")
_LONGEST = 50
"""How many characters of a line are shown as it should be."""
_UNFINISHED = re.compile(r"\s*(?:- +)?[a-z_]+: +[^\s'\"|>](?:\S* +){3,}\S*[\w,]\s*")
"""A name with a text that does not end as a sentence does."""
_GLUED = re.compile(r"\s*([a-z_]{2,}):(\S.{0,40})")
"""A name with a colon and no space after it."""


class Trouble(NamedTuple):
    """What libyaml said, and the line, the rest of it where it said so, and a line above it.

    That is the one of the entry before, where the line begins one of a list.
    """

    problem: str
    context: str
    above: str
    line: str
    rest: str


def explain_syntax(trouble: Trouble) -> Message:
    """Return a sentence on what is wrong and how to mend it."""
    hint = next(hint for matches, hint in _HINTS if matches(trouble))
    return hint(trouble) if callable(hint) else hint


def explain_duplicate(field: str, place: str, line: str | None) -> Message:
    """Return a sentence on a name that is at `place` too; `line` is its own, within a list."""
    if line is None:
        return say(
            "'{field}' is already written at {place}; remove one of the two",
            field=field,
            place=place,
        )
    indent = len(line) - len(line.lstrip()) - 2
    return say(
        "the dash before the next entry of the list seems to be missing here; write '{line}', or "
        "remove one of the two, since '{field}' stands at {place} already",
        field=field,
        place=place,
        line=_shorten(f"{' ' * indent}- {line.lstrip()}"),
    )


def is_bullet(text: str) -> bool:
    """Tell whether a line begins as that of a list in a word processor."""
    return text.startswith(_BULLETS)


def _shorten(line: str) -> str:
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}\u2026"


def _says(*words: str) -> Callable[[Trouble], bool]:
    return lambda trouble: any(word in f"{trouble.problem} {trouble.context}" for word in words)


def _starts(characters: str) -> Callable[[Trouble], bool]:
    return lambda trouble: trouble.rest[:1] in characters and trouble.rest != ""


def _both(*tests: Callable[[Trouble], bool]) -> Callable[[Trouble], bool]:
    return lambda trouble: all(test(trouble) for test in tests)


def _indented_name(trouble: Trouble) -> bool:
    before = trouble.line[: len(trouble.line) - len(trouble.rest)]
    return before.startswith(" ") and before.count(":") == 0


def _name_without_colon_above(trouble: Trouble) -> bool:
    before = trouble.line[: len(trouble.line) - len(trouble.rest)]
    levels = (len(line) - len(line.lstrip()) for line in (trouble.line, trouble.above))
    return ":" not in before and ": " not in trouble.above and len(set(levels)) == 1


def _after_a_list_in_brackets(trouble: Trouble) -> bool:
    before = trouble.line[: len(trouble.line) - len(trouble.rest)].rstrip()
    return before.endswith(("]", "}"))


def _line_up(trouble: Trouble) -> Message:
    here, above = (len(line) - len(line.lstrip()) for line in (trouble.line, trouble.above))
    if here == above:
        return say("this line does not line up with the others; use the same number of spaces")
    if trouble.line.lstrip().startswith("- "):
        return say(
            "the number of spaces before this dash is {here}, before that of the entry above "
            "{above}; the dashes of a list stand right below each other",
            here=here,
            above=above,
        )
    return say(
        "the number of spaces before this line is {here}, before the one above it {above}; "
        "names that belong together begin with the same number",
        here=here,
        above=above,
    )


def _has_bullet(trouble: Trouble) -> bool:
    return is_bullet(trouble.line.lstrip())


def _begins_with_apostrophe(trouble: Trouble) -> bool:
    return _APOSTROPHE.match(trouble.line) is not None


def _quote_apostrophe(trouble: Trouble) -> Message:
    return explain_apostrophe(trouble.line) or QUOTE


def explain_apostrophe(line: str) -> Message | None:
    """Return a sentence on a line whose text begins with an apostrophe, or None for another."""
    found = _APOSTROPHE.match(line)
    if found is None:
        return None
    return say(
        'this text begins with an apostrophe, so put double quotes around all of it: "{text}"',
        text=_shorten(found[1]),
    )


def _is_curly(trouble: Trouble) -> bool:
    return _CURLY.match(trouble.line) is not None


def _has_curly(trouble: Trouble) -> bool:
    return trouble.line.rstrip().endswith(("\u201d", "\u201c", "\u2019"))


def _names_a_language(trouble: Trouble) -> bool:
    return _LANGUAGE.match(trouble.line) is not None


def _add_braces(trouble: Trouble) -> Message:
    found = _LANGUAGE.match(trouble.line)
    name, language = found.groups() if found else ("", "")
    return say(
        "two names stand on one line; put braces around the second, as in "
        "'{name}: {{{language}: \"...\"}}'",
        name=name,
        language=language,
    )


def _no_space(trouble: Trouble) -> bool:
    return _GLUED.match(trouble.line) is not None


def _add_space(trouble: Trouble) -> Message:
    glued = _GLUED.match(trouble.line)
    name, text = glued.groups() if glued else ("", "")
    return say("a space is missing after the colon; write '{name}: {text}'", name=name, text=text)


def _goes_on(trouble: Trouble) -> bool:
    return ":" not in trouble.line and _UNFINISHED.fullmatch(trouble.above) is not None


_HINTS: tuple[tuple[Callable[[Trouble], bool], Message | Callable[[Trouble], Message]], ...] = (
    (
        _both(
            _begins_with_apostrophe,
            _says("quoted scalar", "expected key", "unexpected end", "flow mapping"),
        ),
        _quote_apostrophe,
    ),
    (_has_bullet, BULLET),
    (
        _says("tab character"),
        TAB,
    ),
    (
        _both(_says("cannot start any token"), _starts("\t")),
        TAB,
    ),
    (
        _says("cannot start any token"),
        say("a text may not begin with this character; {quote}", quote=QUOTE),
    ),
    (_both(_says("quoted scalar"), _has_curly), _CURLY_MARKS),
    (
        _says("quoted scalar unexpected end", "unexpected end of stream", "unexpected document"),
        say("the quotation mark that opens here is never closed; add the closing one"),
    ),
    (
        _says("unknown escape", "hexdecimal", "invalid Unicode character escape"),
        say("a backslash has a meaning of its own between \"double quotes\"; use 'single quotes'"),
    ),
    (
        _says("an alias", "an anchor"),
        say("a text may not begin with * or & as it stands; {quote}", quote=QUOTE),
    ),
    (_says("a tag"), say("a text may not begin with ! as it stands; {quote}", quote=QUOTE)),
    (_says("directive"), say("a text may not begin with % as it stands; {quote}", quote=QUOTE)),
    (
        _says("block sequence entries"),
        say(
            "a list starts on a line of its own; put '- ' on the next line, or {quote} if it "
            "is no list",
            quote=QUOTE,
        ),
    ),
    (
        _says("expected comment or line break"),
        say(
            "after > or | the text starts on the next line; move it there, or {quote}", quote=QUOTE
        ),
    ),
    (
        _both(_says("flow sequence", "flow mapping"), _starts(":")),
        say("a colon followed by a space cuts this text in two; {quote}", quote=QUOTE),
    ),
    (
        _both(_says("flow sequence", "flow mapping"), _starts("[{")),
        say(
            "a bracket that opens here is not closed as it should be; close it, or {quote}",
            quote=QUOTE,
        ),
    ),
    (
        _says("flow sequence", "flow mapping"),
        say(
            "a comma or a closing bracket is missing before this place; put a text with a "
            "comma, a colon or a quotation mark in quotes"
        ),
    ),
    (_both(_says("mapping values are not allowed"), _is_curly), _CURLY_MARKS),
    (_both(_says("mapping values are not allowed"), _names_a_language), _add_braces),
    (_both(_says("could not find expected ':'"), _no_space), _add_space),
    (
        _both(_says("could not find expected ':'"), _goes_on),
        say(
            "this belongs to the text of the line above, it seems; put it on that line, behind it"
        ),
    ),
    (
        _says("could not find expected ':'"),
        say(
            "a name without a colon and a space; write 'name: text', or start the line with "
            "spaces if it belongs to the text above it"
        ),
    ),
    (
        _both(_says("mapping values are not allowed"), _name_without_colon_above),
        say("the line above this one has no colon with a space after it; write 'name: text'"),
    ),
    (
        _both(_says("mapping values are not allowed"), _indented_name),
        say("this line starts further to the right than the one above it; line the names up"),
    ),
    (
        _says("mapping values are not allowed"),
        say("a colon followed by a space cuts this text in two; {quote}", quote=QUOTE),
    ),
    (
        _says("expected <document start>"),
        _line_up,
    ),
    (
        _says("expected '-' indicator"),
        say("this list is mixed with names; start each entry with '- '"),
    ),
    (
        _after_a_list_in_brackets,
        say("a text that begins with a bracket goes on after it; {quote}", quote=QUOTE),
    ),
    (
        _both(_says("did not find expected key"), _indented_name),
        _line_up,
    ),
    (
        _says("did not find expected key"),
        say(
            "text goes on after the closing quotation mark; put all of it in one pair of "
            "quotes, and write '' for an apostrophe inside 'single quotes'"
        ),
    ),
    (
        lambda _: True,
        say("this is not YAML as it stands; {quote}, or see that the lines line up", quote=QUOTE),
    ),
)
