from pathlib import Path

import pytest

from rulebooks import write_file
from spelregels.diagnostics import Pointer
from spelregels.nodes import Data, Scalar, find_node, locate, to_data
from spelregels.source import parse_source, read_source

QUOTE = "put the whole text in quotes"
CURLY = (
    "quotation marks that curl (\u201c \u201d) do not count; "
    'put straight ones (") at both ends of the text'
)
BRACES = "two names stand on one line; put braces around the second, as in 'why: {nl: \"...\"}'"
TAB = (
    "a tab stands here, which looks like spaces; take out all before the first letter, and type "
    "there as many spaces as stand before the lines that belong with it"
)
COLON = f"a colon followed by a space cuts this text in two; {QUOTE}"
NOT_CLOSED = "the quotation mark that opens here is never closed; add the closing one"
GOES_ON = (
    "text goes on after the closing quotation mark; put all of it in one pair of quotes, "
    "and write '' for an apostrophe inside 'single quotes'"
)
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
MERGE = (
    "these are the marks of an unfinished merge; choose between the two versions and remove "
    "the marks"
)


def spaces(here: int, above: int) -> str:
    return (
        f"the number of spaces before this line is {here}, before the one above it {above}; "
        "names that belong together begin with the same number"
    )


def faults_of(text: str) -> list[str]:
    return told(parse_source("a.yaml", text).faults)


def told(faults: object) -> list[str]:
    assert isinstance(faults, tuple)
    return [
        f"{at.location.line}:{at.location.column} {at.name}: {at.message.within('en')}"
        for at in faults
    ]


def data_of(text: str) -> Data | None:
    source = parse_source("a.yaml", text)
    assert source.faults == ()
    return to_data(source.root) if source.root else None


def place_of(text: str, pointer: Pointer, *, on_key: bool = False) -> tuple[int, ...]:
    source = parse_source("a.yaml", text)
    assert source.faults == ()
    assert source.root is not None
    return locate(source.root, pointer, on_key=on_key)[1:]


def read(folder: Path, content: bytes) -> list[str]:
    file = folder / "a.yaml"
    file.write_bytes(content)
    return told(read_source(file).faults)


@pytest.mark.parametrize(
    ("text", "pointer", "key", "value"),
    [
        ("a: b\n", ("a",), (1, 1, 1, 2), (1, 4, 1, 5)),
        ("x: y\na:   bcd  \n", ("a",), (2, 1, 2, 2), (2, 6, 2, 9)),
        ("a:\n  b:\n    c: d\n", ("a", "b", "c"), (3, 5, 3, 6), (3, 8, 3, 9)),
        ("a: {b: c, d: e}\n", ("a", "d"), (1, 11, 1, 12), (1, 14, 1, 15)),
        ("a: [b, {c: d}]\n", ("a", 1, "c"), (1, 9, 1, 10), (1, 12, 1, 13)),
        ("a:\n  - b\n  - c\n", ("a", 1), (3, 5, 3, 6), (3, 5, 3, 6)),
        ("a:\n  - b: c\n    d: e\n", ("a", 0, "d"), (3, 5, 3, 6), (3, 8, 3, 9)),
        ('a: "b c"\n', ("a",), (1, 1, 1, 2), (1, 4, 1, 9)),
        ("a: 'it''s'\n", ("a",), (1, 1, 1, 2), (1, 4, 1, 11)),
        ('"a b": c\n', ("a b",), (1, 1, 1, 6), (1, 8, 1, 9)),
        ("a: |\n  b\n  c\nd: e\n", ("a",), (1, 1, 1, 2), (1, 4, 4, 1)),
        ("a: >-\n  b\n  c\nd: e\n", ("d",), (4, 1, 4, 2), (4, 4, 4, 5)),
        ("a: b\n  c\nd: e\n", ("a",), (1, 1, 1, 2), (1, 4, 2, 4)),
        ("# a\n\na: b # c\n", ("a",), (3, 1, 3, 2), (3, 4, 3, 5)),
        ("é: ëë\n", ("é",), (1, 1, 1, 2), (1, 4, 1, 6)),
        ("😀: 😀😀\n", ("😀",), (1, 1, 1, 2), (1, 4, 1, 6)),
        ("a: b\r\nc: d\r\n", ("c",), (2, 1, 2, 2), (2, 4, 2, 5)),
        ("a:\nb: c\n", ("a",), (1, 1, 1, 2), (1, 1, 1, 2)),
    ],
)
def test_name_and_value_know_their_place(
    text: str, pointer: Pointer, key: tuple[int, ...], value: tuple[int, ...]
) -> None:
    assert place_of(text, pointer, on_key=True) == key
    assert place_of(text, pointer) == value


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ((), (1, 1, 1, 1)),
        (("a", "b"), (1, 1, 1, 2)),
        (("a", 7), (1, 1, 1, 2)),
        (("z",), (1, 1, 1, 1)),
        (("c", "en"), (2, 4, 2, 5)),
    ],
)
def test_what_is_not_there_stands_at_what_is_around_it(
    pointer: Pointer, place: tuple[int, ...]
) -> None:
    assert place_of("a: {c: d}\nc: d\n", pointer) == place


