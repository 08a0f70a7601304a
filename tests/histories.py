"""Rulebooks with a past: editions that were frozen on days that the tests know."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from rulebooks import freeze_draft, write_file, write_rulebook
from sites import TODAY, TWO_LANGUAGES, build, make_once
from spelregels.loader import load_rulebook
from spelregels.plan import make_plan
from spelregels.render import Publication, Unit, render_pages

SITE_URL = "https://shop.example/"
_WAIT = TWO_LANGUAGES["rules/wait-your-turn.yaml"]
_WHY_SHOUTING = (
    "change: {kind: tightened, why: {nl: Er werd geroepen., en: There was shouting.}}\n"
)
_WHY_CHILD = "change: {kind: relaxed, why: {nl: Kinderen wachten slecht., en: Children fidget.}}\n"
_WHY_CLEAR = "change: {kind: clarified, why: {nl: Het was vaag., en: It was vague.}}\n"
_LOUD = _WAIT.replace("tot je aan", "zonder te roepen tot je aan").replace(
    "Wait until", "Wait without shouting until"
)
_CHILD = _LOUD.replace("aan de beurt bent.", "aan de beurt bent; een kind mag voor.").replace(
    "your turn.}", "your turn; a child may go first.}"
)


def _rule(nl: str, en: str, more: str = "") -> str:
    return _WAIT.replace("Wacht op je beurt", nl).replace("Wait your turn", en) + more


_DOGS = _rule("Geen honden", "No dogs")
_NO_DOGS = _DOGS + (
    "status: withdrawn\n"
    "withdrawn:\n"
    "  why: {nl: Er is nu een hek., en: There is a fence now.}\n"
    "  replaced_by: [dogs-outside]\n"
)
_MONDAYS = _rule("Maandag dicht", "Closed on Mondays")
_CLOSED = _rule("Op maandag dicht", "Closed every Monday", _WHY_CLEAR)
_PROMISE = TWO_LANGUAGES["rulebook.yaml"] + "promises: {notice_days: 30}\n"


class Frozen(NamedTuple):
    """An edition to be: its days, and the rules that came or changed in it."""

    name: str
    published: str
    in_force: str
    rules: Mapping[str, str]


SHOP = (
    Frozen(
        "2025.1",
        "2024-12-01",
        "2025-01-01",
        {"wait-your-turn": _WAIT, "no-dogs": _DOGS, "mondays": _MONDAYS},
    ),
    Frozen("2025.2", "2025-06-01", "2025-07-15", {"wait-your-turn": _LOUD + _WHY_SHOUTING}),
    Frozen(
        "2026.1",
        "2025-12-12",
        "2026-02-01",
        {"no-dogs": _NO_DOGS, "dogs-outside": _rule("Honden buiten", "Dogs stay outside")},
    ),
    Frozen(
        "2026.2",
        "2026-11-01",
        "2026-12-15",
        {
            "wait-your-turn": _CHILD + _WHY_CHILD,
            "mondays": _CLOSED,
            "cash": _rule("Alleen contant", "Cash only"),
        },
    ),
)
"""Four editions; on 23 November 2026 the third is current."""


def write_shop(folder: Path, languages: tuple[str, ...] = ()) -> Path:
    """Write the shop with its editions to `folder`; return the folder of its rulebook.

    `languages` are those of each edition; without them, all are in both.
    """
    rulebook = write_rulebook(folder / "rulebook", TWO_LANGUAGES)
    write_file(folder / "mkdocs.yml", f"site_name: x\nsite_url: {SITE_URL}\n")
    write_file(folder / "docs" / "nl" / "over.md", "# Over ons\n\n[regels](rules/index.md)\n")
    for edition, spoken in zip(SHOP, languages or ("[nl, en]",) * 4, strict=True):
        write_file(rulebook / "rulebook.yaml", _PROMISE.replace("[nl, en]", spoken))
        for name, text in edition.rules.items():
            write_file(rulebook / "rules" / f"{name}.yaml", text)
        freeze_draft(rulebook, edition.name, edition.published, edition.in_force)
    return rulebook


@pytest.fixture(scope="session")
def built_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the shop once, as it is on 23 November 2026; return the folder of it and its site."""

    def make(folder: Path) -> None:
        build(write_shop(folder), folder / "site", "--today", TODAY)

    return make_once(tmp_path_factory, "shop", make)


def write_long_history(folder: Path, editions: int, rules: int) -> Path:
    """Write `editions` editions of `rules` rules, in each of which some change; return the folder.

    In each edition a rule comes, one is changed, and one is withdrawn for the one that came.
    """
    rulebook = write_rulebook(folder / "rulebook", TWO_LANGUAGES)
    write_file(folder / "mkdocs.yml", f"site_name: x\nsite_url: {SITE_URL}\n")
    current = {f"rule-{number}": _numbered(number) for number in range(rules - editions)}
    day = date(2024, 1, 1)
    for edition in range(editions):
        come = f"rule-{rules - editions + edition}"
        gone, other = f"rule-{edition}", f"rule-{edition + 1}"
        current[come] = _numbered(rules - editions + edition)
        if edition:
            current[gone] |= {
                "status": "withdrawn",
                "withdrawn": {"why": _both(f"Counter {edition} closed."), "replaced_by": [come]},
            }
            current[other] |= {
                "rule": _both(f"Wait for {edition} minutes."),
                "change": {"kind": "tightened", "why": _both(f"Queue {edition} grew.")},
            }
        for name, rule in current.items():
            write_file(rulebook / "rules" / f"{name}.yaml", json.dumps(rule))
        last = day + timedelta(45)
        freeze_draft(rulebook, f"2024.{edition + 1}", str(day), str(last))
        day += timedelta(90)
    return rulebook


def _numbered(number: int) -> dict[str, object]:
    return {
        "title": {"nl": f"Regel {number}", "en": f"Rule {number}"},
        "chapter": "counter",
        "rule": _both("Wait for your turn."),
        "rationale": _both(f"Chair {number} seats one."),
        "effect": {
            "quality": {"direction": "better", "because": _both("Attention.")},
            "price": {"direction": "lower", "because": _both("Two hands.")},
        },
        "without": _both("A crowd."),
        "owner": "shop-manager",
        "decided_on": "2024-01-01",
        "review_by": "2040-01-01",
    }


def _both(text: str) -> dict[str, str]:
    return {"nl": text, "en": text}


def publication_of(rulebook: Path, edition: str, language: str = "en") -> Publication:
    """Return an edition of the rulebook in a folder as it is published, or its draft."""
    plan = make_plan(load_rulebook(rulebook), date(2026, 11, 23), SITE_URL, draft=True)
    unit = Unit(language, edition)
    return next(each for each in plan.publications if each.unit == unit)


def pages_of(rulebook: Path, edition: str, language: str = "en") -> dict[str, str]:
    """Return the pages of an edition of the rulebook in a folder, by their path."""
    pages = render_pages(publication_of(rulebook, edition, language))
    return {page.path: page.content for page in pages}
