import pytest
from hypothesis import given
from hypothesis import strategies as st

from spelregels.redline import Mark, Piece, find_difference, redline


def marked(old: str, new: str) -> str:
    """Return the pieces as one text: [-what was struck-] and {+what was added+}."""
    marks = {Mark.SAME: "{}", Mark.STRUCK: "[-{}-]", Mark.ADDED: "{{+{}+}}"}
    return "".join(marks[piece.mark].format(piece.text) for piece in redline(old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Wait for 5 minutes.", "Wait here for 6 minutes.",
         "Wait {+here+} for [-5-] {+6+} minutes."),
        ("Wait here, please.", "Wait here.", "Wait here[-, please-]."),
        ("A work area we keep.", "A work area.", "A work area [-we keep-]."),
        ("Pay 60.000 euros.", "Pay 80.000 euros.", "Pay [-60.000-] {+80.000+} euros."),
        ("By e-mail only.", "By e-post only.", "By e-[-mail-]{+post+} only."),
        ("2025-11-03", "2026-10-26", "[-2025-11-03-] {+2026-10-26+}"),
        ("", "Wait here.", "{+Wait here.+}"),
        ("Wait here.", "", "[-Wait here.-]"),
    ],
)  # fmt: skip
def test_what_was_struck_and_added_stands_between_what_stayed(
    old: str, new: str, expected: str
) -> None:
    assert marked(old, new) == expected


def test_how_lines_are_broken_marks_nothing() -> None:
    pieces = list(redline("Wait until\n  it is your turn.", "Wait  until it is\nyour turn."))
    assert pieces == [Piece(Mark.SAME, "Wait  until it is\nyour turn.")]


TEXTS = st.text(st.sampled_from("ab1 \n.,-()*[]é"))


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_back(old: str, new: str) -> None:
    pieces = list(redline(old, new))
    for text, mark in ((old, Mark.STRUCK), (new, Mark.ADDED)):
        read = "".join(piece.text for piece in pieces if piece.mark in (Mark.SAME, mark))
        assert "".join(read.split()) == "".join(text.split())


@given(TEXTS, TEXTS)
def test_marked_piece_begins_and_ends_with_a_character_that_is_seen(old: str, new: str) -> None:
    marked = [piece.text for piece in redline(old, new) if piece.mark is not Mark.SAME]
    assert marked == [text.strip() for text in marked if text.strip()]


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ("Wait.", "Come.", ("Wait.", "Come.")),
        ("Wait", "Wait here", ("Wait", "Wait here")),
        (
            "You may come at any hour, but once a week only, if you call us first.",
            "You may come at any hour, but once a day only, if you call us first.",
            (
                "\u2026 but once a week only, if you \u2026",
                "\u2026 but once a day only, if you \u2026",
            ),
        ),
        ("One two three four five six.", "", ("One two three four five six.", "")),
        ("a a a", "a a a a", ("a a a", "a a a a")),
    ],
)
def test_part_that_differs_is_told_with_what_is_around_it(
    old: str, new: str, parts: tuple[str, str]
) -> None:
    assert find_difference(old, new) == parts