def test_place_after_a_byte_order_mark_does_not_count_it(tmp_path: Path) -> None:
    write_file(tmp_path / "a.yaml", "\ufeffa: b\n")
    source = read_source(tmp_path / "a.yaml")
    assert source.root is not None
    assert locate(source.root, ("a",))[1:] == (1, 4, 1, 5)
    assert source.text == "a: b\n"


@pytest.mark.parametrize(
    "scalar",
    ["no", "yes", "on", "off", "y", "n", "true", "null", "~", "12:30", "1.10", "0612345678",
     "0x1F", "1e3", "1_000", ".inf", ".nan", "-6", "2026-02-30", "2026-03-01T12:00:00Z", "=",
     "=x", "-x", "a#b", "a:b", "https://x.example/#y"],
)  # fmt: skip
def test_scalar_stays_what_the_author_typed(scalar: str) -> None:
    assert data_of(f"a: {scalar}\n") == {"a": scalar}
    assert data_of(f"a: [{scalar}]\n") == {"a": [scalar]}
    assert data_of(f"{scalar}: a\n") == {scalar: "a"}


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: 'it''s'\n", "it's"),
        ('a: "b\\tc\\n\\"d\\" \\u00e9 \\U0001F600"\n', 'b\tc\n"d" é 😀'),
        ("a: |\n  b\n   c\n\n  d\n", "b\n c\n\nd\n"),
        ("a: >\n  b\n  c\n\n  d\n", "b c\nd\n"),
        ("a: >-\n  b\n  c\n", "b c"),
        ("a: b\n  c\n", "b c"),
        ("a: b\r\n  c\r\n", "b c"),
        ("a: |\r\n  b\r\n  c\r\n", "b\nc\n"),
        ('a: ""\n', ""),
        ("a: ''\n", ""),
    ],
)
def test_text_is_read_as_yaml_says(text: str, data: str) -> None:
    assert data_of(text) == {"a": data}


@pytest.mark.parametrize("text", ["a: b\nc:\n", "a: b\nc: # d\n", "a: b\nc:   \n", "{a: b, c: }"])
def test_name_with_nothing_behind_it_counts_as_left_out(text: str) -> None:
    assert data_of(text) == {"a": "b"}


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("a: b #1\n", True),
        ("a: b\t#1\n", True),
        ("a: [b] #1\n", False),
        ('a: "b #1"\n', False),
        ('a: "b" #1\n', False),
        ("a: b#1\n", False),
        ("a: b\n# c\n", False),
        ("a: |\n  b #1\n", False),
        ("a: #1\n", False),
    ],
)
def test_text_is_cut_by_a_comment_on_its_line(text: str, cut: bool) -> None:
    root = parse_source("a.yaml", text).root
    assert root is not None
    node = find_node(root, ("a",))
    assert (isinstance(node, Scalar) and node.cut) is cut


