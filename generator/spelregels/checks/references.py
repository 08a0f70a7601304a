"""What the checks of identity and references share."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache

from spelregels.diagnostics import Pointer, Problem
from spelregels.loaded import Loaded
from spelregels.messages import Value, say
from spelregels.models import Identified, Rule, Rulebook

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
    """Yield what may not be there twice: the ids, and the terms of each language."""
    yield from find_identified(rulebook)
    for language in rulebook.settings.languages:
        yield tuple(
            (term.term.within(language), ("glossary", "terms", index, "term", language))
            for index, term in enumerate(rulebook.glossary.terms)
            if term.term.within(language)
        )


def find_ids(loaded: Loaded, pointer: Pointer) -> frozenset[str] | None:
    """Return the ids in a list, or None where a fault in it makes them uncertain."""
    if any(_hides_an_id(faulty, pointer) for faulty in loaded.faulty):
        return None
    every = (named for named in find_identified(loaded.rulebook))
    return frozenset(
        name for named in every for name, place in named if place[: len(pointer)] == pointer
    )


def find_unknown(
    pointer: Pointer, name: str, known: frozenset[str] | None, where: Value
) -> Iterator[Problem]:
    """Yield a problem if `name` is not among the `known`; nothing if those are uncertain."""
    if known is None or name in known:
        return
    near = _find_near(name, known)
    hint = (
        say("did you mean '{name}'?", name=near)
        if near
        else say("correct the name, or add it there")
    )
    message = say("'{name}' is not in {where}; {hint}", name=name, where=where, hint=hint)
    yield Problem(pointer, message)


@lru_cache(2**10)
def _find_near(name: str, known: frozenset[str]) -> str | None:
    """Return the one of the `known` names that is most like `name`, or begins with it."""
    names = sorted(known)
    near = get_close_matches(name, names, 1) or [each for each in names if each.startswith(name)]
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
