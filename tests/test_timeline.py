"""The page of the editions: when each held, and how stable the rules are."""

from pathlib import Path

import pytest

from histories import SHOP, pages_of, write_shop
from spelregels.loader import load_rulebook
from test_render import body_of, lines_of

NOTICES = "Editions for which we had promised notice: {}. We kept that promise with: {}."
STABILITY = {
    "2025.1": [],
    "2025.2": [NOTICES.format(1, 1)],
    "2026.1": [
        "Of the rules in force on 1 February 2026, 33 per cent had not changed for a year.",
        NOTICES.format(2, 2),
    ],
    "2026.2": [
        "Of the rules in force on 15 December 2026, 25 per cent had not changed for a year.",
        NOTICES.format(3, 3),
    ],
}
"""By hand: on 1 February 2026 only the Mondays are as they were, of three rules in force (no-dogs
is withdrawn); on 15 December 2026 still only they, of four: better wording is no change, and the
dogs outside are not a year old."""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_shop(tmp_path_factory.mktemp("shop"))


def page_of(rulebook: Path, edition: str) -> str:
    return pages_of(rulebook, edition)["editions.md"]


@pytest.mark.parametrize("edition", ["2025.1", "2026.2", "draft"])
def test_table_says_from_when_to_when_each_edition_held(shop: Path, edition: str) -> None:
    table = body_of(page_of(shop, edition)).css_first("table")
    assert table is not None
    rows = [[cell.text() for cell in row.css("th, td")] for row in table.css("tr")]
    assert rows == [
        ["Edition", "In force from", "Up to and including", "What changed"],
        ["2026.2", "15 December 2026", "further notice", "3 rules changed"],
        ["2026.1", "1 February 2026", "14 December 2026", "2 rules changed"],
        ["2025.2", "15 July 2025", "31 January 2026", "1 rule changed"],
        ["2025.1", "1 January 2025", "14 July 2025", "3 rules"],
    ]
    links = [link.attributes["href"] for link in table.css("a")]
    names = [each.name for each in reversed(SHOP)]
    expected = [f"../../{name}/{page}" for name in names for page in ("rules/", "changes/")]
    assert links == expected


def test_question_for_a_day_is_there_for_scripts_only(shop: Path) -> None:
    question = body_of(page_of(shop, "2026.1")).css_first(".sr-on")
    assert question is not None
    assert "hidden" in question.attributes


@pytest.mark.parametrize("edition", STABILITY)
def test_stability_is_that_of_the_edition(shop: Path, edition: str) -> None:
    lines = lines_of(page_of(shop, edition))
    start = lines.index("How stable the rules are") + 1
    end = lines.index("How long each rule has been the same")
    assert lines[start:end] == STABILITY[edition]


def test_fingerprints_are_those_of_the_files(shop: Path) -> None:
    editions = load_rulebook(shop).editions
    lines = lines_of(page_of(shop, "2026.1"))
    told = lines[lines.index("Fingerprints") + 2 :]
    expected = [(each.name, each.sha256) for each in reversed(editions)]
    assert list(zip(told[::2], told[1::2], strict=True)) == expected
