"""The check on audiences that no rule is for."""

from pathlib import Path

import pytest

from conftest import Lines
from rulebooks import RULE, write_fragments
from structure import NO_DOGS, SETTINGS, in_dutch, only, without_prose

pytestmark = pytest.mark.usefixtures("new_year")


@pytest.fixture
def check(check: Lines) -> Lines:
    return without_prose(check)


AUDIENCES = """\
audiences:
  - {id: everyone, title: Everyone}
  - {id: wholesale, title: Wholesale}
"""


def test_audience_without_a_rule_is_told_where_it_is_defined(check: Lines) -> None:
    assert check({SETTINGS: AUDIENCES, RULE: "applies_to: [everyone]\n"}) == [
        f"{SETTINGS}:3:10 SR324 no active rule applies to 'wholesale'; "
        "take it out, or name it under 'applies_to' of a rule"
    ]


@pytest.mark.parametrize(
    "files",
    [
        {RULE: "title: Wait\n"},
        {RULE: "applies_to: [everyone]\n", NO_DOGS: "title: No dogs\n"},
        {RULE: "applies_to: [everyone]\n", NO_DOGS: "applies_to: [wholesale]\n"},
        {RULE: "applies_to: []\n"},
        {RULE: "status: withdrawn\nwithdrawn: {why: No use.}\napplies_to: [everyone]\n"},
    ],
)
def test_audience_with_a_rule_is_not_idle(check: Lines, files: dict[str, str]) -> None:
    assert check({SETTINGS: AUDIENCES, **files}) == []


@pytest.mark.parametrize("status", ["proposed", "withdrawn\nwithdrawn: {why: No use.}"])
def test_rule_that_is_not_active_is_for_no_audience(check: Lines, status: str) -> None:
    files = {
        RULE: "applies_to: [everyone]\n",
        NO_DOGS: f"applies_to: [wholesale]\nstatus: {status}\n",
    }
    found = check({SETTINGS: AUDIENCES, **files})
    assert [line.partition(" no")[0] for line in found] == [f"{SETTINGS}:3:10 SR324"]


@pytest.mark.parametrize(
    "fragment",
    ["applies_to: [wholesail]\n", "applies_to: wholesale\n", "status: no\napplies_to: []\n"],
)
def test_nothing_is_said_of_audiences_while_it_is_uncertain(check: Lines, fragment: str) -> None:
    files = {SETTINGS: AUDIENCES, RULE: "applies_to: [everyone]\n", NO_DOGS: fragment}
    assert only("SR324", check(files)) == []


def test_idle_audience_is_told_in_dutch(tmp_path: Path) -> None:
    files = {SETTINGS: AUDIENCES, RULE: "applies_to: [everyone]\n"}
    assert in_dutch(write_fragments(tmp_path, files)) == [
        "SR324 geen actieve regel geldt voor 'wholesale'; "
        "haal die groep weg, of noem haar onder 'applies_to' van een regel"
    ]
