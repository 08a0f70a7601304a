import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import IO
from urllib.error import URLError
from urllib.request import urlopen

from rulebooks import write_file, write_rulebook
from sites import TWO_LANGUAGES

RULE = "rules/wait-your-turn.yaml"
PAGE = "en/draft/rules/wait-your-turn/"
PATIENCE = 30
PAUSE = 0.02
"""Whoever asks without a pause takes the time of what is asked."""


@contextmanager
def serving(folder: Path, *command: str) -> Iterator[tuple[str, subprocess.Popen[bytes], Path]]:
    """Start a server in `folder`; give its address, the process, and the file of what it says."""
    port = free_port()
    told = folder / "told.txt"
    with told.open("wb") as file:
        process = start(folder, file, [each.replace("PORT", str(port)) for each in command])
        try:
            yield f"http://127.0.0.1:{port}/", process, told
        finally:
            process.kill()
            process.wait(timeout=PATIENCE)


def start(folder: Path, told: IO[bytes], command: list[str]) -> subprocess.Popen[bytes]:
    """Start a command that can be interrupted, also where the tests run in the background."""
    return subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=told,
        stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


def wait_for(address: str, text: str) -> str:
    """Ask for a page until it is there with `text` on it."""
    found = ""
    until = monotonic() + PATIENCE
    while monotonic() < until:
        try:
            with urlopen(address, timeout=5) as answer:
                found = str(answer.read(), "utf-8")
        except (URLError, ConnectionError, TimeoutError):
            pass
        if text in found:
            return found
        sleep(PAUSE)
    raise AssertionError(f"{address} never said {text!r}; it said:\n{found}")


def wait_for_words(told: Path, text: str) -> str:
    until = monotonic() + PATIENCE
    while monotonic() < until:
        found = told.read_text(encoding="utf-8")
        if text in found:
            return found
        sleep(PAUSE)
    raise AssertionError(f"never said {text!r}; it said:\n{found}")


def change_rule(folder: Path, old: str, new: str) -> None:
    write_file(folder / "rulebook" / RULE, TWO_LANGUAGES[RULE].replace(old, new))


def test_site_is_served_and_built_again_on_every_save(tmp_path: Path) -> None:
    write_rulebook(tmp_path / "rulebook", TWO_LANGUAGES)
    (tmp_path / "docs" / "en").mkdir(parents=True)
    with serving(tmp_path, "spelregels", "serve", "--port", "PORT") as (address, process, told):
        wait_for(address + PAGE, "Wait until it is your turn.")
        assert told.read_text(encoding="utf-8") == (
            f"The website is at {address}nl/draft/ until you press Ctrl-C.\n"
        )

        change_rule(tmp_path, "Wait until", "Please wait until")
        wait_for(address + PAGE, "Please wait until it is your turn.")

        change_rule(tmp_path, "owner: shop-manager", "owner: nobody")
        said = wait_for_words(told, "until this is mended")
        assert "'nobody' is not in owners.yaml" in said
        wait_for(address + PAGE, "Please wait until it is your turn.")

        change_rule(tmp_path, "Wait until", "Kindly wait until")
        wait_for(address + PAGE, "Kindly wait until it is your turn.")

        write_file(tmp_path / "docs" / "en" / "about.md", "# About\n\n[gone](gone.md)\n")
        wait_for_words(told, "contains a link 'gone.md'")
        wait_for(address + PAGE, "Kindly wait until it is your turn.")

        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=PATIENCE) == 0
        assert "Traceback" not in told.read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "rulebook", "told.txt"]


def test_rulebook_with_errors_is_not_served(tmp_path: Path) -> None:
    write_rulebook(tmp_path / "rulebook", {**TWO_LANGUAGES, RULE: "title: Wait\n"})
    with serving(tmp_path, "spelregels", "serve", "--port", "PORT") as (_, process, told):
        assert process.wait(timeout=PATIENCE) == 1
        assert "1 rule, " in told.read_text(encoding="utf-8")


def test_port_that_is_taken_is_told_in_a_line(tmp_path: Path) -> None:
    write_rulebook(tmp_path / "rulebook", TWO_LANGUAGES)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        with serving(tmp_path, "spelregels", "serve", "--port", port) as (_, process, told):
            assert process.wait(timeout=PATIENCE) == 2
            last = told.read_text(encoding="utf-8").splitlines()[-1]
    assert last == f"spelregels: port {port} cannot be used: Address already in use"
