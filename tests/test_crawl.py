"""Every way through the site leads somewhere: a visitor without scripts who tries them all.

What is looked at is what a server sends, with another parser than that of the program.
"""

import os
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from histories import SITE_URL, write_long_history, write_shop
from sites import ROOT, TODAY, build, served
from spelregels.loader import load_rulebook

IS_FULL = os.environ.get("SPELREGELS_CRAWL") == "full"
EDITIONS, RULES = (12, 60) if IS_FULL else (4, 12)
"""How large the rulebook is; `make crawl` takes the full size."""

OUTWARD = ("mailto:", "tel:")


class Seen(NamedTuple):
    """What a page leads to, the places that it has, what it is called and where it sends one."""

    links: tuple[str, ...]
    anchors: frozenset[str]
    title: str
    refresh: str


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.title = ""
        self.refresh = ""
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        places = ("id", "name") if tag == "a" else ("id",)
        self.anchors += [values[name] for name in places if name in values]
        self.links += [values[name] for name in ("href", "src", "data-scope") if name in values]
        if tag == "meta" and values.get("http-equiv") == "refresh":
            self.refresh = values["content"].partition("url=")[2]
            self.links.append(self.refresh)
        self._in_title = tag == "title" and not self.title

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data
            self._in_title = False


class Visitor:
    """Asks a server for pages, each of them once."""

    def __init__(self, address: str, site_url: str = SITE_URL) -> None:
        self.address, self.site_url = address, site_url
        self._connection = HTTPConnection(urlsplit(address).netloc, timeout=20)
        self.visit = cache(self._visit)
        self.reached: set[str] = set()

    def _visit(self, url: str) -> Seen | None:
        """Return what stands at an address, or None where there is nothing."""
        parts = urlsplit(url)
        self._connection.request("GET", parts.path or "/")
        answer = self._connection.getresponse()
        content, kind = answer.read(), answer.headers.get_content_type()
        if answer.status in (301, 302):
            return self.visit(urljoin(url, answer.headers["Location"]))
        if answer.status != 200:
            return None
        return _read(content.decode()) if kind == "text/html" else Seen((), frozenset(), "", "")

    def find_dead_ends(self, start: str) -> Iterator[str]:
        """Yield each link to nowhere on every page reached from `start`, and not before."""
        waiting = [start] if start not in self.reached else []
        self.reached.add(start)
        while waiting:
            page = waiting.pop()
            seen = self.visit(page)
            assert seen is not None, page
            for link in seen.links:
                target, anchor = urldefrag(self.resolve(page, link))
                if not target.startswith(self.address):
                    assert link.startswith(OUTWARD) or "://" in link, (page, link)
                    continue
                there = self.visit(target)
                if there is None or (anchor and unquote(anchor) not in there.anchors):
                    yield f"{page}: {link}"
                elif target not in self.reached:
                    self.reached.add(target)
                    waiting.append(target)

    def resolve(self, page: str, link: str) -> str:
        """Return where a link on a page leads; what is on the site's own host is on this one."""
        url = urljoin(page, link)
        if url.startswith(self.site_url):
            return self.address + url.removeprefix(self.site_url)
        return url

    def follow(self, url: str) -> tuple[str, Seen]:
        """Return where a browser without scripts ends, and what is there."""
        for _ in range(5):
            seen = self.visit(url)
            assert seen is not None, url
            if not seen.refresh:
                return url, seen
            url = urljoin(url, seen.refresh)
        raise AssertionError(f"{url} leads on without an end")


def _read(text: str) -> Seen:
    reader = _Reader()
    reader.feed(text)
    links = tuple(dict.fromkeys(reader.links))
    return Seen(links, frozenset(reader.anchors), reader.title.strip(), reader.refresh)


