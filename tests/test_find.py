"""Finding a rule: the list that can be filtered, the search, and what a first visit weighs."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect
from selectolax.lexbor import LexborHTMLParser

from histories import pages_of, write_shop
from rulebooks import write_file, write_rulebook
from sites import CURRENT, ROOT, TWO_LANGUAGES, build, served
from spelregels.loader import load_rulebook
from spelregels.render import Publication, Unit, render_pages
from spelregels.render.filtering import fold
from spelregels.slimming import slim_own, slim_stylesheet, split_index
from visitors import watched_page

THEME = ROOT / "generator" / "spelregels" / "theme" / "assets"
HEAVIEST_VISIT = 400_000
"""How many bytes a first visit to the page of a rule may take, the search included."""

SLOWEST_FILTER = 100
"""How many milliseconds a choice may take in a list of a thousand rules."""

_WAIT = TWO_LANGUAGES["rules/wait-your-turn.yaml"]
_TARIFFS = """\
title: {nl: We kondigen tariefwijzigingen aan, en: We announce new rates}
chapter: till
rule: {nl: "Een nieuw tarief hoor je een maand eerder.", en: "You hear of a rate a month before."}
rationale: {nl: "Dan kun je rekenen & plannen.", en: "Customers can plan."}
effect:
  quality: {direction: same, because: {nl: Het vlees blijft goed., en: The meat stays good.}}
  price: {direction: higher, because: {nl: We wachten een maand., en: We wait a month.}}
without: {nl: Je schrikt aan de kassa., en: You are startled.}
owner: bookkeeper
decided_on: 2026-03-01
applies_to: [regulars]
exceptions:
  - when: {nl: De wet verandert., en: The law changes.}
    conditions: [{nl: Het staat in de krant., en: It is in the paper.}]
    price: {nl: Niets., en: Nothing.}
    decided_by: bookkeeper
keywords: {nl: [prijsverhoging], en: [increase]}
"""
_CAFE = """\
title: {nl: Privé bellen doe je buiten, en: Private calls are made outside}
chapter: counter
rule: {nl: "Bel in het café ernaast, of stuur een e-mail.", en: "Call from the café next door."}
rationale: {nl: "Rust <klanten> in de winkel.", en: "Calm in the shop."}
effect:
  quality: {direction: better, because: {nl: Het is stil., en: It is quiet.}}
  price: {direction: same, because: {nl: Stilte kost niets., en: Silence costs nothing.}}
without: {nl: De hele rij luistert mee., en: The whole queue listens in.}
owner: shop-manager
decided_on: 2026-03-01
"""
SHOP = {
    **TWO_LANGUAGES,
    "rulebook.yaml": """\
        name: {nl: De regels van de winkel, en: The rules of the shop}
        publisher: {name: Slagerij Bos}
        languages: [nl, en]
        chapters:
          - {id: counter, title: {nl: Aan de toonbank, en: At the counter}}
          - {id: till, title: {nl: Aan de kassa, en: At the till}}
        audiences:
          - {id: everyone, title: {nl: Elke klant, en: Every customer}}
          - {id: regulars, title: {nl: Vaste klanten, en: Regulars}}
    """,
    "owners.yaml": """\
        owners:
          - {id: shop-manager, name: Jo Bos, role: {nl: Chef, en: Manager}, side: business}
          - {id: bookkeeper, name: Al Fine, role: {nl: Boekhouder, en: Bookkeeper}, side: business}
    """,
    "glossary.yaml": """\
        terms:
          - term: {nl: tariefwijziging, en: change of rate}
            meaning: {nl: Een wijziging van een tarief., en: A rate that changes.}
    """,
    "rules/tariffs.yaml": _TARIFFS,
    "rules/calls.yaml": _CAFE,
}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the draft of a shop with three rules; return the address of the site."""
    folder = tmp_path_factory.mktemp("find")
    build(write_rulebook(folder / "rulebook", SHOP), folder / "site")
    with served(folder / "site") as address:
        yield address


def list_of(folder: Path, language: str = "nl") -> LexborHTMLParser:
    rulebook = load_rulebook(write_rulebook(folder, SHOP)).rulebook
    pages = render_pages(Publication(rulebook, Unit(language, "draft")))
    return LexborHTMLParser(next(p.content for p in pages if p.path == "rules/index.md"))


def traits_of(page: LexborHTMLParser) -> dict[str, dict[str, str | None]]:
    """Return what each rule of a list says to the filters, by its address."""
    lines = ((line.css_first("a"), line.attributes) for line in page.css("li.sr-line"))
    return {
        str(link.attributes["href"]): {
            name.removeprefix("data-"): value
            for name, value in attributes.items()
            if name.startswith("data-")
        }
        for link, attributes in lines
        if link is not None
    }


