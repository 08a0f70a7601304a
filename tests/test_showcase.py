"""The two rulebooks that come with the program pass its own checks, and are worth showing."""

from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from sites import ROOT, TODAY
from spelregels.cli import main
from spelregels.loader import load_rulebook
from spelregels.models import Rulebook

SHOWCASE, BUTCHER = ROOT / "rulebook", ROOT / "examples" / "butcher"


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook(SHOWCASE).rulebook


@pytest.mark.parametrize(("folder", "rules"), [(SHOWCASE, 32), (BUTCHER, 7)])
def test_rulebook_has_nothing_wrong_with_it(folder: Path, rules: int) -> None:
    result = CliRunner().invoke(main, ["check", "--strict", "--today", TODAY, str(folder)])
    assert (result.output, result.exit_code) == (f"{rules} rules, 0 errors, 0 warnings\n", 0)


def test_showcase_has_enough_to_show(rulebook: Rulebook) -> None:
    chapters = Counter(rule.chapter for rule in rulebook.rules.values())
    assert len(rulebook.rules) >= 24
    assert len(chapters) >= 5
    assert len(chapters) == len(rulebook.settings.chapters)
    assert len(rulebook.requests) >= 8
    assert len(rulebook.glossary.terms) >= 12


def test_showcase_has_people_on_both_sides(rulebook: Rulebook) -> None:
    sides = Counter(owner.side for owner in rulebook.owners.owners)
    assert sides.total() >= 6
    assert sides.keys() == {"business", "it"}


def test_showcase_keeps_its_own_promise_of_few_rules(rulebook: Rulebook) -> None:
    active = [rule for rule in rulebook.rules.values() if rule.status == "active"]
    assert rulebook.settings.promises.max_rules is not None
    assert len(active) <= rulebook.settings.promises.max_rules


def test_showcase_does_not_gain_on_everything(rulebook: Rulebook) -> None:
    """A rulebook in which every rule is only good news is not believed."""
    effects = [rule.effect for rule in rulebook.rules.values()]
    assert {effect.quality.direction for effect in effects} == {"better", "same", "worse"}
    assert {effect.price.direction for effect in effects} == {"lower", "same", "higher"}
    assert {request.answer for request in rulebook.requests.values()} == {"yes", "no", "not-now"}
