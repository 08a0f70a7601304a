"""What is offered to those who check in CI: the examples of docs/ci.md, and the hook."""

import re
import shlex
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from conftest import Command
from rulebooks import RULE, write_fragments
from sites import ROOT
from spelregels.cli import main

DOCUMENT = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", DOCUMENT, re.MULTILINE | re.DOTALL)
YAML = [text for kind, text in BLOCKS if kind == "yaml"]
CALLS = sorted(
    {call for _, text in BLOCKS for call in re.findall(r"spelregels (check[^\n#|]*)", text)}
)
[HOOK] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
KEYS = {"id", "name", "description", "entry", "language", "files", "pass_filenames"}
"""Some of what a hook may have (pre-commit.com, New hooks)."""


def example(name: str) -> Any:
    """Return the first example whose top has `name`."""
    return next(read for text in YAML if name in (read := yaml.safe_load(text)))


def test_workflows_of_github_check_the_rulebook() -> None:
    workflows = [read for text in YAML if "jobs" in (read := yaml.safe_load(text))]
    assert [list(each["jobs"]) for each in workflows] == [["check"], ["check"]]
    plain, sarif = (each["jobs"]["check"]["steps"] for each in workflows)
    assert plain[-1] == {"run": "spelregels check"}
    assert sarif[:-2] == plain[:-1]
    check, upload = sarif[-2:]
    assert check["run"].split()[-1] == upload["with"]["sarif_file"]
    assert workflows[1]["permissions"]["security-events"] == "write"


def test_pipeline_of_gitlab_publishes_what_it_writes() -> None:
    job = example("rulebook")["rulebook"]
    written = re.findall(r"--output-file (\S+)", "\n".join(job["script"]))
    assert sorted(job["artifacts"]["reports"].values()) == written
    assert job["artifacts"]["when"] == "always"
    assert job["script"][-1] == "spelregels check"


def test_jenkins_publishes_what_it_writes() -> None:
    [text] = [text for kind, text in BLOCKS if kind == "groovy"]
    assert re.findall(r"--output-file (\S+)", text) == re.findall(r"junit '(.+)'", text)


@pytest.mark.parametrize("call", CALLS)
def test_every_command_in_an_example_runs(tmp_path: Path, command: Command, call: str) -> None:
    write_fragments(tmp_path / "rulebook", {RULE: "exceptions: None\n"})
    assert command(*shlex.split(call)).exit_code == 1
    for file in re.findall(r"--output-file (\S+)", call):
        assert (tmp_path / file).stat().st_size > 0


def test_every_format_for_a_service_has_an_example() -> None:
    assert set(re.findall(r"--output-format (\w+)", DOCUMENT)) == {"gitlab", "junit", "sarif"}


def test_configurations_of_pre_commit_name_the_hook() -> None:
    configurations = [read for text in YAML if "repos" in (read := yaml.safe_load(text))]
    hooks = [hook for each in configurations for hook in each["repos"][0]["hooks"]]
    assert {hook["id"] for hook in hooks} == {HOOK["id"]}
    local = hooks[-1]
    assert local == {
        **{name: value for name, value in HOOK.items() if name != "description"},
        "entry": f".venv/bin/{HOOK['entry']}",
        "language": "system",
        "files": "^rulebook/",
    }


def test_hook_says_what_pre_commit_asks_for() -> None:
    assert set(HOOK) == KEYS
    assert (HOOK["id"], HOOK["language"], HOOK["pass_filenames"]) == (
        "spelregels-check",
        "python",
        False,
    )


@pytest.mark.parametrize(
    ("path", "runs"),
    [
        ("rulebook/rules/wait-your-turn.yaml", True),
        ("rulebook/editions/2026.1.json", True),
        ("examples/butcher/rulebook/owners.yaml", True),
        ("docs/rulebook.md", False),
        ("myrulebook/rules/a.yaml", False),
    ],
)
def test_hook_runs_when_a_rulebook_changes(path: str, runs: bool) -> None:
    assert (re.search(HOOK["files"], path) is not None) is runs


def test_hook_starts_a_command_that_is_installed_and_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, *arguments = shlex.split(HOOK["entry"])
    [script] = entry_points(group="console_scripts", name=name)
    assert script.value == "spelregels.__main__:main"
    monkeypatch.chdir(tmp_path)
    write_fragments(tmp_path / "rulebook", {})
    clean = CliRunner().invoke(main, arguments)
    write_fragments(tmp_path / "rulebook", {RULE: "owner: bookkeeper\n"})
    assert (clean.exit_code, CliRunner().invoke(main, arguments).exit_code) == (0, 1)
