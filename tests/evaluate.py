"""Measure the checks of reasons against the corpus, and keep docs/evaluation.md up to date.

`make evaluate` renews the page; `--list` shows every miss and every false alarm as well.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from corpora import CODES, LANGUAGES, Entry, load_corpus
from spelregels.checks import run_checks
from spelregels.diagnostics import Diagnostic, Location, Pointer, Severity
from spelregels.loader import load_rulebook

PAGE = Path(__file__).parents[1] / "docs" / "evaluation.md"
BEGIN, END = "<!-- begin of the figures -->", "<!-- end of the figures -->"
HOLLOW = frozenset({"SR301", "SR304", "SR305", "SR306"})
"""The codes of a reason that is refused, and not only warned of."""

SETS: Mapping[str, str] = {
    "Dutch": "nl",
    "English": "en",
    "Held-out": "held-out",
    "Hard": "hard",
    "Plain": "plain",
    "Alone": "alone",
    "Sourced": "sourced",
}
"""What the page calls each set of reasons, and its file."""

_FIELDS: Mapping[str, Pointer] = {
    "rationale": ("rationale",),
    "without": ("without",),
    "quality": ("effect", "quality", "because"),
    "price": ("effect", "price", "because"),
    "change": ("change", "why"),
    "request": ("because",),
}


class Outcome(NamedTuple):
    """An entry of the corpus, and what the checks say of it."""

    entry: Entry
    found: frozenset[str]
    is_refused: bool


def evaluate(entries: Sequence[Entry]) -> tuple[Outcome, ...]:
    """Return what the checks say of each entry, all of a language in one rulebook."""
    outcomes: list[Outcome] = []
    for language in LANGUAGES:
        of_language = [entry for entry in entries if entry.language == language]
        if of_language:
            outcomes += _evaluate(of_language, language)
    return tuple(outcomes)


def describe(sets: Mapping[str, Sequence[Outcome]]) -> str:
    """Return a table for each set of outcomes, in Markdown."""
    return "\n".join(line for name, each in sets.items() for line in _describe(name, each))


def list_mistakes(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Yield a line for each entry of which the checks say other than its label."""
    for entry, found, _ in outcomes:
        if found != entry.codes:
            labelled, said = (
                ", ".join(sorted(codes)) or "sound" for codes in (entry.codes, found)
            )
            yield f"{entry.language} {entry.field}: {labelled}, called {said}: {entry.reason!r}"


def evaluate_all() -> dict[str, tuple[Outcome, ...]]:
    """Return the outcomes of each file of the corpus, and those of all together."""
    sets = {name: evaluate(load_corpus(file)) for name, file in SETS.items()}
    return {**sets, "All": tuple(outcome for each in sets.values() for outcome in each)}


