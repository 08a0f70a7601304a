"""What is too large, too odd or no text at all is refused, and nothing breaks the reading."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebooks import BASE, REQUEST, RULE, write_file, write_rulebook
from spelregels.checks import run_checks
from spelregels.diagnostics import Location
from spelregels.loader import load_rulebook
from spelregels.source import parse_source, read_source
from test_source import faults_of, read, told

LARGE = "the file is larger than 1024 KiB; split it up"
LONG = "this text is longer than 65,536 characters; shorten it"
DEEP = "more than 32 levels of lists and names; make it flatter"
MANY = "more than 50,000 values in one file; split it up"


def test_file_may_be_one_mebibyte(tmp_path: Path) -> None:
    padding = b"#" * 1023 + b"\n"
    assert read(tmp_path, b"a: b\n".ljust(1024, b"#") + padding * 1023) == []
    assert read(tmp_path, padding * 1024 + b"\n") == [f"1:1 over-limit: {LARGE}"]


@pytest.mark.parametrize(
    ("most", "more", "fault"),
    [
        (f"a: {'x' * 65_536}", f"b: c\na: {'x' * 65_537}", f"2:4 over-limit: {LONG}"),
        ("[" * 31 + "x" + "]" * 31, "[" * 32 + "x" + "]" * 32, f"1:33 over-limit: {DEEP}"),
        ("- x\n" * 49_999, "- x\n" * 50_000, f"50000:3 over-limit: {MANY}"),
    ],
    ids=["length", "depth", "number"],
)
def test_limit_is_refused_where_it_is_passed(most: str, more: str, fault: str) -> None:
    assert faults_of(most) == []
    assert faults_of(more) == [fault]


def test_brackets_without_end_are_refused() -> None:
    assert faults_of("a: " + "[" * 25_000) == [f"1:35 over-limit: {DEEP}"]


def test_indents_without_end_are_refused() -> None:
    text = "".join(f"{' ' * depth}a:\n" for depth in range(1000))
    assert faults_of(text) == [f"32:32 over-limit: {DEEP}"]


def test_bomb_of_merge_keys_is_refused_without_being_set_off() -> None:
    lines = ["a0: &a0 {x: y}"]
    lines += [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 30)]
    faults = parse_source("a.yaml", "\n".join(lines)).faults
    assert {fault.name for fault in faults} == {"yaml-feature"}
    assert faults[0].location == Location("a.yaml", 1, 5, 1, 10)


def test_link_is_refused_even_to_a_good_file(tmp_path: Path) -> None:
    write_file(tmp_path / "b.yaml", "a: b\n")
    (tmp_path / "a.yaml").symlink_to("b.yaml")
    assert told(read_source(tmp_path / "a.yaml").faults) == [
        "1:1 irregular-file: this is a link to another file; put the file itself here"
    ]


def test_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    faults = told(read_source(tmp_path / "a.yaml").faults)
    assert faults == ["1:1 irregular-file: this is not an ordinary file"]


def test_folder_with_the_name_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    faults = told(read_source(tmp_path / "a.yaml").faults)
    assert faults == ["1:1 irregular-file: this is not an ordinary file"]


def test_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    faults = told(read_source(tmp_path / "a.yaml").faults)
    assert faults == ["1:1 irregular-file: the file cannot be read: No such file or directory"]


def test_path_with_unprintable_characters_is_shown_without_them(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m.yaml").write_text("a: b\n", encoding="utf-8")
    source = read_source(tmp_path / "a\x1b[31m.yaml")
    assert source.path == f"{tmp_path}/a\\x1b[31m.yaml"


YAML_WORDS = st.sampled_from(
    ["a: ", "b ", ": ", "- ", "? ", "\n", "\n  ", "\n\t", "[", "]", "{", "}", ",", "'", '"', "#",
     " #", "&a", "*a", "!a", "!", "%", "@", "`", ">", "|", "\\", "\\x", "---\n", "...\n", "<<: ",
     "\r\n", "\r", "\ufeff", "\u200b", "\u00a0", "é", "😀", "~", "null"]
)  # fmt: skip


@given(st.binary(max_size=200))
def test_any_bytes_are_read(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.yaml").write_bytes(content)
    source = read_source(tmp_path / "a.yaml")
    assert source.root is not None or source.faults != ()


@given(st.text(max_size=200) | st.lists(YAML_WORDS, max_size=40).map("".join))
def test_any_text_is_parsed(text: str) -> None:
    source = parse_source("a.yaml", text)
    assert source.root is not None or source.faults != ()
    lines = [*source.text.split("\n"), ""]
    for fault in source.faults:
        assert 1 <= fault.location.line <= len(lines)
        assert 1 <= fault.location.column <= len(lines[fault.location.line - 1]) + 1


@given(st.data())
def test_any_damage_to_a_rulebook_is_told(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from([RULE, REQUEST, "rulebook.yaml", "owners.yaml"]))
    text = BASE[name]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 30)))
        put = data.draw(st.just("") | st.lists(YAML_WORDS, max_size=4).map("".join) | st.text())
        text = text[:start] + put + text[end:]
    folder = tmp_path_factory.mktemp("rulebook")
    write_rulebook(folder)
    write_file(folder / name, text)
    loaded = load_rulebook(folder)
    assert list(run_checks(loaded)) == sorted(run_checks(loaded), key=lambda each: each.sort_key)
