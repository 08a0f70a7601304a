import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from histories import SITE_URL, pages_of, publication_of, write_shop
from rulebooks import write_file, write_rulebook
from sites import TWO_LANGUAGES, FakeEngine, build, read_tree, served
from spelregels.render import Publication, render_files
from spelregels.render.table import COLUMNS, guard
from visitors import watched_page

RULE = "rules/wait-your-turn.yaml"
LONG = 12
SHEET = (297 - 22 - 24) / 25.4 * 96
"""How much of a sheet of A4 is printed on, in pixels."""

WHITE = "rgb(255, 255, 255)"
HEIGHTS = "all => all.map(each => each.getBoundingClientRect().height)"
BREAKS = "all => all.map(each => getComputedStyle(each).breakInside)"
COLOURS = """all => all.map(each => [
    getComputedStyle(each).color, getComputedStyle(document.body).backgroundColor
])"""
AFTER = "link => getComputedStyle(link, '::after').content"
FULL = """\
examples:
  - case: {nl: Een kind., en: A child.}
    outcome: granted
    because: {nl: Ook klant., en: Also a customer.}
  - {case: {nl: Een dokter., en: A doctor.}, outcome: refused}
exceptions:
  - when: {nl: Het brandt., en: There is a fire.}
    conditions: [{nl: Er is rook., en: There is smoke.}]
    decided_by: shop-manager
advice:
  by: bookkeeper
  on: 2026-02-10
  text:
    nl: Zie [honden](rules/no-dogs/).
    en: See [dogs](rules/no-dogs/), the [desk](people/) and [us](https://bos.example/).
"""
PEOPLE = """\
owners:
  - {id: shop-manager, name: Jo Bos, role: {nl: Chef, en: Manager}, side: business}
  - {id: bookkeeper, name: Al Fine, role: {nl: Boekhouder, en: Bookkeeper}, side: it}
"""


def write_full(folder: Path, rules: int = 1) -> Path:
    """Write a shop whose rules have everything; return the folder of its rulebook."""
    rulebook = write_rulebook(folder / "rulebook", TWO_LANGUAGES)
    write_file(folder / "mkdocs.yml", f"site_name: x\nsite_url: {SITE_URL}\n")
    write_file(rulebook / "owners.yaml", PEOPLE)
    text = TWO_LANGUAGES[RULE]
    write_file(rulebook / RULE, text + FULL)
    write_file(rulebook / "rules" / "no-dogs.yaml", text.replace("Wait your turn", "No dogs"))
    for number in range(rules):
        reason = f"Nobody serves {number} at a time. " * 20
        longer = text.replace("Nobody serves two at a time.", reason) + FULL
        title = longer.replace("Wait your turn", f"Rule {number:02}")
        write_file(rulebook / "rules" / f"rule-{number}.yaml", title)
    return rulebook


def files_of(publication: Publication) -> dict[str, str]:
    return {page.path: page.content for page in render_files(publication)}


def rows_of(publication: Publication) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files_of(publication)["rulebook.csv"], newline="")))


def booklet_of(rulebook: Path, edition: str, language: str = "en") -> LexborHTMLParser:
    return LexborHTMLParser(pages_of(rulebook, edition, language)["print.md"])


def texts(parsed: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in parsed.css(selector)]


def test_title_page_says_which_edition_it_is(tmp_path: Path) -> None:
    rulebook = write_shop(tmp_path)
    parsed = booklet_of(rulebook, "2026.1")
    edition = publication_of(rulebook, "2026.1").edition
    assert edition is not None
    assert texts(parsed, ".sr-b-publisher, h1, .sr-b-title dd, .sr-b-colophon p") == [
        *("Slagerij Bos", "The rules of the shop"),
        *("2026.1", "1 February 2026", "12 December 2025"),
        f"This document no longer changes. The rules that hold today are at {SITE_URL}en/current/",
        *(f"{SITE_URL}en/2026.1/", edition.sha256, "bos@example.org"),
    ]


def test_draft_says_that_it_is_one(tmp_path: Path) -> None:
    told = texts(booklet_of(write_shop(tmp_path), "draft"), ".sr-b-title dd, .sr-b-colophon p")
    assert told[:2] == [
        "draft",
        "This is the draft: these rules have not been published as an edition yet.",
    ]


