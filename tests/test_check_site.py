"""The pages of the checks on the site: whole, safe, and good to read on a phone."""

import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser, LexborNode

from conftest import Command
from rulebooks import write_rulebook
from sites import ROOT, TWO_LANGUAGES, read_tree
from spelregels.addresses import help_url
from spelregels.checks import PAGES
from spelregels.checks.explanations import explain
from spelregels.diagnostics import SEVERITIES
from spelregels.loader import load_rulebook
from spelregels.messages import LANGUAGES
from spelregels.plan import draft_publications
from spelregels.render import Surroundings, render_checks
from visitors import watched_page

SITE_URL = "https://spelregels.example/"
CODES = sorted(page.CODE for page in PAGES.values())
LISTS = [f"checks/{language}/" for language in LANGUAGES]
ADDRESSES = [*LISTS, *(help_url("", lang, code) for lang in LANGUAGES for code in CODES)]
LABELS = {"en": ("Bad", "Good"), "nl": ("Fout", "Goed")}
FAMILIES = {
    "en": "Files and YAML, Shape, Identity and references, Content, Editions and promises",
    "nl": "Bestanden en YAML, Vorm, Namen en verwijzingen, Inhoud, Edities en beloften",
}
ELEMENTS = frozenset(
    {"html", "head", "meta", "link", "title", "body", "header", "main", "footer", "nav", "article"}
    | {"section", "div", "h1", "h2", "h3", "p", "ol", "ul", "li", "figure", "figcaption", "pre"}
    | {"a", "code", "em", "strong", "span", "svg", "path", "rect", "-text"}
)
PHONE = {"width": 320, "height": 640}
SCROLLS_SIDEWAYS = "() => document.documentElement.scrollWidth > innerWidth"
WILL_SCROLL = """block => {
    window.scrolled = new Promise(tell => block.onscroll = () => tell(block.scrollLeft));
}"""
"""The pages let no script wait for something, not even one of the browser's driver."""

SAMPLE = 8
"""Of so many pages, one is opened in a browser; they are all made by one template."""

every_language = pytest.mark.parametrize("language", LANGUAGES)
every_check = pytest.mark.parametrize("name", PAGES)


class Site:
    """The pages of the checks in the built showcase, each parsed once."""

    def __init__(self, folder: Path) -> None:
        self.files = frozenset(read_tree(folder))
        self.pages: Mapping[str, LexborHTMLParser] = {
            address: LexborHTMLParser((folder / address / "index.html").read_bytes())
            for address in ADDRESSES
        }

    def page(self, name: str, language: str) -> LexborHTMLParser:
        return self.pages[help_url("", language, PAGES[name].CODE)]


@pytest.fixture(scope="module")
def site(showcase: Path) -> Site:
    return Site(showcase)


