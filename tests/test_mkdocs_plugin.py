import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from rulebooks import write_file, write_rulebook
from sites import ROOT, TWO_LANGUAGES
from spelregels.slimming import slim_page
from test_serve import PATIENCE, change_rule, serving, wait_for

RULE = "rules/wait-your-turn.yaml"
CONFIG = """\
site_name: x
site_url: https://example.org/
theme:
  name: material
plugins:
  - search
  - spelregels
"""


def build_with_mkdocs(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", *options],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def write_project(folder: Path, files: Mapping[str, str] | None = None) -> None:
    write_rulebook(folder / "rulebook", {**TWO_LANGUAGES, **(files or {})})
    write_file(folder / "docs" / "nl" / "over.md", "# Over ons\n\n[regels](rules/index.md)\n")
    write_file(folder / "mkdocs.yml", CONFIG)


def articles(site: Path) -> dict[str, str]:
    """Return the article of each page without its indents, by its path."""
    found = {}
    for file in sorted(site.rglob("index.html")):
        article = LexborHTMLParser(file.read_bytes()).css_first("article")
        if article is not None:
            found[file.relative_to(site).as_posix()] = slim_page(article.html or "")
    return found


def test_mkdocs_makes_the_same_pages_as_the_command(showcase: Path, tmp_path: Path) -> None:
    """No address on a page differs: they are relative, or the permanent one of the site."""
    for name in ("rulebook", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    finished = build_with_mkdocs(tmp_path, "--strict")
    assert (finished.stdout, finished.returncode) == ("", 0), finished.stderr
    ours, theirs = articles(showcase / "nl" / "draft"), articles(tmp_path / "site")
    assert ours.keys() == theirs.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []
    assert len(ours) > 40


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (
            {f"rulebook/{RULE}": TWO_LANGUAGES[RULE].replace("shop-manager", "nobody")},
            "rulebook/rules/wait-your-turn.yaml:9:8: error[SR204] 'nobody' is not in owners.yaml",
        ),
        ({"docs/nl/rules.md": "# Mine\n"}, "a page of this name is generated"),
        ({"docs/nl/run.js": ""}, "only ordinary files of these kinds are published"),
    ],
)
def test_what_is_wrong_stops_mkdocs_without_a_traceback(
    tmp_path: Path, files: Mapping[str, str], message: str
) -> None:
    write_project(tmp_path)
    for name, text in files.items():
        write_file(tmp_path / name, text)
    finished = build_with_mkdocs(tmp_path)
    assert finished.returncode == 1
    assert message in finished.stderr
    assert "Traceback" not in finished.stderr + finished.stdout
    assert not (tmp_path / "site").exists()


def test_link_to_nothing_in_an_own_page_stops_a_strict_build(tmp_path: Path) -> None:
    write_project(tmp_path)
    write_file(tmp_path / "docs" / "nl" / "over.md", "# Over\n\n[weg](gone.md)\n")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    finished = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False
    )
    assert finished.returncode == 1
    assert "contains a link 'gone.md'" in finished.stderr


def test_saved_rule_is_shown_by_mkdocs_serve(tmp_path: Path) -> None:
    write_project(tmp_path)
    command = ("mkdocs", "serve", "--dev-addr", "127.0.0.1:PORT")
    with serving(tmp_path, *command) as (address, process, told):
        page = f"{address}rules/wait-your-turn/"
        wait_for(page, "Wacht tot je aan de beurt bent.")
        change_rule(tmp_path, "Wacht tot", "Wacht even tot")
        wait_for(page, "Wacht even tot je aan de beurt bent.")
        process.send_signal(signal.SIGINT)
        process.wait(timeout=PATIENCE)
        assert "Traceback" not in told.read_text(encoding="utf-8")
