"""Terms on the pages: where they are explained, and what a visitor sees of that."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from selectolax.lexbor import LexborHTMLParser

from rulebooks import freeze_draft, write_rulebook
from sites import TWO_LANGUAGES, build, served
from spelregels.loader import load_rulebook
from spelregels.render import Publication, Unit, glossary, requests, rules
from visitors import watched_page

RULE = "rules/wait-your-turn.yaml"


GLOSSARY = """\
    terms:
      - term: {nl: beurt, en: turn}
        meaning: {nl: "Jouw **moment** aan de [kassa](rules/) met een bon.", en: Your moment.}
        forms: {nl: [beurten], en: [turns]}
      - term: {nl: bon, en: ticket}
        meaning: {nl: Een nummer voor je beurt en bon., en: A number.}
      - {term: {nl: kiosk}, meaning: {nl: Een zuil., en: A pillar.}}
"""
TEXTS = {
    **TWO_LANGUAGES,
    "glossary.yaml": GLOSSARY,
    RULE: TWO_LANGUAGES[RULE]
    .replace("Niemand bedient er twee tegelijk.", "Neem een bon voor je beurt bij de kiosk.")
    .replace("Nobody serves two at a time.", "Two turns at once helps nobody.")
    .replace("title: {nl: Wacht op je beurt", "title: {nl: Wacht op je bon"),
    "requests/second.yaml": TWO_LANGUAGES["requests/jump-the-queue.yaml"]
    .replace("De anderen waren er eerder.", "Wacht op je beurt. Je beurt komt."),
    "requests/jump-the-queue.yaml": TWO_LANGUAGES["requests/jump-the-queue.yaml"]
    .replace("De anderen waren er eerder.", "Het is je beurt niet."),
}  # fmt: skip


def publish(folder: Path, language: str = "nl") -> Publication:
    rulebook = load_rulebook(write_rulebook(folder, TEXTS)).rulebook
    return Publication(rulebook, Unit(language, "draft"), "https://example.org/")


def links_of(html: str) -> list[tuple[str, str]]:
    links = LexborHTMLParser(html).css("a.sr-term")
    return [(link.text(), link.attributes["href"] or "") for link in links]


def meanings_of(html: str) -> list[str]:
    return [part.text().strip() for part in LexborHTMLParser(html).css(".sr-meanings :is(dt, dd)")]


def test_rule_explains_each_term_once_and_holds_what_it_means(tmp_path: Path) -> None:
    (page,) = rules.render(publish(tmp_path))
    assert links_of(page.content) == [
        ("beurt", "../../glossary/#_term-beurt"),
        ("bon", "../../glossary/#_term-bon"),
        ("kiosk", "../../glossary/#_term-kiosk"),
    ]
    assert meanings_of(page.content) == [
        *("beurt", "Jouw moment aan de kassa met een bon."),
        *("bon", "Een nummer voor je beurt en bon."),
        *("kiosk", "Een zuil."),
    ]
    assert '"terms"' in page.content.partition("\n---\n")[0]
    assert "sr-term" not in page.content.partition("\n---\n")[0]


def test_term_without_a_name_in_a_language_is_not_looked_for_there(tmp_path: Path) -> None:
    publication = publish(tmp_path, "en")
    (page,) = rules.render(publication)
    assert links_of(page.content) == [("turn", "../../glossary/#_term-turn")]
    (words,) = glossary.render(publication)
    names = [term.text() for term in LexborHTMLParser(words.content).css("dt")]
    assert names == ["kiosk", "ticket", "turn"]


def test_text_that_is_not_translated_has_no_terms(tmp_path: Path) -> None:
    publication = publish(tmp_path, "en")
    text = type(publication.rulebook.glossary.terms[0].meaning)({"nl": "A turn, een beurt."})
    assert "sr-term" not in publication.reader().rich(text)


def test_each_request_explains_its_terms(tmp_path: Path) -> None:
    (page,) = requests.render(publish(tmp_path))
    assert [word for word, _ in links_of(page.content)] == ["beurt", "beurt"]
    assert meanings_of(page.content)[0] == "beurt"


def test_glossary_links_terms_to_each_other_but_not_to_themselves(tmp_path: Path) -> None:
    (page,) = glossary.render(publish(tmp_path))
    parser = LexborHTMLParser(page.content)
    assert links_of(page.content) == [
        ("bon", "../glossary/#_term-bon"),
        ("beurt", "../glossary/#_term-beurt"),
    ]
    assert [term.attributes["id"] for term in parser.css("dt")] == [
        "_term-beurt",
        "_term-bon",
        "_term-kiosk",
    ]
    assert meanings_of(page.content) == []


def test_glossary_names_the_rules_that_use_a_term(tmp_path: Path) -> None:
    (page,) = glossary.render(publish(tmp_path))
    used = LexborHTMLParser(page.content).css(".sr-used")
    assert [told.text() for part in used for told in part.css("summary")] == [
        "Staat in 1 regel"
    ] * 3
    links = [link for part in used for link in part.css("a")]
    assert {(link.text(), link.attributes["href"]) for link in links} == {
        ("Wacht op je bon", "../rules/wait-your-turn/")
    }


def test_long_glossary_has_letters_to_go_to(tmp_path: Path) -> None:
    names = [*(f"a{number}" for number in range(18)), "Één", "zee", "9", "+"]
    terms = "".join(f"  - {{term: '{name}', meaning: Iets.}}\n" for name in names)
    files = {**TWO_LANGUAGES, "glossary.yaml": f"terms:\n{terms}"}
    rulebook = load_rulebook(write_rulebook(tmp_path, files)).rulebook
    (page,) = glossary.render(Publication(rulebook, Unit("nl", "draft")))
    parser = LexborHTMLParser(page.content)
    ways = [(link.text(), link.attributes["href"]) for link in parser.css(".sr-letters a")]
    assert ways == [
        ("#", "#_letter-0"),
        ("A", "#_letter-a"),
        ("E", "#_letter-e"),
        ("Z", "#_letter-z"),
    ]
    assert [head.attributes["id"] for head in parser.css("h2")] == [
        way[1][1:] for way in ways if way[1]
    ]


def test_rulebook_without_terms_has_a_glossary_that_says_so(tmp_path: Path) -> None:
    folder = write_rulebook(tmp_path, TWO_LANGUAGES)
    (folder / "glossary.yaml").unlink()
    (page,) = glossary.render(Publication(load_rulebook(folder).rulebook, Unit("nl", "draft")))
    told = LexborHTMLParser(page.content).css("p")[-1].text()
    assert told == "Er zijn nog geen begrippen uitgelegd."


def test_edition_has_the_glossary_of_its_day(tmp_path: Path) -> None:
    folder = write_rulebook(tmp_path, TEXTS)
    freeze_draft(folder, "2026.1", "2026-01-01", "2026-03-02")
    write_rulebook(folder, {**TEXTS, "glossary.yaml": "terms: [{term: kiosk, meaning: Nieuw.}]"})
    loaded = load_rulebook(folder)
    now = Publication(loaded.rulebook, Unit("nl", "draft"))
    then = replace(now, rulebook=loaded.editions[0].rulebook, unit=Unit("nl", "2026.1"))
    words = [
        [word for word, _ in links_of(next(rules.render(each)).content)] for each in (then, now)
    ]
    assert words == [["beurt", "bon", "kiosk"], ["kiosk"]]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build and serve a site with terms; return the address of its rule."""
    folder = tmp_path_factory.mktemp("terms")
    whole = GLOSSARY.replace("{nl: kiosk}", "{nl: kiosk, en: kiosk}")
    rulebook = write_rulebook(folder / "rulebook", {**TEXTS, "glossary.yaml": whole})
    build(rulebook, folder / "site")
    with served(folder / "site") as site:
        yield f"{site}nl/draft/rules/wait-your-turn/"


