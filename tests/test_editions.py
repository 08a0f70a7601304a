import hashlib
import json
import random
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Command
from rulebooks import DAY_ONE, RULE, freeze_draft, write_file, write_history, write_rulebook
from spelregels.editions import (
    Edition,
    find_current,
    freeze,
    is_name,
    order_of,
    read_editions,
    verify_content,
)
from spelregels.loader import load_rulebook

Breaks = Callable[[], list[str]]

VERSIONS: tuple[Mapping[str, str], ...] = (
    {},
    {RULE: "rule: You must wait.\nchange: {kind: tightened, why: Some did not.}\n"},
    {RULE: "rule: You may wait.\nchange: {kind: relaxed, why: Nobody minds.}\n"},
)
RESTORE = "restore it from git"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_history(tmp_path / "rulebook", *VERSIONS) / "editions"


def altered(name: str, wrong: str) -> str:
    message = f"edition {name} was altered after it was published: {wrong}; {RESTORE}"
    return f"editions/{name}.json:1:1 SR401 {message}"


def reseal(file: Path, **changed: object) -> str:
    """Alter a file as someone would who knows the format: with a fingerprint that fits."""
    document = {**json.loads(file.read_bytes()), **changed}
    del document["sha256"]
    document["sha256"] = fingerprint(document)
    file.write_bytes(canonical(document))
    return str(document["sha256"])


def canonical(document: object) -> bytes:
    text = json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True)
    return f"{text}\n".encode()


def fingerprint(document: Mapping[str, Any]) -> str:
    return hashlib.sha256(b"spelregels edition 1\n" + canonical(document)).hexdigest()


def test_sound_history_is_nothing_to_report(folder: Path, check_folder: Breaks) -> None:
    assert folder.is_dir()
    assert check_folder() == []


def test_file_is_canonical_and_holds_the_whole_rulebook(folder: Path) -> None:
    file = folder / "2026.2.json"
    document = json.loads(file.read_bytes())
    assert file.read_bytes() == canonical(document)
    assert {name: document[name] for name in document if name not in ("rulebook", "sha256")} == {
        "format": "spelregels edition 1",
        "edition": "2026.2",
        "published": "2026-03-02",
        "in_force": "2026-05-01",
        "previous": {
            "edition": "2026.1",
            "sha256": json.loads((folder / "2026.1.json").read_bytes())["sha256"],
        },
    }
    assert sorted(document["rulebook"]) == ["glossary", "owners", "requests", "rules", "settings"]
    sha256 = document.pop("sha256")
    assert sha256 == fingerprint(document)


def test_what_was_frozen_is_what_is_read(folder: Path) -> None:
    editions, faults = read_editions(folder)
    assert faults == ()
    assert [edition.name for edition in editions] == ["2026.1", "2026.2", "2026.3"]
    assert editions[2].rulebook == load_rulebook(folder.parent).rulebook
    assert editions[2].content == (folder / "2026.3.json").read_bytes()


@pytest.mark.parametrize("seed", range(10))
def test_altered_byte_is_found_and_the_edition_named(
    folder: Path, command: Command, seed: int
) -> None:
    """Ten bytes a time, each in any of the frozen files: a hundred of a hundred are found."""
    chance = random.Random(seed)
    for _ in range(10):
        name = chance.choice(["2026.1", "2026.2", "2026.3"])
        file = folder / f"{name}.json"
        content = file.read_bytes()
        place = chance.randrange(len(content))
        byte = bytes([content[place] ^ chance.randrange(1, 256)])
        file.write_bytes(content[:place] + byte + content[place + 1 :])
        for verb in ("verify", "check"):
            result = command(verb)
            assert f"editions/{name}.json:1:1" in result.output
            assert f"edition {name} was altered" in result.output
            assert result.exit_code == 1
        file.write_bytes(content)
    assert command("verify").exit_code == 0


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content[:-1],
        lambda content: content + b"\n",
        lambda content: b"\xef\xbb\xbf" + content,
        lambda content: content.replace(b"\n", b"\r\n"),
        lambda content: json.dumps(json.loads(content)).encode(),
    ],
    ids=["a newline less", "one more", "a byte order mark", "line ends", "another layout"],
)
def test_every_byte_counts_also_where_the_json_means_the_same(
    folder: Path, check_folder: Breaks, change: Callable[[bytes], bytes]
) -> None:
    file = folder / "2026.2.json"
    file.write_bytes(change(file.read_bytes()))
    (problem,) = check_folder()
    assert problem.startswith("editions/2026.2.json:1:1 SR401 edition 2026.2 was altered after")


