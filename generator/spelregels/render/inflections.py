"""The regular forms of a word, by which a term of the glossary is known in a text.

A form that no writer uses does no harm, so these rules are generous: `browser` gives `browsers`,
and also a `browseren` that nobody will meet. What is irregular, the author gives under `forms`.
"""

import re
from collections.abc import Callable, Iterator, Mapping

_LAST_WORD = re.compile(r"(?<!\S)[^\W\d_]+(?:-[^\W\d_]+)*$")
_DUTCH_DOUBLED = re.compile(r"(?:^|[^aeiou])[aeiou]([bdfgklmnprst])$")
_DUTCH_LONG = re.compile(r"(?:^|[^aeiou])([aeou])\1([bdfgklmnprst])$")
_SOFTENED = {"f": "v", "s": "z"}
"""How the last letter of a Dutch word changes before an ending: brief, brieven."""


def find_forms(name: str, language: str) -> Iterator[str]:
    """Yield the regular forms of `name`, of which the last word is inflected."""
    found = _LAST_WORD.search(name)
    inflect = _INFLECTIONS.get(language)
    if found is None or inflect is None:
        return
    word, before = found[0], name[: found.start()]
    inflected = _abbreviation(word) if _is_abbreviation(word) else inflect(word)
    yield from (before + form for form in inflected)


def _is_abbreviation(word: str) -> bool:
    return len(word) < 3 or sum(letter.isupper() for letter in word) > 1


def _abbreviation(word: str) -> Iterator[str]:
    yield f"{word}'s"
    if len(word) > 2:
        yield f"{word}s"


def _dutch(word: str) -> Iterator[str]:
    yield f"{word}s"
    if word[-1] in "aeiouyé":
        yield from (f"{word}'s", f"{word}n", f"{word}ën")
        return
    stems = [word]
    if found := _DUTCH_DOUBLED.search(word):
        stems.append(word + found[1])
    if found := _DUTCH_LONG.search(word):
        stems.append(word[:-2] + found[2])
    if word.endswith("heid"):
        stems.append(word.removesuffix("heid") + "hed")
    stems += [stem[:-1] + _SOFTENED[stem[-1]] for stem in stems if stem[-1] in _SOFTENED]
    yield from (stem + ending for stem in stems for ending in ("e", "en"))


def _english(word: str) -> Iterator[str]:
    yield f"{word}'s"
    if re.search(r"(?:[sxz]|[cs]h)$", word):
        yield f"{word}es"
    elif re.search(r"[^aeiou]y$", word):
        yield f"{word[:-1]}ies"
    else:
        yield from (f"{word}s", *((f"{word}es",) if word.endswith("o") else ()))


_INFLECTIONS: Mapping[str, Callable[[str], Iterator[str]]] = {"nl": _dutch, "en": _english}
"""By language; in any other, the forms are those that the author gives."""
