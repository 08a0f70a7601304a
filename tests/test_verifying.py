import json
import random
from pathlib import Path

import pytest

from conftest import Command
from rulebooks import RULE, freeze_draft, write_file, write_fragments, write_history
from rulebooks import write_rulebook as write_base
from spelregels.editions import read_editions
from spelregels.verifying import EDITIONS_FILE, RULEBOOK_FILE, list_editions

VERSIONS = (
    {"rulebook.yaml": "languages: [en]\n"},
    {RULE: "rule: You must wait.\nchange: {kind: tightened, why: Some did not.}\n"},
    {RULE: "rule: You may wait.\nchange: {kind: relaxed, why: Nobody minds.}\n"},
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_history(tmp_path / "rulebook", *VERSIONS)


@pytest.fixture
def site(tmp_path: Path, folder: Path) -> Path:
    """What a built site publishes of the editions, and nothing else."""
    editions, _ = read_editions(folder / "editions")
    for edition in editions:
        file = tmp_path / "site" / "en" / edition.name / RULEBOOK_FILE
        write_file(file, edition.content.decode())
    write_file(tmp_path / "site" / EDITIONS_FILE, list_editions(editions))
    return tmp_path / "site"


def verify(command: Command, *arguments: str) -> tuple[list[str], int]:
    result = command("verify", *arguments)
    return result.output.splitlines(), result.exit_code


def test_sound_editions_are_told_with_their_head(folder: Path, command: Command) -> None:
    head = json.loads((folder / "editions" / "2026.3.json").read_bytes())["sha256"]
    told = f"3 editions are as they were frozen; the last fingerprint is {head}"
    assert verify(command) == ([told], 0)


def test_one_edition_is_told_as_one(tmp_path: Path, command: Command) -> None:
    write_history(tmp_path / "rulebook", {})
    (told,), exit_code = verify(command)
    assert told.startswith("1 edition is as it was frozen; ")
    assert exit_code == 0


def test_rulebook_without_editions_has_nothing_to_prove(tmp_path: Path, command: Command) -> None:
    write_base(tmp_path / "rulebook")
    assert verify(command) == (["there are no editions yet"], 0)


@pytest.mark.parametrize("missing", ["rulebook", "site"])
def test_folder_that_is_not_there_is_a_wrong_call(
    tmp_path: Path, command: Command, missing: str
) -> None:
    (write_base(tmp_path / "rulebook") if missing == "site" else tmp_path / "site").mkdir(
        exist_ok=True
    )
    assert verify(command, "site") == ([f"spelregels: there is no folder '{missing}'"], 2)


def test_site_that_publishes_what_was_frozen_is_sound(site: Path, command: Command) -> None:
    (told,), exit_code = verify(command, str(site))
    assert told.startswith("3 editions are as they were frozen; ")
    assert exit_code == 0


@pytest.mark.usefixtures("site")
def test_altered_byte_of_what_is_published_is_found_and_the_edition_named(
    command: Command,
) -> None:
    chance = random.Random(3)
    for _ in range(100):
        name = chance.choice(["2026.1", "2026.2", "2026.3"])
        file = Path("site", "en", name, RULEBOOK_FILE)
        content = file.read_bytes()
        place = chance.randrange(len(content))
        byte = bytes([content[place] ^ chance.randrange(1, 256)])
        file.write_bytes(content[:place] + byte + content[place + 1 :])
        assert verify(command, "site") == ([f"edition {name}: {file} is not what was frozen"], 1)
        file.write_bytes(content)


@pytest.mark.usefixtures("site")
def test_altered_byte_of_the_published_list_is_found(command: Command) -> None:
    chance = random.Random(4)
    file = Path("site", EDITIONS_FILE)
    content = file.read_bytes()
    for _ in range(100):
        place = chance.randrange(len(content))
        byte = bytes([content[place] ^ chance.randrange(1, 256)])
        file.write_bytes(content[:place] + byte + content[place + 1 :])
        told, exit_code = verify(command, "site")
        assert exit_code == 1
        assert all("site/editions.json" in line for line in told)


def test_fingerprint_that_differs_in_the_list_names_its_edition(
    site: Path, command: Command
) -> None:
    file = site / EDITIONS_FILE
    listed = json.loads(file.read_bytes())
    listed[1]["sha256"] = "0" * 64
    write_file(file, json.dumps(listed, indent=1) + "\n")
    told = "edition 2026.2: site/editions.json does not list it as it was frozen"
    assert verify(command, "site") == ([told], 1)


@pytest.mark.parametrize("content", ["[]", "{", "[1]", '[{"edition": 1}]', "[" * 100_000, ""])
def test_list_that_is_no_list_misses_every_edition(
    site: Path, command: Command, content: str
) -> None:
    write_file(site / EDITIONS_FILE, content)
    assert verify(command, "site") == (
        [
            f"edition 2026.{number}: site/editions.json does not list it as it was frozen"
            for number in (1, 2, 3)
        ],
        1,
    )


def test_list_in_another_layout_is_not_as_it_is_written(site: Path, command: Command) -> None:
    file = site / EDITIONS_FILE
    write_file(file, json.dumps(json.loads(file.read_bytes())))
    told = "site/editions.json is not the list of the editions as it is written"
    assert verify(command, "site") == ([told], 1)


def test_file_that_is_not_published_is_told(site: Path, command: Command) -> None:
    (site / "en" / "2026.2" / RULEBOOK_FILE).unlink()
    (site / EDITIONS_FILE).unlink()
    assert verify(command, "site") == (
        [
            "edition 2026.2: site/en/2026.2/rulebook.json is not there",
            "site/editions.json is not there",
        ],
        1,
    )


def test_last_edition_taken_out_is_found_by_what_was_published(
    site: Path, folder: Path, command: Command
) -> None:
    (folder / "editions" / "2026.3.json").unlink()
    assert verify(command)[1] == 0
    assert verify(command, str(site.relative_to(site.parent))) == (
        [
            "edition 2026.3: site/en/2026.3/rulebook.json is published, "
            "and there is no such edition",
            "edition 2026.3: site/editions.json does not list it as it was frozen",
        ],
        1,
    )


def test_last_edition_frozen_anew_is_found_by_what_was_published(
    site: Path, folder: Path, command: Command
) -> None:
    (folder / "editions" / "2026.3.json").unlink()
    write_fragments(folder, {RULE: "rule: You may sit down.\n"})
    freeze_draft(folder, "2026.3", "2026-05-01", "2026-06-30")
    assert verify(command)[1] == 0
    assert verify(command, site.name) == (
        [
            "edition 2026.3: site/en/2026.3/rulebook.json is not what was frozen",
            "edition 2026.3: site/editions.json does not list it as it was frozen",
        ],
        1,
    )


def test_altered_edition_is_told_once_also_beside_a_site(
    site: Path, folder: Path, command: Command
) -> None:
    file = folder / "editions" / "2026.2.json"
    file.write_bytes(file.read_bytes().replace(b"Bos", b"Fox"))
    assert verify(command, site.name) == (
        [
            "rulebook/editions/2026.2.json:1:1: edition 2026.2 was altered after it was "
            "published: its fingerprint does not fit what it says; restore it from git"
        ],
        1,
    )


def test_name_of_a_file_cannot_steer_a_terminal(folder: Path, command: Command) -> None:
    write_file(folder / "editions" / "\x1b[31m.json", "{}")
    (told,), exit_code = verify(command)
    assert "\x1b" not in told
    assert exit_code == 1
