"""Where a file stops being YAML is told as a person would point at it, with how to mend it."""

import pytest

from test_source import QUOTE, faults_of

CURLY = (
    "quotation marks that curl (\u201c \u201d) do not count; "
    'put straight ones (") in their place, at both ends of the text'
)
BRACES = "two names stand on one line; put braces around the second, as in 'why: {nl: \"...\"}'"
TAB = (
    "a tab stands here, which looks like spaces; take out all that stands before the dash or the "
    "first letter, and type there as many spaces as stand before the lines that belong with it"
)
COLON = f"a colon followed by a space cuts this text in two; {QUOTE}"
NOT_CLOSED = "the quotation mark that opens here is never closed; add the closing one"
QUOTED = (
    "this text begins with a word in quotes, so put single quotes around all of it: "
    "'\"Wait\" it''s me'"
)
GOES_ON = (
    "text goes on after the closing quotation mark; put all of it in one pair of quotes, "
    "and write '' for an apostrophe inside 'single quotes'"
)
BROKEN = "this belongs to the text of the line above, it seems; put it on that line, behind it"
CUT_WORD = (
    "the apostrophe in It's closes the text here; put double quotes (\") around all of the text, "
    "in place of the single ones"
)
NO_SPACE_DASH = "a space is missing after the dash; write '- nl: …'"
NO_COLON = (
    "a name without a colon and a space; write 'name: text', or start the line with spaces "
    "if it belongs to the text above it"
)
NO_SPACE = "a space is missing after the colon; write 'title: Wait'"
NO_COLON_ABOVE = "the line above this one has no colon with a space after it; write 'name: text'"
TOO_FAR = "this line starts further to the right than the one above it; line the names up"
NOT_IN_LINE = "this line does not line up with the others; use the same number of spaces"
BACKSLASH = "a backslash has a meaning of its own between \"double quotes\"; use 'single quotes'"
BEGINS = f"a text may not begin with this character; {QUOTE}"
STAR = f"a text may not begin with * or & as it stands; {QUOTE}"
BLOCK = f"after > or | the text starts on the next line; move it there, or {QUOTE}"
BRACKET = f"a text that begins with a bracket goes on after it; {QUOTE}"
OPEN_BRACKET = f"a bracket that opens here is not closed as it should be; close it, or {QUOTE}"
COMMA = (
    "a comma or a closing bracket is missing before this place; put a text with a comma, "
    "a colon or a quotation mark in quotes"
)
NO_VALUE = f"a name without a colon; if a comma cuts a text in two here, {QUOTE}"
LIST = (
    f"a list starts on a line of its own; put '- ' on the next line, or {QUOTE} if it is no list"
)
MIXED = "this list is mixed with names; start each entry with '- '"
OTHER = f"this is not YAML as it stands; {QUOTE}, or see that the lines line up"


def spaces(here: int, above: int) -> str:
    return (
        f"the number of spaces before this line is {here}, before the one above it {above}; "
        "names that belong together begin with the same number"
    )


