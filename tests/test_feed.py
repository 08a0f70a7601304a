"""The feed of the changes is Atom (RFC 4287); the list of versions is what the theme reads."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin
from uuid import UUID
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from histories import SITE_URL, write_shop
from rulebooks import freeze_draft, write_file
from sites import TODAY, FakeEngine, build

ATOM = "{http://www.w3.org/2005/Atom}"
INSTANT = "T00:00:00Z"


@pytest.fixture
def shop(tmp_path: Path, engine: FakeEngine) -> Iterator[Path]:
    write_shop(tmp_path)
    yield tmp_path
    assert engine.runs > 0


def feed_of(folder: Path, language: str = "en") -> Element:
    """Build the site in a folder; return the feed of a language."""
    build(folder / "rulebook", folder / "site", "--today", TODAY)
    return read_feed(folder, language)


def read_feed(folder: Path, language: str = "en") -> Element:
    """Return the feed of a language of the site that stands in a folder."""
    return ElementTree.parse(folder / "site" / language / "changes.atom").getroot()


def text_of(element: Element, name: str) -> str:
    """Return the text of the one child of that name."""
    (found,) = element.findall(ATOM + name)
    return found.text or ""


def link_of(element: Element) -> str:
    (found,) = element.findall(f"{ATOM}link")
    assert found.get("rel", "alternate") == "alternate"
    return found.attrib["href"]


def test_feed_has_what_a_feed_must_have(built_shop: Path) -> None:
    feed = read_feed(built_shop)
    assert feed.tag == f"{ATOM}feed"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert text_of(feed, "title") == "The rules of the shop"
    assert text_of(feed, "updated") == f"2026-11-01{INSTANT}"
    (author,) = feed.findall(f"{ATOM}author")
    assert text_of(author, "name") == "Slagerij Bos"
    (own,) = feed.findall(f"{ATOM}link")
    assert own.attrib == {
        "rel": "self",
        "type": "application/atom+xml",
        "href": f"{SITE_URL}en/changes.atom",
    }


def test_feed_has_an_entry_for_each_edition_the_newest_first(built_shop: Path) -> None:
    entries = read_feed(built_shop).findall(f"{ATOM}entry")
    told = [(text_of(each, "title"), text_of(each, "updated"), link_of(each)) for each in entries]
    assert told == [
        (f"{name}, in force from {day}", updated + INSTANT, f"{SITE_URL}en/{name}/changes/")
        for name, day, updated in (
            ("2026.2", "15 December 2026", "2026-11-01"),
            ("2026.1", "1 February 2026", "2025-12-12"),
            ("2025.2", "15 July 2025", "2025-06-01"),
            ("2025.1", "1 January 2025", "2024-12-01"),
        )
    ]
    assert [text_of(each, "summary") for each in entries] == [
        "new: Cash only; clarified: Closed every Monday; more lenient: Wait your turn",
        "new: Dogs stay outside; withdrawn: No dogs",
        "stricter: Wait your turn",
        "This is the first edition: every rule is new.",
    ]


def test_ids_are_unique_and_the_same_at_every_address_for_ever(shop: Path) -> None:
    seen = []
    for address in (SITE_URL, "https://elsewhere.example/rules/", ""):
        write_file(shop / "mkdocs.yml", f"site_name: x\nsite_url: {address}\n")
        build(shop / "rulebook", shop / "site", "--today", TODAY)
        ids = []
        for language in ("nl", "en"):
            feed = read_feed(shop, language)
            ids += [text_of(each, "id") for each in (feed, *feed.findall(f"{ATOM}entry"))]
        seen.append(ids)
    assert seen[0] == seen[1] == seen[2]
    assert len(set(seen[0])) == len(seen[0]) == 10
    assert all(UUID(id_).urn == id_ for id_ in seen[0])


def test_later_edition_leaves_the_ids_of_the_others_as_they_were(shop: Path) -> None:
    feed = feed_of(shop)
    before = [text_of(each, "id") for each in (feed, *feed.findall(f"{ATOM}entry"))]
    rule = shop / "rulebook" / "rules" / "cash.yaml"
    change = "change: {kind: clarified, why: {nl: Vaag., en: Vague.}}\n"
    text = rule.read_text(encoding="utf-8").replace("Cash only", "Only cash") + change
    write_file(rule, text)
    freeze_draft(shop / "rulebook", "2027.1", "2027-01-01", "2027-03-01")
    feed = feed_of(shop)
    after = [text_of(each, "id") for each in (feed, *feed.findall(f"{ATOM}entry"))]
    assert [after[0], *after[2:]] == before


def test_site_without_an_address_has_a_feed_that_leads_to_its_own_pages(shop: Path) -> None:
    write_file(shop / "mkdocs.yml", "site_name: x\n")
    feed = feed_of(shop, "nl")
    assert feed.findall(f"{ATOM}link") == []
    links = [link_of(each) for each in feed.findall(f"{ATOM}entry")]
    resolved = [urljoin("nl/changes.atom", link) for link in links]
    assert resolved == [f"nl/{name}/changes/" for name in ("2026.2", "2026.1", "2025.2", "2025.1")]
    assert all((shop / "site" / path / "index.html").is_file() for path in resolved)


def test_feed_of_a_language_has_the_editions_in_it_only(
    tmp_path: Path, engine: FakeEngine
) -> None:
    write_shop(tmp_path, languages=("[nl]", "[nl, en]", "[nl]", "[nl, en]"))
    names = [text_of(each, "title")[:6] for each in feed_of(tmp_path).findall(f"{ATOM}entry")]
    assert names == ["2026.2", "2025.2"]
    assert engine.runs == 6


@pytest.mark.parametrize(
    ("language", "since"),
    [("nl", "{}, geldt vanaf {}"), ("en", "{}, in force from {}")],
)
def test_versions_are_there_the_newest_first_with_their_days(
    built_shop: Path, language: str, since: str
) -> None:
    text = (built_shop / "site" / language / "versions.json").read_text(encoding="utf-8")
    months = {"nl": ("december", "februari", "juli", "januari")}.get(
        language, ("December", "February", "July", "January")
    )
    days = zip(("15", "1", "15", "1"), months, ("2026", "2026", "2025", "2025"), strict=True)
    names = ("2026.2", "2026.1", "2025.2", "2025.1")
    assert json.loads(text) == [
        {"version": name, "title": since.format(name, " ".join(day)), "aliases": []}
        for name, day in zip(names, days, strict=True)
    ]


def test_list_of_the_editions_has_their_days_and_fingerprints(built_shop: Path) -> None:
    listed = json.loads((built_shop / "site" / "editions.json").read_text(encoding="utf-8"))
    frozen = [
        json.loads((built_shop / "rulebook" / "editions" / f"{name}.json").read_bytes())
        for name in ("2026.2", "2026.1", "2025.2", "2025.1")
    ]
    names = ("edition", "published", "in_force", "sha256")
    assert listed == [{name: each[name] for name in names} for each in frozen]
