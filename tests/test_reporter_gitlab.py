import json
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from conftest import Command
from reports import HOSTILE, diagnostic, mend_of
from rulebooks import RULE, write_fragments, write_rulebook
from spelregels.diagnostics import Diagnostic
from spelregels.reporters import REPORTERS, Report
from spelregels.reporters.fingerprints import find_fingerprints

RULE_PATH = f"rulebook/{RULE}"


def prints(text: str, *found: Diagnostic) -> list[str]:
    return list(find_fingerprints(Report(found, {"a.yaml": text}, 1, "en")))


def test_problems_become_a_list_for_the_widget(tmp_path: Path, command: Command) -> None:
    write_fragments(tmp_path / "rulebook", {RULE: "title: Wait #1\nowner: bookkeeper\n"})
    result = command("check", "--output-format", "gitlab")
    assert json.loads(result.output) == [
        {
            "description": "the text ends at 'Wait'; put all of it in quotes. "
            f"How to mend it: {mend_of('cut-text')}",
            "check_name": "SR012 cut-text",
            "fingerprint": "44c9d97430ea7e1e9d2d140f2243e2bfe4f93c07f17f0d1da684ef24277fecc9",
            "severity": "minor",
            "location": {"path": RULE_PATH, "lines": {"begin": 1, "end": 1}},
        },
        {
            "description": "'bookkeeper' is on the IT side; "
            "the business decides, IT advises: shop-manager. "
            f"How to mend it: {mend_of('owner-not-business')}",
            "check_name": "SR208 owner-not-business",
            "fingerprint": "4dc72344c504622d01adcbc62928b695a53569e93d8d22908d7aee48f20b9560",
            "severity": "major",
            "location": {"path": RULE_PATH, "lines": {"begin": 2, "end": 2}},
        },
    ]
    assert result.exit_code == 1


def test_list_is_told_in_dutch_with_the_same_fingerprints(
    tmp_path: Path, command: Command
) -> None:
    write_fragments(tmp_path / "rulebook", {RULE: "owner: bookkeeper\n"})
    [english] = json.loads(command("check", "--output-format", "gitlab").output)
    [dutch] = json.loads(command("check", "--output-format", "gitlab", "--lang", "nl").output)
    assert dutch.pop("description") == (
        "'bookkeeper' staat aan de kant van IT; de business beslist, IT adviseert: shop-manager. "
        f"Zo herstel je het: {mend_of('owner-not-business', 'nl')}"
    )
    del english["description"]
    assert dutch == english


def test_clean_rulebook_gives_an_empty_list(tmp_path: Path, command: Command) -> None:
    write_rulebook(tmp_path / "rulebook")
    assert command("check", "--output-format", "gitlab").output == "[]\n"


def test_both_lines_are_included() -> None:
    report = Report([diagnostic(1, 4, 4, 1)], {"a.yaml": "a: |\n  b\n  c\n"}, 1, "en")
    [found] = json.loads(REPORTERS["gitlab"](report))
    assert found["location"]["lines"] == {"begin": 1, "end": 3}


def test_hostile_text_is_kept_in_ascii() -> None:
    report = Report([diagnostic(message=HOSTILE)], {}, 1, "en")
    told = REPORTERS["gitlab"](report)
    assert told.isascii()
    assert json.loads(told)[0]["description"] == f"{HOSTILE}. How to mend it: Mend it."


def test_fingerprint_stays_when_lines_come_above_it() -> None:
    before = prints("a: b\n", diagnostic(1, 4, 1, 5, message="as on line 1"))
    after = prints("\n\n  a: b\n", diagnostic(3, 6, 3, 7, message="as on line 3"))
    assert before == after
    assert re.fullmatch("[0-9a-f]{64}", before[0])


def test_fingerprint_tells_files_checks_and_lines_apart() -> None:
    found = (
        diagnostic(1),
        diagnostic(2),
        diagnostic(1, name="cut-text"),
        diagnostic(1, path="b.yaml"),
    )
    assert len(set(prints("a: b\nc: d\n", *found))) == 4


@given(st.lists(st.integers(1, 4), max_size=8), st.text("ab\n", max_size=12))
def test_no_two_fingerprints_of_a_report_are_the_same(lines: list[int], text: str) -> None:
    found = [diagnostic(line) for line in sorted(lines)]
    assert len(set(prints(text, *found))) == len(found)
