import json
from pathlib import Path

import pytest
from mkdocs.utils.meta import get_data
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from histories import SITE_URL, pages_of, publication_of, write_shop
from rulebooks import write_file, write_rulebook
from sites import TWO_LANGUAGES, build, served
from spelregels.plain import to_front_matter, to_json
from spelregels.render.metadata import describe_edition, describe_rule, shorten
from spelregels.scan import scan_site
from visitors import watched_page

RULE = "rules/wait-your-turn"
LD = "application/ld+json"
OPTIONAL = """\
measure: {indicator: {nl: Wachttijd}, target: Vijf minuten, source: De kassa}
fit: {question: {nl: Heb je tijd?}, answer: yes}
advice: {by: bookkeeper, text: {nl: Doen.}}
exceptions: [{when: {nl: Het brandt., en: Fire.}, conditions: [{nl: Er is rook.}]}]
keywords: {nl: [rij]}
"""
PEOPLE = """\
owners:
  - {id: shop-manager, name: Jo Bos, role: {nl: Chef, en: Manager}, side: business}
  - {id: bookkeeper, name: Al Fine, role: {nl: Boekhouder, en: Bookkeeper}, side: it}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build two languages of a shop whose site has an address."""
    folder = tmp_path_factory.mktemp("metadata")
    write_rulebook(folder / "rulebook", TWO_LANGUAGES)
    write_file(folder / "mkdocs.yml", f"site_name: x\nsite_url: {SITE_URL}\n")
    write_file(folder / "docs" / "nl" / "over.md", "# Over ons\n")
    build(folder / "rulebook", folder / "site")
    return folder / "site"


def page(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path / "index.html").read_bytes())


def links(site: Path, path: str, selector: str) -> list[tuple[str | None, str | None]]:
    return [
        (link.attributes.get("hreflang"), link.attributes["href"])
        for link in page(site, path).css(selector)
    ]


def graph(site: Path, path: str) -> list[str | None]:
    """Return what a page says of itself to those who show a link to it."""
    found = page(site, path).css("meta[property^='og:']")
    return [f"{node.attributes['property']}={node.attributes['content']}" for node in found]


def test_every_language_of_a_page_names_all_of_them_with_the_whole_address(site: Path) -> None:
    for language in ("nl", "en"):
        assert links(site, f"{language}/draft/{RULE}", "link[rel='alternate'][hreflang]") == [
            ("nl", f"{SITE_URL}nl/draft/{RULE}/"),
            ("x-default", f"{SITE_URL}nl/draft/{RULE}/"),
            ("en", f"{SITE_URL}en/draft/{RULE}/"),
        ]


def test_page_in_one_language_names_no_other(site: Path) -> None:
    assert links(site, "nl/draft/over", "link[rel='alternate'][hreflang]") == [
        ("nl", f"{SITE_URL}nl/draft/over/"),
        ("x-default", f"{SITE_URL}nl/draft/over/"),
    ]


def test_page_is_its_own_canonical_one(site: Path) -> None:
    for path in (f"en/draft/{RULE}", "nl/draft/print", "nl/draft"):
        assert links(site, path, "link[rel='canonical']") == [(None, f"{SITE_URL}{path}/")]


def test_shared_link_has_a_title_a_description_and_an_address(site: Path) -> None:
    assert graph(site, f"en/draft/{RULE}") == [
        "og:description=Wait until it is your turn.",
        "og:type=article",
        "og:title=Wait your turn",
        "og:site_name=The rules of the shop",
        f"og:url={SITE_URL}en/draft/{RULE}/",
    ]
    assert graph(site, "en/draft")[1:3] == ["og:type=website", "og:title=The rules of the shop"]


def test_every_generated_page_is_described(site: Path) -> None:
    bare = [
        file.parent.name
        for file in sorted((site / "en" / "draft").rglob("index.html"))
        if not LexborHTMLParser(file.read_bytes()).css_first("meta[name='description'][content]")
    ]
    assert bare == []


def test_page_of_a_rule_tells_programs_what_it_is(site: Path) -> None:
    node = page(site, f"en/draft/{RULE}").css_first(f"script[type='{LD}']")
    assert node is not None
    assert json.loads(node.text()) == {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": "Wait your turn",
        "description": "Wait until it is your turn.",
        "url": f"{SITE_URL}en/draft/{RULE}/",
        "inLanguage": "en",
        "version": "draft",
        "publisher": {"@type": "Organization", "name": "Slagerij Bos"},
        "isPartOf": {
            "@type": "CreativeWork",
            "url": f"{SITE_URL}en/draft/",
            "name": "The rules of the shop",
        },
    }