def one(page: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    found = page.css(selector)
    assert len(found) == 1, selector
    return found[0]


def text_of(node: LexborNode) -> str:
    return " ".join(node.text().split())


def href(node: LexborNode) -> str:
    return node.attributes["href"] or ""


def shown(prose: str) -> str:
    """Return what a reader sees of a text in Markdown that has nothing but `code` in it."""
    return " ".join(prose.replace("`", "").split())


def examples_in(page: LexborHTMLParser) -> list[str]:
    """Return the lines of the examples on a page as a check has them, without empty ones."""
    lines = []
    for example in page.css(".example"):
        lines.append(f"{text_of(one(example, 'h3'))}:")
        for figure in example.css("figure"):
            lines.append(f"    # {text_of(one(figure, 'figcaption'))}")
            text = "".join(block.text() for block in figure.css("pre"))
            lines += [f"    {line}" for line in text.splitlines() if line.strip()]
    return lines


def test_every_check_has_a_page_in_every_language_where_reports_lead(site: Site) -> None:
    expected = {"checks/index.html", "checks/checks.css", *(f"{a}index.html" for a in ADDRESSES)}
    assert {name for name in site.files if name.startswith("checks/")} == expected
    assert len(expected) == 2 + len(LANGUAGES) * (1 + len(PAGES))


@every_language
@every_check
def test_page_says_all_that_there_is_to_say(site: Site, name: str, language: str) -> None:
    page, told = site.page(name, language), explain(PAGES[name], language)
    severity = SEVERITIES[PAGES[name].SEVERITY].within(language)
    assert text_of(one(page, "h1")) == shown(told.headline)
    assert text_of(one(page, "article header p")) == f"{PAGES[name].CODE} {name} {severity}"
    assert text_of(one(page, ".lead")) == shown(told.why)
    assert text_of(one(page, ".mend > p")) == shown(told.mend)
    codes = [code for part in told[:3] for code in re.findall("`([^`]*)`", part)]
    prose = page.css("h1 code, .lead code, .mend code")
    assert [text_of(code) for code in prose] == [" ".join(code.split()) for code in codes]
    assert text_of(one(page, "title")).startswith(f"{PAGES[name].CODE}: {shown(told.headline)} ")


@every_check
def test_examples_stand_there_as_they_are(site: Site, name: str) -> None:
    told = re.sub(r" \(also .*\):", ":", explain(PAGES[name], "en").examples)
    lines = filter(str.strip, told.splitlines())
    assert examples_in(site.page(name, "en")) == list(lines)


@every_check
def test_examples_are_the_same_in_dutch_and_what_is_said_of_them_is_not(
    site: Site, name: str
) -> None:
    english, dutch = site.page(name, "en"), site.page(name, "nl")
    for selector in ("pre", "figcaption code"):
        assert [each.text() for each in dutch.css(selector)] == [
            each.text() for each in english.css(selector)
        ]
    said = [
        {text_of(note) for note in page.css("figcaption span, .also")} for page in (english, dutch)
    ]
    for own, other in zip(english.css("h3"), dutch.css("h3"), strict=True):
        assert (text_of(own), text_of(other)) in zip(*LABELS.values(), strict=True)
    assert said[0] & said[1] == set()


@pytest.mark.parametrize("address", ADDRESSES)
def test_page_holds_nothing_but_what_is_its_own(site: Site, address: str) -> None:
    page = site.pages[address]
    assert page.root is not None
    nodes = list(page.root.traverse(include_text=True))
    assert {node.tag for node in nodes} <= ELEMENTS
    policy = one(page, 'meta[http-equiv="Content-Security-Policy"]')
    assert policy.attributes["content"] == (
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
    )
    assert [href(link) for link in page.css('link[rel="stylesheet"]')] == [
        "../" * address.count("/") + "checks/checks.css"
    ]
    links = (href(node) for node in page.css("a"))
    assert [link for link in links if urlsplit(link).scheme or link.startswith("//")] == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_way_on_a_page_leads_somewhere(site: Site, address: str) -> None:
    page = site.pages[address]
    leads = [href(link) for link in page.css("a, link")]
    assert leads
    for lead in leads:
        target = urljoin(SITE_URL + address, lead)
        assert target.startswith(SITE_URL)
        path, _, anchor = target.removeprefix(SITE_URL).partition("#")
        assert (path if path.endswith(".css") else f"{path}index.html") in site.files
        if anchor:
            assert site.pages[path].css_matches(f"#{anchor}"), lead


@pytest.mark.parametrize("address", ADDRESSES)
def test_page_leads_to_itself_in_every_language(site: Site, address: str) -> None:
    page = site.pages[address]
    language, tail = address.removeprefix("checks/").split("/", 1)
    same = {each: f"{SITE_URL}checks/{each}/{tail}" for each in LANGUAGES}
    alternates = page.css('link[rel="alternate"]')
    assert {link.attributes["hreflang"]: href(link) for link in alternates} == same
    chosen = page.css(".languages a")
    assert {
        link.attributes["hreflang"]: urljoin(SITE_URL + address, href(link)) for link in chosen
    } == same
    assert [link.attributes["lang"] for link in chosen if "aria-current" in link.attributes] == [
        language
    ]
    assert href(one(page, 'link[rel="canonical"]')) == same[language]
    assert one(page, "html").attributes["lang"] == language


@pytest.mark.parametrize("address", ADDRESSES)
def test_headings_and_ids_are_in_order(site: Site, address: str) -> None:
    page = site.pages[address]
    levels = [int((node.tag or "")[1]) for node in page.css("h1, h2, h3, h4, h5, h6")]
    assert (levels[0], levels.count(1)) == (1, 1)
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    assert len(page.css("main")) == len(page.css("body > header")) == 1


@every_language
def test_pages_follow_one_another_in_the_order_of_the_codes(site: Site, language: str) -> None:
    for before, after in pairwise(CODES):
        forth = one(site.pages[help_url("", language, before)], '[rel="next"]')
        back = one(site.pages[help_url("", language, after)], '[rel="prev"]')
        assert (href(forth), href(back)) == (f"../{after}/", f"../{before}/")
    assert not site.pages[help_url("", language, CODES[0])].css('[rel="prev"]')
    assert not site.pages[help_url("", language, CODES[-1])].css('[rel="next"]')


@every_language
def test_list_has_every_check_by_family_in_the_order_of_the_codes(
    site: Site, language: str
) -> None:
    page = site.pages[f"checks/{language}/"]
    titles = [f"SR{n} {name}" for n, name in enumerate(FAMILIES[language].split(", "))]
    assert [text_of(node) for node in page.css("h2")] == titles
    assert [text_of(node) for node in page.css(".families a")] == titles
    listed = [
        (text_of(one(item, "a")), text_of(one(item, "p")), href(one(item, "a")))
        for item in page.css(".list > li")
    ]
    assert listed == [
        (
            f"{check.CODE} {shown(explain(check, language).headline)}",
            f"{name} {SEVERITIES[check.SEVERITY].within(language)}",
            f"{check.CODE}/",
        )
        for name, check in PAGES.items()
    ]
    for family, section in zip("01234", page.css("section"), strict=True):
        codes = [text_of(code) for code in section.css(".list .code")]
        assert codes == [code for code in CODES if code[2] == family]


@pytest.mark.parametrize(
    ("languages", "leads_to", "home_of_dutch"),
    [
        ("[nl, en]", "nl", "nl"),
        ("[en, nl]", "en", "nl"),
        ("[nl]", "nl", "nl"),
        ("[en]", "en", "en"),
        ("[de, nl]", "en", "nl"),
        ("[de]", "en", "de"),
    ],
)
def test_rulebook_in_other_languages_has_the_pages_too(
    tmp_path: Path, languages: str, leads_to: str, home_of_dutch: str
) -> None:
    settings = TWO_LANGUAGES["rulebook.yaml"].replace("[nl, en]", languages)
    write_rulebook(tmp_path, {**TWO_LANGUAGES, "rulebook.yaml": settings})
    publications = draft_publications(load_rulebook(tmp_path), "")
    pages = {
        page.path: LexborHTMLParser(page.content)
        for page in render_checks(Surroundings(publications, "draft", {}))
    }
    assert {path for path in pages if path.endswith(".html")} == {
        "checks/index.html",
        *(f"{address}index.html" for address in ADDRESSES),
    }
    refresh = one(pages["checks/index.html"], 'meta[http-equiv="refresh"]')
    assert refresh.attributes["content"] == f"0; url={leads_to}/"
    assert [href(link) for link in pages["checks/index.html"].css("a")] == ["en/", "nl/"]
    home = one(pages["checks/nl/SR204/index.html"], "header > div > a")
    assert href(home) == f"../../../{home_of_dutch}/current/"
    assert home.attributes["hreflang"] == home_of_dutch
    assert home.attributes.get("lang", "nl") == home_of_dutch


def test_site_with_the_pages_is_verified(showcase: Path, command: Command) -> None:
    result = command("verify", "--rulebook", str(ROOT / "rulebook"), str(showcase))
    assert (result.exit_code, result.stderr) == (0, "")


@every_language
def test_no_page_scrolls_sideways_on_a_small_phone_or_asks_for_anything_else(
    browser: Browser, showcase_address: str, language: str
) -> None:
    own = f"{showcase_address}checks/"
    with watched_page(browser, own, viewport=PHONE) as page:
        wide = []
        for address in [each for each in ADDRESSES if f"/{language}/" in each][::SAMPLE]:
            page.goto(showcase_address + address)
            if page.evaluate(SCROLLS_SIDEWAYS):
                wide.append(address)
        assert wide == []


def test_code_that_is_too_wide_is_scrolled_with_the_keys(
    browser: Browser, showcase_address: str
) -> None:
    with watched_page(browser, showcase_address, viewport=PHONE) as page:
        page.goto(f"{showcase_address}checks/nl/SR413/")
        block = page.get_by_role("group", name="Goed: rules/wait-your-turn.yaml")
        assert block.evaluate("block => block.scrollWidth > block.clientWidth")
        block.focus()
        block.evaluate(WILL_SCROLL)
        page.keyboard.press("ArrowRight")
        assert page.evaluate("() => window.scrolled") > 0


def test_reader_of_an_error_goes_to_the_list_the_other_language_and_the_rules(
    browser: Browser, showcase_address: str
) -> None:
    with watched_page(browser, showcase_address, viewport=PHONE) as page:
        page.goto(f"{showcase_address}checks/")
        page.wait_for_url(f"{showcase_address}checks/nl/")
        page.get_by_role("link", name=re.compile("^SR204")).click()
        expect(page.get_by_role("heading", name="Zo herstel je het")).to_be_visible()
        page.get_by_role("link", name="English").click()
        page.wait_for_url(f"{showcase_address}checks/en/SR204/")
        expect(page.get_by_role("heading", name="How to mend it")).to_be_visible()
        page.get_by_role("link", name="Identity and references").click()
        page.wait_for_url(f"{showcase_address}checks/en/#SR2")
        page.get_by_role("link", name="To the rules themselves").click()
        page.wait_for_url(f"{showcase_address}en/2026.2/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_has_nothing_to_say(browser: Browser, showcase_address: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    with watched_page(browser, showcase_address, viewport=PHONE, color_scheme=scheme) as page:
        for address in (*LISTS, "checks/nl/SR306/", "checks/nl/SR402/", "checks/en/SR412/"):
            page.goto(showcase_address + address)
            found = axe.run(page).response["violations"]
            assert [(each["id"], each["nodes"]) for each in found] == []


def test_colours_are_those_of_the_device(browser: Browser, showcase_address: str) -> None:
    seen = set()
    for scheme in ("light", "dark"):
        with watched_page(browser, showcase_address, color_scheme=scheme) as page:
            page.goto(f"{showcase_address}checks/nl/SR306/")
            colours = "() => getComputedStyle(document.body).backgroundColor"
            seen.add(page.evaluate(colours))
            page.emulate_media(media="print")
            assert page.evaluate(colours) == "rgb(255, 253, 249)"
    assert seen == {"rgb(255, 253, 249)", "rgb(27, 23, 22)"}