def term(page: Page, name: str) -> Locator:
    return page.locator(".sr-term", has_text=name)


def box_of(page: Page) -> Locator:
    return page.get_by_role("tooltip")


MEANING = "beurtJouw moment aan de kassa met een bon."


def test_mouse_on_a_term_shows_its_meaning_and_may_go_there(
    browser: Browser, address: str
) -> None:
    with watched_page(browser, address.partition("nl/")[0]) as page:
        page.goto(address)
        term(page, "beurt").hover()
        expect(box_of(page)).to_have_text(MEANING)
        assert box_of(page).locator("a").count() == 0
        box_of(page).hover()
        page.wait_for_timeout(400)
        expect(box_of(page)).to_be_visible()
        page.get_by_role("heading", level=1).hover()
        expect(box_of(page)).to_be_hidden()


def test_focus_shows_the_meaning_and_escape_hides_it(browser: Browser, address: str) -> None:
    with watched_page(browser, address.partition("nl/")[0]) as page:
        page.goto(address)
        term(page, "beurt").focus()
        expect(box_of(page)).to_have_text(MEANING)
        expect(term(page, "beurt")).to_have_accessible_description(MEANING.removeprefix("beurt"))
        page.wait_for_timeout(400)
        page.keyboard.press("Escape")
        expect(box_of(page)).to_be_hidden()
        expect(term(page, "beurt")).to_be_focused()
        page.keyboard.press("Tab")
        expect(box_of(page)).to_contain_text("Een nummer")
        page.keyboard.press("Enter")
        page.wait_for_url("**/nl/draft/glossary/#_term-bon")


def test_tap_shows_the_meaning_and_a_second_one_leads_to_it(
    browser: Browser, address: str
) -> None:
    screen = {"width": 320, "height": 640}
    with watched_page(
        browser, address.partition("nl/")[0], has_touch=True, viewport=screen
    ) as page:
        page.goto(address)
        term(page, "beurt").tap()
        expect(box_of(page)).to_have_text(MEANING)
        page.get_by_role("heading", level=1).tap()
        expect(box_of(page)).to_be_hidden()
        term(page, "beurt").tap()
        expect(box_of(page)).to_be_visible()
        place = box_of(page).bounding_box()
        assert place is not None
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= 320
        assert page.url == address
        term(page, "beurt").tap()
        page.wait_for_url("**/nl/draft/glossary/#_term-beurt")


def test_term_is_a_link_without_scripts_and_is_explained_on_paper(
    browser: Browser, address: str
) -> None:
    site = address.partition("nl/")[0]
    with watched_page(browser, site, java_script_enabled=False) as page:
        page.goto(address)
        expect(page.locator(".sr-meanings")).to_be_hidden()
        page.emulate_media(media="print")
        expect(page.locator(".sr-meanings")).to_be_visible()
        page.emulate_media(media="screen")
        term(page, "beurt").click()
        page.wait_for_url("**/nl/draft/glossary/#_term-beurt")
