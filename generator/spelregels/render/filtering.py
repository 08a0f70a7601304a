"""What the list of rules can be filtered by, and what a rule says to each filter.

The script of the page only compares: a rule is shown when the value that is chosen of a filter is
among those that the rule has for it, and when each word that is typed is part of its words.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spelregels.diff import Change, diff_rulebooks
from spelregels.models import Rule
from spelregels.render.publication import Publication, Reader

EVERYONE = "everyone"
"""The audience that all others belong to, where a rulebook names it."""

_SHORTEST = 3
"""How many letters a word has that anybody looks for."""

_Changed = tuple[str, frozenset[str]]
"""An edition, and the rules that were changed after it."""

_QUALITY = ("better", "same", "worse")
_PRICE = ("lower", "same", "higher")


@dataclass(frozen=True)
class Option:
    """A value to choose, as the address of the page has it, and as readers read it."""

    value: str
    name: str


@dataclass(frozen=True)
class Filter:
    """A question to the rules; `name` stands in the address of the page."""

    name: str
    label: str
    anything: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Traits:
    """What a rule says to each filter: the values it answers to, by the name of the filter."""

    values: tuple[tuple[str, str], ...]
    words: str


def find_filters(publication: Publication) -> tuple[Filter, ...]:
    """Return the filters between whose options somebody can choose."""
    reader, words = publication.reader(), publication.words
    settings = publication.rulebook.settings
    rules = publication.rulebook.rules.values()
    chapters = {chapter.id: chapter.title for chapter in settings.chapters}
    owners = {owner.id: owner.role for owner in publication.rulebook.owners.owners}
    used = {rule.chapter for rule in rules}, {rule.owner for rule in rules}
    choices = {
        "chapter": ((id_, reader.plain(chapters[id_])) for id_ in chapters if id_ in used[0]),
        "for": ((each.id, reader.plain(each.title)) for each in settings.audiences),
        "quality": ((each, words[each]) for each in _QUALITY),
        "price": ((each, words[each]) for each in _PRICE),
        "owner": ((id_, reader.plain(owners[id_])) for id_ in owners if id_ in used[1]),
        "since": ((name, name) for name in reversed(_find_comparable(publication))),
        "exceptions": ((each, words[f"filter_exceptions_{each}"]) for each in ("yes", "no")),
    }
    found = (_make_filter(publication, name, pairs) for name, pairs in choices.items())
    # One edition is a choice: something changed since, or not.
    return tuple(each for each in found if len(each.options) > (each.name != "since"))


def find_traits(publication: Publication) -> dict[str, Traits]:
    """Return what each rule says to each filter, by its id."""
    reader, rules = publication.reader(), publication.rulebook.rules
    changed = tuple(_find_changed(publication))
    return {id_: _tell(reader, id_, rule, changed) for id_, rule in rules.items()}


def fold(text: str) -> str:
    """Return a text as it is searched: without capitals, accents and curled apostrophes."""
    letters = unicodedata.normalize("NFD", text.replace("\u2019", "'").lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _make_filter(publication: Publication, name: str, pairs: Iterable[tuple[str, str]]) -> Filter:
    words = publication.words
    options = tuple(Option(value, text) for value, text in pairs)
    return Filter(name, words[f"filter_{name}"], words[f"filter_{name}_any"], options)


def _tell(reader: Reader, id_: str, rule: Rule, changed: tuple[_Changed, ...]) -> Traits:
    values = {
        "chapter": rule.chapter,
        "for": " ".join(_audiences(reader, rule)),
        "quality": rule.effect.quality.direction,
        "price": rule.effect.price.direction,
        "owner": rule.owner,
        "since": " ".join(name for name, ids in changed if id_ in ids),
        "exceptions": "yes" if rule.exceptions else "no",
    }
    told = tuple((name, value) for name, value in values.items() if value)
    return Traits(told, _words(reader, rule))


def _find_comparable(publication: Publication) -> tuple[str, ...]:
    """Return the editions since which something can have changed, the oldest first."""
    names = tuple(edition.name for edition in publication.past.editions)
    return names[:-1] if publication.edition else names


def _find_changed(publication: Publication) -> Iterator[_Changed]:
    """Yield each comparable edition with the rules that were changed after it."""
    changes = [step.changes for step in publication.past.steps[1:]]
    if not publication.edition and publication.past.editions:
        last = publication.past.editions[-1].rulebook
        changes.append(diff_rulebooks(last, publication.rulebook))
    for index, name in enumerate(_find_comparable(publication)):
        yield name, frozenset(_rules_of(changes[index:]))


def _rules_of(steps: Iterable[tuple[Change, ...]]) -> Iterator[str]:
    for changes in steps:
        for change in changes:
            yield change.rule


def _audiences(reader: Reader, rule: Rule) -> tuple[str, ...]:
    every = tuple(audience.id for audience in reader.rulebook.settings.audiences)
    return every if not rule.applies_to or EVERYONE in rule.applies_to else rule.applies_to


def _words(reader: Reader, rule: Rule) -> str:
    """Return each word of a rule and its keywords once; the script reads those of the title."""
    title = frozenset(_split(reader.plain(rule.title)))
    texts = (reader.text(rule.rule), *rule.keywords.get(reader.language, ()))
    found = dict.fromkeys(word for text in texts for word in _split(text))
    return " ".join(word for word in found if word not in title and len(word) >= _SHORTEST)


def _split(text: str) -> Iterator[str]:
    for word in fold(text).split():
        yield word.strip(".,;:!?()[]\"'\u2018\u201c\u201d")