NOT_CANONICAL = "it is not in the form in which editions are written"
NO_JSON = "it is no longer JSON"


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (b"", NO_JSON),
        (b"\xff\xfe", NO_JSON),
        (b"[" * 100_000, NO_JSON),
        (b"[" * 900 + b"]" * 900, NOT_CANONICAL),
        (b"9" * 10_000, NO_JSON),
        (b'{"a": NaN, "sha256": ""}', NO_JSON),
        (b'{"sha256": "\\ud800"}', NO_JSON),
        (b"[]\n", NOT_CANONICAL),
        (b"null\n", NOT_CANONICAL),
        (b'{\n "sha256": 1\n}\n', NOT_CANONICAL),
        (b'{\n "a": 1,\n "a": 1,\n "sha256": "b"\n}\n', NOT_CANONICAL),
        (b'{\n "sha256": "b"\n}\n', "its fingerprint does not fit what it says"),
        (canonical({"sha256": fingerprint({})}), "it is not edition 2026.2 in the format"),
        (b" " * (64 * 1024 * 1024 + 1), "it is larger than 64 MiB"),
    ],
    ids=range(14),
)
def test_file_that_holds_anything_else_is_a_problem_with_a_place(
    folder: Path, check_folder: Breaks, content: bytes, wrong: str
) -> None:
    (folder / "2026.2.json").write_bytes(content)
    (problem,) = check_folder()
    assert problem.startswith(altered("2026.2", wrong).partition("; ")[0])


def test_values_that_do_not_fit_are_a_problem_with_a_place(
    folder: Path, check_folder: Breaks
) -> None:
    reseal(folder / "2026.3.json", published="soon", more=1)
    assert check_folder() == [altered("2026.3", "2 values in it do not fit")]


def test_rule_by_a_name_that_leads_elsewhere_is_a_problem(
    folder: Path, check_folder: Breaks
) -> None:
    file = folder / "2026.3.json"
    rulebook = json.loads(file.read_bytes())["rulebook"]
    rulebook["rules"]["../../x"] = rulebook["rules"]["wait-your-turn"]
    reseal(file, rulebook=rulebook)
    wrong = "a rule or a request in it has a name that cannot be an id"
    assert check_folder() == [altered("2026.3", wrong)]


def test_edition_altered_with_a_fitting_fingerprint_breaks_the_chain(
    folder: Path, check_folder: Breaks
) -> None:
    reseal(folder / "2026.1.json", published="2026-01-02")
    assert check_folder() == [
        "editions/2026.2.json:1:1 SR402 edition 2026.2 was made after another version of 2026.1; "
        "one of the two was altered"
    ]


def test_hash_in_the_next_file_altered_too_breaks_the_chain_one_further(
    folder: Path, check_folder: Breaks
) -> None:
    sha256 = reseal(folder / "2026.1.json", published="2026-01-02")
    reseal(folder / "2026.2.json", previous={"edition": "2026.1", "sha256": sha256})
    assert check_folder() == [
        "editions/2026.3.json:1:1 SR402 edition 2026.3 was made after another version of 2026.2; "
        "one of the two was altered"
    ]


@pytest.mark.parametrize(("gone", "follower"), [("2026.1", "2026.2"), ("2026.2", "2026.3")])
def test_edition_taken_out_breaks_the_chain(
    folder: Path, check_folder: Breaks, gone: str, follower: str
) -> None:
    (folder / f"{gone}.json").unlink()
    assert check_folder() == [
        f"editions/{follower}.json:1:1 SR402 edition {follower} follows {gone}, "
        f"which is not there; {RESTORE}"
    ]


def test_editions_that_were_swapped_are_both_found(folder: Path, check_folder: Breaks) -> None:
    one, other = folder / "2026.1.json", folder / "2026.2.json"
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)
    assert check_folder() == [
        altered(name, f"it is not edition {name} in the format 'spelregels edition 1'")
        for name in ("2026.1", "2026.2")
    ]


def test_edition_put_in_between_does_not_fit(
    folder: Path, tmp_path: Path, check_folder: Breaks
) -> None:
    other = write_rulebook(tmp_path / "other")
    added = freeze_draft(other, "2026.1.5", "2026-01-05", "2026-03-06")
    (folder / "2026.1.5.json").write_bytes(added.read_bytes())
    assert check_folder() == [
        "editions/2026.1.5.json:1:1 SR402 edition 2026.1.5 does not follow 2026.1, but nothing",
        "editions/2026.2.json:1:1 SR402 edition 2026.2 does not follow 2026.1.5, but 2026.1",
    ]


@pytest.mark.parametrize("name", ["2026-01.json", "draft.json", "2026.01.json", "٢٠٢٦.1.json"])
def test_file_that_goes_by_no_edition_is_misplaced(
    folder: Path, check_folder: Breaks, name: str
) -> None:
    (folder / name).write_bytes((folder / "2026.1.json").read_bytes())
    assert check_folder() == [
        f"editions/{name}:1:1 SR011 only editions belong here, "
        "each in a file such as 2026.1.json; take this away"
    ]


