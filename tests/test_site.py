import os
import pty
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import Command
from rulebooks import write_file, write_rulebook
from sites import TWO_LANGUAGES, FakeEngine, names_beside, read_tree

RULE = "rules/wait-your-turn.yaml"
BUILT = "The website is in site.\n"
BESIDE = [".site.cache", ".site.lock", "rulebook", "site"]


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Write a rulebook in two languages; return the folder that it stands in."""
    write_rulebook(tmp_path / "rulebook", TWO_LANGUAGES)
    return tmp_path


def build_in(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build with MkDocs, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "spelregels", "build"],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def refresh_of(page: bytes) -> str:
    found = LexborHTMLParser(page).css_first('meta[http-equiv="refresh"]')
    assert found is not None
    return (found.attributes["content"] or "").partition("url=")[2]


def change_rule(folder: Path, old: str, new: str) -> None:
    text = TWO_LANGUAGES[RULE]
    assert old in text
    write_file(folder / "rulebook" / RULE, text.replace(old, new))


def test_site_is_built(shop: Path, command: Command, engine: FakeEngine) -> None:
    result = command("build")
    assert (result.stdout, result.stderr, result.exit_code) == ("", BUILT, 0)
    assert names_beside(shop) == BESIDE
    assert engine.runs == 2


def test_second_build_leaves_the_first_beside_it_and_nothing_more(
    shop: Path, command: Command, engine: FakeEngine
) -> None:
    command("build")
    first = read_tree(shop / "site")
    change_rule(shop, "lower", "higher")
    assert command("build").exit_code == 0
    assert names_beside(shop) == [
        ".site.cache",
        ".site.lock",
        ".site.previous",
        "rulebook",
        "site",
    ]
    assert read_tree(shop / ".site.previous") == first
    assert len(names_beside(shop / ".site.cache")) == 2
    assert engine.runs == 4


def test_rulebook_with_errors_is_not_built(
    shop: Path, command: Command, engine: FakeEngine
) -> None:
    command("build")
    first = read_tree(shop)
    change_rule(shop, "owner: shop-manager", "owner: nobody")
    result = command("build")
    assert result.stderr.splitlines() == [
        "rulebook/rules/wait-your-turn.yaml:9:8: error[SR204] 'nobody' is not in owners.yaml; "
        "correct the name, or add it there (unknown-owner)",
        "  9 | owner: nobody",
        "    |        ^^^^^^",
        "  How to mend it: Write the `id` of somebody in owners.yaml, letter for letter, or add "
        "this role there. Was an `id` changed there? Change it back: who comes new takes over the "
        "old one.",
        "1 rule, 1 error, 0 warnings",
    ]
    assert (result.stdout, result.exit_code) == ("", 1)
    assert read_tree(shop / "site") == {
        name.removeprefix("site/"): text
        for name, text in first.items()
        if name.startswith("site/")
    }
    assert engine.runs == 2


def test_warning_is_told_and_the_site_is_built(
    shop: Path, command: Command, engine: FakeEngine
) -> None:
    change_rule(shop, "Wait until it", "Wait <b>until</b> it")
    result = command("build")
    assert (result.stderr.count("warning["), result.exit_code) == (1, 0)
    assert result.stderr.endswith("1 rule, 0 errors, 1 warning\n" + BUILT)
    assert engine.runs == 2


def test_rule_cannot_take_the_place_of_the_list(
    shop: Path, command: Command, engine: FakeEngine
) -> None:
    write_file(shop / "rulebook" / "rules" / "index.yaml", TWO_LANGUAGES[RULE])
    result = command("build")
    assert "error[SR202] 'index' cannot be an id" in result.stderr
    assert (result.exit_code, engine.runs) == (1, 0)


def test_output_that_is_a_file_ends_with_2(shop: Path, command: Command) -> None:
    write_file(shop / "site", "a file")
    result = command("build")
    assert (result.stderr, result.exit_code) == (
        "spelregels: site is a file; name a folder to build in\n",
        2,
    )


def test_own_pages_and_files_are_part_of_every_language(
    shop: Path, command: Command, engine: FakeEngine
) -> None:
    write_file(shop / "docs" / "assets" / "logo.svg", "<svg></svg>")
    write_file(shop / "docs" / "nl" / "over.md", "# Over ons\n")
    write_file(shop / "docs" / "nl" / "deep" / "er.md", "# Dieper\n")
    write_file(shop / "docs" / "en" / "about.md", "# About us\n")
    write_file(shop / "docs" / "en" / ".notes" / "secret.md", "not for publishing")
    assert command("build").exit_code == 0
    own = {"assets/logo.svg", "over/index.html", "deep/er/index.html", "about/index.html"}
    names = read_tree(shop / "site").keys()
    assert {name for name in names if name.split("/", 2)[-1] in own} == {
        "en/current/about/index.html",
        "en/draft/about/index.html",
        "en/draft/assets/logo.svg",
        "nl/current/deep/er/index.html",
        "nl/current/over/index.html",
        "nl/draft/assets/logo.svg",
        "nl/draft/deep/er/index.html",
        "nl/draft/over/index.html",
    }
    assert not any("secret" in name for name in names)
    assert [settings["nav"][5:] for settings in engine.settings] in (
        [["deep/er.md", "over.md"], ["about.md"]],
        [["about.md"], ["deep/er.md", "over.md"]],
    )


@pytest.mark.parametrize(
    "name",
    [
        "index.md",
        "README.md",
        "people.md",
        "People.md",
        "people/index.md",
        "rules.md",
        "rules/wait-your-turn.md",
        "chapters/counter/README.md",
    ],
)
def test_own_page_does_not_take_the_place_of_a_generated_one(
    shop: Path, command: Command, engine: FakeEngine, name: str
) -> None:
    write_file(shop / "docs" / "nl" / name, "# Mine\n")
    result = command("build")
    assert (result.stderr, result.exit_code) == (
        f"spelregels: {shop}/docs/nl/{name}: a page of this name is generated; "
        "give the file another name\n",
        2,
    )
    assert (engine.runs, names_beside(shop)) == (0, [".site.lock", "docs", "rulebook"])


def test_two_own_pages_do_not_share_an_address(
    shop: Path, command: Command, engine: FakeEngine
) -> None:
    write_file(shop / "docs" / "nl" / "over.md", "# One\n")
    write_file(shop / "docs" / "nl" / "over" / "index.md", "# Two\n")
    result = command("build")
    assert (result.stderr, result.exit_code, engine.runs) == (
        f"spelregels: {shop}/docs/nl/over/index.md: {shop}/docs/nl/over.md has the same address; "
        "give the file another name\n",
        2,
        0,
    )


@pytest.mark.parametrize("name", ["nl/run.js", "nl/page.html", "assets/x.exe", "en/Makefile"])
def test_file_of_another_kind_is_refused(shop: Path, command: Command, name: str) -> None:
    write_file(shop / "docs" / name, "")
    result = command("build")
    assert (result.stderr, result.exit_code) == (
        f"spelregels: {shop}/docs/{name}: only ordinary files of these kinds are published: "
        ".avif, .css, .gif, .ico, .jpeg, .jpg, .md, .pdf, .png, .svg, .webp, .woff2\n",
        2,
    )


@pytest.mark.parametrize("target", ["/etc/passwd", "/etc", "gone"])
def test_link_in_the_file_system_is_refused(shop: Path, command: Command, target: str) -> None:
    (shop / "docs" / "nl").mkdir(parents=True)
    (shop / "docs" / "nl" / "page.md").symlink_to(target)
    result = command("build")
    start = f"spelregels: {shop}/docs/nl/page.md: only ordinary files of these kinds"
    assert (result.stderr.startswith(start), result.exit_code) == (True, 2)


def test_link_to_nothing_in_an_own_page_fails_the_build(shop: Path) -> None:
    assert build_in(shop).returncode == 0
    first = read_tree(shop / "site")
    write_file(shop / "docs" / "nl" / "over.md", "# Over\n\n[weg](gone.md) [a](index.md#gone)\n")
    finished = build_in(shop)
    assert (finished.stdout, finished.returncode) == ("", 2)
    assert finished.stderr.splitlines() == [
        "spelregels: MkDocs could not build the site:",
        "  WARNING -  Doc file 'over.md' contains a link 'gone.md', but the target is not found "
        "among documentation files.",
        "  WARNING -  Doc file 'over.md' contains a link 'index.md#gone', but the doc 'index.md' "
        "does not contain an anchor '#gone'.",
    ]
    assert read_tree(shop / "site") == first


def test_html_in_an_own_page_that_may_not_be_published_fails_the_build(
    shop: Path, command: Command, engine: FakeEngine
) -> None:
    page = '<p onclick="x">\n\n<a href="javascript:x">x</a></p>\n'
    write_file(shop / "docs" / "nl" / "over.md", page)
    result = command("build")
    assert (result.exit_code, engine.runs) == (2, 2)
    assert result.stderr.splitlines() == [
        "spelregels: the built pages are not fit to publish:",
        "  nl/draft/over/index.html: an attribute 'onclick' on <p> could run or restyle the page",
        "  nl/draft/over/index.html: the address 'javascript:x' could run something, or names no "
        "scheme",
    ]
    assert names_beside(shop) == [".site.cache", ".site.lock", "docs", "rulebook"]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("", "nl/current/"),
        ("nl/", "nl/current/"),
        ("en/", "en/current/"),
        ("nl/current/", "nl/draft/"),
        ("en/current/", "en/draft/"),
        ("en/current/rules/wait-your-turn/", "en/draft/rules/wait-your-turn/"),
        ("en/current/glossary/", "en/draft/glossary/"),
        ("nl/rules/wait-your-turn/", "nl/draft/rules/wait-your-turn/"),
        ("en/rules/wait-your-turn/", "en/draft/rules/wait-your-turn/"),
    ],
)
def test_short_address_leads_on_without_a_script(
    shop: Path, command: Command, engine: FakeEngine, start: str, end: str
) -> None:
    command("build")
    page = (shop / "site" / start / "index.html").read_bytes()
    assert (
        urljoin(f"https://any.example/{start}", refresh_of(page)) == f"https://any.example/{end}"
    )
    assert (shop / "site" / end / "index.html").is_file()
    links = [link.attributes["href"] or "" for link in LexborHTMLParser(page).css("a")]
    same = [urljoin(f"https://any.example/{start}", link) for link in links]
    ends = [end] if start else ["nl/current/", "en/current/"]
    assert same == [f"https://any.example/{each}" for each in ends]
    assert engine.runs == 2


def test_page_for_a_wrong_address_leads_home_in_every_language(
    shop: Path, command: Command, engine: FakeEngine
) -> None:
    write_file(shop / "mkdocs.yml", "site_name: x\nsite_url: https://example.org/rules\n")
    assert command("build").exit_code == 0
    page = LexborHTMLParser((shop / "site" / "404.html").read_bytes())
    assert [link.attributes["href"] for link in page.css("a")] == [
        "/rules/nl/current/",
        "/rules/en/current/",
    ]
    assert [link.text() for link in page.css("a")] == [
        "De regels van de winkel",
        "The rules of the shop",
    ]
    assert engine.runs == 2


def test_site_under_a_path_knows_its_own_addresses(
    shop: Path, command: Command, engine: FakeEngine
) -> None:
    write_file(shop / "mkdocs.yml", "site_name: x\nsite_url: https://example.org/rules/\n")
    assert command("build").exit_code == 0
    site = read_tree(shop / "site")
    canonical = LexborHTMLParser(site["nl/index.html"]).css_first('link[rel="canonical"]')
    assert canonical is not None
    assert canonical.attributes["href"] == "https://example.org/rules/nl/current/"
    shown = LexborHTMLParser(site["nl/draft/rules/wait-your-turn/index.html"]).css_first(
        "#address + dd"
    )
    assert shown is not None
    assert shown.text().strip() == "https://example.org/rules/nl/rules/wait-your-turn/"
    assert {settings["site_url"] for settings in engine.settings} == {
        "https://example.org/rules/nl/draft/",
        "https://example.org/rules/en/draft/",
    }


def test_same_rulebook_gives_the_same_bytes_wherever_and_whenever(tmp_path: Path) -> None:
    surroundings = {
        "one": {"SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
        "deep/er": {
            "SOURCE_DATE_EPOCH": "2000000000",
            "PYTHONHASHSEED": "2",
            "TZ": "Pacific/Auckland",
            "LC_ALL": "C.UTF-8",
        },
    }
    reviewed = {RULE: f"{TWO_LANGUAGES[RULE]}review_by: 2040-01-01\n"}
    sites = []
    for name, environment in surroundings.items():
        write_rulebook(tmp_path / name / "rulebook", {**TWO_LANGUAGES, **reviewed})
        write_file(tmp_path / name / "docs" / "nl" / "over.md", "# Over ons\n")
        assert build_in(tmp_path / name, **environment).returncode == 0
        sites.append(read_tree(tmp_path / name / "site"))
    assert sites[0] == sites[1]
    assert len(sites[0]) > 30


def test_nothing_changed_and_nothing_is_built_again(
    shop: Path, command: Command, engine: FakeEngine
) -> None:
    command("build")
    first = read_tree(shop / "site")
    assert command("build").exit_code == 0
    assert engine.runs == 2
    assert read_tree(shop / "site") == first


def test_what_is_not_used_any_more_goes_out_of_the_cache(
    shop: Path, command: Command, engine: FakeEngine
) -> None:
    command("build")
    kept = names_beside(shop / ".site.cache")
    write_file(shop / ".site.cache" / ".DS_Store", "")
    write_file(shop / ".site.cache" / "old" / "index.html", "")
    assert command("build").exit_code == 0
    assert names_beside(shop / ".site.cache") == kept
    assert engine.runs == 2


@pytest.mark.parametrize(
    ("change", "runs"),
    [
        (("rulebook/" + RULE, TWO_LANGUAGES[RULE].replace("Wait until", "Please wait until")), 3),
        (("rulebook/" + RULE, TWO_LANGUAGES[RULE].replace("lower", "higher")), 4),
        (("docs/nl/over.md", "# Over ons, en meer\n"), 3),
        (("docs/assets/look.css", "a { color: red }"), 4),
        (("mkdocs.yml", "site_name: x\ncopyright: Bos\n"), 4),
        (("mkdocs.yml", "site_name: x\nINHERIT: other.yml\n"), 4),
    ],
)
def test_what_changed_is_built_again(
    shop: Path, command: Command, engine: FakeEngine, change: tuple[str, str], runs: int
) -> None:
    write_file(shop / "docs" / "nl" / "over.md", "# Over ons\n")
    write_file(shop / "mkdocs.yml", "site_name: x\n")
    write_file(shop / "other.yml", "copyright: Bos\n")
    command("build")
    write_file(shop / change[0], change[1])
    assert command("build").exit_code == 0
    assert engine.runs == runs


def test_progress_is_shown_on_a_terminal_and_wiped_out(shop: Path) -> None:
    ours, theirs = pty.openpty()
    try:
        finished = subprocess.run(
            [sys.executable, "-m", "spelregels", "build"],
            cwd=shop,
            stderr=theirs,
            timeout=60,
            check=True,
        )
        shown = os.read(ours, 10_000).decode()
    finally:
        os.close(ours)
        os.close(theirs)
    assert finished.returncode == 0
    *progress, last = shown.split("\r\x1b[K")
    assert sorted(filter(None, progress)) == [
        "building en/draft/ …",
        "building nl/draft/ …",
        "looking through the pages …",
    ]
    assert last == "The website is in site.\r\n"