def options_of(page: LexborHTMLParser) -> dict[str | None, list[str]]:
    return {
        select.attributes["name"]: [option.text() for option in select.css("option")]
        for select in page.css(".sr-filter select")
    }


def titles_in(page: Page) -> list[str]:
    return page.locator("li.sr-line h3:visible").all_text_contents()


def search(page: Page, words: str) -> None:
    """Type words into the search, as someone does who keeps the hands on the keyboard."""
    page.keyboard.press("/")
    page.locator(".md-search__input").press_sequentially(words)


def test_list_says_of_each_rule_what_the_filters_ask(tmp_path: Path) -> None:
    assert traits_of(list_of(tmp_path))["../rules/tariffs/"] == {
        "chapter": "till",
        "for": "regulars",
        "quality": "same",
        "price": "higher",
        "owner": "bookkeeper",
        "exceptions": "yes",
        "words": "een nieuw tarief hoor maand eerder prijsverhoging",
    }


def test_rule_for_everyone_is_for_each_audience(tmp_path: Path) -> None:
    assert traits_of(list_of(tmp_path))["../rules/calls/"]["for"] == "everyone regulars"


def test_list_offers_what_there_is_to_choose(tmp_path: Path) -> None:
    assert options_of(list_of(tmp_path, "en")) == {
        "chapter": ["all", "At the counter", "At the till"],
        "for": ["all", "Every customer", "Regulars"],
        "quality": ["any", "better", "the same", "worse"],
        "price": ["any", "lower", "the same", "higher"],
        "owner": ["anyone", "Manager", "Bookkeeper"],
        "exceptions": ["any", "with an exception", "without exceptions"],
    }