def test_contents_lead_to_every_rule_and_part(tmp_path: Path) -> None:
    parsed = booklet_of(write_shop(tmp_path), "2026.2")
    entries = [(a.attributes["href"], " ".join(a.text().split())) for a in parsed.css("nav a")]
    assert entries == [
        ("#_chapter-counter", "1 At the counter"),
        ("#cash", "1.1 Cash only"),
        ("#mondays", "1.2 Closed every Monday"),
        ("#dogs-outside", "1.3 Dogs stay outside"),
        ("#wait-your-turn", "1.4 Wait your turn"),
        ("#_withdrawn", "Withdrawn rules"),
        ("#_requests", "Asked and answered"),
        ("#_glossary", "Glossary"),
    ]
    ids = {node.attributes["id"] for node in parsed.css("[id]")}
    assert {str(href).removeprefix("#") for href, _ in entries} <= ids


def test_rule_is_there_with_all_that_matters(tmp_path: Path) -> None:
    parsed = booklet_of(write_full(tmp_path, 0), "draft")
    rule = parsed.css_first("#wait-your-turn")
    assert rule is not None
    shown = rule.text(separator="\0").replace("\n", "\0").split("\0")
    assert [text.strip() for text in shown if text.strip()] == [
        *("1.2", "Wait your turn", "Wait until it is your turn."),
        *("Why", "Nobody serves two at a time."),
        *("Quality: better", "Attention.", "Price: lower", "Two hands."),
        *("Without this rule", "The loudest goes first."),
        *("Examples", "Yes", "A child.", "Also a customer.", "No", "A doctor."),
        *("Exceptions", "There is a fire.", "Conditions", "There is smoke."),
        *("Who grants it", "Manager (Jo Bos)"),
        *("The advice", "See", "dogs", ", the", "desk", "and", "us", "."),
        *("Decides", "Manager (Jo Bos)", "Advises", "Bookkeeper (Al Fine), 10 February 2026"),
        *("Applies to", "Everyone", "Decided on", "1 March 2026"),
        *("Looked at again by", "1 March 2027"),
        *("Address to quote", f"{SITE_URL}en/rules/wait-your-turn/"),
    ]


def test_links_of_a_text_lead_on_within_the_booklet_or_are_whole(tmp_path: Path) -> None:
    parsed = booklet_of(write_full(tmp_path, 0), "draft")
    found = [link.attributes["href"] for link in parsed.css("#wait-your-turn p a")]
    assert found == ["#no-dogs", f"{SITE_URL}en/draft/people/", "https://bos.example/"]


def test_withdrawn_rule_is_told_with_what_came_instead(tmp_path: Path) -> None:
    parsed = booklet_of(write_shop(tmp_path), "2026.1")
    assert texts(parsed, "#no-dogs") == [
        "No dogs There is a fence now. In its place came: 1.2 Dogs stay outside"
    ]


def test_booklet_of_nothing_says_so(tmp_path: Path) -> None:
    rulebook = write_rulebook(tmp_path, TWO_LANGUAGES)
    for file in (*rulebook.glob("rules/*"), *rulebook.glob("requests/*")):
        file.unlink()
    (rulebook / "glossary.yaml").unlink()
    parsed = booklet_of(rulebook, "draft")
    assert texts(parsed, ".sr-booklet > p, nav a") == ["There are no rules yet."]


def test_margins_carry_the_name_and_the_chapters(tmp_path: Path) -> None:
    rulebook = write_full(tmp_path, 0)
    name = '{nl: "a", en: "A } \\"b\\" url(//c) @import"}'
    text = (rulebook / "rulebook.yaml").read_text(encoding="utf-8")
    write_file(
        rulebook / "rulebook.yaml", re.sub(r"name: \{nl.*\}", f"name: {name}", text, count=1)
    )
    running = files_of(publication_of(rulebook, "draft"))["print/running.css"]
    assert running.splitlines() == [
        r'@page { @bottom-left { content: "A \7d  \22 b\22  url\28 \2060 \2f \2f c\29  '
        r'\40 \2060 import \b7  edition draft"; } }',
        "#_chapter-counter { page: _counter; }",
        r'@page _counter { @top-left { content: "1 \b7  At the counter"; } }',
        "@page :first { @bottom-left { content: none; } }",
    ]


