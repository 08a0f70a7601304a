"""Which editions a site has, which of them is current on a day, and what each says of itself."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from selectolax.lexbor import LexborHTMLParser

from histories import SHOP, write_shop
from rulebooks import write_file
from sites import TWO_LANGUAGES, FakeEngine, build, read_tree
from spelregels.cli import main
from spelregels.loader import load_rulebook
from spelregels.plan import Notice, make_plan

LANGUAGES = ("nl", "en")
BANNER = re.compile(
    rb'<div data-md-component="announce">.*?(?=<div data-md-color-scheme="default" '
    rb'data-md-component="outdated")',
    re.DOTALL,
)
NOTICES = {
    "nl/2025.1": "Dit is editie 2025.1. Die gold van 1 januari 2025 tot en met 14 juli 2025.",
    "en/2025.1": "This is edition 2025.1. It held from 1 January 2025 up to and including "
    "14 July 2025.",
    "nl/2026.2": "Dit is editie 2026.2. Die geldt vanaf 15 december 2026.",
    "en/2026.2": "This is edition 2026.2. It holds from 15 December 2026.",
}
TO_CURRENT = {
    "nl": "Naar deze pagina in de editie die nu geldt",
    "en": "To this page in the edition that holds now",
}


def pages_of(unit: Path) -> dict[str, LexborHTMLParser]:
    """Return the pages of a unit by their address within it."""
    return {
        file.parent.relative_to(unit).as_posix().removeprefix("."): LexborHTMLParser(
            file.read_bytes()
        )
        for file in sorted(unit.rglob("index.html"))
    }


def notice_of(page: LexborHTMLParser) -> tuple[str, str, str]:
    """Return what a page says first, and where that leads to, and with which words."""
    found = page.css_first(".sr-notice")
    assert found is not None
    link = found.css_first("a")
    text = found.text(deep=False).strip()
    if link is None:
        return text, "", ""
    return text, link.attributes["href"] or "", link.text()


@pytest.mark.parametrize("unit", NOTICES)
def test_edition_that_does_not_hold_says_so_on_every_page_and_leads_to_the_one_that_does(
    built_shop: Path, unit: str
) -> None:
    language, edition = unit.split("/")
    pages, current = (
        pages_of(built_shop / "site" / each) for each in (unit, f"{language}/2026.1")
    )
    expected = {}
    for address in pages:
        up = "../" * (address.count("/") + 2 if address else 1)
        there = f"2026.1/{address}/" if address and address in current else "2026.1/"
        expected[address] = (NOTICES[unit], f"{up}{there}", TO_CURRENT[language])
    assert {address: notice_of(page) for address, page in pages.items()} == expected
    assert ("rules/cash" in pages) == (edition == "2026.2")
    assert len(pages) > 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_current_edition_has_no_notice(built_shop: Path, language: str) -> None:
    pages = pages_of(built_shop / "site" / language / "2026.1")
    assert [address for address, page in pages.items() if page.css_first(".sr-notice")] == []
    assert len(pages) > 10


@pytest.mark.parametrize(
    ("today", "leading", "notices"),
    [
        ("2024-12-31", "2025.1", ["upcoming", "upcoming", "upcoming", "upcoming"]),
        ("2025-01-01", "2025.1", ["", "upcoming", "upcoming", "upcoming"]),
        ("2025-07-14", "2025.1", ["", "upcoming", "upcoming", "upcoming"]),
        ("2025-07-15", "2025.2", ["past", "", "upcoming", "upcoming"]),
        ("2026-12-14", "2026.1", ["past", "past", "", "upcoming"]),
        ("2026-12-15", "2026.2", ["past", "past", "past", ""]),
        ("2090-01-01", "2026.2", ["past", "past", "past", ""]),
    ],
)
def test_edition_is_current_from_its_day_until_the_next_one(
    tmp_path: Path, today: str, leading: str, notices: list[str]
) -> None:
    loaded = load_rulebook(write_shop(tmp_path))
    plan = make_plan(loaded, date.fromisoformat(today), "", draft=False)
    own = [each for each in reversed(plan.publications) if each.unit.language == "en"]
    told = [plan.find_notice(each) for each in own]
    assert plan.leading == leading
    for notice, kind in zip(told, notices, strict=True):
        assert {"past": "held", "upcoming": "holds"}.get(kind, "") in notice.text
        assert (notice.text == "") == (kind == "")
        assert notice.edition == (leading if kind and today >= "2025" else "")


def test_before_the_first_day_the_first_edition_leads_and_says_from_when(tmp_path: Path) -> None:
    loaded = load_rulebook(write_shop(tmp_path))
    plan = make_plan(loaded, date(2024, 12, 31), "", draft=False)
    first = next(each for each in plan.publications if each.unit.edition == "2025.1")
    assert plan.find_notice(first) == Notice(
        "Dit is editie 2025.1. Die geldt vanaf 1 januari 2025."
    )


@pytest.mark.parametrize("draft", [False, True])
def test_draft_is_built_only_where_it_is_asked_for(
    tmp_path: Path, engine: FakeEngine, *, draft: bool
) -> None:
    build(write_shop(tmp_path), tmp_path / "site", *(["--draft"] if draft else []))
    site = tmp_path / "site"
    assert (site / "nl" / "draft").exists() == draft
    versions = json.loads((site / "nl" / "versions.json").read_text(encoding="utf-8"))
    assert ("draft" in [each["version"] for each in versions]) == draft
    listed = json.loads((site / "editions.json").read_text(encoding="utf-8"))
    assert [each["edition"] for each in listed] == ["2026.2", "2026.1", "2025.2", "2025.1"]
    page = (site / "nl" / "current" / "index.html").read_bytes()
    assert _refresh(page) == "0; url=../../nl/2026.1/"
    assert engine.runs == (10 if draft else 8)


def test_rule_that_is_published_is_not_led_to_in_the_draft(
    tmp_path: Path, engine: FakeEngine
) -> None:
    rulebook = write_shop(tmp_path)
    rule = TWO_LANGUAGES["rules/wait-your-turn.yaml"]
    change = "change: {kind: new, why: {nl: Er kwam een loket bij., en: A desk was added.}}\n"
    write_file(rulebook / "rules" / "planned.yaml", rule + change)
    build(rulebook, tmp_path / "site", "--draft")
    for name, edition in (("cash", "2026.2"), ("no-dogs", "2026.1"), ("planned", "draft")):
        page = tmp_path / "site" / "en" / "rules" / name / "index.html"
        assert f"../../../en/{edition}/rules/{name}/" in _refresh(page.read_bytes())
    assert engine.runs == 10


def _refresh(page: bytes) -> str:
    found = LexborHTMLParser(page).css_first('meta[http-equiv="refresh"]')
    assert found is not None
    return found.attributes["content"] or ""


def test_day_moves_the_leading_pages_and_the_notices_and_nothing_else(
    built_shop: Path, tmp_path: Path
) -> None:
    shutil.copytree(built_shop, tmp_path, dirs_exist_ok=True)
    trees = []
    for day in ("2026-12-14", "2026-12-15"):
        build(tmp_path / "rulebook", tmp_path / "site", "--today", day)
        trees.append(read_tree(tmp_path / "site"))
    before, after = trees
    assert before == read_tree(built_shop / "site")
    is_leading = re.compile(
        r"(index|404)\.html|llms\.txt|[a-z]+/(index\.html|(current|rules)/.*)"
    ).fullmatch
    frozen = [
        {name: text for name, text in tree.items() if not is_leading(name)} for tree in trees
    ]
    assert frozen[0].keys() == frozen[1].keys()
    assert len(frozen[0]) > 200
    cut = [{name: BANNER.sub(b"", text) for name, text in tree.items()} for tree in frozen]
    assert [name for name in cut[0] if cut[0][name] != cut[1][name]] == []
    moved = {name for name in before.keys() & after.keys() if before[name] != after[name]}
    assert {f"{each}/current/index.html" for each in LANGUAGES} <= moved
    assert {f"{each}/rules/mondays/index.html" for each in LANGUAGES} <= moved
    for language in LANGUAGES:
        for tree, edition in ((before, "2026.1"), (after, "2026.2")):
            for name in ("current", "rules/no-dogs", "rules/wait-your-turn"):
                page = tree[f"{language}/{name}/index.html"]
                assert f"/{edition}/" in _refresh(page)
            led = re.findall(rf"/{language}/([^/]+)/", tree["llms.txt"].decode())
            assert set(led) == {edition}
    assert "nl/current/rules/cash/index.html" in after.keys() - before.keys()


def test_same_editions_give_the_same_bytes_wherever_and_whenever(
    built_shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    deep = tmp_path / "deep" / "er"
    for name in ("rulebook", "docs"):
        shutil.copytree(built_shop / name, deep / name)
    shutil.copy(built_shop / "mkdocs.yml", deep)
    build(deep / "rulebook", deep / "site")
    assert read_tree(deep / "site") == read_tree(built_shop / "site")


def test_published_rulebook_is_the_frozen_file(built_shop: Path) -> None:
    for edition in SHOP:
        frozen = (built_shop / "rulebook" / "editions" / f"{edition.name}.json").read_bytes()
        for language in LANGUAGES:
            published = built_shop / "site" / language / edition.name / "rulebook.json"
            assert published.read_bytes() == frozen


def test_built_site_is_verified_and_one_changed_byte_is_found(
    built_shop: Path, tmp_path: Path
) -> None:
    shutil.copytree(built_shop / "site", tmp_path / "site")
    arguments = ["verify", str(tmp_path / "site"), "--rulebook", str(built_shop / "rulebook")]
    good = CliRunner().invoke(main, arguments)
    assert (good.output[:38], good.exit_code) == ("4 editions are as they were frozen; th", 0)
    file = tmp_path / "site" / "en" / "2025.2" / "rulebook.json"
    content = file.read_bytes()
    file.write_bytes(content.replace(b"without shouting", b"without shoutinG", 1))
    found = CliRunner().invoke(main, arguments)
    assert (found.output, found.exit_code) == (
        f"edition 2025.2: {file} is not what was frozen\n",
        1,
    )
