import fcntl
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rulebooks import write_file, write_rulebook
from sites import TWO_LANGUAGES, digest_tree, names_beside, read_tree
from spelregels.errors import UserError
from spelregels.publish import MARKER, exchange, workshop

KILLS = int(os.environ.get("SPELREGELS_KILLS", "4"))
"""How many builds are killed; `make kill` sets a number that means something."""


def publish(output: Path, text: str) -> None:
    with workshop(output) as folder:
        site = folder / "site"
        write_file(site / "index.html", text)
        exchange(site, output)


def home(site: Path) -> str:
    return (site / "index.html").read_text(encoding="utf-8")


def test_first_site_stands_alone(tmp_path: Path) -> None:
    output = tmp_path / "deep" / "site"
    publish(output, "one")
    assert names_beside(output.parent) == [".site.lock", "site"]
    assert sorted(read_tree(output)) == [MARKER, "index.html"]


def test_site_before_is_kept_and_the_one_before_that_is_not(tmp_path: Path) -> None:
    output = tmp_path / "site"
    for text in ("one", "two", "three"):
        publish(output, text)
    assert names_beside(tmp_path) == [".site.lock", ".site.previous", "site"]
    assert (home(output), home(tmp_path / ".site.previous")) == ("three", "two")


def test_empty_folder_may_become_a_site(tmp_path: Path) -> None:
    output = tmp_path / "site"
    output.mkdir()
    publish(output, "one")
    assert home(output) == "one"


def test_link_goes_to_and_fro_between_two_folders(tmp_path: Path) -> None:
    publish(tmp_path / "standing", "one")
    output = tmp_path / "www"
    output.symlink_to("standing")
    beside = {}
    for text in ("two", "three", "four"):
        publish(output, text)
        beside[text] = (str(output.readlink()), home(output), home(tmp_path / ".www.previous"))
    assert beside == {
        "two": (".www.first", "two", "one"),
        "three": (".www.second", "three", "two"),
        "four": (".www.first", "four", "three"),
    }
    assert home(tmp_path / "standing") == "one"


def test_link_that_leads_nowhere_yet_becomes_the_site(tmp_path: Path) -> None:
    output = tmp_path / "www"
    output.symlink_to("gone")
    publish(output, "one")
    assert home(output) == "one"


def test_link_to_a_site_leaves_other_folders_beside_it_alone(tmp_path: Path) -> None:
    publish(tmp_path / "standing", "one")
    (tmp_path / "www").symlink_to("standing")
    write_file(tmp_path / "www.new" / "thesis.txt", "years of work")
    publish(tmp_path / "www", "two")
    assert read_tree(tmp_path / "www.new") == {"thesis.txt": b"years of work"}


@pytest.mark.parametrize("through_a_link", [False, True])
def test_folder_of_somebody_else_is_refused(tmp_path: Path, *, through_a_link: bool) -> None:
    write_file(tmp_path / "thesis" / "chapter.txt", "years of work")
    output = tmp_path / "thesis"
    if through_a_link:
        output = tmp_path / "link"
        output.symlink_to("thesis")
    with pytest.raises(UserError) as refusal:
        publish(output, "one")
    assert str(refusal.value) == f"{output} holds something else than a site; name another folder"
    assert read_tree(tmp_path / "thesis") == {"chapter.txt": b"years of work"}


def test_file_is_refused(tmp_path: Path) -> None:
    output = tmp_path / "site"
    output.write_text("a file", encoding="utf-8")
    with pytest.raises(UserError) as refusal:
        publish(output, "one")
    assert str(refusal.value) == f"{output} is a file; name a folder to build in"
    assert output.read_text(encoding="utf-8") == "a file"


def test_folder_inside_a_file_is_refused(tmp_path: Path) -> None:
    write_file(tmp_path / "file", "")
    output = tmp_path / "file" / "site"
    with pytest.raises(UserError) as refusal:
        publish(output, "one")
    assert str(refusal.value).startswith(f"{output} cannot be made: ")


