import pkgutil
import re
from collections.abc import Iterator
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from rulebooks import BASE, DAY_ONE, RULE, freeze_draft, overlay, write_file, write_rulebook
from sites import TWO_LANGUAGES
from spelregels import checks
from spelregels.checks import CHECKS, FOUND_WHILE_READING, OF_EXEMPTIONS, PAGES, run_checks
from spelregels.checks.explanations import Page, name_of
from spelregels.checks.pages import to_document
from spelregels.cli import main
from spelregels.diagnostics import Severity
from spelregels.loader import load_rulebook

FAMILIES = {
    "0": "files and YAML",
    "1": "shape",
    "2": "identity and references",
    "3": "content",
    "4": "editions and promises",
}
HEADLINE = re.compile(r"[A-Z].{10,95}\.")
SECTION = re.compile(
    r"^(Bad|Good)(?: \(also (SR\d{3}): [^)]+\))?:\n\n((?:    .*\n?|\n)+)", re.MULTILINE
)
FILE = re.compile(r"^# ([\w./-]+\.(?:ya?ml|json))(?: \((.+)\))?\n", re.MULTILINE)
FROZEN = re.compile(r"as frozen in (\d{4}\.\d)(?:, in force after (-?\d+) days)?")
EDITION = re.compile(r"\d{4}\.\d")
IN_TWO_LANGUAGES = "of a rulebook in two languages"
DAYS_OF_NOTICE = 60
TODAY = DAY_ONE + timedelta(365)
TIMES = re.compile(r"⟨(.+?) times (\d+)⟩")
CHARACTER = re.compile(r"⟨U\+([0-9A-F]{4,6})⟩")


class Example(NamedTuple):
    """What a page shows under `Bad:` or `Good:`, and the code it may give besides its own."""

    kind: str
    also: str
    files: tuple[tuple[str, str, str], ...]


def examples_of(page: Page) -> Iterator[Example]:
    for kind, also, indented in SECTION.findall(to_document(page, "en")):
        text = "".join(line[4:] or "\n" for line in indented.splitlines(keepends=True))
        _, *parts = FILE.split(text.rstrip("\n") + "\n")
        files = zip(parts[::3], (note or "" for note in parts[1::3]), parts[2::3], strict=True)
        yield Example(kind, also, tuple(files))


def write_example(folder: Path, example: Example) -> Path:
    """Write the base, freeze each edition that the notes name, then lay out the rest."""
    is_in_two = any(note == IN_TWO_LANGUAGES for _, note, _ in example.files)
    write_rulebook(folder, TWO_LANGUAGES if is_in_two else None)
    for number, edition in enumerate(editions_of(example)):
        days = DAYS_OF_NOTICE
        for name, note, text in example.files:
            frozen = FROZEN.fullmatch(note)
            if frozen and frozen[1] == edition:
                write_noted_file(folder / name, name, "", fill_in(text))
                days = int(frozen[2] or days)
        published = DAY_ONE + timedelta(number * 2 * DAYS_OF_NOTICE)
        freeze_draft(folder, edition, str(published), str(published + timedelta(days)))
    for name, note, text in example.files:
        if not FROZEN.fullmatch(note):
            write_noted_file(folder / name, name, note, fill_in(text))
    return folder


def editions_of(example: Example) -> list[str]:
    """Return every edition that a heading or a note names, the oldest first."""
    named = [EDITION.findall(f"{name} {note}") for name, note, _ in example.files]
    return sorted({edition for editions in named for edition in editions})


def write_noted_file(file: Path, name: str, note: str, text: str) -> None:
    if note == "no such file" or note.startswith("taken out"):
        file.unlink()
    elif note.startswith("a link to "):
        file.symlink_to(note.removeprefix("a link to "))
    elif note == "saved as latin-1":
        file.write_bytes(overlay(name, text).encode("latin-1"))
    elif note == "with a byte changed":
        file.write_bytes(file.read_bytes().replace(b"your turn", b"your tern", 1))
    elif note == "as it was frozen":
        assert file.is_file()
    elif note == "the whole file":
        write_file(file, text)
    elif note == "a whole rule":
        write_file(file, overlay(name, "") or BASE[RULE])
    else:
        known = {"": BASE, IN_TWO_LANGUAGES: TWO_LANGUAGES}
        assert note in known, f"a page has a note that this test does not know: {note}"
        write_file(file, overlay(name, text, known[note]))


