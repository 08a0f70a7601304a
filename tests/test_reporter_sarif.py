import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from conftest import Command
from reports import HOSTILE, diagnostic, mend_of
from rulebooks import RULE, write_file, write_fragments, write_rulebook
from spelregels import __version__
from spelregels.checks import PAGES
from spelregels.checks.explanations import explain
from spelregels.checks.pages import to_document
from spelregels.messages import LANGUAGES
from spelregels.reporters import REPORTERS, Report

SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0.json"
"""The schema of the standard (OASIS), as https://json.schemastore.org/sarif-2.1.0.json has it."""

RULE_PATH = f"rulebook/{RULE}"
VALIDATOR = Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
URI_REFERENCE = re.compile(r"(?:[\w.~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+", re.ASCII)
"""What may stand in the path of an address (RFC 3986, appendix A)."""
MAX_DESCRIPTION = 1024
"""Of a description, GitHub takes no more (GitHub Docs, SARIF support for code scanning)."""


def read(told: str) -> Any:
    """Return the one run of a valid log."""
    log = json.loads(told)
    VALIDATOR.validate(log)
    assert (log["version"], told.isascii()) == ("2.1.0", True)
    [run] = log["runs"]
    return run


def run_of(report: Report) -> Any:
    return read(REPORTERS["sarif"](report))


def test_problems_become_results_with_the_rules_they_break(
    tmp_path: Path, command: Command
) -> None:
    write_fragments(
        tmp_path / "rulebook",
        {RULE: "owner: bookkeeper\ntitle: Wait #1\nadvice: {by: shop-manager, text: No.}\n"},
    )
    write_file(tmp_path / "mkdocs.yml", "site_url: https://rules.example/\n")
    result = command("check", "--output-format", "sarif", "--ignore", "SR1")
    run = read(result.output)
    told = explain(PAGES["owner-not-business"], "en")
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["SR012", "SR208", "SR209"]
    assert run["tool"]["driver"]["rules"][1] == {
        "id": "SR208",
        "name": "OwnerNotBusiness",
        "shortDescription": {"text": told.headline},
        "fullDescription": {"text": told.why},
        "help": {
            "text": to_document(PAGES["owner-not-business"], "en"),
            "markdown": f"{told.headline}\n\n{told.why}\n\n"
            f"How to mend it: {told.mend}\n\n{told.examples}\n",
        },
        "helpUri": "https://rules.example/checks/en/SR208/",
        "defaultConfiguration": {"level": "error"},
    }
    assert run["results"][0] == {
        "ruleIndex": 1,
        "ruleId": "SR208",
        "level": "error",
        "message": {
            "text": "'bookkeeper' is on the IT side; the business decides, "
            "IT advises: shop-manager. "
            f"How to mend it: {mend_of('owner-not-business')}"
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": RULE_PATH, "uriBaseId": "SRCROOT"},
                    "region": {"startLine": 1, "startColumn": 8, "endLine": 1, "endColumn": 18},
                }
            }
        ],
        "partialFingerprints": {
            "spelregels/v1": "4dc72344c504622d01adcbc62928b695a53569e93d8d22908d7aee48f20b9560"
        },
    }
    assert [(each["ruleId"], each["ruleIndex"]) for each in run["results"]] == [
        ("SR208", 1),
        ("SR012", 0),
        ("SR209", 2),
    ]
    assert result.exit_code == 1


def test_run_says_what_ran_where_and_how_it_counts(tmp_path: Path, command: Command) -> None:
    write_fragments(tmp_path / "rulebook", {RULE: "title: Wait #1\n"})
    run = read(command("check", "--output-format", "sarif", "--lang", "nl").output)
    [rule], [result] = run["tool"]["driver"].pop("rules"), run.pop("results")
    assert (rule["defaultConfiguration"], result["level"]) == ({"level": "warning"}, "warning")
    assert "helpUri" not in rule
    assert rule["shortDescription"] == {"text": explain(PAGES["cut-text"], "nl").headline}
    assert result["message"]["text"].endswith(f". Zo herstel je het: {mend_of('cut-text', 'nl')}")
    assert run == {
        "tool": {"driver": {"name": "spelregels", "version": __version__}},
        "language": "nl",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            "SRCROOT": {"description": {"text": "De map waarin het regelboek werd gecontroleerd"}}
        },
    }


