"""Say in plain words what is wrong with a line that is not YAML, and how to mend it.

The reader is no programmer: libyaml's own words ("did not find expected key") say where its
grammar gave up, not what somebody typed. The phrases matched here are those of libyaml 0.2.5,
scanner.c and parser.c; one that is not known falls back on the commonest cause.
"""

from collections.abc import Callable
from typing import NamedTuple

from spelregels.messages import Message, say
from spelregels.slips import (
    BULLET,
    CURLY_MARKS,
    QUOTE,
    begins_with_curly_mark,
    ends_with_curly_mark,
    explain_apostrophe,
    explain_broken_text,
    explain_cut_word,
    explain_glued_dash,
    explain_glued_name,
    explain_quoted_word,
    explain_two_names,
    is_bullet,
)

TAB = say(
    "a tab stands here, which looks like spaces; take out all that stands before the dash or the "
    "first letter, and type there as many spaces as stand before the lines that belong with it"
)


class Trouble(NamedTuple):
    """What libyaml said, and the line, the rest of it where it said so, and a line above it.

    That is the one of the entry before, where the line begins one of a list.
    """

    problem: str
    context: str
    above: str
    line: str
    rest: str

    @property
    def before(self) -> str:
        """The line up to where libyaml said so."""
        return self.line[: len(self.line) - len(self.rest)]


def explain_syntax(trouble: Trouble) -> Message:
    """Return a sentence on what is wrong and how to mend it."""
    hints = (hint for matches, hint in _HINTS if matches(trouble))
    told = (hint(trouble) if callable(hint) else hint for hint in hints)
    return next(message for message in told if message is not None)


def _says(*words: str) -> Callable[[Trouble], bool]:
    return lambda trouble: any(word in f"{trouble.problem} {trouble.context}" for word in words)


def _starts(characters: str) -> Callable[[Trouble], bool]:
    return lambda trouble: trouble.rest[:1] in characters and trouble.rest != ""


def _both(*tests: Callable[[Trouble], bool]) -> Callable[[Trouble], bool]:
    return lambda trouble: all(test(trouble) for test in tests)


def _indented_name(trouble: Trouble) -> bool:
    return trouble.before.startswith(" ") and ":" not in trouble.before


def _name_without_colon_above(trouble: Trouble) -> bool:
    levels = (len(line) - len(line.lstrip()) for line in (trouble.line, trouble.above))
    return ":" not in trouble.before and ": " not in trouble.above and len(set(levels)) == 1


def _after_a_list_in_brackets(trouble: Trouble) -> bool:
    return trouble.before.rstrip().endswith(("]", "}"))


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


_Hint = Message | Callable[[Trouble], Message | None]

_HINTS: tuple[tuple[Callable[[Trouble], bool], _Hint], ...] = (
    (
        _says("quoted scalar", "expected key", "unexpected end", "flow mapping"),
        lambda trouble: explain_apostrophe(trouble.line),
    ),
    (lambda trouble: is_bullet(trouble.line.lstrip()), BULLET),
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
    (
        _both(_says("quoted scalar"), lambda trouble: ends_with_curly_mark(trouble.line)),
        CURLY_MARKS,
    ),
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
    (
        _both(
            _says("mapping values are not allowed"),
            lambda trouble: begins_with_curly_mark(trouble.line),
        ),
        CURLY_MARKS,
    ),
    (_says("mapping values are not allowed"), lambda trouble: explain_two_names(trouble.line)),
    (_says("could not find expected ':'"), lambda trouble: explain_glued_name(trouble.line)),
    (
        _says("could not find expected ':'"),
        lambda trouble: explain_broken_text(trouble.above, trouble.line),
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
    (_says("expected '-' indicator"), lambda trouble: explain_glued_dash(trouble.line)),
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
        lambda trouble: explain_cut_word(trouble.before, trouble.rest),
    ),
    (
        _says("did not find expected key"),
        lambda trouble: explain_quoted_word(trouble.line),
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