@pytest.mark.parametrize(
    ("edition", "since", "waiting", "dogs"),
    [
        ("2025.1", None, None, None),
        ("2025.2", ["any", "2025.1"], "2025.1", None),
        ("2026.2", ["any", "2026.1", "2025.2", "2025.1"], "2025.1 2025.2 2026.1", "2025.1 2025.2"),
        ("draft", ["any", "2026.2", "2026.1", "2025.2", "2025.1"], "2025.1 2025.2 2026.1", None),
    ],
)
def test_list_knows_what_changed_since_each_edition(
    tmp_path: Path, edition: str, since: list[str] | None, waiting: str | None, dogs: str | None
) -> None:
    page = LexborHTMLParser(pages_of(write_shop(tmp_path), edition)["rules/index.md"])
    assert options_of(page).get("since") == since
    traits = traits_of(page)
    assert traits["../rules/wait-your-turn/"].get("since") == waiting
    if dogs:
        assert traits["../rules/no-dogs/"]["since"] == dogs


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Privé", "prive"), ("Één café", "een cafe"), ("foto\u2019s", "foto's"), ("ĲS", "ĳs")],
)
def test_text_is_folded_without_capitals_and_accents(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_list_is_whole_without_scripts(browser: Browser, shop: str) -> None:
    with watched_page(browser, shop, java_script_enabled=False) as page:
        page.goto(f"{shop}nl/draft/rules/")
        assert len(titles_in(page)) == 3
        expect(page.locator(".sr-filter")).to_be_hidden()
        expect(page.locator(".sr-none")).to_be_hidden()


def test_choices_narrow_the_list_and_stand_in_the_address(browser: Browser, shop: str) -> None:
    with watched_page(browser, shop) as page:
        page.goto(f"{shop}nl/draft/rules/")
        count = page.get_by_role("status")
        expect(count).to_have_text("3 van 3 regels")
        page.get_by_label("Kwaliteit").select_option("beter")
        expect(count).to_have_text("2 van 3 regels")
        page.get_by_label("Zoek in deze lijst").fill("CAFE email")
        expect(count).to_have_text("1 van 3 regels")
        assert titles_in(page) == ["Privé bellen doe je buiten"]
        assert page.url == f"{shop}nl/draft/rules/?text=CAFE+email&quality=better"
        page.get_by_role("link", name="English").click()
        page.wait_for_url(f"{shop}en/draft/rules/?text=CAFE+email&quality=better")
        expect(count).to_have_text("0 of 3 rules")


def test_address_brings_the_choices_back(browser: Browser, shop: str) -> None:
    with watched_page(browser, shop) as page:
        page.goto(f"{shop}nl/draft/rules/?text=wijziging&price=higher&owner=nobody#_top")
        assert titles_in(page) == ["We kondigen tariefwijzigingen aan"]
        expect(page.get_by_label("Prijs")).to_have_value("higher")
        expect(page.get_by_label("Wie beslist")).to_have_value("")
        assert page.url == f"{shop}nl/draft/rules/?text=wijziging&price=higher#_top"
        page.get_by_text("Meer keuzes (1)").wait_for()


def test_list_is_filtered_and_reset_with_the_keyboard(browser: Browser, shop: str) -> None:
    with watched_page(browser, shop) as page:
        page.goto(f"{shop}nl/draft/rules/")
        page.get_by_label("Zoek in deze lijst").focus()
        page.keyboard.type("kassa")
        expect(page.locator(".sr-none")).to_be_visible()
        page.keyboard.press("Enter")
        page.get_by_role("button", name="Zoek op de hele site").press("Enter")
        expect(page.locator(".md-search__input")).to_have_value("kassa")
        expect(page.locator(".md-search-result__list")).to_contain_text("tariefwijzigingen")
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Toon alle regels").last.press("Enter")
        expect(page.get_by_label("Zoek in deze lijst")).to_be_focused()
        assert len(titles_in(page)) == 3
        assert page.url == f"{shop}nl/draft/rules/"


def test_thousand_rules_are_filtered_at_once(browser: Browser, tmp_path: Path) -> None:
    rulebook = load_rulebook(write_rulebook(tmp_path / "rulebook", SHOP)).rulebook
    many = {f"{id_}-{n}": rule for n in range(334) for id_, rule in rulebook.rules.items()}
    publication = Publication(rulebook.model_copy(update={"rules": many}), Unit("nl", "draft"))
    body = next(
        page.content for page in render_pages(publication) if page.path.endswith("s/index.md")
    )
    links = '<link rel="stylesheet" href="stylesheets/listing.css">'
    script = '<script src="javascripts/listing.js" defer></script>'
    write_file(tmp_path / "site" / "index.html", f"<!doctype html>{links}{script}{body}")
    for name in ("stylesheets/listing.css", "javascripts/listing.js"):
        write_file(tmp_path / "site" / name, (THEME / name).read_text(encoding="utf-8"))
    assert len(body) < 700_000
    with served(tmp_path / "site") as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(address)
        times = page.evaluate(_FILTER_AND_MEASURE)
        expect(page.locator("output")).to_have_text("334 van 1002 regels")
        context.close()
    assert min(times) < SLOWEST_FILTER


_FILTER_AND_MEASURE = """async () => {
  const [field, times] = [document.getElementById("_text"), []];
  for (const text of ["wijziging", "", "wijziging", "", "wijziging"]) {
    const start = performance.now();
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    times.push(performance.now() - start);
  }
  return times;
}"""


@pytest.mark.parametrize(
    ("language", "words", "first"),
    [
        ("nl", "wijziging", "We kondigen tariefwijzigingen aan"),
        ("nl", "tariefwijziging", "We kondigen tariefwijzigingen aan"),
        ("nl", "prijsverhoging", "We kondigen tariefwijzigingen aan"),
        ("nl", "tarieven", "We kondigen tariefwijzigingen aan"),
        ("nl", "prive", "Privé bellen doe je buiten"),
        ("nl", "privé", "Privé bellen doe je buiten"),
        ("nl", "cafe email", "Privé bellen doe je buiten"),
        ("nl", "prvie", "Privé bellen doe je buiten"),
        ("en", "cafés", "Private calls are made outside"),
        ("en", "increases", "We announce new rates"),
    ],
)
def test_search_finds_a_rule_first(
    browser: Browser, shop: str, language: str, words: str, first: str
) -> None:
    with watched_page(browser, shop) as page:
        page.goto(f"{shop}{language}/draft/people/")
        search(page, words)
        expect(page.locator(".md-search-result__item h1").first).to_have_text(first)


def test_search_shows_why_a_rule_was_found(browser: Browser, shop: str) -> None:
    with watched_page(browser, shop) as page:
        page.goto(f"{shop}nl/draft/")
        search(page, "prijsverhoging plannen")
        item = page.locator(".md-search-result__item").first
        expect(item.locator("mark")).to_have_text(["plannen", "prijsverhoging"])
        expect(item).to_contain_text("rekenen & plannen")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{shop}nl/draft/rules/tariffs/?h=*")
        expect(page.locator("main mark")).to_have_text(["plannen"])


def test_search_shows_markup_as_it_was_typed(browser: Browser, shop: str) -> None:
    with watched_page(browser, shop) as page:
        page.goto(f"{shop}nl/draft/")
        search(page, "klanten")
        item = page.locator(".md-search-result__item").first
        expect(item).to_contain_text("Rust <klanten> in")


def test_search_says_which_words_are_missing(browser: Browser, shop: str) -> None:
    with watched_page(browser, shop) as page:
        page.goto(f"{shop}nl/draft/")
        search(page, "tarief xylofoon")
        terms = page.locator(".md-search-result__terms").first
        expect(terms.locator("del")).to_have_text("xylofoon")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_first_visit_to_a_rule_is_light_and_a_second_lighter(
    browser: Browser, showcase_address: str, language: str
) -> None:
    sizes: dict[str, int] = {}

    def weigh(request: Request) -> None:
        answer = request.response()
        sizes[request.url] = len(answer.body()) if answer and answer.ok else 0

    with watched_page(browser, showcase_address, is_first_visit=True) as page:
        page.context.on("requestfinished", weigh)
        page.goto(f"{showcase_address}{language}/{CURRENT}/rules/own-device/")
        search(page, "laptop")
        page.locator(".md-search-result__item").first.wait_for()
        page.wait_for_load_state("networkidle")
        names = {url.rpartition("/")[2].partition("?")[0] for url in sizes}
        assert {"search.js", "pages.json"} <= names
        assert sum(sizes.values()) <= HEAVIEST_VISIT, sizes
        page.goto(f"{showcase_address}{language}/{CURRENT}/rules/wait-your-turn/")
        page.wait_for_load_state("networkidle")
        again = page.evaluate(
            "() => performance.getEntriesByType('resource')"
            ".filter((each) => each.transferSize > 1000).map((each) => each.name)"
        )
        assert again == []


def test_index_has_a_rule_once_and_not_what_rules_say_elsewhere() -> None:
    index = {
        "config": {"lang": ["nl"]},
        "docs": [
            {"location": "rules/", "title": "Alle regels", "text": ""},
            {"location": "rules/wait/", "title": "Foto&#x27;s", "text": "", "tags": ["rij"]},
            {"location": "rules/wait/#_top", "title": "Foto's", "text": "<p>Wacht hier.</p>"},
            {
                "location": "rules/wait/#why",
                "title": "Waarom",
                "text": "<ul><li>E&amp;n.</li></ul>",
            },
            {"location": "people/", "title": "Wie beslist", "text": ""},
            {"location": "people/#_top", "title": "Wie beslist", "text": "<p>Zij.</p>"},
            {"location": "people/#jo", "title": "Chef", "text": "Jo <p>Wacht hier.</p> Foto's"},
            {"location": "people/#wait", "title": "Foto's", "text": "<p>Wacht hier.</p>"},
        ],
    }
    asked, searched = split_index(json.dumps(index))
    assert json.loads(asked) == {"config": {"lang": ["nl"]}, "docs": []}
    assert json.loads(searched) == {
        "docs": [
            {"location": "rules/", "title": "Alle regels", "text": ""},
            {
                "location": "rules/wait/",
                "title": "Foto's",
                "text": "Wacht hier. E&amp;n.",
                "tags": ["rij"],
                "boost": 2,
            },
            {"location": "people/", "title": "Wie beslist", "text": "Zij."},
            {"location": "people/#jo", "title": "Chef", "text": "Jo"},
        ]
    }


def test_stylesheet_loses_only_what_is_never_shown() -> None:
    css = (
        ":root{--icon:url('data:image/svg+xml,<a b=\"(1)\"/>');--x:1}"
        "[data-md-color-accent=red],[data-md-color-accent=pink]{--a:#f00}"
        "[data-md-color-scheme=slate][data-md-color-primary=red]{--b:#f00}"
        "[data-md-color-primary=custom]{--c:#f00}"
        "@media screen{[data-md-color-primary=red] .x{a:b}}"
        "@media print{.tabbed-set>input{a:b}.md-typeset .admonition,.md-typeset details{c:d}}"
        "p:is(.a,.b):not(.admonition){e:f}@keyframes k{0%{g:h}}"
    )
    assert slim_stylesheet(f"{css}/*# sourceMappingURL=x.css.map */") == (
        ":root{--icon:linear-gradient(#0000,#0000);--x:1}"
        "[data-md-color-primary=custom]{--c:#f00}"
        "@media print{.md-typeset details{c:d}}"
        "p:is(.a,.b):not(.admonition){e:f}@keyframes k{0%{g:h}}"
    )


def test_own_stylesheet_loses_only_what_its_writers_read() -> None:
    css = "/*! Licence */\n/* Why\n   so */\n.a {\n  b: c d;\n}\n\n.e > f { g: h; }\n"
    assert slim_own(css) == "/*! Licence */\n.a {\nb: c d;\n}\n.e > f { g: h; }\n"
