"""No page keeps anybody out: what axe finds, the narrowest screen, the keyboard, no scripts."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, expect

from sites import CURRENT, served
from visitors import watched_page

KINDS = {
    "home": "",
    "rule": "rules/second-factor/",
    "rule with exceptions": "rules/own-device/",
    "withdrawn rule": "rules/two-signatures/",
    "list": "rules/",
    "chapter": "chapters/asking/",
    "yes and no": "yes-and-no/",
    "exceptions": "exceptions/",
    "requests": "requests/",
    "fit": "fit/",
    "people": "people/",
    "glossary": "glossary/",
    "effects": "effects/",
    "savings": "savings/",
    "stability": "stability/",
    "changes": "changes/",
    "editions": "editions/",
    "take along": "take-along/",
    "written by hand": "how-to-read/",
}
"""The kinds of pages of an edition; the tests below add those that are no part of one."""

OTHERS = ("404.html", "checks/nl/", "checks/en/", "checks/nl/SR001/", "checks/en/SR001/")
ALL = (
    *(f"{lang}/{CURRENT}/{path}" for lang, path in product(("nl", "en"), KINDS.values())),
    f"nl/{CURRENT}/print/",
    "nl/2026.1/",
    "en/2027.1/editions/",
    "nl/draft/rules/unused-licences/",
    *OTHERS,
)
WIDTHS = {"nl": 360, "en": 1280}
"""A language is looked at on one screen: what is narrow in Dutch fits in English too."""

NARROWEST = 320
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FIND = """async tags => (await axe.run({ runOnly: tags, resultTypes: ["violations"] })).violations
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))"""
FIND_COLOURS = FIND.replace("runOnly: tags", 'runOnly: ["color-contrast"]')
SCROLLS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
FOCUSED = """() => {
    const element = document.activeElement;
    const switched = element.id && document.querySelector(`.md-header [for="${element.id}"]`);
    const style = getComputedStyle(switched || element);
    const is_shown = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
    return [element.outerHTML.slice(0, 90), is_shown];
}"""


@pytest.fixture(scope="module")
def reader(browser: Browser, showcase_address: str) -> Iterator[Page]:
    """Give one visitor who reads every page."""
    options: dict[str, Any] = {"color_scheme": "light", "reduced_motion": "reduce"}
    with watched_page(browser, showcase_address, **options) as page:
        yield page


def visit(page: Page, address: str) -> None:
    """Open a page, and wait for what its scripts add to the header."""
    page.set_viewport_size({"width": WIDTHS["en" if "en/" in address else "nl"], "height": 800})
    page.emulate_media(color_scheme="light")
    page.goto(address)
    if page.locator(".md-header").count():
        expect(page.locator(".md-version__current")).to_be_visible()


def faults(page: Page) -> list[str]:
    """Return what axe finds in light colours, and what of it there is in dark ones only.

    The dark ones are the same in every language, so a page in English is not looked at twice.
    """
    page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(FIND, WCAG)
    if "/en/" in page.url:
        return found
    page.emulate_media(color_scheme="dark")
    if page.locator("body[data-md-color-scheme]").count():
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    found += [f"in the dark, {fault}" for fault in page.evaluate(FIND_COLOURS, WCAG)]
    page.emulate_media(color_scheme="light")
    return found


@pytest.mark.parametrize("path", ALL)
def test_page_keeps_nobody_out_and_fits_the_narrowest_screen(
    reader: Page, showcase_address: str, path: str
) -> None:
    visit(reader, showcase_address + path)
    assert faults(reader) == []
    reader.set_viewport_size({"width": NARROWEST, "height": 600})
    assert not reader.evaluate(SCROLLS)


@pytest.mark.parametrize("language", WIDTHS)
def test_outcome_of_the_questions_keeps_nobody_out(
    reader: Page, showcase_address: str, language: str
) -> None:
    visit(reader, f"{showcase_address}{language}/{CURRENT}/fit/")
    assert faults(reader) == []
    for index in range(reader.locator(".sr-questions li[data-rule]").count()):
        reader.locator(f"[data-answer={('yes', 'no', 'skip')[index % 3]}]").click()
    expect(reader.locator(".sr-outcome")).to_be_visible()
    assert faults(reader) == []
    reader.set_viewport_size({"width": NARROWEST, "height": 600})
    assert not reader.evaluate(SCROLLS)


@pytest.mark.parametrize("language", WIDTHS)
def test_open_search_keeps_nobody_out(reader: Page, showcase_address: str, language: str) -> None:
    visit(reader, f"{showcase_address}{language}/{CURRENT}/")
    reader.keyboard.press("/")
    reader.keyboard.type("telefoon" if language == "nl" else "phone")
    expect(reader.locator(".md-search-result__item").first).to_be_visible()
    assert faults(reader) == []


def test_open_menu_of_a_phone_keeps_nobody_out(reader: Page, showcase_address: str) -> None:
    visit(reader, f"{showcase_address}nl/{CURRENT}/")
    reader.keyboard.press("Tab")
    expect(reader.locator("#__drawer")).to_be_focused()
    reader.keyboard.press("Space")
    expect(reader.locator(".sr-menu")).to_be_in_viewport()
    assert faults(reader) == []


@pytest.mark.parametrize(("language", "path"), [*product(WIDTHS, ("rules/own-device/", "rules/"))])
def test_keyboard_shows_where_it_is(
    reader: Page, showcase_address: str, language: str, path: str
) -> None:
    visit(reader, f"{showcase_address}{language}/{CURRENT}/{path}")
    seen: list[str] = []
    for _ in range(200):
        reader.keyboard.press("Tab")
        what, is_shown = reader.evaluate(FOCUSED)
        if what.startswith("<body") or what in seen[:1]:
            break
        seen.append(what)
        assert is_shown, what
    assert len(seen) > 20


def test_without_scripts_each_page_shows_what_it_says(browser: Browser, showcase: Path) -> None:
    with (
        served(showcase) as address,
        watched_page(browser, address, java_script_enabled=False) as page,
    ):
        for path in ALL[len(KINDS) :]:
            page.goto(address + path)
            said = page.locator("main").inner_text()
            assert page.locator("main h1").first.is_visible(), path
            assert len(said.split()) > 25, (path, said)
