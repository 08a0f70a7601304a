"""What the tests of the site share: the built showcase, a server, an engine."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from textwrap import dedent
from threading import Thread
from typing import Any

import pytest
from click.testing import CliRunner

from spelregels import engines
from spelregels.cli import main
from spelregels.clock import EPOCH_VARIABLE
from spelregels.staging import address_of

ROOT = Path(__file__).parents[1]
TODAY, CURRENT = "2026-11-23", "2026.2"
"""The day of every test that says nothing of it, and the showcase's edition of that day."""

_TODAY_EPOCH = "1795392000"
TWO_LANGUAGES: Mapping[str, str] = {
    "rulebook.yaml": dedent("""\
        name: {nl: De regels van de winkel, en: The rules of the shop}
        publisher: {name: Slagerij Bos, contact: "mailto:bos@example.org"}
        languages: [nl, en]
        chapters:
          - {id: counter, title: {nl: Aan de toonbank, en: At the counter}}
    """),
    "owners.yaml": dedent("""\
        owners:
          - {id: shop-manager, name: Jo Bos, role: {nl: Chef, en: Manager}, side: business}
    """),
    "glossary.yaml": dedent("""\
        terms:
          - {term: {nl: beurt, en: turn}, meaning: {nl: Jouw moment., en: Your moment.}}
    """),
    "rules/wait-your-turn.yaml": dedent("""\
        title: {nl: Wacht op je beurt, en: Wait your turn}
        chapter: counter
        rule: {nl: Wacht tot je aan de beurt bent., en: Wait until it is your turn.}
        rationale: {nl: Niemand bedient er twee tegelijk., en: Nobody serves two at a time.}
        effect:
          quality: {direction: better, because: {nl: Aandacht., en: Attention.}}
          price: {direction: lower, because: {nl: Twee handen., en: Two hands.}}
        without: {nl: De luidste gaat voor., en: The loudest goes first.}
        owner: shop-manager
        decided_on: 2026-03-01
    """),
    "requests/jump-the-queue.yaml": dedent("""\
        asked: {nl: Mag ik voor?, en: May I go first?}
        asked_on: 2026-03-02
        answer: no
        because: {nl: De anderen waren er eerder., en: The others were here before you.}
        rules: [wait-your-turn]
    """),
}
"""A small rulebook in two languages in which nothing is wrong: the files by their names."""


def read_tree(folder: Path) -> dict[str, bytes]:
    """Return every file below `folder`, by its path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def digest_tree(folder: Path) -> str:
    """Return a fingerprint of every file below `folder`."""
    total = sha256()
    for name, content in read_tree(folder).items():
        total.update(f"{name}\0{sha256(content).hexdigest()}\0".encode())
    return total.hexdigest()


def names_beside(folder: Path) -> list[str]:
    """Return the names of everything in `folder`."""
    return sorted(path.name for path in folder.iterdir())


def build(rulebook: Path, output: Path, *options: str) -> str:
    """Build a site that has nothing wrong with it, through the command; return what it says."""
    arguments = ["build", "--rulebook", str(rulebook), "--output", str(output), *options]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


class FakeEngine:
    """Stands in for `engines.run`: a plain page for each page of Markdown, and a count of runs."""

    def __init__(self, returncode: int = 0, stderr: str = "", stdout: str = "") -> None:
        self.answer = returncode, stdout, stderr
        self.commands: list[list[str]] = []
        self.environments: list[Mapping[str, str]] = []
        self.settings: list[dict[str, Any]] = []

    def __call__(
        self, command: list[str], environment: Mapping[str, str]
    ) -> subprocess.CompletedProcess[str]:
        config = Path(command[-1])
        self.commands.append(command)
        self.environments.append(environment)
        self.settings.append(json.loads(config.read_text(encoding="utf-8")))
        returncode, stdout, stderr = self.answer
        if returncode == 0:
            _write_plain_pages(config.parent)
        told = (text.replace("STAGE", str(config.parent)) for text in (stdout, stderr))
        return subprocess.CompletedProcess(command, returncode, *told)

    @property
    def runs(self) -> int:
        """How often it was started."""
        return len(self.commands)


def _write_plain_pages(stage: Path) -> None:
    docs, site = stage / engines.DOCS_FOLDER, stage / engines.SITE_FOLDER
    shutil.copytree(docs, site, ignore=shutil.ignore_patterns("*.md"))
    for page in docs.rglob("*.md"):
        _, _, body = page.read_text(encoding="utf-8").removeprefix("---\n").rpartition("\n---\n")
        file = site / address_of(page.relative_to(docs).as_posix()) / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<!doctype html><title>page</title>{body}", encoding="utf-8")


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    """Put an engine that makes plain pages in the place of MkDocs."""
    fake = FakeEngine()
    monkeypatch.setattr(engines, "run", fake)
    return fake


@pytest.fixture(scope="session", autouse=True)
def day() -> None:
    """Keep the clock out of every test, and of the processes that it starts."""
    os.environ[EPOCH_VARIABLE] = _TODAY_EPOCH


def make_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder that `make` filled once in this run, for whoever only looks at it."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent  # which this process shares with the others of the same run
    folder, made = base / name, base / f"{name}.made"
    with (base / f"{name}.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)  # what a process left that failed halfway
            folder.mkdir()
            make(folder)
            made.touch()
    return folder


@pytest.fixture(scope="session")
def showcase(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of rulebook/ once, with its draft, for whoever only looks at it."""

    def make(folder: Path) -> None:
        build(ROOT / "rulebook", folder / "site", "--draft", "--today", TODAY)

    return make_once(tmp_path_factory, "showcase", make) / "site"


@pytest.fixture(scope="session")
def showcase_address(showcase: Path) -> Iterator[str]:
    """Serve the site of rulebook/ on this machine; return its address."""
    with served(showcase) as address:
        yield address


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve `folder` on this machine only; give the address, which ends in a slash."""
    server = _Server(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Be silent where a browser leaves in the middle of a page: that is its good right."""


class _Handler(SimpleHTTPRequestHandler):
    """Serves files as a static host does: without a word, and with the site's own 404 page."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def send_error(
        self, code: int, message: str | None = None, explain: str | None = None
    ) -> None:
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        return None
