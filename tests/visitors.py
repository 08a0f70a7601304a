"""A browser, and who comes to look: a page of a visitor who is new to the site."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Dialog,
    Page,
    Request,
    expect,
    sync_playwright,
)

CHROMIUM_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--disable-sync",
    "--disable-quic",
)

_PLAIN: Mapping[str, Any] = {
    "viewport": {"width": 1280, "height": 720},
    "color_scheme": "light",
    "forced_colors": "none",
    "reduced_motion": "no-preference",
}
"""What a page is shown on where a test says nothing of it, as Playwright has it."""

_resting: dict[str, tuple[str, Page]] = {}
"""The pages to use again, each with the address that it was used for, by their other options."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser of this machine."""
    path = os.environ.get("SPELREGELS_CHROMIUM") or shutil.which("chromium")
    if path is None:
        message = "no browser: set SPELREGELS_CHROMIUM to a Chromium (tools/ensure-browser)"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(message)
    expect.set_options(timeout=15_000)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_OPTIONS))
        yield started
        _resting.clear()
        started.close()


@contextmanager
def watched_page(
    browser: Browser, address: str, *, is_first_visit: bool = False, **options: Any
) -> Iterator[Page]:
    """Give a page of a new visitor; complain of anything that a visitor should never meet.

    `options` are those of a context of Playwright. A context takes as long to start as several
    visits do, so that of an earlier test is used again where it is for the same address: nothing
    is left of that test but files which the browser keeps, and at the first visit not even those.
    """
    complaints: list[str] = []
    fixed = {name: value for name, value in options.items() if name not in _PLAIN}
    rested = None if is_first_visit else _take_rested(address, fixed)
    page = rested or _start(browser, fixed)
    try:
        _show_on(page, {**_PLAIN, **options})
        with _watching(page, address, complaints):
            yield page
            _leave(page)
        _forget(page, address)
    except BaseException:
        page.context.close()
        raise
    if is_first_visit or repr(fixed) in _resting:
        page.context.close()
    else:
        _resting[repr(fixed)] = address, page
    assert complaints == []


def _take_rested(address: str, fixed: Mapping[str, Any]) -> Page | None:
    """Return a page that was used for this address before, if there is one."""
    before, page = _resting.pop(repr(fixed), ("", None))
    if page is None or before == address:
        return page
    page.context.close()  # the next site may get the port of this one
    return None


def _start(browser: Browser, fixed: Mapping[str, Any]) -> Page:
    context = browser.new_context(**fixed)
    context.set_default_timeout(15_000)
    return context.new_page()


def _show_on(page: Page, options: Mapping[str, Any]) -> None:
    """Give a page the screen and the media of a visitor, whatever it had before."""
    media = {name: value for name, value in options.items() if name in _PLAIN}
    page.set_viewport_size(media.pop("viewport"))
    page.emulate_media(media="null", **media)


def _leave(page: Page) -> None:
    """Leave the site, and what it keeps for this tab only, which nobody can clear from outside."""
    if page.url != "about:blank":
        page.evaluate("sessionStorage.clear()")
    page.goto("about:blank")


def _forget(page: Page, address: str) -> None:
    """Take away all that the visitor left: what a script can store, permissions, other pages."""
    for other in page.context.pages:
        if other != page:
            other.close()
    page.context.clear_permissions()
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(address))
    session = page.context.new_cdp_session(page)
    everything = {"origin": origin, "storageTypes": "all"}
    session.send("Storage.clearDataForOrigin", everything)
    session.detach()


@contextmanager
def _watching(page: Page, address: str, complaints: list[str]) -> Iterator[None]:
    """Collect in `complaints` what a visitor of `address` should never meet."""
    watchers: Mapping[Any, Callable[[Any], None]] = {
        "request": _complain_of_strangers(complaints, address),
        "console": partial(_complain_of_console, complaints),
        "weberror": lambda error: complaints.append(f"error: {error.error}"),
        "dialog": partial(_complain_of_dialog, complaints),
    }
    for event, watch in watchers.items():
        page.context.on(event, watch)
    yield
    for event, watch in watchers.items():
        page.context.remove_listener(event, watch)


def _complain_of_strangers(complaints: list[str], address: str) -> Callable[[Request], None]:
    def complain(request: Request) -> None:
        if not request.url.startswith(address):
            complaints.append(f"request: {request.url}")

    return complain


def _complain_of_console(complaints: list[str], message: ConsoleMessage) -> None:
    if message.type in ("error", "warning"):
        complaints.append(f"console: {message.text}")


def _complain_of_dialog(complaints: list[str], dialog: Dialog) -> None:
    complaints.append(f"dialog: {dialog.message}")
    dialog.dismiss()
