"""What the tests share of the checks on how much a rulebook asks, and who answers for it."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from conftest import Lines
from rulebooks import REQUEST, RULE
from spelregels.checks import run_checks
from spelregels.clock import EPOCH_VARIABLE
from spelregels.loader import load_rulebook

OWNERS = "owners.yaml"
SETTINGS = "rulebook.yaml"
NO_DOGS = "rules/no-dogs.yaml"
EDITION = "editions/2026.1.json"
TODAY = datetime(2027, 1, 1, tzinfo=UTC)
IN_FORCE = "2026-03-02"
OF_PROSE = re.compile(r"\bSR3(0[4-9]|1[0-7]) ")
"""The checks that judge the words of a text, which have tests of their own."""


@pytest.fixture
def new_year(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the first of January 2027."""
    monkeypatch.setenv(EPOCH_VARIABLE, str(int(TODAY.timestamp())))


def without_prose(check: Lines) -> Lines:
    """Check the base with fragments laid over it, all but how its texts are written."""
    return lambda files: [line for line in check(files) if not OF_PROSE.search(line)]


def without_languages(check: Lines) -> Lines:
    """Check the base with fragments laid over it, which may be Dutch where the base is English."""
    return lambda files: [line for line in check(files) if " SR326 " not in line]


def in_dutch(folder: Path) -> list[str]:
    told = run_checks(load_rulebook(folder, TODAY.date()), "nl")
    lines = [f"{diagnostic.code} {diagnostic.message}" for diagnostic in told]
    return [line for line in lines if not OF_PROSE.search(line)]


def in_two_languages(**texts: str) -> dict[str, str]:
    """Return a rulebook in Dutch and English, with `texts` for the rule by their language."""
    both = "\n".join(f"  {language}: {text}" for language, text in texts.items())
    return {
        SETTINGS: """\
            name: {nl: De regels, en: The rules}
            languages: [nl, en]
            chapters: [{id: counter, title: {nl: Toonbank, en: Counter}}]
            audiences: [{id: everyone, title: {nl: Iedereen, en: Everyone}}]
        """,
        OWNERS: """\
            owners:
              - id: shop-manager
                name: Jo Bos
                role: {nl: Bedrijfsleider, en: Manager}
                side: business
        """,
        RULE: f"""\
rule:
{both}
title: {{nl: Wacht op je beurt, en: Wait your turn}}
rationale: {{nl: Niemand kan er twee tegelijk bedienen., en: Nobody can serve two at a time.}}
effect:
  quality:
    direction: better
    because: {{nl: Iedereen krijgt alle aandacht., en: Everyone gets full attention.}}
  price: {{direction: lower, because: {{nl: Eén paar handen is genoeg., en: Two hands will do.}}}}
without: {{nl: De luidste zou voorgaan., en: The loudest would go first.}}
""",
        REQUEST: """\
            asked: {nl: Mag ik voorgaan?, en: May I go first?}
            because: {nl: De anderen waren er eerder., en: The others were here before you.}
        """,
    }


def several(names: Iterable[str], fragment: str) -> dict[str, str]:
    return {f"rules/{name}.yaml": fragment for name in names}


def only(code: str, lines: list[str]) -> list[str]:
    return [line for line in lines if f" {code} " in line]