def test_clean_rulebook_gives_a_run_without_results(tmp_path: Path, command: Command) -> None:
    write_rulebook(tmp_path / "rulebook")
    result = command("check", "--output-format", "sarif")
    assert read(result.output) == {
        "tool": {"driver": {"name": "spelregels", "version": __version__, "rules": []}},
        "language": "en",
        "columnKind": "unicodeCodePoints",
        "results": [],
    }
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("path", "artifact"),
    [
        ("rulebook/a.yaml", {"uri": "rulebook/a.yaml", "uriBaseId": "SRCROOT"}),
        (
            "a b/é%#?:[1].yaml",
            {"uri": "a%20b/%C3%A9%25%23%3F%3A%5B1%5D.yaml", "uriBaseId": "SRCROOT"},
        ),
        ("/tmp/no where/a.yaml", {"uri": "file:///tmp/no%20where/a.yaml"}),
    ],
)
def test_address_of_a_file_is_relative_where_it_can_be(
    path: str, artifact: dict[str, str]
) -> None:
    run = run_of(Report([diagnostic(path=path)], {}, 1, "en"))
    [location] = run["results"][0]["locations"]
    assert location["physicalLocation"]["artifactLocation"] == artifact
    assert ("originalUriBaseIds" in run) is ("uriBaseId" in artifact)


def test_address_of_a_file_above_has_no_way_up_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    run = run_of(Report([diagnostic(path="../a.yaml")], {}, 1, "en"))
    [location] = run["results"][0]["locations"]
    uri = (tmp_path / "a.yaml").resolve().as_uri()
    assert location["physicalLocation"]["artifactLocation"] == {"uri": uri}


@pytest.mark.parametrize(
    ("text", "place", "region"),
    [
        ("a: bcd\n", (1, 4, 1, 7), (1, 4, 1, 7)),
        ("a: b\n", (1, 4, 1, 4), (1, 4, 1, 4)),
        ("a: |\n  b\n  cd\n", (1, 4, 4, 1), (1, 4, 3, 5)),
        ("😀: b\n", (1, 4, 1, 5), (1, 4, 1, 5)),
    ],
)
def test_end_of_a_region_is_exclusive_in_characters(
    text: str, place: tuple[int, int, int, int], region: tuple[int, int, int, int]
) -> None:
    run = run_of(Report([diagnostic(*place)], {"a.yaml": text}, 1, "en"))
    [location] = run["results"][0]["locations"]
    assert tuple(location["physicalLocation"]["region"].values()) == region


def test_nothing_in_a_message_is_a_placeholder_or_a_link() -> None:
    run = run_of(Report([diagnostic(message=HOSTILE)], {}, 1, "en"))
    told = HOSTILE.replace("{0}", "{{0}}").replace("[i](", "[i\\](")
    assert run["results"][0]["message"] == {"text": f"{told}. How to mend it: Mend it."}


@given(st.text(max_size=60), st.text(min_size=1, max_size=20))
def test_any_text_makes_a_valid_log(message: str, path: str) -> None:
    run = run_of(Report([diagnostic(path=path.replace("\0", "0"), message=message)], {}, 1, "en"))
    [location] = run["results"][0]["locations"]
    uri = location["physicalLocation"]["artifactLocation"]["uri"]
    assert URI_REFERENCE.fullmatch(uri)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_check_can_be_a_rule_that_github_shows_whole(language: str) -> None:
    found = [diagnostic(name=name) for name in PAGES]
    run = run_of(Report(found, {}, 1, language, "https://rules.example/"))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [page.CODE for page in PAGES.values()]
    for rule in rules:
        assert re.fullmatch(r"([A-Z][a-z0-9]*)+", rule["name"])
        for name in ("shortDescription", "fullDescription"):
            assert 0 < len(rule[name]["text"]) <= MAX_DESCRIPTION
