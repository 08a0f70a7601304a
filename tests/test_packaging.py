"""What is installed from the wheel works, without the folder that it was made in."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from rulebooks import write_rulebook
from sites import ROOT, TWO_LANGUAGES
from spelregels import __version__

LEFT_OUT = (".git", ".venv", "site", ".site*", "dist", ".*_cache", ".hypothesis", "__pycache__")


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command without anything in the environment that would show it this folder."""
    unwanted = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
    environment: Mapping[str, str] = {
        name: value for name, value in os.environ.items() if name not in unwanted
    }
    return subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy, without the network; return the file."""
    folder = tmp_path_factory.mktemp("wheel")
    shutil.copytree(ROOT, folder / "source", ignore=shutil.ignore_patterns(*LEFT_OUT))
    options = ("--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir")
    made = run(
        *(sys.executable, "-m", "pip", "wheel", *options, folder, folder / "source"), cwd=folder
    )
    assert made.returncode == 0, made.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel in a clean environment; return its Python.

    The dependencies are seen through copies of the names in the running environment, all but
    what an editable installation leaves there: that would show the source instead of the wheel.
    """
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder, with_pip=False)
    inside = {"base": str(folder), "platbase": str(folder)}
    packages = Path(sysconfig.get_path("purelib", vars=inside))
    for name in ("purelib", "platlib"):
        for each in Path(sysconfig.get_path(name)).iterdir():
            is_ours = "spelregels" in each.name or each.suffix == ".pth"
            if not is_ours and not (packages / each.name).exists():
                (packages / each.name).symlink_to(each)
    there = folder / "bin" / "python"
    options = ("--quiet", "--no-deps", "--no-index", "--no-compile")
    installed = run(there, "-m", "pip", "install", *options, wheel, cwd=folder)
    assert installed.returncode == 0, installed.stderr
    return there


def test_wheel_holds_everything_that_is_not_a_test(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("spelregels/")}
    source = ROOT / "generator" / "spelregels"
    files = (file for file in source.rglob("*") if file.is_file())
    expected = {
        f"spelregels/{file.relative_to(source).as_posix()}"
        for file in files
        if "__pycache__" not in file.parts
    }
    assert packed == expected
    assert {
        "spelregels/py.typed",
        "spelregels/mkdocs.yml",
        "spelregels/templates/rules.html.j2",
        "spelregels/theme/main.html",
        "spelregels/theme/assets/stylesheets/spelregels.css",
        "spelregels/vocabulary/nl.toml",
        "spelregels/vocabulary/en.toml",
    } <= packed


def test_installed_program_is_not_the_source(python: Path, tmp_path: Path) -> None:
    found = run(python, "-c", "import spelregels; print(spelregels.__file__)", cwd=tmp_path)
    assert Path(found.stdout.strip()).is_relative_to(python.parents[1])


def test_installed_program_tells_its_version(python: Path, tmp_path: Path) -> None:
    told = run(python, "-m", "spelregels", "--version", cwd=tmp_path)
    assert (told.stdout, told.returncode) == (f"spelregels, version {__version__}\n", 0)


def test_installed_command_checks_and_builds_a_rulebook(python: Path, tmp_path: Path) -> None:
    write_rulebook(tmp_path / "rulebook", TWO_LANGUAGES)
    command = python.with_name("spelregels")
    checked = run(command, "check", "--strict", cwd=tmp_path)
    assert (checked.stdout, checked.returncode) == ("1 rule, 0 errors, 0 warnings\n", 0)
    built = run(command, "build", cwd=tmp_path)
    assert (built.stderr, built.returncode) == ("The website is in site.\n", 0)
    assert (
        tmp_path / "site" / "nl" / "draft" / "rules" / "wait-your-turn" / "index.html"
    ).exists()