def renew(page: str, figures: str) -> str:
    """Return the text of the page with other figures in it."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{figures}\n{END}{after}"


def main(arguments: Sequence[str]) -> None:
    """Renew the page, and show the figures."""
    sets = evaluate_all()
    figures = describe(sets)
    PAGE.write_text(renew(PAGE.read_text(encoding="utf-8"), figures), encoding="utf-8")
    print(figures)
    if "--list" in arguments:
        print(*list_mistakes(sets["All"]), sep="\n")


def _evaluate(entries: Sequence[Entry], language: str) -> Iterator[Outcome]:
    with TemporaryDirectory() as folder:
        _write(Path(folder), entries, language)
        loaded = load_rulebook(Path(folder))
        found: dict[str, list[Diagnostic]] = {}
        for diagnostic in run_checks(loaded):
            found.setdefault(diagnostic.location.path, []).append(diagnostic)
        for number, entry in enumerate(entries):
            place = loaded.locate((*_place(entry, number), *_FIELDS[entry.field], language))
            told = [each for each in found.get(place.path, ()) if _is_in(each.location, place)]
            codes = frozenset(each.code for each in told) & CODES.keys()
            refused = any(each.severity is Severity.ERROR for each in told)
            yield Outcome(entry, codes, refused)


def _is_in(inner: Location, outer: Location) -> bool:
    return outer[1:3] <= inner[1:3] and inner[3:] <= outer[3:]


def _write(folder: Path, entries: Sequence[Entry], language: str) -> None:
    """Write a rulebook with a rule, or a request, for each entry, which is sound but for that."""
    settings = {
        "name": "Corpus",
        "publisher": {"name": "Corpus"},
        "languages": [language],
        "chapters": [{"id": "all", "title": "Corpus"}],
    }
    owner = {"id": "owner", "name": "Corpus", "role": "Corpus", "side": "business"}
    _dump(folder / "rulebook.yaml", settings)
    _dump(folder / "owners.yaml", {"owners": [owner]})
    (folder / "rules").mkdir()
    (folder / "requests").mkdir()
    for number, entry in enumerate(entries):
        kind, name = _place(entry, number)
        _dump(folder / str(kind) / f"{name}.yaml", _make(entry, f"entry-{number}"))


def _place(entry: Entry, number: int) -> Pointer:
    return ("requests" if entry.field == "request" else "rules", f"entry-{number}")


def _make(entry: Entry, name: str) -> dict[str, object]:
    if entry.field == "request":
        asked = {"asked": entry.rule, "asked_on": "2026-03-01", "answer": "no"}
        return {**asked, "because": entry.reason}
    made: dict[str, object] = {
        "title": name,
        "chapter": "all",
        "rule": entry.rule,
        "rationale": _say(name, "rationale"),
        "effect": {
            "quality": _effect(entry, name, "quality"),
            "price": _effect(entry, name, "price"),
        },
        "without": _say(name, "without"),
        "owner": "owner",
        "decided_on": "2026-03-01",
    }
    if entry.field == "change":
        made["change"] = {"kind": "clarified", "why": entry.reason}
    elif entry.field in made:
        made[entry.field] = entry.reason
    return made


def _effect(entry: Entry, name: str, side: str) -> dict[str, str]:
    if entry.field == side:
        return {"direction": str(entry.direction), "because": entry.reason}
    return {"direction": "better" if side == "quality" else "lower", "because": _say(name, side)}


def _say(name: str, field: str) -> str:
    """Return a reason that no check complains of, and that no other text is like."""
    return " ".join(f"{name}-{field}-{letter}" for letter in "abcd")


def _dump(file: Path, value: object) -> None:
    """Write JSON, which is YAML too: it keeps every blank of a text."""
    file.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def _describe(name: str, outcomes: Sequence[Outcome]) -> Iterator[str]:
    sound = [outcome for outcome in outcomes if not outcome.entry.codes]
    refused = sum(outcome.is_refused for outcome in sound)
    yield f"### {name}: {len(outcomes)} reasons, of which {len(sound)} sound\n"
    yield "| code | check | labelled | found | precision | recall |"
    yield "|---|---|--:|--:|--:|--:|"
    for code, check in CODES.items():
        yield f"| {code} | {check} | {_count(outcomes, frozenset({code}))} |"
    yield f"| {', '.join(sorted(HOLLOW))} | any of the errors | {_count(outcomes, HOLLOW)} |"
    share = _share(refused, len(sound))
    yield f"\nSound reasons that get an error: {refused} of {len(sound)} ({share}).\n"


def _count(outcomes: Sequence[Outcome], codes: frozenset[str]) -> str:
    labelled = sum(not codes.isdisjoint(outcome.entry.codes) for outcome in outcomes)
    found = sum(not codes.isdisjoint(outcome.found) for outcome in outcomes)
    both = sum(
        not codes.isdisjoint(outcome.entry.codes) and not codes.isdisjoint(outcome.found)
        for outcome in outcomes
    )
    return f"{labelled} | {found} | {_share(both, found)} | {_share(both, labelled)}"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "-"


if __name__ == "__main__":
    main(sys.argv[1:])
