"""The page of a rule: on one screen, light, and with ways on; and the look of all pages."""

import re
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser, LexborNode

from rulebooks import write_file, write_fragments, write_history, write_rulebook
from sites import CURRENT, ROOT, TWO_LANGUAGES, build, served
from spelregels import engines
from spelregels.errors import UserError
from spelregels.loader import load_rulebook
from spelregels.plan import draft_publications
from spelregels.render import Publication, Unit, render_pages
from spelregels.slimming import slim_page
from spelregels.wording import own_words
from spelregels.words import load_words
from visitors import watched_page

PHONE = {"width": 360, "height": 740}
MAX_BYTES = 20_000
RULE = "rules/wait-your-turn.yaml"
WAY = "rules/own-device/"
STYLES = engines.theme_folder() / "assets" / "stylesheets" / "spelregels.css"

REPOSITORY = "repository: {{url: 'https://example.org/team/rules{end}', kind: {kind}}}\n"
OWNER = """\
owners:
  - {id: shop-manager, name: Jo, role: Chef, side: business, contact: "mailto:jo@example.org"}
"""


def page_of(publication: Publication, rule: str = "wait-your-turn") -> LexborNode:
    """Return the page of a rule as a reader gets it."""
    pages = {page.path: page.content for page in render_pages(publication)}
    body = LexborHTMLParser(pages[f"rules/{rule}.md"].rpartition("\n---\n")[2]).body
    assert body is not None
    return body


def draft(
    folder: Path, files: Mapping[str, str] | None = None, language: str = "en"
) -> LexborNode:
    """Return the page of a rule in a rulebook of two languages, with `files` changed in it."""
    loaded = load_rulebook(write_rulebook(folder, {**TWO_LANGUAGES, **(files or {})}))
    publications = draft_publications(loaded, "https://example.org/")
    return page_of(next(each for each in publications if each.unit.language == language))


def links(body: LexborNode, selector: str) -> list[tuple[str, str]]:
    return [(node.text().strip(), node.attributes["href"] or "") for node in body.css(selector)]


# One screen of a phone


@pytest.mark.parametrize("language", ["nl", "en"])
def test_rule_why_and_both_signs_are_on_one_screen_of_a_phone(
    browser: Browser, showcase_address: str, language: str
) -> None:
    bottoms = "nodes => nodes.map(node => node.getBoundingClientRect().bottom)"
    with watched_page(browser, showcase_address, viewport=PHONE) as page:
        page.goto(f"{showcase_address}{language}/{CURRENT}/{WAY}")
        expect(page.locator(".md-version__current")).to_be_visible()
        parts = page.locator("h1, .sr-stable, .sr-lead, .sr-why, #quality, #price")
        found = parts.evaluate_all(bottoms)
        assert len(found) == 6
        assert max(found) <= PHONE["height"]


@pytest.mark.parametrize(
    ("quality", "price", "names"),
    [
        ("better", "lower", ["good up", "good down"]),
        ("worse", "higher", ["bad down", "bad up"]),
        ("same", "lower", ["even level", "good down"]),
    ],
)
def test_signs_differ_in_shape_and_in_word(
    tmp_path: Path, quality: str, price: str, names: list[str]
) -> None:
    rule = TWO_LANGUAGES[RULE].replace("better", quality).replace("lower", price)
    signs = draft(tmp_path, {RULE: rule}).css(".sr-effect .sr-sign")
    classes = [" ".join((node.attributes["class"] or "").split("sr-sign--")[1:]) for node in signs]
    assert [" ".join(each.split()) for each in classes] == names
    said = load_words("en").phrases
    assert [node.text() for node in signs] == [
        f"Quality: {said[quality]}",
        f"Price: {said[price]}",
    ]


def test_page_tells_first_what_is_asked_first(showcase: Path) -> None:
    page = LexborHTMLParser((showcase / "en" / CURRENT / WAY / "index.html").read_bytes())
    assert [node.attributes.get("id") for node in page.css("h1, h2")] == [
        *("_top", "why", "quality", "price", "without", "coming", "examples", "exceptions"),
        *("requests", "decision", "history", "measure", "fit", "quote"),
    ]


# Weight


def test_every_page_of_a_rule_is_light(showcase: Path) -> None:
    pages = [page for page in showcase.glob("*/*/rules/*/index.html") if page.stat().st_size > 900]
    assert len(pages) > 300
    heavy = {str(page): page.stat().st_size for page in pages if page.stat().st_size > MAX_BYTES}
    assert heavy == {}


