import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Command, Lines
from rulebooks import (
    BASE,
    REQUEST,
    RULE,
    overlay,
    write_file,
    write_fragments,
    write_rulebook,
)
from spelregels.checks import run_checks
from spelregels.loader import load_rulebook

CheckFolder = Callable[[], list[str]]

NO_FILE = "SR001 this file is missing; a rulebook cannot do without it"
NO_FOLDER = "SR001 this folder is missing; it holds a file for each rule"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_rulebook(tmp_path / "rulebook")


def test_rulebook_is_read_with_the_names_of_its_files(folder: Path) -> None:
    rulebook = load_rulebook(folder).rulebook
    assert rulebook.settings.name.root == {"en": "The rules of the shop"}
    assert [owner.id for owner in rulebook.owners.owners] == ["shop-manager", "bookkeeper"]
    assert (list(rulebook.rules), list(rulebook.requests)) == (
        ["wait-your-turn"],
        ["jump-the-queue"],
    )
    assert rulebook.glossary.terms == ()


def test_no_texts_are_believed_but_those_that_were_read(folder: Path) -> None:
    write_file(folder / RULE, "title: Wait\n")
    pointers = [pointer for pointer, _ in load_rulebook(folder).texts if pointer[0] == "rules"]
    assert pointers == [("rules", "wait-your-turn", "title")]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("rulebook.yaml", f"rulebook.yaml:1:1 {NO_FILE}"),
        ("owners.yaml", f"owners.yaml:1:1 {NO_FILE}"),
        ("rules", f"rules:1:1 {NO_FOLDER}"),
    ],
)
def test_what_every_rulebook_has_and_is_missing_is_the_one_problem(
    folder: Path, check_folder: CheckFolder, name: str, problem: str
) -> None:
    path = folder / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert check_folder() == [problem]


def test_glossary_and_requests_may_be_missing(folder: Path, check_folder: CheckFolder) -> None:
    shutil.rmtree(folder / "requests")
    assert check_folder() == []


@pytest.mark.parametrize("text", ["title: a: b\n", "", "- [\n"])
@pytest.mark.parametrize("name", BASE)
def test_file_that_cannot_be_read_is_the_one_problem(
    folder: Path, check_folder: CheckFolder, name: str, text: str
) -> None:
    write_file(folder / name, text)
    assert [problem.split()[0].split(":")[0] for problem in check_folder()] == [name]


def test_folder_that_is_not_there_is_told(command: Command) -> None:
    result = command("check", "elsewhere")
    says = "there is no such folder; a rulebook is a folder with a rulebook.yaml in it"
    assert result.output == (
        f"elsewhere:1:1: error[SR001] {says} (missing-file)\n"
        "  How to mend it: Put the file or the folder back under exactly this name. If you did "
        "not move it, see whether you named the right folder, and whether the name is "
        "spelt right.\n"
        "0 rules, 1 error, 0 warnings\n"
    )
    assert result.exit_code == 1


def test_folder_with_a_name_too_long_to_look_up_is_a_wrong_call(command: Command) -> None:
    result = command("check", "a" * 300)
    assert result.output == f"spelregels: '{'a' * 300}' cannot be read: File name too long\n"
    assert result.exit_code == 2


@pytest.mark.parametrize("name", ["rules", "requests"])
@pytest.mark.parametrize("kind", ["file", "link"])
def test_folder_that_is_a_file_or_a_link_is_refused(
    folder: Path, check_folder: CheckFolder, name: str, kind: str
) -> None:
    shutil.move(folder / name, folder.parent / name)
    if kind == "link":
        (folder / name).symlink_to(folder.parent / name)
    else:
        write_file(folder / name, "")
    message = "an ordinary folder belongs here, not a link or a file"
    assert check_folder() == [f"{name}:1:1 SR001 {message}"]


ENDS = "only files whose name ends in .yaml are read; name it"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("rules/no-dogs.yml", f"{ENDS} no-dogs.yaml"),
        ("rules/no-dogs.YAML", f"{ENDS} no-dogs.yaml"),
        (
            "rules/no-dogs.yaml.txt",
            "the name of this file ends in .txt, which Windows may hide (View, File name "
            "extensions); take that off, so that it is no-dogs.yaml",
        ),
        ("glossary.yml", f"{ENDS} glossary.yaml"),
        (
            "no-dogs.yaml",
            "no file of this name is read here; a rule belongs in the folder rules",
        ),
    ],
)
def test_file_that_would_not_be_read_is_told(check: Lines, name: str, message: str) -> None:
    assert check({name: "title: No dogs\n"}) == [f"{name}:1:1 SR011 {message}"]


