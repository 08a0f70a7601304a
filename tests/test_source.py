from pathlib import Path

import pytest

from rulebooks import write_file
from spelregels.diagnostics import Pointer
from spelregels.nodes import Data, Scalar, find_node, locate, to_data
from spelregels.source import parse_source, read_source

QUOTE = "put the whole text in quotes"
LEFT_MARK = (
    "this mark was left behind by a merge; take out this line, and leave what stands above and "
    "below it"
)
MERGE = (
    "these are the marks of an unfinished merge; choose between the two versions and remove "
    "the marks"
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


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> branch", "<<<<<<<"])
def test_mark_of_a_merge_is_all_that_is_told(mark: str) -> None:
    both = [f"2:1 merge-mark: {MERGE}", f"4:1 merge-mark: {MERGE}"]
    assert faults_of(f"a: b\n{mark}\nc\n{mark}\n") == both
    assert faults_of(f"a: b\r\n{mark}\r\nc\r\n{mark}\r\n") == both
    assert faults_of(f"a: b\n{mark}\nc\n") == [f"2:1 merge-mark: {LEFT_MARK}"]


@pytest.mark.parametrize("text", ["a: <<<<<<<\n", "a: |\n  =======\n", "========: b\n"])
def test_marks_inside_a_text_are_not_those_of_a_merge(text: str) -> None:
    assert faults_of(text) == []


def test_letter_that_was_lost_in_saving_is_told() -> None:
    message = (
        "the letter that stood here was lost when the file was saved; type it again, and save the "
        "file with the encoding UTF-8"
    )
    assert faults_of("a: b\nc: caf\ufffd\n") == [f"2:7 not-utf8: {message}"]


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
        "2:11 duplicate-key: 'd' is already written on line 2; remove one of the two",
        "3:1 duplicate-key: 'a' is already written on line 1; remove one of the two",
    ]
    assert source.root is not None
    assert to_data(source.root) == {"a": "b", "c": {"d": "e"}}


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        (
            "a:\n  - b\na:\n  - c\n",
            "3:1 duplicate-key: 'a' is already written on line 1, and this is more of the same "
            "list; remove this one line, and leave what stands below it",
        ),
        (
            "a:\n  - b\nd: e\na:\n  - c\n",
            "4:1 duplicate-key: 'a' is already written on line 1; move the entries that stand "
            "below this line to the end of that list, and remove this line",
        ),
    ],
    ids=["right below", "further on"],
)
def test_list_that_begins_twice_need_not_be_thrown_away(text: str, told_of: str) -> None:
    assert told(parse_source("a.yaml", text).faults) == [told_of]


@pytest.mark.parametrize("text", ["", "\n\n", "# a\n", "   \n", "\n# a\n\n"])
def test_empty_file_is_refused(text: str) -> None:
    assert faults_of(text) == ["1:1 empty-file: the file is empty"]
