"""The words of the site: those of each language, its numbers, and the days that it counts."""

import re
import string
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from sites import ROOT
from spelregels.models import Promises, review_day
from spelregels.words import load_words
from test_render import LANGUAGES, lines_of, pages_of, rulebook_of

PACKAGE = ROOT / "generator" / "spelregels"


@pytest.mark.parametrize(
    ("decided", "months", "expected"),
    [
        (date(2026, 3, 1), 12, date(2027, 3, 1)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
        (date(2026, 12, 1), 0, date(2026, 12, 1)),
        (date(2026, 5, 31), 120, date(2036, 5, 31)),
    ],
)
def test_rule_is_looked_at_again_so_many_months_later(
    tmp_path: Path, decided: date, months: int, expected: date
) -> None:
    plan = rulebook_of(tmp_path).rules["plan"]
    rule = plan.model_copy(update={"decided_on": decided})
    assert review_day(rule, Promises(review_months=months)) == expected


def test_rule_is_looked_at_again_on_the_day_it_names(tmp_path: Path) -> None:
    rulebook = rulebook_of(tmp_path)
    rule = rulebook.rules["wait-your-turn"]
    assert review_day(rule, rulebook.settings.promises) == date(2027, 5, 1)


@pytest.mark.parametrize(
    ("number", "dutch", "english"),
    [
        ("-6", "\u22126\u00a0%", "\u22126\u00a0%"),
        ("-6.50", "\u22126,5\u00a0%", "\u22126.5\u00a0%"),
        ("12", "+12\u00a0%", "+12\u00a0%"),
        ("100", "+100\u00a0%", "+100\u00a0%"),
        ("0.25", "+0,25\u00a0%", "+0.25\u00a0%"),
        ("0", "0\u00a0%", "0\u00a0%"),
        ("-0", "0\u00a0%", "0\u00a0%"),
        ("1000", "+1000\u00a0%", "+1000\u00a0%"),
    ],
)
def test_percentage_has_the_marks_of_its_language(number: str, dutch: str, english: str) -> None:
    assert load_words("nl").percent(Decimal(number)) == dutch
    assert load_words("en").percent(Decimal(number)) == english


def test_language_without_words_of_its_own_has_english_ones(tmp_path: Path) -> None:
    pages = pages_of(rulebook_of(tmp_path), "fy")
    assert lines_of(pages["glossary.md"])[0] == "Glossary"
    assert lines_of(pages["rules/plan.md"])[1] == "Een plan"
    assert load_words("fy") == load_words("en")


def test_vocabularies_have_the_same_names_with_the_same_gaps() -> None:
    names = {file.name for file in (PACKAGE / "vocabulary").iterdir()}
    assert names == {f"{language}.toml" for language in LANGUAGES}
    gaps = [
        {name: gaps_in(phrase) for name, phrase in load_words(language).phrases.items()}
        for language in LANGUAGES
    ]
    assert gaps[0] == gaps[1]
    assert {len(load_words(language).months) for language in LANGUAGES} == {12}


def gaps_in(phrase: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(phrase) if name is not None)


def test_every_word_is_used_somewhere() -> None:
    sources = (*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.j2"))
    text = "\n".join(source.read_text(encoding="utf-8") for source in sources)
    asked = Asked(
        frozenset(
            re.findall(r"words\.(\w+)", text) + re.findall(r"""["']([\w-]+)(?=["'])""", text)
        ),
        frozenset(re.findall(r'"([\w-]+)(?=")', text)),
        frozenset(re.findall(r'"([^"\W_]+)_\{', text)),
    )
    assert [name for name in load_words("en").phrases if not is_used(name, asked)] == []


class Asked(NamedTuple):
    """The words that stand in the sources as a name, in double quotes, and before a gap."""

    named: frozenset[str]
    quoted: frozenset[str]
    begun: frozenset[str]


def is_used(name: str, asked: Asked) -> bool:
    """Tell whether a word is asked for by its name, or by the part before or after a gap."""
    start, mark, _ = name.partition("_")
    return (
        name in asked.named
        or bool(mark and start in asked.begun)
        or (name.endswith(("_one", "_other")) and name.rpartition("_")[0] in asked.quoted)
    )
