"""Measure how the time of a check grows with the rulebook (`make bench`).

The rules are those of the showcase again and again, with every third word varied, so that no two
have the same text; times are of the processor, and each size has texts of its own.
"""

import gc
import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from itertools import islice, product
from pathlib import Path
from string import ascii_lowercase
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import yaml

from spelregels.checks import run_checks
from spelregels.loader import load_rulebook
from spelregels.prose.likeness import find_alike
from spelregels.prose.text import find_words

SHOWCASE = Path(__file__).parents[1] / "rulebook"
RULES = (350, 700, 1_400)
RULES_OF_REASONS = (2_500, 5_000, 10_000)
_LANGUAGES = ("nl", "en")
_EVERY = 3
_VARIANTS = map("".join, product(ascii_lowercase, repeat=4))


def main() -> None:
    """Show a table of each measurement: the seconds, and how many times those of half the size."""
    rules = _vary_rules()
    _time_check(list(islice(rules, 32)))  # what is only done once counts for no size
    _show("check, rules", RULES, lambda size: _time_check(list(islice(rules, size))))
    _show("find_alike, rules x 5", RULES_OF_REASONS, lambda size: _time_alike(rules, size))


def _show(name: str, sizes: tuple[int, ...], measure: Callable[[int], float]) -> None:
    print(f"\n| {name} | seconds | times the half |\n|--:|--:|--:|")
    before = 0.0
    for size in sizes:
        seconds = measure(size)
        times = f"{seconds / before:.2f}" if before else ""
        print(f"| {size:,} | {seconds:.2f} | {times} |", flush=True)
        before = seconds


def _time_check(rules: list[Mapping[str, Any]]) -> float:
    with TemporaryDirectory() as name:
        folder = Path(name)
        for shared in ("rulebook.yaml", "owners.yaml", "glossary.yaml"):
            shutil.copy(SHOWCASE / shared, folder)
        (folder / "rules").mkdir()
        for number, rule in enumerate(rules):
            file = folder / "rules" / f"rule-{number}.yaml"
            file.write_text(json.dumps(rule, ensure_ascii=False, indent=1), encoding="utf-8")
        return _time(lambda: run_checks(load_rulebook(folder)))


def _time_alike(rules: Iterator[Mapping[str, Any]], size: int) -> float:
    texts = {
        place: find_words(text.casefold())
        for place, text in enumerate(islice(_find_reasons(rules), size * 5))
    }
    return min(_time(lambda: list(find_alike(texts))) for _ in range(3))


def _time(run: Callable[[], object]) -> float:
    gc.collect()
    start = process_time()
    run()
    return process_time() - start


def _find_reasons(rules: Iterator[Mapping[str, Any]]) -> Iterator[str]:
    """Yield five reasons of each rule."""
    for rule in rules:
        effects = rule["effect"].values()
        yield rule["rule"]["en"]
        for reason in (rule["rationale"], rule["without"], *(each["because"] for each in effects)):
            yield reason["en"]


def _vary_rules() -> Iterator[dict[str, Any]]:
    """Yield the rules of the showcase without end, each time in other words."""
    files = sorted((SHOWCASE / "rules").glob("*.yaml"))
    originals = [yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader) for file in files]
    for variant in _VARIANTS:
        for original in originals:
            varied: dict[str, Any] = _vary(original, variant)
            varied.pop("withdrawn", None)
            yield {**varied, "status": "active"}


def _vary(value: Any, variant: str, language: str | None = None) -> Any:
    """Return the same with every third word of its texts varied; what is no text stays."""
    if isinstance(value, dict):
        return {key: _vary(each, variant, key) for key, each in value.items()}
    if isinstance(value, list):
        return [_vary(each, variant) for each in value]
    if language not in _LANGUAGES:
        return value
    words = enumerate(value.split(" "))
    return " ".join(_vary_word(word, variant, at) for at, word in words)


def _vary_word(word: str, variant: str, at: int) -> str:
    return f"{word[:-1]}{variant}{word[-1]}" if at % _EVERY == 0 and word.isalpha() else word


if __name__ == "__main__":
    main()