def test_edition_tells_programs_when_it_was_published(tmp_path: Path) -> None:
    publication = publication_of(write_shop(tmp_path), "2025.2")
    told = json.loads(describe_edition(publication, "What it is."))
    assert (told["version"], told["datePublished"]) == ("2025.2", "2025-06-01")
    told = json.loads(describe_rule(publication, "no-dogs", ""))
    assert (told["version"], told["datePublished"]) == ("2025.2", "2025-06-01")


def test_no_script_asks_for_a_sitemap_and_the_links_are_there_in_the_end(
    browser: Browser, site: Path
) -> None:
    with served(site) as address, watched_page(browser, address) as visited:
        asked: list[str] = []
        visited.on("request", lambda request: asked.append(request.url))
        visited.goto(f"{address}nl/draft/{RULE}/")
        visited.wait_for_load_state("networkidle")
        assert [url for url in asked if "sitemap" in url] == []
        assert visited.locator("link[rel='alternate'][hreflang]").count() == 3
        assert visited.evaluate(f"JSON.parse(document.querySelector('[type=\"{LD}\"]').text).name")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (to_json({"name": "</script><script>alert(1)</script>"}), []),
        ('{"a": 1', [f"p.html: what a script of the type {LD} holds is not JSON"]),
        (
            '{"a": "<b>"}',
            [f"p.html: the data in a script of the type {LD} hold a '<', which could end it"],
        ),
    ],
)
def test_data_in_a_page_are_json_in_which_nothing_is_a_tag(
    tmp_path: Path, content: str, expected: list[str]
) -> None:
    write_file(tmp_path / "p.html", f'<title>p</title><script type="{LD}">{content}</script>')
    assert list(map(str, scan_site(tmp_path))) == expected


def test_whole_address_of_this_site_must_lead_somewhere(tmp_path: Path) -> None:
    link = '<title>p</title><link rel="canonical" href="https://rules.example/gone/">'
    write_file(tmp_path / "p.html", link)
    found = list(map(str, scan_site(tmp_path, "https://rules.example/")))
    assert found == ["p.html: the link '/gone/' leads nowhere"]


@pytest.mark.parametrize("title", ["a 😀 b", "\\ud83d\\ude00", '"\\" 𝄞', "a \u2028 b"])
def test_engine_reads_in_the_front_matter_what_was_written(title: str) -> None:
    data = to_json({"name": title})
    _, read = get_data(to_front_matter({"title": "x", "data": data, "search": {"exclude": True}}))
    assert json.loads(read["data"]) == {"name": title}
    assert read["search"] == {"exclude": True}


def test_long_description_ends_at_a_word() -> None:
    assert shorten("Wait a bit. " * 20) == "Wait a bit. " * 12 + "Wait a bit…"
    assert shorten("Wait\n  here.") == "Wait here."


def test_optional_text_in_another_language_says_so(tmp_path: Path) -> None:
    rule = TWO_LANGUAGES[f"{RULE}.yaml"] + OPTIONAL
    folder = write_rulebook(
        tmp_path, {**TWO_LANGUAGES, f"{RULE}.yaml": rule, "owners.yaml": PEOPLE}
    )
    parsed = LexborHTMLParser(pages_of(folder, "draft")[f"{RULE}.md"])
    foreign = [node.text(strip=True) for node in parsed.css(".sr-page [lang='nl']")]
    assert sorted(foreign) == [
        *("De kassa", "Doen.", "Er is rook.", "Heb je tijd?", "Vijf minuten", "Wachttijd"),
    ]
    notes = [node.text() for node in parsed.css(".sr-untranslated-note")]
    assert notes == ["(not in English yet)"] * 3
    assert "lang=" not in pages_of(folder, "draft", "nl")[f"{RULE}.md"]


def test_text_that_is_only_in_another_language_is_marked_with_that_one(tmp_path: Path) -> None:
    rule = TWO_LANGUAGES[f"{RULE}.yaml"] + "advice: {by: bookkeeper, text: {en: Do it.}}\n"
    folder = write_rulebook(
        tmp_path, {**TWO_LANGUAGES, f"{RULE}.yaml": rule, "owners.yaml": PEOPLE}
    )
    marked = LexborHTMLParser(pages_of(folder, "draft", "nl")[f"{RULE}.md"]).css(".sr-page [lang]")
    assert [(node.attributes["lang"], node.text(strip=True)) for node in marked] == [
        ("en", "Do it.")
    ]
