"""What the tests share: a rulebook to spoil, a way to check it, and how far hypothesis goes."""

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, settings

from rulebooks import write_fragments
from spelregels.cli import main

pytest_plugins = ["sites", "histories", "structure", "visitors"]  # none before what it imports

_PATIENT = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]

settings.register_profile(
    "default", max_examples=60, derandomize=True, deadline=None, suppress_health_check=_PATIENT
)
settings.register_profile(
    "long", max_examples=5_000, deadline=None, suppress_health_check=_PATIENT
)
settings.load_profile(os.environ.get("SPELREGELS_FUZZ", "default"))

_LOCALE = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_SERVICES = ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITLAB_CI")

_LONGEST = ("axe", "hostile", "crawl", "browser", "check_site", "find", "publish", "site", "plan")
"""The files that take longest, in the order to begin them in, so that none is left for the end."""

Command = Callable[..., Result]
Lines = Callable[[Mapping[str, str]], list[str]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest."""
    places = {f"test_{name}": place for place, name in enumerate(_LONGEST)}
    items.sort(key=lambda item: places.get(item.path.stem, len(places)))


@pytest.fixture(autouse=True)
def _anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the language of a machine, or the service it works for, change nothing in a test."""
    for name in (*_LOCALE, *_SERVICES):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run `spelregels` in a folder of its own, the rulebook of a test in `rulebook`."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, color: bool = False) -> Result:
        return CliRunner().invoke(main, arguments, catch_exceptions=False, color=color)

    return run


@pytest.fixture
def check_folder(command: Command) -> Callable[[], list[str]]:
    """Check `rulebook`; return each problem as `path:line:column code message`."""

    def check() -> list[str]:
        found = json.loads(command("check", "--output-format", "json").output)
        return [
            f"{each['path'].removeprefix('rulebook/')}:{each['line']}:{each['column']} "
            f"{each['code']} {each['message'].replace('rulebook/', '')}"
            for each in found
        ]

    return check


@pytest.fixture
def check(tmp_path: Path, check_folder: Callable[[], list[str]]) -> Lines:
    """Check the base with fragments laid over it; return the problems as `check_folder` does."""

    def run(fragments: Mapping[str, str]) -> list[str]:
        write_fragments(tmp_path / "rulebook", fragments)
        return check_folder()

    return run
