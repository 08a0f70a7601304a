import html
import json
import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from spelregels.plain import to_front_matter, to_html, to_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Wait your turn", "Wait your turn"),
        ("  Wait\n your\t\tturn\r\n", "Wait your turn"),
        ("Wait\u00a0your\u2003turn", "Wait\u00a0your\u2003turn"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_text_stands_on_one_line_with_single_spaces(text: str, line: str) -> None:
    assert to_line(text) == line


def test_every_mark_becomes_a_character_reference() -> None:
    expected = "".join(f"&#{ord(mark)};" for mark in string.punctuation)
    assert to_html(string.punctuation) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wait your turn", "Wait your turn"),
        ("<b>", "&#60;b&#62;"),
        ("&amp;", "&#38;amp&#59;"),
        ("1. Wacht, é 😀", "1&#46; Wacht&#44; é 😀"),
        ("[a](b)", "&#91;a&#93;&#40;b&#41;"),
    ],
)
def test_text_is_shown_as_it_was_typed(text: str, expected: str) -> None:
    assert to_html(text) == expected


def test_escaped_text_is_not_escaped_again_by_a_template() -> None:
    assert to_html("<b>").__html__() == "&#60;b&#62;"


HOSTILE = [
    "[x](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "<script>alert(1)</script>",
    "<javascript:alert(1)>",
    "# heading",
    "* item",
    "1. item",
    "> quote",
    "`code`",
    "~~~",
    "---",
    "===",
    "&lt;b&gt;",
    "[x]: javascript:alert(1)",
    "| a | b |",
    "**bold** _em_",
    "a\\\nb",
    "{{ x }} {% x %}",
    ":material-home: --8<-- 'x' [^1] [TOC] {: .x }",
    "https://evil.example www.evil.example",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_sees_nothing_but_letters(text: str) -> None:
    rendered = MarkdownIt("gfm-like", {"linkify": False}).render(to_html(text))
    assert rendered.startswith("<p>")
    assert re.sub("<br />|</?p>|\n", "", rendered).count("<") == 0
    tree = LexborHTMLParser(rendered)
    assert tree.body is not None
    assert tree.body.text().strip() == to_line(text)


@given(st.text(max_size=300) | st.text(string.punctuation + " ab\n", max_size=100))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    escaped = to_html(text)
    assert html.unescape(escaped) == to_line(text)
    assert set(re.sub(r"&#\d+;", "", escaped)).isdisjoint(string.punctuation)


def test_front_matter_is_sorted_escaped_and_quoted() -> None:
    fields: dict[str, str | bool | list[str]] = {
        "title": '<b>"Wait"\n---\nyour turn</b>',
        "hide": ["toc", "<navigation>"],
        "draft": True,
    }
    assert to_front_matter(fields) == (
        "---\n"
        "draft: true\n"
        'hide: ["toc", "&lt;navigation&gt;"]\n'
        'title: "&lt;b&gt;&quot;Wait&quot; --- your turn&lt;/b&gt;"\n'
        "---\n"
    )


@given(st.text(max_size=200))
def test_front_matter_of_any_text_is_one_line_that_ends_where_it_should(text: str) -> None:
    first, line, last, rest = to_front_matter({"title": text}).split("\n")
    assert (first, last, rest) == ("---", "---", "")
    assert html.unescape(json.loads(line.removeprefix("title: "))) == to_line(text)