def test_page_loses_its_indents_and_keeps_what_was_typed() -> None:
    typed = "<pre>a\n\n  b</pre>"
    assert slim_page(f"<p>\n   a  b \n\n </p>\n  {typed}\n") == f"<p>\na  b\n</p>\n{typed}\n"


# The address to quote


def test_address_is_copied_and_that_is_said(browser: Browser, showcase_address: str) -> None:
    leave = ["clipboard-read", "clipboard-write"]
    with watched_page(browser, showcase_address, permissions=leave) as page:
        page.goto(f"{showcase_address}en/{CURRENT}/{WAY}")
        address = page.locator(".sr-address").inner_text()
        page.get_by_role("button", name="Copy the address").click()
        expect(page.locator(".sr-quote").get_by_role("status")).to_have_text(
            "The address is copied."
        )
        assert page.evaluate("navigator.clipboard.readText()") == address
        assert address == "https://spelregels.example/en/rules/own-device/"


def test_address_is_there_to_select_without_scripts(
    browser: Browser, showcase_address: str
) -> None:
    with watched_page(browser, showcase_address, java_script_enabled=False) as page:
        page.goto(f"{showcase_address}en/{CURRENT}/{WAY}")
        expect(page.locator(".sr-address")).to_be_visible()
        expect(page.locator(".sr-copy")).to_be_hidden()


def test_each_exception_has_an_address(tmp_path: Path) -> None:
    exceptions = "exceptions: [{when: {nl: a, en: a}}, {when: {nl: b, en: b}}]\n"
    rule = TWO_LANGUAGES[RULE] + exceptions
    body = draft(tmp_path, {RULE: rule})
    assert [node.attributes["id"] for node in body.css(".sr-exception h3")] == [
        "exception-1",
        "exception-2",
    ]
    assert links(body, ".sr-exception h3 a") == [
        ("Address of exception 1", "#exception-1"),
        ("Address of exception 2", "#exception-2"),
    ]


# Ask, propose, go on


@pytest.mark.parametrize(
    ("owners", "contact", "expected"),
    [
        (OWNER, "contact: 'mailto:bos@example.org'", "jo@example.org"),
        (None, "contact: 'mailto:bos@example.org'", "bos@example.org"),
        (None, "contact: 'mailto:bos@example.org?cc=x@example.org'", "bos@example.org"),
    ],
)
def test_question_goes_to_who_decides_or_else_to_the_publisher(
    tmp_path: Path, owners: str | None, contact: str, expected: str
) -> None:
    settings = TWO_LANGUAGES["rulebook.yaml"].replace('contact: "mailto:bos@example.org"', contact)
    files = {"rulebook.yaml": settings, **({"owners.yaml": owners} if owners else {})}
    ((name, address),) = links(draft(tmp_path, files, "nl"), ".sr-actions a")
    assert (name, urlsplit(address).path) == ("Vraag over deze regel", expected)
    asked = parse_qs(urlsplit(address).query)
    assert asked["subject"] == ["Vraag over de spelregel “Wacht op je beurt”"]
    assert asked["body"] == ["https://example.org/nl/rules/wait-your-turn/\n\n"]
    assert address.count("?") == 1


def test_question_may_go_to_a_page(tmp_path: Path) -> None:
    settings = TWO_LANGUAGES["rulebook.yaml"].replace("mailto:bos@", "https://ask.")
    body = draft(tmp_path, {"rulebook.yaml": settings})
    assert links(body, ".sr-actions a") == [("Ask about this rule", "https://ask.example.org")]


def test_without_a_contact_and_a_repository_nothing_can_be_asked_or_proposed(
    tmp_path: Path,
) -> None:
    settings = TWO_LANGUAGES["rulebook.yaml"].replace(', contact: "mailto:bos@example.org"', "")
    assert links(draft(tmp_path, {"rulebook.yaml": settings}), ".sr-actions a") == []