SYNTAX = [
    pytest.param("title: Urgent: at a price\n", 1, 14, COLON, id="colon in a text"),
    pytest.param("because: So: yes\n", 1, 12, COLON, id="colon in another text"),
    pytest.param("title: wait:\n", 1, 12, COLON, id="colon at the end"),
    pytest.param("title: “Wait: here”\n", 1, 13, CURLY, id="curly quotes do not quote"),
    pytest.param('why: nl: "Wacht"\n', 1, 8, BRACES, id="two names on one line"),
    pytest.param("a: {b: So: yes}\n", 1, 10, COLON, id="colon in braces"),
    pytest.param("a: {en: wait nl: wacht}\n", 1, 16, COLON, id="comma forgotten"),
    pytest.param("a:\n\tb: c\n", 2, 1, TAB, id="tab indents"),
    pytest.param("a:\n  b:\n  \tc: d\n", 3, 3, TAB, id="tab after spaces"),
    pytest.param('a: "Wait\nb: c\n', 1, 4, NOT_CLOSED, id="double quote not closed"),
    pytest.param("a: 'Wait\nb: c\n", 1, 4, NOT_CLOSED, id="single quote not closed"),
    pytest.param('a: "\nb: c\n', 1, 4, NOT_CLOSED, id="quote alone"),
    pytest.param("a: 'It's me'\nb: c\n", 1, 8, GOES_ON, id="apostrophe"),
    pytest.param('a: "Wait" here\nb: c\n', 1, 11, GOES_ON, id="text after a quote"),
    pytest.param('a:\n  b: "c" d\n', 2, 10, GOES_ON, id="text after an indented quote"),
    pytest.param("title Wait\nrule: b\n", 2, 5, NO_COLON_ABOVE, id="first line lacks colon"),
    pytest.param("a:\n  b c\n  d: e\n", 3, 4, NO_COLON_ABOVE, id="indented line lacks colon"),
    pytest.param("title:Wait\nrule: b\n", 2, 5, NO_COLON_ABOVE, id="no space after colon"),
    pytest.param("a: b\ntitle Wait\nc: d\n", 2, 1, NO_COLON, id="line lacks colon"),
    pytest.param("a: b\ntitle:Wait\nc: d\n", 2, 1, NO_SPACE, id="line lacks space"),
    pytest.param("a: Wait until\nyour turn.\n", 2, 1, NO_COLON, id="text goes on unindented"),
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


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> branch", "<<<<<<<"])
def test_mark_of_a_merge_is_all_that_is_told(mark: str) -> None:
    assert faults_of(f"a: b\n{mark}\nc\n") == [f"2:1 merge-mark: {MERGE}"]
    assert faults_of(f"a: b\r\n{mark}\r\nc\r\n") == [f"2:1 merge-mark: {MERGE}"]


@pytest.mark.parametrize("text", ["a: <<<<<<<\n", "a: |\n  =======\n", "========: b\n"])
def test_marks_inside_a_text_are_not_those_of_a_merge(text: str) -> None:
    assert faults_of(text) == []


HIDDEN = [0x00, 0x07, 0x0B, 0x0C, 0x1B, 0x7F, 0x85, 0x9B, 0x061C, 0x180E, 0x200B, 0x200D]
HIDDEN += [0x200E, 0x202E, 0x2028, 0x2029, 0x2066, 0x2060, 0xE000, 0xFEFF, 0xFFFE, 0xFFFF]
HIDDEN += [0xE0041, 0xF0000, 0x10FFFF]


def hidden(code: int) -> str:
    return (
        f"an invisible or unprintable character stands here (U+{code:04X}); "
        "remove it by typing the words around it anew"
    )


@pytest.mark.parametrize("code", HIDDEN, ids=hex)
def test_hidden_character_is_refused_at_its_place(code: int) -> None:
    assert faults_of(f"a: b\nc: d{chr(code)}e\n") == [f"2:5 hidden-character: {hidden(code)}"]


@pytest.mark.parametrize("code", [code for code in HIDDEN if code < 0xFFFE], ids=hex)
def test_hidden_character_is_refused_in_the_spelling_of_yaml_too(code: int) -> None:
    assert faults_of(f'a: "b\\u{code:04X}c"\n') == [f"1:4 hidden-character: {hidden(code)}"]


def test_lone_carriage_return_is_refused() -> None:
    assert faults_of("a: b\rc\n") == [f"1:5 hidden-character: {hidden(0x0D)}"]


def test_no_more_than_a_hundred_hidden_characters_are_told() -> None:
    assert len(faults_of("a: " + "\u200b" * 1000)) == 100


def test_indent_with_a_no_break_space_is_told_and_read_as_spaces() -> None:
    source = parse_source("a.yaml", "a:\n \u00a0b: c\u00a0d\n")
    message = "a no-break space is used to indent; type an ordinary space"
    assert told(source.faults) == [f"2:2 odd-indent: {message}"]
    assert source.root is not None
    assert to_data(source.root) == {"a": {"b": "c\u00a0d"}}


@pytest.mark.parametrize(
    ("content", "place"),
    [(b"a: caf\xe9\n", "1:7"), ("a: é\nb: ".encode() + b"\xff", "2:4"), (b"\xff\xfea", "1:1")],
)
def test_byte_that_is_not_utf8_is_refused_at_its_place(
    tmp_path: Path, content: bytes, place: str
) -> None:
    message = "a character that is not UTF-8; save the file with the encoding UTF-8"
    assert read(tmp_path, content) == [f"{place} not-utf8: {message}"]
    if not content.startswith(b"\xff"):
        assert read(tmp_path, b"\xef\xbb\xbf" + content) == [f"{place} not-utf8: {message}"]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("a: !x b\n", [f"1:4 yaml-feature: a text that begins with ! must be quoted; {QUOTE}"]),
        ("a: !!str b\n", [f"1:4 yaml-feature: a text that begins with ! must be quoted; {QUOTE}"]),
        ("a: !x\n", [f"1:4 yaml-feature: a text that begins with ! must be quoted; {QUOTE}"]),
        ("a: !x [b]\n", [f"1:4 yaml-feature: a text that begins with ! must be quoted; {QUOTE}"]),
        ("a: &x b\n", [f"1:4 yaml-feature: a text that begins with & must be quoted; {QUOTE}"]),
        ("a: &x\n", [f"1:4 yaml-feature: a text that begins with & must be quoted; {QUOTE}"]),
        ("a: *x\n", [f"1:4 yaml-feature: a text that begins with * must be quoted; {QUOTE}"]),
        ("? [a]\n: b\n", [f"1:3 yaml-feature: only a text can be a name; {QUOTE}"]),
        (
            "<<: {b: c}\n",
            ["1:1 yaml-feature: the merge key << is not used here; write the fields out"],
        ),
        (
            "a: b\n---\nc: d\n",
            ["2:1 yaml-feature: a line of --- starts a second document; keep one in a file"],
        ),
    ],
)
def test_feature_of_yaml_is_refused_at_its_place(text: str, faults: list[str]) -> None:
    assert faults_of(text) == faults