def pages_of(site: Path) -> list[str]:
    files = (file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    return sorted(file.removesuffix("index.html") for file in files)


def test_every_link_and_place_of_a_long_history_is_there(tmp_path: Path) -> None:
    build(write_long_history(tmp_path, EDITIONS, RULES), tmp_path / "site", "--today", TODAY)
    with served(tmp_path / "site") as address:
        visitor = Visitor(address)
        assert list(visitor.find_dead_ends(address)) == []
        assert len(visitor.reached) > 2 * EDITIONS * (RULES // 2)
        pages = pages_of(tmp_path / "site")
        for page in pages:
            assert list(visitor.find_dead_ends(address + page)) == []
    assert len(pages) > 2 * EDITIONS * (RULES // 2)


def test_every_link_and_place_of_the_showcase_is_there(
    showcase: Path, showcase_address: str
) -> None:
    visitor = Visitor(showcase_address, "https://spelregels.example/")
    assert list(visitor.find_dead_ends(showcase_address)) == []
    units = [page for page in pages_of(showcase) if "/20" in page]
    assert [page for page in units if showcase_address + page not in visitor.reached] == []
    for page in pages_of(showcase):
        assert list(visitor.find_dead_ends(showcase_address + page)) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_rule_that_ever_was_answers_at_its_address(
    showcase_address: str, language: str
) -> None:
    editions = load_rulebook(ROOT / "rulebook").editions
    current = next(each for each in editions if each.name == "2026.2").rulebook
    every = {rule for edition in editions for rule in edition.rulebook.rules}
    visitor = Visitor(showcase_address)
    for rule in sorted(every):
        edition = "2026.2" if rule in current.rules else "2027.1"
        url, seen = visitor.follow(f"{showcase_address}{language}/rules/{rule}/")
        assert url == f"{showcase_address}{language}/{edition}/rules/{rule}/"
        assert "why" in seen.anchors
    assert every - current.rules.keys() == {"unused-licences"}


@pytest.mark.parametrize(
    ("rule", "edition", "title"),
    [
        ("wait-your-turn", "2026.1", "Wait your turn"),
        ("no-dogs", "2026.1", "No dogs"),
        ("mondays", "2026.1", "Closed on Mondays"),
        ("cash", "2026.2", "Cash only"),
    ],
)
def test_address_of_a_rule_leads_to_the_current_edition_or_else_to_the_one_that_has_it(
    built_shop: Path, rule: str, edition: str, title: str
) -> None:
    with served(built_shop / "site") as address:
        url, seen = Visitor(address).follow(f"{address}en/rules/{rule}/")
    assert url == f"{address}en/{edition}/rules/{rule}/"
    assert seen.title == f"{title} \u2013 The rules of the shop"


@pytest.mark.parametrize("page", ["", "rules/no-dogs/", "changes/", "editions/", "over/"])
def test_current_leads_to_the_page_of_the_current_edition(built_shop: Path, page: str) -> None:
    with served(built_shop / "site") as address:
        visitor = Visitor(address)
        assert visitor.follow(f"{address}nl/current/{page}")[0] == f"{address}nl/2026.1/{page}"
        assert visitor.follow(address)[0] == f"{address}nl/2026.1/"
        assert visitor.follow(f"{address}en/")[0] == f"{address}en/2026.1/"


def test_edition_that_is_not_in_a_language_is_named_there_and_not_linked(tmp_path: Path) -> None:
    """Two editions are in Dutch only: the first and the current one."""
    rulebook = write_shop(tmp_path, languages=("[nl]", "[nl, en]", "[nl]", "[nl, en]"))
    build(rulebook, tmp_path / "site", "--today", TODAY)
    with served(tmp_path / "site") as address:
        visitor = Visitor(address)
        for page in pages_of(tmp_path / "site"):
            assert list(visitor.find_dead_ends(address + page)) == []
        assert visitor.visit(f"{address}en/2025.1/") is None
        for language, edition in (("nl", "2026.1"), ("en", "2026.2")):
            home = f"{address}{language}/{edition}/"
            assert visitor.follow(f"{address}{language}/current/")[0] == home