@pytest.mark.parametrize(
    ("kind", "end", "expected"),
    [
        (
            "github",
            "",
            "https://example.org/team/rules/edit/main/{place}/rules/wait-your-turn.yaml",
        ),
        (
            "github",
            ".git",
            "https://example.org/team/rules/edit/main/{place}/rules/wait-your-turn.yaml",
        ),
        (
            "gitlab",
            "/",
            "https://example.org/team/rules/-/edit/main/{place}/rules/wait-your-turn.yaml",
        ),
    ],
)
@pytest.mark.parametrize(
    ("repository", "place"),
    [("", "our%20rules"), ("work", "our%20rules"), (".", "work/our%20rules")],
)
def test_change_is_proposed_in_the_file_of_the_rule(
    tmp_path: Path, kind: str, end: str, expected: str, repository: str, place: str
) -> None:
    folder = tmp_path / "work" / "our rules"
    if repository:
        (tmp_path / repository / ".git").mkdir(parents=True)
    settings = TWO_LANGUAGES["rulebook.yaml"] + REPOSITORY.format(kind=kind, end=end)
    address = links(draft(folder, {"rulebook.yaml": settings}), ".sr-actions a")[1][1]
    assert address == expected.format(place=place)


def test_past_edition_leads_to_the_repository_that_was_named_last(tmp_path: Path) -> None:
    moved = REPOSITORY.format(kind="github", end="-moved")
    folder = tmp_path / "rulebook"
    write_history(folder, {}, {RULE: "title: Please wait\n", "rulebook.yaml": moved})
    loaded = load_rulebook(folder)
    first = loaded.editions[0]
    assert first.rulebook.settings.repository is None
    page = page_of(Publication(first.rulebook, Unit("en", first.name), "", loaded.history))
    assert links(page, ".sr-actions a")[-1] == (
        "Propose a change",
        "https://example.org/team/rules-moved/edit/main/rulebook/rules/wait-your-turn.yaml",
    )


def test_rules_lead_to_each_other_in_the_order_of_the_chapters(tmp_path: Path) -> None:
    chapters = "chapters: [{id: till, title: Till}, {id: counter, title: Counter}]\n"
    folder = write_rulebook(tmp_path)
    write_fragments(folder, {"rulebook.yaml": chapters})
    rule = (folder / RULE).read_text(encoding="utf-8")
    for name, title, chapter in (("pay", "Pay", "till"), ("bow", "Bow", "counter")):
        text = rule.replace("Wait your turn", title).replace(
            "chapter: counter", f"chapter: {chapter}"
        )
        write_file(folder / "rules" / f"{name}.yaml", text)
    publication = draft_publications(load_rulebook(folder), "")[0]
    found = {
        rule: [address for _, address in links(page_of(publication, rule), ".sr-neighbours a")]
        for rule in ("pay", "bow", "wait-your-turn")
    }
    assert found == {
        "pay": ["../../rules/bow/"],
        "bow": ["../../rules/pay/", "../../rules/wait-your-turn/"],
        "wait-your-turn": ["../../rules/bow/"],
    }


# The look


SCHEMES = ("default", "slate")
READ = (
    *product(("ink", "quiet", "link", "brand", "good", "bad", "even", "no"), ("paper", "soft")),
    *product(("ink", "quiet", "link"), ("good-soft", "bad-soft", "even-soft")),
    *(("good", "good-soft"), ("bad", "bad-soft"), ("even", "even-soft"), ("on-brand", "brand")),
    *(("bad", "even-soft"), ("good", "even-soft")),
)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_colours_that_are_read_together_stand_out(scheme: str) -> None:
    colours = colours_of(scheme)
    faint = [pair for pair in READ if contrast(colours, *pair) < 4.5]
    assert faint == []
    assert [each for each in ("paper", "soft") if contrast(colours, "edge", each) < 3] == []


def test_reader_in_the_dark_without_scripts_gets_the_same_dark_colours() -> None:
    text = STYLES.read_text(encoding="utf-8")
    alone = text.partition("@media (scripting: none)")[2].partition("}")[0]
    assert dict(colours_in(alone)) == colours_of("slate")


def colours_of(scheme: str) -> dict[str, str]:
    text = STYLES.read_text(encoding="utf-8")
    return dict(
        colours_in(text.partition(f'[data-md-color-scheme="{scheme}"]')[2].partition("}")[0])
    )


def colours_in(text: str) -> Iterator[tuple[str, str]]:
    for found in re.finditer(r"--sr-([\w-]+): (#[0-9a-f]{6});", text):
        yield found[1], found[2]


