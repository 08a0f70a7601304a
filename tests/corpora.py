"""The reasons in `corpus/`, written and labelled by hand, that the checks are measured by."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

FOLDER = Path(__file__).parent / "corpus"
LANGUAGES = ("nl", "en")
FIELDS = ("rationale", "quality", "price", "without", "change", "request")
CODES = {
    "SR301": "missing-justification",
    "SR304": "placeholder-reason",
    "SR305": "empty-appeal",
    "SR306": "circular-reason",
    "SR307": "likely-circular",
    "SR308": "copied-reason",
    "SR309": "contradicted-direction",
    "SR312": "vague-reason",
}
"""Every code that a reason in the corpus may deserve, with the name of its check."""


_NO_RULE = {"nl": "Regel.", "en": "Rule."}
"""What a reason justifies that was written by itself."""


class Entry(NamedTuple):
    """A reason, the field in which it stands, what it should justify, and what it deserves.

    `direction` is the one of an effect; no codes means that the reason is sound.
    """

    reason: str
    field: str
    rule: str
    codes: frozenset[str]
    language: str
    direction: str | None


def load_corpus(name: str) -> tuple[Entry, ...]:
    """Return the entries of a file; without a language of their own, the file's name is theirs."""
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    return tuple(_read(yaml.load(text, yaml.CSafeLoader), name))


def _read(entries: list[dict[str, Any]], name: str) -> Iterator[Entry]:
    for each in entries:
        codes, language = frozenset(each["codes"]), each.get("language", name)
        place = each.get("field", "rationale"), each.get("rule", _NO_RULE[language])
        yield Entry(each["reason"], *place, codes, language, each.get("direction"))
