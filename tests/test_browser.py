"""What a visitor does: find a rule, read it, in another language, on a phone, without scripts."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from rulebooks import write_file, write_history, write_rulebook
from sites import CURRENT, TWO_LANGUAGES, build, served
from visitors import watched_page

SCREENS = {"phone": {"width": 360, "height": 740}, "desk": {"width": 1440, "height": 900}}
SCROLLS_SIDEWAYS = (
    "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
)
WORDS = {
    "nl": ("Waarom", "Kwaliteit:", "Prijs:", "Zonder deze regel"),
    "en": ("Why", "Quality:", "Price:", "Without this rule"),
}
TITLES = {"nl": "Wacht op je beurt", "en": "Wait your turn"}
PAGES = (
    *("", "rules/", "rules/wait-your-turn/", "rules/urgent-orders/", "chapters/price/"),
    *("requests/", "people/", "glossary/", "about/", "how-to-read/", "changes/", "editions/"),
    *("effects/", "savings/", "stability/"),
)


def see_the_rule(page: Page, address: str, language: str) -> None:
    """See what a rule must say; not before every stylesheet is there, or icons are missed."""
    page.wait_for_url(f"{address}{language}/{CURRENT}/rules/wait-your-turn/")
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLES[language])
    expect(page.locator(".sr-rule > .sr-lead")).to_be_visible()
    for words in WORDS[language]:
        expect(page.get_by_role("heading", name=words)).to_be_visible()
    for anchor in ("why", "quality", "price", "without"):
        expect(page.locator(f"section:has(> h2#{anchor}) > p").first).to_be_visible()


def choose_language(page: Page, name: str) -> None:
    page.get_by_role("link", name=name).click()


def find_by_search(page: Page, words: str) -> None:
    """Search as someone does who keeps the hands on the keyboard."""
    page.keyboard.press("/")
    expect(page.get_by_role("textbox")).to_be_focused()
    page.keyboard.type(words)
    expect(page.locator(".md-search-result__link").first).to_contain_text(words)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("screen", SCREENS)
def test_visitor_finds_a_rule_and_reads_it_in_two_languages(
    browser: Browser, showcase_address: str, screen: str
) -> None:
    with watched_page(browser, showcase_address, viewport=SCREENS[screen]) as page:
        page.goto(showcase_address)
        page.wait_for_url(f"{showcase_address}nl/{CURRENT}/")
        find_by_search(page, TITLES["nl"])
        page.wait_for_url("**/rules/wait-your-turn/**")
        page.goto(page.url.partition("?")[0].partition("#")[0])
        see_the_rule(page, showcase_address, "nl")
        choose_language(page, "English")
        see_the_rule(page, showcase_address, "en")
        choose_language(page, "Nederlands")
        see_the_rule(page, showcase_address, "nl")
        page.go_back()
        see_the_rule(page, showcase_address, "en")


@pytest.mark.parametrize(
    ("screen", "language", "edition"),
    [("phone", "nl", "2025.1"), ("phone", "en", "2027.1"), ("desk", "nl", CURRENT)],
)
def test_no_page_scrolls_sideways(
    browser: Browser, showcase_address: str, screen: str, language: str, edition: str
) -> None:
    with watched_page(browser, showcase_address, viewport=SCREENS[screen]) as page:
        wide = []
        for path in PAGES:
            page.goto(f"{showcase_address}{language}/{edition}/{path}")
            if page.evaluate(SCROLLS_SIDEWAYS):
                wide.append(path)
        assert wide == []


@pytest.mark.parametrize("screen", SCREENS)
def test_rule_can_be_read_and_translated_without_scripts(
    browser: Browser, showcase_address: str, screen: str
) -> None:
    options: dict[str, Any] = {"java_script_enabled": False, "viewport": SCREENS[screen]}
    with watched_page(browser, showcase_address, **options) as page:
        page.goto(f"{showcase_address}nl/rules/wait-your-turn/")
        see_the_rule(page, showcase_address, "nl")
        choose_language(page, "English")
        see_the_rule(page, showcase_address, "en")


@pytest.mark.parametrize("address", ["nowhere/", "nl/2026.2/rules/gone/"])
def test_wrong_address_gives_a_page_that_leads_home(
    browser: Browser, showcase_address: str, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    answer = page.goto(showcase_address + address)
    assert answer is not None
    assert answer.status == 404
    page.get_by_role("link").first.click()
    page.wait_for_url(f"{showcase_address}nl/{CURRENT}/")
    context.close()


@pytest.mark.parametrize(("scheme", "colours"), [("dark", "slate"), ("light", "default")])
def test_colours_are_those_of_the_device(
    browser: Browser, showcase_address: str, scheme: str, colours: str
) -> None:
    with watched_page(browser, showcase_address, color_scheme=scheme) as page:
        page.goto(f"{showcase_address}nl/{CURRENT}/")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", colours)


def test_chosen_colours_hold_in_every_language(browser: Browser, showcase_address: str) -> None:
    with watched_page(browser, showcase_address, color_scheme="light") as page:
        page.goto(f"{showcase_address}nl/{CURRENT}/")
        page.get_by_title("Naar licht").click()
        page.get_by_title("Naar donker").click()
        body = page.locator("body")
        expect(body).to_have_attribute("data-md-color-scheme", "slate")
        choose_language(page, "English")
        page.wait_for_url(f"{showcase_address}en/{CURRENT}/")
        expect(body).to_have_attribute("data-md-color-scheme", "slate")
        page.goto(f"{showcase_address}en/{CURRENT}/rules/wait-your-turn/")
        expect(body).to_have_attribute("data-md-color-scheme", "slate")


def test_page_that_is_in_one_language_only_leads_to_the_home_of_the_other(
    browser: Browser, tmp_path: Path
) -> None:
    write_rulebook(tmp_path / "rulebook", TWO_LANGUAGES)
    write_file(tmp_path / "docs" / "nl" / "over.md", "# Over ons\n")
    build(tmp_path / "rulebook", tmp_path / "site")
    with served(tmp_path / "site") as address, watched_page(browser, address) as page:
        page.goto(f"{address}nl/draft/over/")
        choose_language(page, "English")
        page.wait_for_url(f"{address}en/draft/")


def test_site_works_below_a_path(browser: Browser, showcase: Path, tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "rules").symlink_to(showcase)
    with served(tmp_path) as address:
        below = f"{address}deep/rules/"
        with watched_page(browser, below) as page:
            page.goto(below)
            page.wait_for_url(f"{below}nl/{CURRENT}/")
            page.goto(f"{below}nl/rules/wait-your-turn/")
            see_the_rule(page, below, "nl")
            choose_language(page, "English")
            see_the_rule(page, below, "en")


TIMES = {"past": "2025.2", "current": CURRENT, "upcoming": "2027.1"}
VISITED = ("", "rules/no-app-this-year/", "changes/", "editions/")


def choose_edition(page: Page, name: str) -> None:
    """Choose in the version selector, as someone does who points at it."""
    page.locator(".md-version").hover()
    page.locator(".md-version__link", has_text=f"{name},").click()


@pytest.mark.parametrize("screen", SCREENS)
def test_visitor_chooses_another_edition_and_language_and_stays_on_the_rule(
    browser: Browser, showcase_address: str, screen: str
) -> None:
    rule = "rules/no-app-this-year/"
    with watched_page(browser, showcase_address, viewport=SCREENS[screen]) as page:
        page.goto(f"{showcase_address}nl/{CURRENT}/{rule}")
        expect(page.locator(".md-version__current")).to_contain_text(CURRENT)
        choose_edition(page, "2027.1")
        page.wait_for_url(f"{showcase_address}nl/2027.1/{rule}")
        choose_edition(page, "2026.1")
        page.wait_for_url(f"{showcase_address}nl/2026.1/{rule}")
        choose_language(page, "English")
        page.wait_for_url(f"{showcase_address}en/2026.1/{rule}")
        page.locator(".sr-notice a").click()
        page.wait_for_url(f"{showcase_address}en/{CURRENT}/{rule}")
        expect(page.locator(".sr-notice")).to_have_count(0)


@pytest.mark.parametrize("time", TIMES)
@pytest.mark.parametrize("screen", SCREENS)
def test_pages_of_every_time_fit_and_say_which_time_it_is(
    browser: Browser, showcase_address: str, screen: str, time: str
) -> None:
    with watched_page(browser, showcase_address, viewport=SCREENS[screen]) as page:
        for language, path in product(("nl", "en"), VISITED):
            if time == "past" and "no-app" in path:
                continue
            page.goto(f"{showcase_address}{language}/{TIMES[time]}/{path}")
            expect(page.locator(".md-version__current")).to_contain_text(TIMES[time])
            expect(page.locator(".sr-notice")).to_have_count(0 if time == "current" else 1)
            assert not page.evaluate(SCROLLS_SIDEWAYS), path


def test_visitor_is_told_which_edition_held_on_a_day(
    browser: Browser, showcase_address: str
) -> None:
    with watched_page(browser, showcase_address) as page:
        page.goto(f"{showcase_address}en/{CURRENT}/editions/")
        day = page.get_by_label("On which day?")
        answer = page.locator(".sr-on output")
        held = page.locator(".sr-held th")
        for value, edition in {
            "2025-04-01": "2025.1",
            "2025-09-30": "2025.1",
            "2025-10-01": "2025.2",
            "2026-02-01": "2026.1",
            "2026-07-01": CURRENT,
            "2027-01-03": CURRENT,
            "2027-01-04": "2027.1",
            "2999-12-31": "2027.1",
        }.items():
            day.fill(value)
            expect(answer).to_have_text(edition)
            expect(held).to_have_text(edition)
        day.fill("2025-03-31")
        expect(answer).to_have_text("There was no edition yet.")
        expect(held).to_have_count(0)
        day.fill("2025-04-01")
        answer.get_by_role("link").click()
        page.wait_for_url(f"{showcase_address}en/2025.1/rules/")


def test_days_of_the_editions_can_be_read_without_scripts(
    browser: Browser, showcase_address: str
) -> None:
    with watched_page(browser, showcase_address, java_script_enabled=False) as page:
        page.goto(f"{showcase_address}en/current/editions/")
        page.wait_for_url(f"{showcase_address}en/{CURRENT}/editions/")
        expect(page.locator(".sr-on")).to_be_hidden()
        row = page.get_by_role("row").filter(has_text="2025.2").first
        expect(row).to_contain_text("1 October 2025")
        expect(row).to_contain_text("4 January 2026")
        page.get_by_role("link", name="How long each rule has been the same").click()
        expect(page.get_by_role("heading", name="Rules that changed, by edition")).to_be_visible()
        row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="2025.2"))
        expect(row.get_by_role("cell")).to_have_text("5")
        expect(row.locator("svg")).to_be_visible()


def test_words_that_went_and_came_are_told_apart_without_colour(
    browser: Browser, showcase_address: str
) -> None:
    with watched_page(browser, showcase_address) as page:
        page.goto(f"{showcase_address}en/{CURRENT}/changes/")
        line = "element => getComputedStyle(element).textDecorationLine"
        assert page.locator("del").first.evaluate(line) == "line-through"
        assert page.locator("ins").first.evaluate(line) == "underline"


def test_edition_is_chosen_on_a_page_also_where_the_site_has_no_address(
    browser: Browser, tmp_path: Path
) -> None:
    rulebook = tmp_path / "rulebook"
    clearer = {"rules/wait-your-turn.yaml": "title: Please wait\n"}
    write_history(rulebook, {}, clearer)
    build(rulebook, tmp_path / "site")
    pages = (tmp_path / "site").rglob("*.html")
    assert [page for page in pages if "address-not-set" in page.read_text("utf-8")] == []
    with served(tmp_path) as address, watched_page(browser, address) as page:
        page.goto(f"{address}site/en/2026.2/rules/wait-your-turn/")
        choose_edition(page, "2026.1")
        page.wait_for_url(f"{address}site/en/2026.1/rules/wait-your-turn/")
