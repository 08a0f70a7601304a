"""The examples on the page of a check: which files each of them has, and what is said of those."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spelregels.messages import Message, say

_LABEL = re.compile(r"^(Bad|Good)(?: \(also (SR\d{3}): (.+)\))?:$", re.MULTILINE)
_FILE = re.compile(r"^# ([\w./-]+\.(?:ya?ml|json))(?: \((.+)\))?\n", re.MULTILINE)
_INDENT = re.compile(r"^ {4}", re.MULTILINE)
_FROZEN = re.compile(r"as frozen in (\S+?)(?:, in force after (-?\d+) days)?")
_TAKEN_OUT = re.compile(r"taken out from before (\S+)")
_LINK = re.compile(r"a link to (\S+)")

_GOOD = "Good"
_LABELS = {"Bad": say("Bad"), _GOOD: say("Good")}
_REASONS = {
    each.template: each
    for each in (
        say("the problem itself"),
        say("the reasons for the rule are not there in nl either"),
        say("the reviews themselves"),
    )
}
_NOTES = {
    each.template: each
    for each in (
        say("a whole rule"),
        say("as it was frozen"),
        say("no such file"),
        say("of a rulebook in two languages"),
        say("saved as latin-1"),
        say("the whole file"),
        say("with a byte changed"),
    )
}


class File(NamedTuple):
    """A file of an example: its name, what is said of it, and what stands in it."""

    name: str
    note: Message | None
    text: str


class Example(NamedTuple):
    """What a page shows as bad or as good.

    `also` is the code of another check that has something to say of it, for a `reason`.
    """

    is_good: bool
    label: Message
    also: str
    reason: Message
    files: tuple[File, ...]


def read_examples(examples: str) -> tuple[Example, ...]:
    """Return the examples of a page, in its order."""
    _, *parts = _LABEL.split(examples)
    return tuple(
        Example(
            kind == _GOOD,
            _LABELS[kind],
            also or "",
            _read_reason(reason or ""),
            tuple(_read_files(_INDENT.sub("", text))),
        )
        for kind, also, reason, text in zip(*[iter(parts)] * 4, strict=True)
    )


def translate_labels(examples: str, language: str) -> str:
    """Return the examples of a page with what stands above each in `language`."""
    return _LABEL.sub(lambda found: _tell_label(found, language), examples)


def _tell_label(found: re.Match[str], language: str) -> str:
    kind, also, reason = found.groups()
    label = _LABELS[kind].within(language)
    if not also:
        return f"{label}:"
    beside = say("also {code}: {reason}", code=also, reason=_read_reason(reason))
    return f"{label} ({beside.within(language)}):"


def _read_reason(reason: str) -> Message:
    return _REASONS.get(reason, Message(reason))


def _read_files(text: str) -> Iterator[File]:
    _, *parts = _FILE.split(f"{text.strip()}\n")
    for name, note, content in zip(*[iter(parts)] * 3, strict=True):
        yield File(name, _read_note(note) if note else None, content.strip("\n"))


def _read_note(note: str) -> Message:
    """Return what stands in brackets behind the name of a file, to be told in any language."""
    if found := _FROZEN.fullmatch(note):
        edition, days = found.groups()
        if days is None:
            return say("as frozen in {edition}", edition=edition)
        return say(
            "as frozen in {edition}, in force after {days} days", edition=edition, days=days
        )
    if found := _TAKEN_OUT.fullmatch(note):
        return say("taken out from before {edition}", edition=found[1])
    if found := _LINK.fullmatch(note):
        return say("a link to {target}", target=found[1])
    return _NOTES.get(note, Message(note))