SYNTAX = [
    pytest.param("title: Urgent: at a price\n", 1, 14, COLON, id="colon in a text"),
    pytest.param("because: So: yes\n", 1, 12, COLON, id="colon in another text"),
    pytest.param("title: wait:\n", 1, 12, COLON, id="colon at the end"),
    pytest.param("title: “Wait: here”\n", 1, 8, CURLY, id="curly quotes do not quote"),
    pytest.param('why: nl: "Wacht"\n', 1, 8, BRACES, id="two names on one line"),
    pytest.param("a: {b: So: yes}\n", 1, 10, COLON, id="colon in braces"),
    pytest.param("a: {en: wait nl: wacht}\n", 1, 16, COLON, id="comma forgotten"),
    pytest.param("a:\n\tb: c\n", 2, 1, TAB, id="tab indents"),
    pytest.param("a:\n  b:\n  \tc: d\n", 3, 3, TAB, id="tab after spaces"),
    pytest.param('a: "Wait\nb: c\n', 1, 4, NOT_CLOSED, id="double quote not closed"),
    pytest.param("a: 'Wait\nb: c\n", 1, 4, NOT_CLOSED, id="single quote not closed"),
    pytest.param('a: "\nb: c\n', 1, 4, NOT_CLOSED, id="quote alone"),
    pytest.param("a: 'It's me'\nb: c\n", 1, 8, CUT_WORD, id="apostrophe"),
    pytest.param("a: 'It' is me\nb: c\n", 1, 9, GOES_ON, id="text after a single quote"),
    pytest.param('a: "Wait" it\'s me\nb: c\n', 1, 11, QUOTED, id="text after a quote"),
    pytest.param('a:\n  b: "Wait" it\'s me\n', 2, 13, QUOTED, id="text after an indented quote"),
    pytest.param("title Wait\nrule: b\n", 2, 5, NO_COLON_ABOVE, id="first line lacks colon"),
    pytest.param("a:\n  b c\n  d: e\n", 3, 4, NO_COLON_ABOVE, id="indented line lacks colon"),
    pytest.param("title:Wait\nrule: b\n", 2, 5, NO_COLON_ABOVE, id="no space after colon"),
    pytest.param("a: b\ntitle Wait\nc: d\n", 2, 1, NO_COLON, id="line lacks colon"),
    pytest.param("a: b\ntitle:Wait\nc: d\n", 2, 1, NO_SPACE, id="line lacks space"),
    pytest.param("a: Wait until\nyour turn.\n", 2, 1, NO_COLON, id="text goes on unindented"),
    pytest.param(
        "a:\n  b: Please wait here until\nit is your turn.\nc: d\n", 3, 1, BROKEN, id="broken line"
    ),
    pytest.param("a: It is all said.\ntitle Wait\n", 2, 1, NO_COLON, id="sentence above"),
    pytest.param("a: |\nyour turn.\n", 2, 1, NO_COLON, id="block unindented"),
    pytest.param("a: b\n  c: d\n", 2, 4, TOO_FAR, id="indented too far"),
    pytest.param("a:\n  b: c\n    d: e\n", 3, 6, TOO_FAR, id="indented too far inside"),
    pytest.param("a:\n    b: c\n  d: e\n", 3, 3, spaces(2, 4), id="indented too little"),
    pytest.param(" a: b\nc: d\n", 2, 1, spaces(0, 1), id="first line indented"),
    pytest.param("a: |\n  b\n c\n", 3, 2, spaces(1, 2), id="block indented too little"),
    pytest.param('a: "C:\\shop"\n', 1, 7, BACKSLASH, id="backslash"),
    pytest.param('a: "C:\\users"\n', 1, 9, BACKSLASH, id="backslash and u"),
    pytest.param('a: "C:\\xyz"\n', 1, 9, BACKSLASH, id="backslash and x"),
    pytest.param("a: @home\n", 1, 4, BEGINS, id="at sign"),
    pytest.param("a: `code`\n", 1, 4, BEGINS, id="backtick"),
    pytest.param("a: %discount\n", 1, 4, BEGINS, id="percent sign"),
    pytest.param("a: *important*\n", 1, 4, STAR, id="star"),
    pytest.param("a: **bold** words\n", 1, 4, STAR, id="two stars"),
    pytest.param("a: * loose\n", 1, 4, STAR, id="star alone"),
    pytest.param("a: & co\n", 1, 4, STAR, id="ampersand alone"),
    pytest.param("a: | b | c |\n", 1, 6, BLOCK, id="table on the line of the name"),
    pytest.param("a: > wait\n", 1, 6, BLOCK, id="text after >"),
    pytest.param("a: >3 people\n", 1, 7, BLOCK, id="more than"),
    pytest.param("a: [Beta] wait\nb: c\n", 1, 11, BRACKET, id="text after a bracket"),
    pytest.param("a: {b: c} here\nb: c\n", 1, 11, BRACKET, id="text after a brace"),
    pytest.param("a: [b](https://x)\nc: d\n", 1, 7, BRACKET, id="link without quotes"),
    pytest.param("a: [b\nc: d\n", 1, 4, OPEN_BRACKET, id="bracket not closed"),
    pytest.param("a: {en: b\nc: d\n", 1, 4, OPEN_BRACKET, id="brace not closed"),
    pytest.param('a: {b: "c" d}\n', 1, 12, COMMA, id="text after a quote in braces"),
    pytest.param('a: {en: "b" nl: "c"}\n', 1, 13, COMMA, id="comma forgotten after a quote"),
    pytest.param("a: {b: 'it's'}\n", 1, 12, COMMA, id="apostrophe in braces"),
    pytest.param("a: {b: Quick, good.}\n", 1, 15, NO_VALUE, id="comma in a text in braces"),
    pytest.param("a: {wait}\n", 1, 5, NO_VALUE, id="braces around a text"),
    pytest.param("a: - b\n", 1, 4, LIST, id="dash on the line of the name"),
    pytest.param("a:\n  - b\n  c: d\n", 3, 3, MIXED, id="name in a list"),
    pytest.param("a:\n  - nl: b\n  -nl: d\n", 3, 3, NO_SPACE_DASH, id="dash without a space"),
    pytest.param("a:\n  b: c\n  - d\n", 3, 3, NOT_IN_LINE, id="dash among names"),
    pytest.param("a: ? b\n", 1, 4, OTHER, id="question mark"),
    pytest.param("a: , b\n", 1, 4, OTHER, id="comma"),
    pytest.param("a: ] b\n", 1, 4, OTHER, id="closing bracket"),
]