def test_table_has_a_row_for_each_rule_in_the_language_of_the_unit(tmp_path: Path) -> None:
    rulebook = write_full(tmp_path, 0)
    _, row = rows_of(publication_of(rulebook, "draft"))
    assert row == {
        "id": "wait-your-turn",
        "title": "Wait your turn",
        "chapter": "At the counter",
        "status": "holds",
        "applies_to": "Everyone",
        "rule": "Wait until it is your turn.",
        "rationale": "Nobody serves two at a time.",
        "quality": "better",
        "quality_because": "Attention.",
        "price": "lower",
        "price_percent": "",
        "price_basis": "",
        "price_because": "Two hands.",
        "without": "The loudest goes first.",
        "examples": "Yes: A child. Also a customer. | No: A doctor.",
        "exceptions": "There is a fire.",
        "owner": "Manager",
        "adviser": "Bookkeeper",
        "advised_on": "2026-02-10",
        "advice": "See dogs, the desk and us.",
        "measure": "",
        "target": "",
        "keywords": "",
        "decided_on": "2026-03-01",
        "review_by": "2027-03-01",
        "address": f"{SITE_URL}en/rules/wait-your-turn/",
    }
    assert [row["title"] for row in rows_of(publication_of(rulebook, "draft", "nl"))] == [
        "Wacht op je beurt"
    ] * 2


def test_table_is_csv_as_the_standard_has_it(tmp_path: Path) -> None:
    rulebook = write_full(tmp_path, 0)
    rule = TWO_LANGUAGES[RULE].replace("Wait your turn", "'Say \"next\", then wait'")
    write_file(rulebook / RULE, rule.replace("lower, because", "lower, percent: -6.50, because"))
    text = files_of(publication_of(rulebook, "draft"))["rulebook.csv"]
    assert text.endswith("\r\n")
    assert text.count("\n") == text.count("\r\n") == 3
    assert '\r\nwait-your-turn,"Say ""next"", then wait",' in text
    assert rows_of(publication_of(rulebook, "draft"))[1]["price_percent"] == "6.5"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        (" =1", " '=1"),
        ("\uff1d1", "'\uff1d1"),
        ("a;=cmd()", "a;'=cmd()"),
        ("a; @b", "a; '@b"),
        ("1 = 1; so-called", "1 = 1; so-called"),
        ("mail@shop", "mail@shop"),
        ("", ""),
    ],
)
def test_cell_is_never_taken_for_a_formula(typed: str, written: str) -> None:
    assert guard(typed) == written


def test_models_are_told_every_rule_in_a_sentence(tmp_path: Path) -> None:
    rulebook = write_shop(tmp_path)
    lines = files_of(publication_of(rulebook, "2026.2"))["llms.txt"].splitlines()
    at = f"{SITE_URL}en/2026.2/"
    assert (lines[0], lines[4]) == (
        "# The rules of the shop",
        "Edition 2026.2, in force from 15 December 2026.",
    )
    assert lines[2].startswith("> ")
    assert lines[5:16] == [
        "",
        "## At the counter",
        "",
        f"- [Cash only]({at}rules/cash/): Wait until it is your turn.",
        f"- [Closed every Monday]({at}rules/mondays/): Wait until it is your turn.",
        f"- [Dogs stay outside]({at}rules/dogs-outside/): Wait until it is your turn.",
        f"- [Wait your turn]({at}rules/wait-your-turn/): "
        "Wait without shouting until it is your turn; a child may go first.",
        "",
        "## Proposed or withdrawn",
        "",
        f"- [No dogs]({at}rules/no-dogs/): This rule is withdrawn and no longer holds.",
    ]
    assert [line.partition("](")[0] for line in lines[19:]] == [
        *("- [Asked and answered", "- [Who decides", "- [Glossary", "- [All of it on one page"),
        *("- [rulebook.csv", "- [rulebook.json"),
    ]


def test_title_cannot_break_out_of_its_link(tmp_path: Path) -> None:
    rulebook = write_full(tmp_path, 0)
    write_file(
        rulebook / RULE,
        TWO_LANGUAGES[RULE].replace("Wait your turn", "'a](https://evil.example) [<b>'"),
    )
    text = files_of(publication_of(rulebook, "draft"))["llms.txt"]
    assert r"- [a\](https://evil.example) \[\<b\>](" in text


