"""Lay two versions of a value side by side, and tell where they differ."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple, TypeVar

from pydantic import BaseModel

from spelregels.values import Text

E = TypeVar("E")

_NOT_COMPARED = frozenset({"change", "review_by", "allow"})
"""A plain review sets a new day and changes nothing else; an exemption is for its authors."""
_LIKE = 0.2
"""Which part of their words two entries of a list share to be two versions of one entry."""
_DUTY = frozenset({"rule", "exceptions", "applies_to"})
"""The fields that say what somebody must or may do; the others explain it."""


class FieldChange(NamedTuple):
    """A value that differs: None where it was not there, and no language where it is no text."""

    field: str
    language: str | None
    old: str | None
    new: str | None

    @property
    def top(self) -> str:
        """The field of the rule that it is in."""
        return self.field.partition(".")[0].partition("[")[0]

    @property
    def is_duty(self) -> bool:
        """Tell whether the field says what somebody must or may do."""
        return self.top in _DUTY


def compare_values(path: str, old: object, new: object) -> Iterator[FieldChange]:
    """Yield each value that differs; what is None on one side was not there."""
    match old if new is None else new:
        case Text():
            yield from _compare_texts(path, old, new)
        case BaseModel() as model:
            for name in type(model).model_fields:
                if name not in _NOT_COMPARED:
                    inner = f"{path}.{name}" if path else name
                    yield from compare_values(
                        inner, getattr(old, name, None), getattr(new, name, None)
                    )
        case Mapping():
            yield from _compare_mappings(path, old, new)
        case tuple():
            yield from _compare_lists(path, old, new)
        case _ if old != new:
            yield FieldChange(path, None, _shown(old), _shown(new))


def _compare_texts(path: str, old: object, new: object) -> Iterator[FieldChange]:
    before = old.root if isinstance(old, Text) else {}
    after = new.root if isinstance(new, Text) else {}
    for language in sorted({*before, *after}):
        one, other = before.get(language), after.get(language)
        if words_of(one) != words_of(other):
            yield FieldChange(path, language, one, other)


def words_of(text: str | None) -> list[str] | None:
    """Return what counts of a text: how its lines are broken does not."""
    return text.split() if text is not None else None


def _compare_mappings(path: str, old: object, new: object) -> Iterator[FieldChange]:
    before = old if isinstance(old, Mapping) else {}
    after = new if isinstance(new, Mapping) else {}
    for key in sorted({*before, *after}):
        one, other = before.get(key), after.get(key)
        if one != other:
            yield FieldChange(path, key, _shown(one), _shown(other))


def _compare_lists(path: str, old: object, new: object) -> Iterator[FieldChange]:
    """Yield what differs between two lists, after lining up the entries that are the same."""
    before = old if isinstance(old, tuple) else ()
    after = new if isinstance(new, tuple) else ()
    old_place = new_place = 0
    for one, other in _pair(before, after):
        place = new_place if other is not None else old_place
        if one != other:
            yield from compare_values(f"{path}[{place}]", one, other)
        old_place += one is not None
        new_place += other is not None


def _pair(old: Sequence[E], new: Sequence[E]) -> Iterator[tuple[E | None, E | None]]:
    """Yield the entries of two lists side by side, in order, with None where one has no match.

    Entries that are the same are matched first, those between them by how many words they share.
    """
    before, after = list(map(repr, old)), list(map(repr, new))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(old[start:end], new[new_start:new_end], strict=True)
        else:
            yield from _pair_alike(old[start:end], new[new_start:new_end])


def _pair_alike(old: Sequence[E], new: Sequence[E]) -> Iterator[tuple[E | None, E | None]]:
    """Yield entries side by side, each of the shorter list with the likest of the longer one."""
    if len(old) > len(new):
        yield from ((other, one) for one, other in _pair_alike(new, old))
        return
    for index, entry in enumerate(old):
        choices = new[: len(new) - len(old) + index + 1]
        likest = max(choices, key=lambda each: _likeness(entry, each))
        if _likeness(entry, likest) < _LIKE:
            yield entry, None
            continue
        skipped = choices.index(likest)
        yield from ((None, each) for each in new[:skipped])
        yield entry, likest
        new = new[skipped + 1 :]
    yield from ((None, each) for each in new)


def pair_unmoved(old: Sequence[E], new: Sequence[E]) -> Iterator[tuple[E | None, E | None]]:
    """Yield entries side by side, without those that only stand elsewhere in the list."""
    pairs = tuple(_pair(old, new))
    gone = [one for one, other in pairs if other is None]
    come = [other for one, other in pairs if one is None]
    for one, other in pairs:
        if not (one is None and other in gone) and not (other is None and one in come):
            yield one, other


def _likeness(one: object, other: object) -> float:
    """Return which part of their words two entries share, from 0 to 1."""
    words, others = frozenset(_words_in(one)), frozenset(_words_in(other))
    return len(words & others) / max(1, len(words | others))


def _words_in(value: object) -> Iterator[str]:
    match value:
        case Text():
            for text in value.root.values():
                yield from text.casefold().split()
        case BaseModel():
            for name in type(value).model_fields:
                yield from _words_in(getattr(value, name))
        case tuple():
            for item in value:
                yield from _words_in(item)
        case str():
            yield value


def _shown(value: object) -> str | None:
    match value:
        case None:
            return None
        case tuple():
            return ", ".join(map(str, value))
        case _:
            return str(value)