@pytest.mark.parametrize("name", [".", "..", "/"])
def test_folder_without_a_name_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UserError) as refusal:
        publish(Path(name), "one")
    message = f"{name} has no name to build beside; name the folder itself"
    assert str(refusal.value) == message


def test_second_build_at_the_same_time_is_refused(tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish(output, "one")
    with (tmp_path / ".site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(UserError) as refusal:
            publish(output, "two")
    assert str(refusal.value) == f"another build of {output} is under way"
    assert home(output) == "one"


def test_what_a_killed_build_left_is_cleaned(tmp_path: Path) -> None:
    output = tmp_path / "site"
    write_file(tmp_path / ".site.build" / "site" / "half.html", "half a page")
    publish(output, "one")
    assert names_beside(tmp_path) == [".site.lock", "site"]
    assert sorted(read_tree(output)) == [MARKER, "index.html"]


def test_every_build_has_a_workshop_of_its_own(tmp_path: Path) -> None:
    """The engine of a build that was killed may still write in the one it had."""
    with workshop(tmp_path / "site") as first:
        pass
    with workshop(tmp_path / "site") as second:
        assert list(second.iterdir()) == []
    assert first != second


def test_build_that_fails_leaves_the_site_and_nothing_else(tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish(output, "one")

    def fail() -> None:
        with workshop(output) as folder:
            write_file(folder / "site" / "index.html", "two")
            raise UserError("the engine refused")

    with pytest.raises(UserError, match="the engine refused"):
        fail()
    assert names_beside(tmp_path) == [".site.lock", "site"]
    assert home(output) == "one"


def test_build_that_is_killed_leaves_a_whole_site(tmp_path: Path) -> None:
    """The rule changes to and fro; whatever stands must be one of the two sites, whole."""
    output = tmp_path / "site"
    good: dict[str, int] = {}
    whole: dict[str, str] = {}
    for number in (1, 2):
        write_version(tmp_path, number)
        started = time.monotonic()
        assert start_build(tmp_path).wait(timeout=60) == 0
        duration = time.monotonic() - started
        good[digest_tree(output)] = number
        units = (tmp_path / ".site.cache").iterdir()
        whole |= {unit.name: digest_tree(unit) for unit in units}
    assert len(good) == 2
    dice = random.Random(2026)
    for number in range(KILLS):
        write_version(tmp_path, number % 2 + 1)
        seconds = duration * (0.3 + 0.8 * dice.random())
        kill_after(start_build(tmp_path), seconds, engine_too=number % 3 > 0)
        assert digest_tree(output) in good
        previous = tmp_path / ".site.previous"
        assert not previous.exists() or digest_tree(previous) in good
        for unit in (tmp_path / ".site.cache").glob("*"):
            assert digest_tree(unit) == whole.setdefault(unit.name, digest_tree(unit))
        if number % 2:  # without the cache there is an engine to kill, too
            drop_cache(tmp_path / ".site.cache")
    expected = [".site.cache", ".site.lock", ".site.previous", "rulebook", "site"]
    for _ in range(10):  # the engine of a killed build may still be writing
        assert start_build(tmp_path).wait(timeout=60) == 0
        if names_beside(tmp_path) == expected:
            break
    assert names_beside(tmp_path) == expected


def write_version(folder: Path, number: int) -> None:
    rule = TWO_LANGUAGES["rules/wait-your-turn.yaml"].replace("Wait until", f"Wait {number} until")
    write_rulebook(folder / "rulebook", {**TWO_LANGUAGES, "rules/wait-your-turn.yaml": rule})


def start_build(folder: Path) -> subprocess.Popen[bytes]:
    """Start a build in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "spelregels", "build"],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def kill_after(process: subprocess.Popen[bytes], seconds: float, *, engine_too: bool) -> None:
    """Kill the build, and its engine or not, after a while, unless it was done before that."""
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        if engine_too:
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
    process.wait(timeout=60)


def drop_cache(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