def test_site_has_the_files_of_every_unit(tmp_path: Path, engine: FakeEngine) -> None:
    build(write_shop(tmp_path), tmp_path / "site")
    assert engine.runs == 8
    names = read_tree(tmp_path / "site").keys()
    for unit in ("nl/2025.1", "en/2026.2"):
        own = ("llms.txt", "rulebook.csv", "rulebook.json", "print/running.css")
        assert {f"{unit}/{name}" for name in own} <= names
    root = (tmp_path / "site" / "llms.txt").read_text(encoding="utf-8")
    assert re.findall(r"\((.*?llms.txt)\)", root) == [
        f"{SITE_URL}nl/2026.1/llms.txt",
        f"{SITE_URL}en/2026.1/llms.txt",
    ]


def test_page_leads_to_all_that_can_be_taken_along(tmp_path: Path) -> None:
    rulebook = write_shop(tmp_path)
    parsed = LexborHTMLParser(pages_of(rulebook, "2026.1")["take-along.md"])
    assert [link.attributes["href"] for link in parsed.css("a")] == [
        *("../print/", "../rulebook.csv", "../rulebook.json", "../llms.txt"),
        *("../../changes.atom", "../../../editions.json"),
    ]
    assert tuple(texts(parsed, ".sr-take-columns code")) == COLUMNS
    draft = LexborHTMLParser(pages_of(rulebook, "draft")["take-along.md"])
    assert "../rulebook.json" not in [link.attributes["href"] for link in draft.css("a")]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a shop of which two rules do not fit on one sheet."""
    folder = tmp_path_factory.mktemp("take")
    build(write_full(folder, LONG), folder / "site")
    return folder / "site"


def test_booklet_is_not_searched(site: Path) -> None:
    found = (site / "en" / "draft" / "search").glob("*.json")
    index = "".join(file.read_text(encoding="utf-8") for file in found)
    assert '"rules/no-dogs/' in index
    assert '"print/' not in index
    assert "noindex" not in (site / "en/draft/print/index.html").read_text(encoding="utf-8")


def test_booklet_prints_every_rule_in_one_piece(browser: Browser, site: Path) -> None:
    """Each rule is taller than half a sheet, so a sheet holds one of them."""
    with served(site) as address, watched_page(browser, address, color_scheme="dark") as page:
        page.goto(f"{address}en/draft/print/")
        expect(page.get_by_role("button", name="Print or save as PDF")).to_be_visible()
        sheets = count_sheets(page)
        page.emulate_media(media="print")
        page.reload()  # the theme changes colours slowly
        heights = page.locator("article[id^='rule-']").evaluate_all(HEIGHTS)
        assert (len(heights), min(heights) > SHEET / 2, max(heights) < SHEET) == (LONG, True, True)
        assert sheets >= 2 + LONG + 2
        assert set(page.locator(".sr-b-rule").evaluate_all(BREAKS)) == {"avoid"}
        assert shown_on_paper(page, ".sr-b-print, .sr-b-keep") == []
        assert colours_of(page, ".sr-b-rule p, .sr-b-rule h3, .sr-b-contents a") == {
            ("rgb(0, 0, 0)", WHITE)
        }


def test_rule_prints_on_two_sheets_at_most_without_what_only_a_screen_can_do(
    browser: Browser, site: Path
) -> None:
    with served(site) as address, watched_page(browser, address, color_scheme="dark") as page:
        page.goto(f"{address}en/draft/rules/rule-1/")
        assert count_sheets(page) <= 2
        page.emulate_media(media="print")
        page.reload()  # the theme changes colours slowly
        assert shown_on_paper(page, "button, .sr-button, .sr-anchor") == []
        assert colours_of(page, "h1, .sr-why p") == {("rgb(0, 0, 0)", WHITE)}
        address_after = page.locator("a[href='https://bos.example/']").evaluate(AFTER)
        assert address_after == '" (https://bos.example/)"'


def count_sheets(page: Page) -> int:
    """Return how many sheets a page takes, by the objects of its PDF."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def shown_on_paper(page: Page, more: str) -> list[str]:
    """Return what is drawn of that which only a screen can use."""
    only_on_screen = f".md-header, .md-sidebar, .md-search, .md-footer, .md-skip, {more}"
    return [each.inner_text() for each in page.locator(only_on_screen).all() if each.is_visible()]


def colours_of(page: Page, selector: str) -> set[tuple[str, str]]:
    found = page.locator(selector).evaluate_all(COLOURS)
    return {(colour, behind) for colour, behind in found}
