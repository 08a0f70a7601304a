"""A page that is used again is that of a new visitor."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from rulebooks import write_file
from sites import served
from visitors import watched_page

SHOWN = """() => [innerWidth, innerHeight, ...["(prefers-color-scheme: dark)", "print",
    "(prefers-reduced-motion: reduce)", "(forced-colors: active)"].map(
    (query) => matchMedia(query).matches)]"""
KEPT = """async () => [document.cookie, Object.keys(localStorage), Object.keys(sessionStorage),
    await indexedDB.databases(), await caches.keys(),
    (await navigator.permissions.query({ name: "geolocation" })).state]"""
KEEP = """async () => {
    document.cookie = "one=1";
    localStorage.setItem("two", "2");
    sessionStorage.setItem("three", "3");
    await caches.open("four");
    await new Promise((done) => (indexedDB.open("five").onsuccess = done));
    window.open("/");
}"""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    write_file(tmp_path / "index.html", "<!doctype html><title>x</title><link rel=icon href=x>")
    write_file(tmp_path / "x", "")
    with served(tmp_path) as address:
        yield address


def test_visitor_finds_nothing_that_an_earlier_one_left(browser: Browser, address: str) -> None:
    with watched_page(browser, address) as page:
        page.goto(address)
        untouched = page.evaluate(SHOWN), page.evaluate(KEPT)
        page.context.grant_permissions(["geolocation"])
        with page.context.expect_page():
            page.evaluate(KEEP)
        page.set_viewport_size({"width": 300, "height": 300})
        page.emulate_media(
            media="print", color_scheme="dark", reduced_motion="reduce", forced_colors="active"
        )
        assert page.evaluate(SHOWN) == [300, 300, True, True, True, True]
        assert page.evaluate(KEPT) == [
            *("one=1", ["two"], ["three"], [{"name": "five", "version": 1}], ["four"], "granted")
        ]
    with watched_page(browser, address) as again:
        again.goto(address)
        assert (again.evaluate(SHOWN), again.evaluate(KEPT)) == untouched
        assert again.context.pages == [again] == [page]
    assert untouched[1][:5] == ["", [], [], [], []]


def test_page_that_a_test_failed_on_is_not_used_again(browser: Browser, address: str) -> None:
    def fail() -> None:
        with watched_page(browser, address) as page:
            failed.append(page)
            raise KeyError

    failed: list[object] = []
    with pytest.raises(KeyError):
        fail()
    with watched_page(browser, address) as page:
        assert page != failed[0]


@pytest.mark.parametrize(
    ("script", "complaint"),
    [
        ("fetch('http://127.0.0.2:1/', { mode: 'no-cors' }).catch(() => 0)", "request: "),
        ("console.warn('careful')", "console: careful"),
        ("setTimeout(() => { throw 'x' })", "error: "),
        ("alert(1)", "dialog: 1"),
    ],
)
def test_what_a_visitor_should_never_meet_is_told_at_every_visit(
    browser: Browser, address: str, script: str, complaint: str
) -> None:
    def meet() -> None:
        with watched_page(browser, address) as page:
            page.goto(address)
            page.evaluate(f"() => {{ {script} }}")

    for _ in range(2):
        with pytest.raises(AssertionError, match=complaint):
            meet()
