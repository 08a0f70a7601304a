"""Ways to tell what changed: to people, to programs, and in a pull request."""

import json
import string
from collections.abc import Callable, Iterator, Mapping, Sequence

from spelregels.comparing import FieldChange
from spelregels.diff import Change
from spelregels.messages import LANGUAGES
from spelregels.redline import Mark, redline


def report_changes_as_text(changes: Sequence[Change]) -> str:
    """Return each change for people: [-what was struck-] and {+what was added+}."""
    blocks = ["\n".join(_tell(change)) for change in changes]
    return "\n\n".join((*blocks, f"{count_changes(changes)}\n"))


def report_changes_as_markdown(changes: Sequence[Change]) -> str:
    """Return the changes in Markdown for a pull request, what was struck and what was added.

    They are marked by elements, since `**` next to a bracket or inside a word marks nothing.
    """
    marks = {Mark.SAME: "{}", Mark.STRUCK: "<del>{}</del>", Mark.ADDED: "<ins>{}</ins>"}
    lines = [f"{count_changes(changes)}."]
    for change in changes:
        lines += [
            "",
            f"### {_escape(change.rule)}: {change.kind}",
            "",
            *(f"- {_escape(line)}" for line in _explain(change)),
        ]
        for field in change.fields:
            lines.append(f"- {_escape(_label(field))}: {_redlined(field, marks, _escape)}")
    return "\n".join(lines) + "\n"


def report_changes_as_json(changes: Sequence[Change]) -> str:
    """Return a list of objects, in the order of the rules."""
    listed = [
        {
            "rule": change.rule,
            "kind": change.kind,
            "declared": change.declared,
            "computed": change.computed,
            "certain": change.certain,
            "reasons": [reason.within(LANGUAGES[0]) for reason in change.reasons],
            "words": list(change.words),
            "fields": [field._asdict() for field in change.fields],
        }
        for change in changes
    ]
    return json.dumps(listed, indent=2) + "\n"


DIFF_REPORTERS: Mapping[str, Callable[[Sequence[Change]], str]] = {
    "text": report_changes_as_text,
    "json": report_changes_as_json,
    "markdown": report_changes_as_markdown,
}


def count_changes(changes: Sequence[Change]) -> str:
    """Return a sentence such as `3 rules changed: 1 new, 2 tightened`."""
    if not changes:
        return "No rule changed"
    kinds = [change.kind for change in changes]
    parts = ", ".join(f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(sorted(kinds)))
    rules = "1 rule" if len(changes) == 1 else f"{len(changes)} rules"
    return f"{rules} changed: {parts}"


def _tell(change: Change) -> Iterator[str]:
    marks = {Mark.SAME: "{}", Mark.STRUCK: "[-{}-]", Mark.ADDED: "{{+{}+}}"}
    yield f"{_visible(change.rule)}: {change.kind}"
    for line in _explain(change):
        yield f"  {_visible(line)}"
    for field in change.fields:
        yield f"  {_visible(_label(field))}: {_redlined(field, marks, _visible)}"


def _explain(change: Change) -> Iterator[str]:
    if change.declared is None:
        yield f"nobody said what kind of change this is; it looks {change.computed}"
    elif change.declared != change.computed:
        yield f"called {change.declared}, and looks {change.computed}"
    if change.reasons:
        reasons = "; ".join(reason.within(LANGUAGES[0]) for reason in change.reasons)
        yield f"because {reasons}"
    if change.words:
        yield f"words of the duty that came, went or moved: {', '.join(change.words)}"


def _label(field: FieldChange) -> str:
    return f"{field.field} ({field.language})" if field.language else field.field


def _redlined(field: FieldChange, marks: Mapping[Mark, str], clean: Callable[[str], str]) -> str:
    pieces = redline(field.old or "", field.new or "")
    shown = "".join(
        marks[piece.mark].format(clean(piece.text)) if piece.text.strip() else piece.text
        for piece in pieces
    )
    return " ".join(shown.split())


def _escape(text: str) -> str:
    """Return `text` so that Markdown shows every character of it."""
    return "".join(
        f"\\{letter}" if letter in string.punctuation else letter for letter in _visible(text)
    )


def _visible(text: str) -> str:
    """Return `text` without anything that could steer a terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
