"""What the checks of identity and references share."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from itertools import chain

from spelregels.diagnostics import Pointer, Problem
from spelregels.loaded import Loaded
from spelregels.messages import Message, Value, say
from spelregels.models import Audience, Chapter, Identified, Owner, Rule, Rulebook
from spelregels.prose.text import find_words

_LISTED: Mapping[str | int, Value] = {
    "settings": "rulebook.yaml",
    "owners": "owners.yaml",
    "rules": say("the folder rules"),
}
"""Where each list of ids is."""
Titled = Rule | Chapter | Audience
"""What has a title by which people may call it."""
_FEW = 12
"""So many ids can be told in one message."""
_LIKE = 0.75
"""How much a name is like another that is mistyped; one role is rather like any other one."""
Named = tuple[tuple[str, Pointer], ...]
"""Names with the pointers of where they are given, in order."""


def find_identified(rulebook: Rulebook) -> Iterator[Named]:
    """Yield the ids of each kind of thing that has one."""
    settings = rulebook.settings
    lists: tuple[tuple[Pointer, tuple[Identified, ...]], ...] = (
        (("settings", "chapters"), settings.chapters),
        (("settings", "audiences"), settings.audiences),
        (("owners", "owners"), rulebook.owners.owners),
    )
    for field, entries in lists:
        yield tuple((entry.id, (*field, index, "id")) for index, entry in enumerate(entries))
    for folder, names in (("rules", rulebook.rules), ("requests", rulebook.requests)):
        yield tuple((name, (folder, name)) for name in names)


def find_named(rulebook: Rulebook) -> Iterator[Named]:
    """Yield what may not be there twice: the ids, and the terms and their forms, by language."""
    yield from find_identified(rulebook)
    for language in rulebook.settings.languages:
        yield tuple(chain.from_iterable(_find_forms(rulebook, language)))


def _find_forms(rulebook: Rulebook, language: str) -> Iterator[Named]:
    """Yield the forms of each term in a language, the term itself first, each of them once."""
    for index, term in enumerate(rulebook.glossary.terms):
        pointer: Pointer = ("glossary", "terms", index)
        forms: dict[str, Pointer] = {term.term.within(language): (*pointer, "term", language)}
        for number, form in enumerate(term.forms.get(language, ())):
            forms.setdefault(form, (*pointer, "forms", language, number))
        yield tuple((form, place) for form, place in forms.items() if form)


@lru_cache(2**4)
def find_ids(loaded: Loaded, pointer: Pointer) -> frozenset[str] | None:
    """Return the ids in a list, or None where a fault in it makes them uncertain."""
    if any(_hides_an_id(faulty, pointer) for faulty in loaded.faulty):
        return None
    return _find_ids(loaded.rulebook, pointer)


@lru_cache(2**4)
def _find_published(loaded: Loaded, pointer: Pointer) -> frozenset[str]:
    """Return the ids in a list of the last edition."""
    return _find_ids(loaded.editions[-1].rulebook, pointer) if loaded.editions else frozenset()


def _find_ids(rulebook: Rulebook, pointer: Pointer) -> frozenset[str]:
    return frozenset(
        name
        for named in find_identified(rulebook)
        for name, place in named
        if place[: len(pointer)] == pointer
    )


def find_unknown(
    loaded: Loaded, pointer: Pointer, name: str, field: Pointer, words: str = ""
) -> Iterator[Problem]:
    """Yield a problem if `name` is not an id in the list at `field`; none if that is uncertain.

    `words` are those of the text at `pointer` that the problem is with, where it is not all of it.
    """
    known = find_ids(loaded, field)
    if known is None or name in known:
        return
    yield Problem(pointer, _tell_unknown(loaded, pointer, name, field, words), words=words)


def _tell_unknown(
    loaded: Loaded, pointer: Pointer, name: str, field: Pointer, words: str
) -> Message:
    where, known = _LISTED[field[0]], find_ids(loaded, field) or frozenset()
    hint, titled = _recall(loaded, pointer, name, field), _find_titled(loaded, name, field)
    if titled and not hint:
        return say(
            "'{name}' is not an id; write '{id}', as in {where}", name=name, id=titled, where=where
        )
    if hint is None:
        near = _find_near(name, known)
        hint = _suggest(words.replace(name, near) if words and near else near, known)
    return say("'{name}' is not in {where}; {hint}", name=name, where=where, hint=hint)


def _recall(loaded: Loaded, pointer: Pointer, name: str, field: Pointer) -> Message | None:
    """Return what the last edition says: that it has the name, or another one in its place."""
    if not loaded.editions:
        return None
    last = loaded.editions[-1]
    if name in _find_published(loaded, field) and field == ("rules",):
        return say("edition {edition} has it; put its file back", edition=last.name)
    published = _find_published(loaded, field)
    came = (find_ids(loaded, field) or frozenset()) - published
    if name in published and len(came) == 1:
        return say(
            "in edition {edition} it was; write 'id: {name}' in that file again, in the place of "
            "'id: {other}'",
            edition=last.name,
            name=name,
            other=next(iter(came)),
        )
    if name in published:
        return say(
            "in edition {edition} it was; write 'id: {name}' in that file again",
            edition=last.name,
            name=name,
        )
    before = _find_value(last.rulebook, pointer)
    if isinstance(before, str) and before in (find_ids(loaded, field) or ()):
        return say("edition {edition} has '{name}' here", edition=last.name, name=before)
    return None


def _find_value(value: object, pointer: Pointer) -> object:
    """Return the value at `pointer`, or None where there is none."""
    for step in pointer:
        match value:
            case Mapping():
                value = value.get(step)
            case tuple():
                value = value[step] if isinstance(step, int) and step < len(value) else None
            case _:
                value = getattr(value, str(step), None)
    return value


def _find_titled(loaded: Loaded, name: str, field: Pointer) -> str | None:
    """Return the id of the one entry of a list that has `name` in its title, its role or so."""
    sought = _in_words(name.replace("-", " "))
    found = {id_ for id_, title in _find_titles(loaded, field) if sought in title}
    return found.pop() if len(found) == 1 else None


@lru_cache(2**4)
def _find_titles(loaded: Loaded, field: Pointer) -> tuple[tuple[str, str], ...]:
    """Return the ids in a list, each with the words of whatever people may call it."""
    rulebook = loaded.rulebook
    entries: Iterable[tuple[str, Owner | Titled]]
    match field[-1]:
        case "owners":
            entries = ((owner.id, owner) for owner in rulebook.owners.owners)
        case "rules":
            entries = rulebook.rules.items()
        case "chapters":
            entries = ((each.id, each) for each in rulebook.settings.chapters)
        case _:
            entries = ((each.id, each) for each in rulebook.settings.audiences)
    return tuple((id_, _in_words(title)) for id_, entry in entries for title in _entitle(entry))


def _entitle(entry: Owner | Titled) -> tuple[str, ...]:
    if isinstance(entry, Owner):
        return (entry.name, *entry.role.root.values())
    return (*entry.title.root.values(),)


def _in_words(title: str) -> str:
    """Return a title in small letters, with one space around each of its words."""
    return f" {' '.join(find_words(title.casefold()))} "


def _suggest(meant: str | None, known: frozenset[str]) -> Message:
    if meant:
        return say("did you mean '{name}'?", name=meant)
    if 1 < len(known) <= _FEW:
        return say("choose one of: {names}", names=tuple(sorted(known)))
    return say("correct the name, or add it there")


@lru_cache(2**10)
def _find_near(name: str, known: frozenset[str]) -> str | None:
    """Return the one of the `known` names that is most like `name`, or begins with it."""
    names = sorted(known)
    near = get_close_matches(name, names, 1, _LIKE)
    near = near or [each for each in names if each.startswith(name)]
    return near[0] if near else None


def find_sides(loaded: Loaded) -> Mapping[str, str]:
    """Return the side of each owner of which it is certain."""
    return {
        owner.id: owner.side
        for index, owner in enumerate(loaded.rulebook.owners.owners)
        if not loaded.is_faulty(("owners", "owners", index, "side"))
    }


def find_people(loaded: Loaded) -> Mapping[str, str]:
    """Return by whom each role is held, as far as it is certain, to be compared with others."""
    return {
        owner.id: " ".join(owner.name.casefold().split())
        for index, owner in enumerate(loaded.rulebook.owners.owners)
        if not loaded.is_faulty(("owners", "owners", index, "name"))
    }


def is_own_advice(rule: Rule, people: Mapping[str, str]) -> bool:
    """Tell whether the owner of a rule advises on it, under whatever role."""
    if rule.advice is None:
        return False
    name = people.get(rule.advice.by)
    return rule.advice.by == rule.owner or (name is not None and name == people.get(rule.owner))


def _hides_an_id(faulty: Pointer, pointer: Pointer) -> bool:
    """Tell whether a fault at `faulty` may hide an id of the list at `pointer`."""
    if pointer == ("rules",):
        return faulty == pointer
    inside = faulty[len(pointer) :]
    is_above = pointer[: len(faulty)] == faulty
    return is_above or (faulty[: len(pointer)] == pointer and inside[1:] in ((), ("id",)))
