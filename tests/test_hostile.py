"""Every text of a rulebook that attacks the site is only a text on the site.

The rulebook is made from the models themselves, so a field that is added later is attacked too.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, expect
from pydantic import BaseModel

from rulebooks import freeze_draft, write_file
from sites import build, served
from spelregels import values
from spelregels.cli import main
from spelregels.models import SCHEMAS
from spelregels.values import PlainText, RichText
from visitors import watched_page

LANGUAGES = ("nl", "en")
PLAIN_ATTACK = (
    "</title></textarea><script>alert(1)</script> <img src=x onerror=alert(1)> "
    "[x](javascript:alert(1)) "
    '{{ 7*7 }}{% raw %} {: onclick=alert(1) } --8<-- "/etc/passwd" --- template: x '
    '&lt;b&gt; "><svg onload=alert(1)> *_`backticks` $(x) ![x](//evil.example/x.png) '
    "<!-- --> ]]> ''' \\ https://evil.example www.evil.example :smile: ==a== ^^b^^ [TOC] [^1]"
)
"""A plain text is shown as it stands, whatever stands there."""

RICH_ATTACK = (
    "---\ntemplate: x\n\n"
    "</title></textarea><script>alert(1)</script> <img src=x onerror=alert(1)> "
    '{{ 7*7 }}{% raw %} {: onclick=alert(1) } --8<-- "/etc/passwd" &lt;b&gt; '
    '"><svg onload=alert(1)> `<i>` $(x) <!-- --> ]]> https://evil.example :smile: [TOC] [^1]'
)
RICH_SHOWN = (
    "template: x </title></textarea><script>alert(1)</script> <img src=x onerror=alert(1)> "
    '{{ 7*7 }}{% raw %} {: onclick=alert(1) } --8<-- "/etc/passwd" <b> '
    '"><svg onload=alert(1)> <i> $(x) <!-- --> ]]> https://evil.example :smile: [TOC] [^1]'
)
"""A rich text has its own Markdown, and no more than that."""

ADDRESS_ATTACK = "https://example.org/\"'><svg/onload=alert(1)>{{7*7}}&quot;#"

REFERENCES: Mapping[str, str] = {
    "chapter": "an-id",
    "owner": "an-id",
    "by": "an-adviser",
    "decided_by": "an-id",
    "applies_to": "an-id",
    "replaced_by": "proposed",
    "rules": "attack",
}
"""What a field that names another part of the rulebook names here."""

GIVEN: Mapping[str, object] = {
    "languages": list(LANGUAGES),
    "github": "@org/team",
    "url": ADDRESS_ATTACK,
    "code": "SR320",
    "until": "2026-12-31",
}
"""What stands in a field in which no attack could."""

NOT_SHOWN = frozenset(
    {
        "rulebook.repository.branch",
        "rule.keywords",
        *(f"{file}.allow.why" for file in SCHEMAS),
    }
)
"""What is on no page; the keywords are found by the search (see below)."""


class Attack(NamedTuple):
    """A text of the rulebook, by its field, with what a reader should see of it."""

    field: str
    language: str
    shown: str
    typed: str


class Attacker:
    """Fills a model with attacks, each with a number of its own, and remembers them."""

    def __init__(self, first: int = 0) -> None:
        self.attacks: list[Attack] = []
        self._first = first

    def fill(self, model: type[BaseModel], field: str) -> dict[str, object]:
        hints = get_type_hints(model, include_extras=True)
        return {
            name: self.value(hints[name], f"{field}.{name}", name) for name in model.model_fields
        }

    def value(self, kind: Any, field: str, name: str) -> object:
        if name in GIVEN:
            return GIVEN[name]
        if kind is PlainText or kind is RichText:
            return {language: self.text(field, language, kind) for language in LANGUAGES}
        if kind == values.Name:
            return self.text(field, "", PlainText)
        if get_origin(kind) in (Union, UnionType):
            (kind,) = (each for each in get_args(kind) if each is not NoneType)
            return self.value(kind, field, name)
        if get_origin(kind) is tuple:
            return [self.value(get_args(kind)[0], field, name)]
        if get_origin(kind) is Mapping:
            return {language: [self.text(field, language, PlainText)] for language in LANGUAGES}
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return self.fill(kind, field)
        return _harmless(kind, name)

    def text(self, field: str, language: str, kind: type) -> str:
        marker = f"attack{self._first + len(self.attacks)}x"
        typed, shown = PLAIN_ATTACK, PLAIN_ATTACK
        if kind is RichText:
            typed, shown = RICH_ATTACK, RICH_SHOWN
        typed, shown = f"{typed} {marker}", f"{shown} {marker}"
        self.attacks.append(Attack(field, language, shown, typed))
        return typed


def _harmless(kind: Any, name: str) -> object:
    """Return a value for a field in which not every text is allowed."""
    if name == "status":
        return "withdrawn"
    if name == "kind" and "tightened" in get_args(kind):
        return "tightened"
    if get_origin(kind) is Literal:
        return get_args(kind)[0]
    if kind == values.Address:
        return ADDRESS_ATTACK
    for known, value in ((values.Id, "an-id"), (values.Day, "2026-03-01"), (values.Count, 12)):
        if kind == known:
            return value
    return -6.5 if kind == values.Percent else REFERENCES[name]


def make_rulebook(folder: Path, first: int = 0) -> list[Attack]:
    """Write a rulebook that attacks wherever it can; return the attacks, numbered from `first`."""
    attacker = Attacker(first)
    files: dict[str, Any] = {name: attacker.fill(SCHEMAS[name], name) for name in SCHEMAS}
    role = dict.fromkeys(LANGUAGES, "Adviser")
    files["owners"]["owners"].append(
        {"id": "an-adviser", "name": "Al", "role": role, "side": "it"}
    )
    proposed = {**files["rule"], "status": "proposed"}
    proposed.pop("withdrawn")
    for name, content in {
        "rulebook.yaml": files["rulebook"],
        "owners.yaml": files["owners"],
        "glossary.yaml": files["glossary"],
        "rules/attack.yaml": files["rule"],
        "rules/proposed.yaml": proposed,
        "requests/attack.yaml": files["request"],
    }.items():
        write_file(folder / name, json.dumps(content, ensure_ascii=False, indent=1))
    return attacker.attacks


class Seen(NamedTuple):
    """What a visitor sees of the site, by the path of the page, and where it was served."""

    attacks: tuple[Attack, ...]
    before: tuple[Attack, ...]
    texts: Mapping[str, str]
    descriptions: Mapping[str, str]
    titles: Mapping[str, str]
    site: Path
    address: str


_TOLD = """() => [document.body.textContent,
    document.querySelector('meta[name="description"]')?.content ?? "", document.title]"""


@pytest.fixture(scope="module")
def seen(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    """Build and serve two editions that attack, and look at every page of them."""
    folder = tmp_path_factory.mktemp("hostile")
    before = make_rulebook(folder / "rulebook", first=1000)
    freeze_draft(folder / "rulebook", "2026.1", "2026-01-01", "2026-02-01")
    attacks = make_rulebook(folder / "rulebook")
    freeze_draft(folder / "rulebook", "2026.2", "2026-05-01", "2026-07-01")
    write_file(folder / "mkdocs.yml", "site_name: x\nsite_url: https://rules.example/\n")
    build(folder / "rulebook", folder / "site")
    texts, descriptions, titles = {}, {}, {}
    with served(folder / "site") as address:
        with watched_page(browser, address) as page:
            for path in _paths(folder / "site"):
                page.goto(address + path)
                text, descriptions[path], titles[path] = page.evaluate(_TOLD)
                texts[path] = _squeeze(text)
        told = texts, descriptions, titles
        yield Seen(tuple(attacks), tuple(before), *told, folder / "site", address)


def _paths(site: Path) -> Iterator[str]:
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        if "/2026." in path:
            yield path.removesuffix("index.html")


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _attack(seen: Seen, field: str, language: str = "nl") -> str:
    return next(
        attack.shown
        for attack in seen.attacks
        if attack.field == field and attack.language in (language, "")
    )


def test_rulebook_that_attacks_has_no_errors(tmp_path: Path) -> None:
    make_rulebook(tmp_path)
    result = CliRunner().invoke(main, ["check", str(tmp_path), "--output-format", "json"])
    severities = {each["code"]: each["severity"] for each in json.loads(result.stdout)}
    assert (set(severities.values()), result.exit_code) == ({"warning"}, 0)


def test_every_text_is_shown_as_it_was_typed(seen: Seen) -> None:
    missing = {
        attack.field
        for attack in seen.attacks
        if not any(
            attack.shown in text
            for path, text in seen.texts.items()
            if path.startswith(attack.language) and "/2026.2/" in path
        )
    }
    assert missing == NOT_SHOWN


def test_nothing_of_a_template_or_a_file_was_read(seen: Seen) -> None:
    everything = " ".join(seen.texts.values())
    assert "root:x:0:0" not in everything
    own = r"attack\d+x|[0-9a-f]{64}"  # a fingerprint may have a 49 of its own
    assert "49" not in re.sub(own, "", everything)


@pytest.mark.parametrize("language", LANGUAGES)
def test_title_of_a_page_is_what_was_typed(seen: Seen, language: str) -> None:
    title = _attack(seen, "rule.title", language)
    name = _attack(seen, "rulebook.name", language)
    assert seen.titles[f"{language}/2026.2/rules/attack/"] == f"{title} \u2013 {name}"
    assert seen.titles[f"{language}/2026.2/"] == name


def test_description_of_a_page_is_the_start_of_what_was_typed(seen: Seen) -> None:
    shown = seen.descriptions["nl/2026.2/rules/attack/"]
    assert shown.endswith("…")
    assert _squeeze(_attack(seen, "rule.rule")).startswith(_squeeze(shown.removesuffix("…")))


def test_menu_has_the_chapter_as_it_was_typed(seen: Seen, browser: Browser) -> None:
    with watched_page(browser, seen.address) as page:
        page.goto(f"{seen.address}nl/2026.2/")
        names = page.locator(".sr-menu a").all_inner_texts()
    assert _attack(seen, "rulebook.chapters.title") in map(_squeeze, names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_changed_is_shown_as_it_was_typed(
    seen: Seen, browser: Browser, language: str
) -> None:
    """Without what was added, a change is the old text; without what was struck, the new one."""
    read: dict[str, list[str]] = {}
    with watched_page(browser, seen.address) as page:
        page.goto(f"{seen.address}{language}/2026.2/changes/")
        fields = page.locator("#attack ~ .sr-redline dd")
        for unwanted in ("ins", "del"):
            read[unwanted] = fields.evaluate_all(_WITHOUT, unwanted)
    for texts, attacks in ((read["ins"], seen.before), (read["del"], seen.attacks)):
        typed = {
            "".join(attack.typed.split()): attack.field
            for attack in attacks
            if attack.language == language and attack.field.startswith("rule.")
        }
        shown = {typed["".join(text.split())] for text in texts}
        expected = {"rule.title", "rule.rule", "rule.rationale", "rule.exceptions.conditions"}
        assert expected < shown
        assert len(shown) == len(texts) > 10


_WITHOUT = """(fields, unwanted) => fields.map((field) => {
  const copy = field.cloneNode(true);
  copy.querySelectorAll(unwanted).forEach((each) => each.remove());
  return copy.textContent;
})"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_feed_has_what_was_typed(seen: Seen, language: str) -> None:
    feed = ElementTree.parse(seen.site / language / "changes.atom").getroot()
    texts = {element.tag.partition("}")[2]: element.text for element in feed.iter()}
    assert feed.findtext("{*}title") == _attack(seen, "rulebook.name", language)
    assert texts["name"] == _attack(seen, "rulebook.publisher.name")
    assert f": {_attack(seen, 'rule.title', language)}" in (
        feed.findtext("{*}entry/{*}summary") or ""
    )
    assert {len(element.attrib) for element in feed.findall("{*}entry/{*}summary")} == {0}