@pytest.mark.parametrize(
    ("name", "place", "message"),
    [
        (
            "rules/shop/no-dogs.yaml",
            "rules/shop",
            "folders are not read here; put the files themselves in the folder above",
        ),
        (
            "request/no-dogs.yaml",
            "request",
            "no folder of this name is read here; there are rules and requests",
        ),
    ],
)
def test_folder_that_would_not_be_read_is_told(
    check: Lines, name: str, place: str, message: str
) -> None:
    assert check({name: "title: No dogs\n"}) == [f"{place}:1:1 SR011 {message}"]


@pytest.mark.parametrize(
    "name",
    ["README.md", "rules/README.md", "rules/.no-dogs.yaml.swp", "rules/.yaml", ".git/a.yaml",
     "rules/.hidden/a.yaml", "pictures/dog.svg"],
)  # fmt: skip
def test_file_that_has_nothing_to_do_with_it_is_passed_over(check: Lines, name: str) -> None:
    assert check({name: "title: No dogs\n"}) == []


def test_pipe_among_the_rules_is_refused_without_waiting(
    folder: Path, check_folder: CheckFolder
) -> None:
    os.mkfifo(folder / "rules" / "pipe.yaml")
    (folder / "rules" / "folder.yaml").mkdir()
    (folder / "rules" / "link.yaml").symlink_to("wait-your-turn.yaml")
    assert check_folder() == [
        "rules/folder.yaml:1:1 SR002 this is not an ordinary file",
        "rules/link.yaml:1:1 SR002 this is a link to another file; put the file itself here",
        "rules/pipe.yaml:1:1 SR002 this is not an ordinary file",
    ]


def test_rule_that_cannot_be_read_is_still_a_rule(check: Lines) -> None:
    says = "a colon followed by a space cuts this text in two; put the whole text in quotes"
    files = {
        "rules/no-dogs.yaml": "title: No: dogs\n",
        REQUEST: "rules: [no-dogs, wait-your-turn]\n",
        RULE: "rule: As for [dogs](rules/no-dogs/).\n",
    }
    assert check(files) == [f"rules/no-dogs.yaml:1:10 SR007 {says}"]


@pytest.mark.parametrize(
    ("name", "fragment", "problem"),
    [
        (
            "owners.yaml",
            "owners: [{id: Jo}\n",
            "owners.yaml:1:9 SR007 a bracket that opens here is not closed as it should be; "
            "close it, or put the whole text in quotes",
        ),
        (
            "owners.yaml",
            "owners: nobody\n",
            "owners.yaml:1:9 SR103 a list belongs here, each entry on a line of its own after "
            "'- ', and this is a single text",
        ),
        (
            "rulebook.yaml",
            "chapters: counter\n",
            "rulebook.yaml:1:11 SR103 a list belongs here, each entry on a line of its own "
            "after '- ', and this is a single text",
        ),
        (
            "rulebook.yaml",
            "languages: []\n",
            "rulebook.yaml:1:12 SR110 'languages' is there, but nothing is filled in",
        ),
        (
            "rulebook.yaml",
            "languages: en\n",
            "rulebook.yaml:1:12 SR103 a list belongs here; put square brackets around it: [en]",
        ),
        *(
            (
                RULE,
                f"title: {mark}Wait\n",
                f"{RULE}:1:8 SR010 a text that begins with {mark} must be quoted; "
                "put the whole text in quotes",
            )
            for mark in "&*!"
        ),
        (
            RULE,
            "status: withdrwan\nwithdrawn: {why: We moved.}\n",
            f"{RULE}:1:9 SR104 'withdrwan' cannot stand here; choose one of: proposed, active, "
            "withdrawn",
        ),
    ],
)
def test_fault_brings_no_others_in_its_train(
    check: Lines, name: str, fragment: str, problem: str
) -> None:
    assert check({name: fragment}) == [problem]


def test_order_in_which_files_were_made_does_not_matter(tmp_path: Path) -> None:
    names = [f"rules/rule-{number}.yaml" for number in range(12)]
    one = write_fragments(tmp_path / "one" / "rulebook", dict.fromkeys(names, "titel: A\n"))
    two = write_fragments(tmp_path / "two" / "rulebook", dict.fromkeys(names[::-1], "titel: A\n"))
    found = [[(each.location[1:], each.code, each.message) for each in run_checks(loaded)]
             for loaded in (load_rulebook(one), load_rulebook(two))]  # fmt: skip
    assert found[0] == found[1] != []
    assert list(load_rulebook(one).rulebook.rules) == list(load_rulebook(two).rulebook.rules)


def test_name_of_a_file_that_is_not_utf8_does_no_harm(
    folder: Path, check_folder: CheckFolder
) -> None:
    write_file(folder / "rules" / os.fsdecode(b"\xff\x1b.yaml"), overlay("rules/odd.yaml", ""))
    says = "lower-case letters a-z, digits and single hyphens, first a letter, at most 64"
    assert check_folder() == [
        f"rules/\\udcff\\x1b.yaml:1:1 SR202 '\udcff\x1b' cannot be an id; use {says} characters"
    ]
