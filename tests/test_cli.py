import json
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Command
from reports import mend_of
from rulebooks import RULE, write_fragments
from spelregels.checks import PAGES
from spelregels.checks.pages import to_document
from spelregels.messages import LANGUAGES
from spelregels.models import SCHEMAS


@pytest.mark.parametrize("asked", ["SR208", "sr208", "owner-not-business", "Owner-Not-Business"])
def test_check_is_explained_by_its_code_and_by_its_name(command: Command, asked: str) -> None:
    result = command("explain", asked)
    assert result.output == (
        "SR208 owner-not-business (error)\n"
        "\n"
        "A rule is owned by somebody who is not on the business side.\n"
        "\n"
        "The business decides the rules, and IT advises: that is what makes them the customer's "
        "own.\n"
        "\n"
        f"How to mend it: {mend_of('owner-not-business')}\n"
        "\n"
        "Bad:\n"
        "\n"
        "    # rules/wait-your-turn.yaml\n"
        "    owner: bookkeeper\n"
        "\n"
        "Good:\n"
        "\n"
        "    # rules/wait-your-turn.yaml\n"
        "    owner: shop-manager\n"
    )
    assert result.exit_code == 0


@pytest.mark.parametrize("name", PAGES)
def test_every_check_is_explained(command: Command, name: str) -> None:
    for language in LANGUAGES:
        page = to_document(PAGES[name], language)
        assert command("explain", name, "--lang", language).output == page
        assert command("explain", PAGES[name].CODE, "--lang", language).output == page


@pytest.mark.parametrize("asked", ["SR000", "208", "", "owner_not_business", "SR2081"])
def test_unknown_check_is_a_wrong_call(command: Command, asked: str) -> None:
    result = command("explain", asked)
    says = f"spelregels: there is no check '{asked}'; they are SR and three digits\n"
    assert (result.output, result.stdout, result.exit_code) == (says, "", 2)


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_of_every_kind_of_file_is_printed(command: Command, name: str) -> None:
    result = command("schema", name)
    schema = json.loads(result.output)
    assert sorted(schema["properties"]) == sorted(SCHEMAS[name].model_fields)
    assert schema["additionalProperties"] is False
    assert result.exit_code == 0


def test_schema_of_an_unknown_kind_is_a_wrong_call(command: Command) -> None:
    assert command("schema", "rules").exit_code == 2


def run_module(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "spelregels", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


def test_module_runs_as_a_command() -> None:
    result = run_module("--version")
    assert (result.stdout, result.stderr) == ("spelregels, version 0.1.0\n", "")
    assert result.returncode == 0


def test_command_in_a_pipe_writes_no_colours(tmp_path: Path) -> None:
    folder = write_fragments(tmp_path, {RULE: "owner: bookkeeper\n"})
    result = run_module("check", str(folder))
    assert (result.stderr, result.returncode) == ("", 1)
    assert "\x1b" not in result.stdout
    assert result.stdout.endswith("\n1 rule, 1 error, 0 warnings\n")