def test_address_leads_where_it_says_and_is_nothing_more(seen: Seen, browser: Browser) -> None:
    with watched_page(browser, seen.address) as page:
        page.goto(f"{seen.address}nl/2026.2/people/")
        links = page.locator(".sr-who a").evaluate_all("all => all.map(a => a.attributes)")
        found = page.locator(".sr-who > p > a").first.get_attribute("href")
    assert found == ADDRESS_ATTACK
    assert {len(attributes) for attributes in links} == {1}


@pytest.mark.parametrize("word", ["attack{}x", "template", "onerror", "https"])
def test_search_shows_what_was_typed(seen: Seen, browser: Browser, word: str) -> None:
    title = _attack(seen, "rule.title")
    number = re.search(r"attack(\d+)x", title)
    assert number is not None
    with watched_page(browser, seen.address) as page:
        page.goto(f"{seen.address}nl/2026.2/")
        page.get_by_role("textbox").press_sequentially(word.format(number[1]))
        results = page.locator(".md-search-result__list")
        expect(results.locator("h1").first).to_be_attached()
        expect(results).to_contain_text(title)
        assert results.locator("script, img, svg[onload], [onclick]").count() == 0


def test_search_finds_a_rule_by_its_keywords_and_shows_them(seen: Seen, browser: Browser) -> None:
    keyword = _attack(seen, "rule.keywords")
    number = re.search(r"attack(\d+)x", keyword)
    assert number is not None
    with watched_page(browser, seen.address) as page:
        page.goto(f"{seen.address}nl/2026.2/")
        page.get_by_role("textbox").press_sequentially(f"attack{number[1]}x")
        expect(page.locator(".md-search-result .md-tag").first).to_have_text(keyword)
