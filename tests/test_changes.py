"""What the pages of an edition tell of what changed in it, before it and after it."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from histories import pages_of, write_shop
from rulebooks import RULE, freeze_draft, write_file, write_fragments
from sites import TWO_LANGUAGES
from test_render import body_of, lines_of

PROMISE = {"rulebook.yaml": "promises: {notice_days: 30}\n"}
TIGHTER = {RULE: "rule: You must wait.\nchange: {kind: tightened, why: Some did not.}\n"}
SECTIONS = {
    "2025.1": [
        "Published on 1 December 2024, in force from 1 January 2025.",
        "This is the first edition: every rule is new.",
        *("New rules", "These rules were not there before."),
        *("Closed on Mondays", "Nobody serves two at a time."),
        *("No dogs", "Nobody serves two at a time."),
        *("Wait your turn", "Nobody serves two at a time."),
    ],
    "2025.2": [
        "Published on 1 June 2025, in force from 15 July 2025.",
        "We announced this 44 days ahead, as promised.",
        *("Stricter", "These rules ask more than before, or allow less."),
        *("Wait your turn", "There was shouting."),
        *("The rule", "Wait", "without shouting", "until it is your turn."),
    ],
    "2026.1": [
        "Published on 12 December 2025, in force from 1 February 2026.",
        "We announced this 51 days ahead, as promised.",
        *("New rules", "These rules were not there before."),
        *("Dogs stay outside", "Nobody serves two at a time."),
        *("Withdrawn", "These rules no longer hold."),
        *("No dogs", "There is a fence now."),
    ],
    "2026.2": [
        "Published on 1 November 2026, in force from 15 December 2026.",
        "We announced this 44 days ahead, as promised.",
        *("New rules", "These rules were not there before."),
        *("Cash only", "Nobody serves two at a time."),
        *("More lenient", "These rules ask less than before, or allow more."),
        *("Wait your turn", "Children fidget.", "The rule"),
        *("Wait without shouting until it is your turn", "; a child may go first", "."),
        *("Only better explained", "These say the same in other words. Nothing changes for you."),
        *("Closed every Monday", "It was vague.", "Title", "Closed", "on Mondays", "every Monday"),
    ],
    "draft": ["Nothing changed."],
}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_shop(tmp_path_factory.mktemp("shop"))


def box_of(content: str, name: str) -> list[str]:
    """Return what a box on a page says, a piece of text at a time."""
    found = body_of(content).css_first(name)
    return lines_of(f"---\n\n---\n{found.html}") if found else []


@pytest.mark.parametrize("edition", SECTIONS)
def test_what_changed_is_told_by_kind_with_the_words_and_the_reason(
    shop: Path, edition: str
) -> None:
    lines = lines_of(pages_of(shop, edition)["changes.md"])
    assert lines == ["What changed", *SECTIONS[edition], "Editions"]


@pytest.mark.parametrize(
    ("language", "marks"),
    [
        (
            "en",
            [
                *(("ins", "; a child may go first"), ("del", "on Mondays")),
                ("ins", "every Monday"),
            ],
        ),
        (
            "nl",
            [
                *(("ins", "; een kind mag voor"), ("del", "Maandag")),
                ("ins", "Op maandag"),
            ],
        ),
    ],
)
def test_words_that_went_and_came_are_marked_without_colour(
    shop: Path, language: str, marks: list[tuple[str, str]]
) -> None:
    page = body_of(pages_of(shop, "2026.2", language)["changes.md"])
    assert [(node.tag, node.text()) for node in page.css("del, ins")] == marks


def test_every_rule_that_changed_has_a_place_of_its_own_and_leads_to_its_page(shop: Path) -> None:
    page = body_of(pages_of(shop, "2026.2")["changes.md"])
    headings = page.css(".sr-change h3")
    assert [heading.attributes["id"] for heading in headings] == [
        *("cash", "wait-your-turn", "mondays")
    ]
    links = [link.attributes["href"] for link in page.css(".sr-change h3 a")]
    assert links == ["../rules/cash/", "../rules/wait-your-turn/", "../rules/mondays/"]


def test_rule_may_have_the_name_of_a_kind(tmp_path: Path) -> None:
    write_file(tmp_path / "rules" / "kind-new.yaml", TWO_LANGUAGES["rules/wait-your-turn.yaml"])
    write_fragments(tmp_path, {"rulebook.yaml": "languages: [en, nl]\n"})
    freeze_draft(tmp_path, "2026.1", "2026-01-01", "2026-02-01")
    page = body_of(pages_of(tmp_path, "2026.1")["changes.md"])
    places = [node.attributes["id"] or "" for node in page.css("[id]")]
    assert sorted(places) == ["_kind-new", "_top", "kind-new", "wait-your-turn"]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ("2026-05-31", "We announced this 30 days ahead, as promised."),
        ("2026-05-30", "We announced this 29 days ahead. That is shorter than promised."),
    ],
)
def test_it_is_told_whether_notice_was_kept(tmp_path: Path, days: str, told: str) -> None:
    write_fragments(tmp_path, PROMISE)
    freeze_draft(tmp_path, "2026.1", "2026-01-01", "2026-02-01")
    write_fragments(tmp_path, {**PROMISE, **TIGHTER})
    freeze_draft(tmp_path, "2026.2", "2026-05-01", days)
    assert lines_of(pages_of(tmp_path, "2026.2")["changes.md"])[2] == told


def test_it_is_told_that_no_notice_was_needed(tmp_path: Path) -> None:
    write_fragments(tmp_path, PROMISE)
    freeze_draft(tmp_path, "2026.1", "2026-01-01", "2026-02-01")
    clearer = "title: Please wait\nchange: {kind: clarified, why: It was unclear.}\n"
    write_fragments(tmp_path, {**PROMISE, RULE: clearer})
    freeze_draft(tmp_path, "2026.2", "2026-05-01", "2026-05-02")
    assert lines_of(pages_of(tmp_path, "2026.2")["changes.md"])[2] == (
        "No rule became stricter, so no notice was needed."
    )


def test_page_of_a_rule_that_is_going_to_change_says_what_and_when_and_why(shop: Path) -> None:
    pages = pages_of(shop, "2026.1")
    assert box_of(pages["rules/wait-your-turn.md"], ".sr-coming") == [
        *("Next change: 15 December 2026", "more lenient", "Edition 2026.2", "Children fidget."),
        *("The rule", "Wait without shouting until it is your turn", "; a child may go first"),
        ".",
    ]
    box = body_of(pages["rules/wait-your-turn.md"]).css_first(".sr-coming")
    assert box is not None
    assert [added.text() for added in box.css("ins")] == ["; a child may go first"]
    assert box_of(pages["rules/mondays.md"], ".sr-coming") == [
        *("Next change: 15 December 2026", "clarified", "Edition 2026.2", "It was vague.")
    ]
    assert box_of(pages["rules/no-dogs.md"], ".sr-coming") == []
    link = body_of(pages["rules/mondays.md"]).css_first(".sr-coming a")
    assert link is not None
    assert link.attributes["href"] == "../../../2026.2/rules/mondays/"


def test_page_of_a_withdrawn_rule_says_since_when_and_why_and_what_came_instead(
    shop: Path,
) -> None:
    page = pages_of(shop, "2026.1")["rules/no-dogs.md"]
    assert box_of(page, ".sr-status") == [
        "This rule is withdrawn and no longer holds. This rule has not held since "
        "1 February 2026.",
        *("There is a fence now.", "In its place came:", "Dogs stay outside"),
    ]
    link = body_of(page).css_first(".sr-status a")
    assert link is not None
    assert link.attributes["href"] == "../../rules/dogs-outside/"


def test_page_of_a_rule_has_its_history_up_to_its_edition(shop: Path) -> None:
    child = ["more lenient", "Edition 2026.2", ", 15 December 2026", "Children fidget."]
    shouting = ["stricter", "Edition 2025.2", ", 15 July 2025", "There was shouting."]
    new = ["new", "Edition 2025.1", ", 1 January 2025"]
    for edition, expected in {
        "2025.1": ["1 January 2025", *new],
        "2025.2": ["15 July 2025", *shouting, *new],
        "2026.1": ["15 July 2025", *shouting, *new],
        "2026.2": ["15 December 2026", *child, *shouting, *new],
        "draft": ["15 December 2026", *child, *shouting, *new],
    }.items():
        page = pages_of(shop, edition)["rules/wait-your-turn.md"]
        since, *told = expected
        assert box_of(page, ".sr-stable[href='#history']") == [f"Unchanged since {since}"]
        assert box_of(page, "section:has(> #history)") == ["History", *told]


def test_history_leads_to_each_change(shop: Path) -> None:
    page = body_of(pages_of(shop, "2026.1")["rules/wait-your-turn.md"])
    links = [link.attributes["href"] for link in page.css("section:has(> #history) a")]
    assert links == [
        "../../../2025.2/changes/#wait-your-turn",
        "../../../2025.1/changes/#wait-your-turn",
    ]


def test_better_wording_leaves_a_rule_as_old_as_it_was(shop: Path) -> None:
    page = pages_of(shop, "2026.2")["rules/mondays.md"]
    assert box_of(page, ".sr-stable") == ["Unchanged since 1 January 2025"]
    assert box_of(page, "section:has(> #history)")[:2] == ["History", "clarified"]


def test_rulebook_without_editions_tells_nothing_of_changes(tmp_path: Path) -> None:
    write_fragments(tmp_path, {})
    pages = pages_of(tmp_path, "draft")
    assert pages.keys().isdisjoint({"changes.md", "editions.md"})
    rule = LexborHTMLParser(pages["rules/wait-your-turn.md"])
    assert rule.css("#history, .sr-coming") == []