def fill_in(text: str) -> str:
    text = TIMES.sub(lambda found: found[1] * int(found[2]), text)
    return CHARACTER.sub(lambda found: chr(int(found[1], 16)), text)


def codes_in(folder: Path) -> set[str]:
    return {diagnostic.code for diagnostic in run_checks(load_rulebook(folder, TODAY))}


every_page = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
every_bad_example = pytest.mark.parametrize(
    ("page", "example"),
    [
        pytest.param(page, example, id=name)
        for name, page in PAGES.items()
        for example in examples_of(page)
        if example.kind == "Bad"
    ],
)
every_good_example = pytest.mark.parametrize(
    "example",
    [
        pytest.param(example, id=name)
        for name, page in PAGES.items()
        for example in examples_of(page)
        if example.kind == "Good"
    ],
)


def test_nothing_is_wrong_with_the_base_of_the_examples(tmp_path: Path) -> None:
    folder = write_rulebook(tmp_path)
    result = CliRunner().invoke(main, ["check", "--strict", str(folder)])
    assert (result.output, result.exit_code) == ("1 rule, 0 errors, 0 warnings\n", 0)


@every_page
def test_page_has_a_headline_an_explanation_and_examples_of_both_kinds(page: Page) -> None:
    headline, explanation, *_ = (page.__doc__ or "").split("\n\n")
    assert HEADLINE.fullmatch(headline)
    assert len(explanation) > 20
    assert explanation.endswith(".")
    kinds = [example.kind for example in examples_of(page) if example.files]
    assert sorted(set(kinds)) == ["Bad", "Good"]
    assert len(kinds) == (page.__doc__ or "").count("\nBad") + (page.__doc__ or "").count("\nGood")


@every_bad_example
def test_bad_example_gives_its_own_code(tmp_path: Path, page: Page, example: Example) -> None:
    expected = {page.CODE, example.also} - {""}
    assert codes_in(write_example(tmp_path, example)) == expected


@every_good_example
def test_good_example_gives_nothing(tmp_path: Path, example: Example) -> None:
    assert codes_in(write_example(tmp_path, example)) == set()


def test_code_stands_for_one_check() -> None:
    codes = [page.CODE for page in (*FOUND_WHILE_READING, *CHECKS, *OF_EXEMPTIONS)]
    assert len(codes) == len(set(codes)) == len(PAGES)


@every_page
def test_code_is_of_a_family(page: Page) -> None:
    assert re.fullmatch(rf"SR[{''.join(FAMILIES)}]\d\d", page.CODE)


@every_page
def test_severity_is_a_severity(page: Page) -> None:
    assert isinstance(page.SEVERITY, Severity)


@pytest.mark.parametrize("name", PAGES)
def test_name_is_that_of_the_module(name: str) -> None:
    assert name_of(PAGES[name]) == name
    assert PAGES[name].__name__ == f"spelregels.checks.{name.replace('-', '_')}"


def test_pages_are_in_the_order_of_the_codes() -> None:
    codes = [page.CODE for page in PAGES.values()]
    assert codes == sorted(codes)


def test_every_module_with_a_code_is_listed() -> None:
    names = [module.name for module in pkgutil.iter_modules(checks.__path__)]
    modules = [import_module(f"spelregels.checks.{name}") for name in names]
    assert {module for module in modules if hasattr(module, "CODE")} == set(PAGES.values())


def test_check_that_finds_is_run_and_one_that_does_not_is_found_while_reading() -> None:
    assert [name_of(page) for page in PAGES.values() if hasattr(page, "find")] == [
        name_of(page) for page in PAGES.values() if page in CHECKS
    ]