@pytest.mark.parametrize(("text", "line", "column", "hint"), SYNTAX)
def test_slip_of_the_keyboard_gets_a_place_and_a_hint(
    text: str, line: int, column: int, hint: str
) -> None:
    assert faults_of(text) == [f"{line}:{column} yaml-syntax: {hint}"]


def test_name_that_is_there_twice_in_a_list_may_lack_its_dash() -> None:
    assert faults_of("a:\n  - b: c\n    b: d\n") == [
        "3:5 duplicate-key: the dash before the next entry of the list seems to be missing here; "
        "write '  - b: d', or remove one of the two, since 'b' stands on line 2 already"
    ]


def test_one_dash_that_is_lacking_is_told_once() -> None:
    told_of = faults_of("a:\n  - b: c\n    d: e\n    b: f\n    d: g\nh:\n  - b: c\n    b: d\n")
    assert [line.partition(" duplicate")[0] for line in told_of] == ["4:5", "8:5"]


def test_dash_that_stands_too_far_to_the_left_is_held_against_the_one_before_it() -> None:
    assert faults_of("a:\n  - b: c\n    d: e\n - b: f\n") == [
        "4:2 yaml-syntax: the number of spaces before this dash is 1, before that of the entry "
        "above 2; the dashes of a list stand right below each other"
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a:\n  nl: 's Ochtends is het druk.\n  en: Wait\n", "2:7"),
        ("a:\n  nl: 's Ochtends is het druk.\n  en: 'Wait'\nb: c\n", "2:7"),
        ("a:\n  nl: 's Ochtends is 't druk.\n  en: Wait\n", "2:23"),
        ("- 't Kan druk zijn\n", "1:3"),
    ],
)
def test_text_that_begins_with_an_apostrophe_needs_other_quotes(text: str, place: str) -> None:
    (told_of,) = faults_of(text)
    line = text.split("\n")[int(place[0]) - 1]
    assert told_of == (
        f"{place} yaml-syntax: this text begins with an apostrophe, so put double quotes around "
        f'all of it: "{line[line.index(chr(39)) :]}"'
    )


def test_quotation_mark_that_is_closed_by_a_curly_one_is_told_so() -> None:
    (told_of,) = faults_of('a: "Wait here.\u201d\nb: c\n')
    assert told_of.startswith("1:15 yaml-syntax: quotation marks that curl ")


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  - b: c\n  \u2013 b: d\n",
        "a:\n  \u2014 b: c\n",
        "a:\n  - Wait\n  \u2022 b: c\n",
    ],
)
def test_dash_of_a_word_processor_begins_no_entry_of_a_list(text: str) -> None:
    (told_of,) = faults_of(text)
    assert told_of.endswith("type the short dash of the keyboard (-) and a space")


@pytest.mark.parametrize(
    "text",
    [
        'a: "Wait\nb: "Come"\n',
        'a:\n  - "Wait\n  - b: c\n  - "Come"\n',
        "a:\n  nl: 'Wacht\n  en: Wait\nb: 'Come'\n",
    ],
)
def test_quotation_mark_that_closes_behind_other_names_is_to_blame(text: str) -> None:
    (told_of,) = faults_of(text)
    place, _, message = told_of.partition(" yaml-syntax: ")
    line, column = map(int, place.split(":"))
    assert text.split("\n")[line - 1][column - 1] in "\"'"
    assert message.startswith("the quotation mark that opens here is closed only on line ")


def test_text_of_several_lines_between_quotes_is_not_to_blame() -> None:
    (told_of,) = faults_of('a: "Wait\n  here"\nb: \tc: d\n')
    assert not told_of.startswith("1:4")


def test_every_line_that_is_indented_with_a_tab_is_told() -> None:
    assert [
        fault.split(" ")[0] for fault in faults_of("a:\n\tb: c\n\td: e\n  f: g\n \th: i\n")
    ] == [
        "2:1",
        "3:1",
        "5:2",
    ]