def test_quoted_merge_key_is_a_name_like_another() -> None:
    assert data_of('"<<": b\n') == {"<<": "b"}


def test_document_may_begin_with_three_dashes_and_end_with_three_points() -> None:
    assert data_of("---\na: b\n...\n") == {"a": "b"}


def test_name_that_is_there_twice_is_refused_where_it_is_for_the_second_time() -> None:
    text = "a: b\nc: {d: e, d: f}\na: g\n"
    source = parse_source("a.yaml", text)
    assert told(source.faults) == [
        "2:11 duplicate-key: 'd' is already written at a.yaml:2:5; remove one of the two",
        "3:1 duplicate-key: 'a' is already written at a.yaml:1:1; remove one of the two",
    ]
    assert source.root is not None
    assert to_data(source.root) == {"a": "b", "c": {"d": "e"}}


def test_name_that_is_there_twice_in_a_list_may_lack_its_dash() -> None:
    assert faults_of("a:\n  - b: c\n    b: d\n") == [
        "3:5 duplicate-key: the dash before the next entry of the list seems to be missing here; "
        "write '  - b: d', or remove one of the two, since 'b' stands at a.yaml:2:5 already"
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
    assert told_of.startswith("1:4 yaml-syntax: quotation marks that curl ")


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


@pytest.mark.parametrize("text", ["", "\n\n", "# a\n", "   \n", "\n# a\n\n"])
def test_empty_file_is_refused(text: str) -> None:
    assert faults_of(text) == ["1:1 empty-file: the file is empty"]