def contrast(colours: Mapping[str, str], front: str, back: str) -> float:
    """Return the contrast of WCAG 2.2."""
    lights = sorted((luminance(colours[front]), luminance(colours[back])))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_menu_opens_from_the_keyboard_and_without_scripts(
    browser: Browser, showcase_address: str
) -> None:
    options: dict[str, Any] = {"java_script_enabled": False, "viewport": PHONE}
    with watched_page(browser, showcase_address, **options) as page:
        page.goto(f"{showcase_address}en/{CURRENT}/")
        entry = page.locator(".sr-menu").get_by_role("link", name="Who decides")
        expect(entry).to_be_hidden()
        page.get_by_role("checkbox", name="Navigation").focus()
        page.keyboard.press("Space")
        expect(entry).to_be_visible()
        entry.click()
        page.wait_for_url(f"{showcase_address}en/{CURRENT}/people/")


def test_own_logo_colours_and_words_are_on_every_page(browser: Browser, tmp_path: Path) -> None:
    """The example of the documentation, as it stands there."""
    text = (ROOT / "docs" / "publishing.md").read_text(encoding="utf-8")
    example = text.partition("## Your own logo")[2]
    config, css = (
        re.search(rf"```{kind}\n(.*?)```", example, re.DOTALL) for kind in ("yaml", "css")
    )
    assert config
    assert css
    write_file(tmp_path / "mkdocs.yml", config[1])
    write_file(tmp_path / "docs" / "assets" / "own.css", css[1])
    logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>'
    write_file(tmp_path / "docs" / "assets" / "logo.svg", logo)
    promising = TWO_LANGUAGES["rulebook.yaml"] + "promises: {notice_days: 30}\n"
    write_rulebook(tmp_path / "rulebook", {**TWO_LANGUAGES, "rulebook.yaml": promising})
    build(tmp_path / "rulebook", tmp_path / "site")
    with served(tmp_path / "site") as address, watched_page(browser, address) as page:
        page.goto(f"{address}en/draft/")
        expect(
            page.get_by_text("You hear of a stricter rule 30 days before it holds.")
        ).to_be_visible()
        assert page.locator(".sr-logo img").get_attribute("src") == "assets/logo.svg"
        page.goto(f"{address}nl/draft/rules/wait-your-turn/")
        expect(page.get_by_role("heading", name="Waarom we dit doen")).to_be_visible()
        border = "node => getComputedStyle(node).borderTopColor"
        assert page.locator(".md-header").evaluate(border) == "rgb(11, 85, 99)"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("why", "extra.spelregels.words: a language belongs here, and its words below it"),
        ({"nl": "Reden"}, "nl: names of words belong here, as in 'why: Why we do this'"),
        ({"nl": {"wy": "Reden"}}, "nl.wy: no word has this name; did you mean why?"),
        ({"nl": {"why": 3}}, "nl.why: a text belongs here; put it between quotes"),
        ({"en": {"edition": " "}}, "en.edition: a text belongs here; put it between quotes"),
        (
            {"en": {"coming_on": "Soon"}},
            "en.coming_on: this text needs {day}, as in 'Next change: {day}'",
        ),
        (
            {"en": {"why": "Why {day"}},
            "en.why: this text needs no gaps, as in 'Why'",
        ),
        (
            {"en": {"coming_on": "{day.year}"}},
            "en.coming_on: this text needs {day}, as in 'Next change: {day}'",
        ),
    ],
)
def test_words_that_cannot_be_used_are_refused(words: object, message: str) -> None:
    with pytest.raises(UserError) as caught:
        own_words({"extra": {"spelregels": {"words": words}}})
    assert str(caught.value) == f"the words in mkdocs.yml cannot be used:\n  {message}"


@pytest.mark.parametrize("base", [{}, {"extra": None}, {"extra": {"spelregels": {"words": None}}}])
def test_site_without_words_of_its_own_has_those_that_come_with_it(
    base: Mapping[str, object],
) -> None:
    assert own_words(base) == {}


def test_every_icon_is_a_shape_of_the_one_file() -> None:
    drawing = (STYLES.parents[1] / "images" / "icons" / "all.svg").read_text(encoding="utf-8")
    shapes = drawing.count("<g ")
    css = STYLES.read_text(encoding="utf-8")
    assert f"* 100% / {shapes - 1}) 0 / {shapes * 100}% 100%" in css
    used = {int(number) for number in re.findall(r"--sr-at: (\d+);", css)}
    assert used == set(range(shapes))
