"""Where words stand within a stretch of a file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spelregels.diagnostics import Location
from spelregels.places import narrow

BEFORE = "title: Wait prior to noon\n"
WORDS = "  You wait\n  prior to   your\n  turn <b>now</b>. Not PRIOR.\n"
TEXT = f"{BEFORE}rule: >-\n{WORDS}owner: prior\n"
RULE = Location("a.yaml", 2, 7, 6, 1)
"""The text of the rule in `TEXT`: it has all of the lines to the next name."""


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("wait", (3, 7, 3, 11)),
        ("prior to", (4, 3, 4, 11)),
        ("prior to your turn", (4, 3, 5, 7)),
        ("<b>", (5, 8, 5, 11)),
        ("Prior", (4, 3, 4, 8)),
        ("You wait prior to everyone else", (3, 3, 4, 11)),
    ],
    ids=["word", "phrase", "over two lines", "sign", "capital", "first words of a sentence"],
)
def test_words_are_found_in_the_text_that_they_stand_in(
    words: str, place: tuple[int, int, int, int]
) -> None:
    assert narrow(TEXT, RULE, words) == Location("a.yaml", *place)


@pytest.mark.parametrize("words", ["owner", "title", "urn", "pri", "You never wait", ".*"])
def test_words_that_are_not_there_leave_the_whole_text(words: str) -> None:
    assert narrow(TEXT, RULE, words) == RULE


def test_words_of_the_last_line_are_found() -> None:
    assert narrow("rule: Wait", Location("a.yaml", 1, 7, 1, 11), "wait") == (
        Location("a.yaml", 1, 7, 1, 11)
    )


@given(st.text("aAİ<b> \n", max_size=30), st.text("aAİ<b> \n", max_size=8))
def test_no_text_and_no_words_are_too_odd(text: str, words: str) -> None:
    lines = text.split("\n")
    whole = Location("a.yaml", 1, 1, len(lines), len(lines[-1]) + 1)
    found = narrow(text, whole, words)
    assert whole[1:3] <= found[1:3] <= found[3:] <= whole[3:]


def test_long_text_with_marks_is_shown_by_its_beginning() -> None:
    text = "a " * 30_000 + "**b**"
    assert narrow(text, Location("a.yaml", 1, 1, 1, 60_006), "a " * 30_000 + "b") == (
        Location("a.yaml", 1, 1, 1, 80)
    )