@pytest.mark.parametrize("name", [".2026.4.json", "README.md", ".2026.4.json.swp"])
def test_file_that_is_no_edition_is_passed_over(
    folder: Path, check_folder: Breaks, name: str
) -> None:
    write_file(folder / name, "half of an")
    assert check_folder() == []


def test_link_in_the_place_of_an_edition_is_a_problem(folder: Path, check_folder: Breaks) -> None:
    file = folder / "2026.2.json"
    file.rename(folder.parent.parent / "elsewhere.json")
    file.symlink_to(folder.parent.parent / "elsewhere.json")
    assert check_folder() == [
        "editions/2026.2.json:1:1 SR401 edition 2026.2 is no ordinary file that can be read; "
        f"{RESTORE}"
    ]


def test_folder_in_the_place_of_an_edition_is_a_problem(
    folder: Path, check_folder: Breaks
) -> None:
    (folder / "2026.4.json").mkdir()
    assert check_folder() == [
        "editions/2026.4.json:1:1 SR401 edition 2026.4 is no ordinary file that can be read; "
        f"{RESTORE}"
    ]


@pytest.mark.parametrize("kind", ["link", "file"])
def test_editions_are_an_ordinary_folder(
    tmp_path: Path, check_folder: Breaks, folder: Path, kind: str
) -> None:
    folder.rename(tmp_path / "elsewhere")
    if kind == "link":
        folder.symlink_to(tmp_path / "elsewhere")
    else:
        write_file(folder, "")
    message = "an ordinary folder belongs here, not a link or a file"
    assert check_folder() == [f"editions:1:1 SR002 {message}"]


@pytest.mark.parametrize("name", ["2026.1", "2026.2", "2026.3"])
def test_altered_edition_makes_no_other_problems(
    tmp_path: Path, check_folder: Breaks, name: str
) -> None:
    """Not even where the promises are kept by a hair, and every edition changes the rules."""
    promise = "promises: {notice_days: 60}\n"
    folder = write_history(
        tmp_path / "rulebook",
        {"rulebook.yaml": promise, "rules/no-dogs.yaml": "title: No dogs\n"},
        {"rulebook.yaml": promise, **VERSIONS[1], "rules/no-cats.yaml": "title: No cats\n"},
        {
            "rulebook.yaml": promise,
            **VERSIONS[2],
            "rules/no-dogs.yaml": "status: withdrawn\nwithdrawn: {why: The shop moved.}\n",
        },
    )
    assert check_folder() == []
    file = folder / "editions" / f"{name}.json"
    file.write_bytes(file.read_bytes().replace(b"Bos", b"Fox"))
    assert check_folder() == [altered(name, "its fingerprint does not fit what it says")]


@pytest.mark.parametrize(
    ("name", "can_be"),
    [
        ("2026.1", True),
        ("2026.10.3", True),
        ("2026.0", True),
        ("2026", False),
        ("2026.01", False),
        ("2026.1.2.3", False),
        ("0999.1", False),
        ("2026.1000", False),
        ("2026.1\n", False),
        ("٢٠٢٦.1", False),
        ("draft", False),
        ("../2026.1", False),
        ("", False),
    ],
)
def test_name_of_an_edition_is_a_year_and_one_or_two_numbers(name: str, can_be: bool) -> None:
    assert is_name(name) is can_be


@given(st.lists(st.tuples(st.integers(1000, 9999), st.integers(0, 999)), min_size=2, max_size=2))
def test_editions_are_in_the_order_of_their_numbers(numbers: list[tuple[int, int]]) -> None:
    one, other = (f"{year}.{number}" for year, number in numbers)
    assert (order_of(one) < order_of(other)) is (numbers[0] < numbers[1])


@given(st.binary(max_size=200))
def test_no_content_is_too_odd_to_be_told(content: bytes) -> None:
    assert verify_content("2026.1", content) is not None


def days(folder: Path) -> tuple[Edition, ...]:
    """Return three editions that come into force on the first three days of March."""
    rulebook = load_rulebook(write_rulebook(folder)).rulebook
    return tuple(
        freeze(rulebook, f"2026.{day}", DAY_ONE, date(2026, 3, day), None) for day in (1, 2, 3)
    )


@pytest.mark.parametrize(
    ("today", "current"),
    [
        (date(2026, 2, 28), None),
        (date(2026, 3, 1), "2026.1"),
        (date(2026, 3, 2), "2026.2"),
        (date(2027, 3, 2), "2026.3"),
    ],
)
def test_current_edition_is_the_last_that_has_come_into_force(
    tmp_path: Path, today: date, current: str | None
) -> None:
    found = find_current(days(tmp_path), today)
    assert (found.name if found else None) == current
