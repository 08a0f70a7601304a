"""Find texts that are the same, or nearly so, among very many.

Two texts are alike where the words they share are at least four fifths of the words of both
together (their Jaccard index). Only texts that share one of their rarest words are compared: of a
text of n words, one of the n - ceil(0.8 n) + 1 rarest must be in any text that is like it (the
prefix filter of Bayardo, Ma and Srikant, Scaling up all pairs similarity search, 2007).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeVar

_ALIKE = (4, 5)
"""Which part of the words of both together two texts share to be alike, as a fraction."""
_SHARED = (8, 9)
"""Which part of its words a text shares with one that is no shorter and like it: 2a / (1 + a)."""
_FEWEST = 3
"""Of texts with fewer words, being the same means nothing."""

P = TypeVar("P")


def find_alike(texts: Mapping[P, Sequence[str]]) -> Iterator[tuple[P, ...]]:
    """Yield each group of places, in the order of `texts`, whose words are alike.

    A text joins the first group whose first text is like it, so that no group can make the others
    slow: each is compared as one text.
    """
    same: dict[frozenset[str], list[P]] = defaultdict(list)
    for place, words in texts.items():
        if len(words) >= _FEWEST:
            same[frozenset(words)].append(place)
    order = {place: index for index, place in enumerate(texts)}
    for group in _gather(same):
        places = sorted(chain.from_iterable(same[words] for words in group), key=order.__getitem__)
        if len(places) > 1:
            yield tuple(places)


def _gather(texts: Mapping[frozenset[str], object]) -> Iterator[list[frozenset[str]]]:
    """Yield the sets of words in groups: the first of a group is like each of the others."""
    frequency = Counter(chain.from_iterable(texts))
    every = sorted(frequency, key=lambda word: (frequency[word], word))
    rarity = {word: rank for rank, word in enumerate(every)}
    unshared = {word for word, times in frequency.items() if times == 1}
    groups: list[list[frozenset[str]]] = []
    heads: dict[str, list[int]] = defaultdict(list)
    for words in sorted(texts, key=len):
        if len(unshared & words) >= _count_first(len(words), _ALIKE):
            yield [words]
            continue
        rarest = sorted(words, key=rarity.__getitem__)
        group = _find_group(words, _first(rarest, _ALIKE), heads, groups)
        if group is not None:
            groups[group].append(words)
            continue
        for word in _first(rarest, _SHARED):
            heads[word].append(len(groups))
        groups.append([words])
    yield from groups


def _first(rarest: Sequence[str], part: tuple[int, int]) -> Sequence[str]:
    """Return the words of a text one of which is in every text that has so large a part of it."""
    return rarest[: _count_first(len(rarest), part)]


def _count_first(count: int, part: tuple[int, int]) -> int:
    """Return how many words more than may be left out, of so many, a large part of them is."""
    return count + part[0] * -count // part[1] + 1


def _find_group(
    words: frozenset[str],
    rarest: Sequence[str],
    heads: Mapping[str, Sequence[int]],
    groups: Sequence[Sequence[frozenset[str]]],
) -> int | None:
    near = set(chain.from_iterable(heads.get(word, ()) for word in rarest))
    least = _ALIKE[0] * len(words)
    for group in sorted(near):
        head = groups[group][0]
        if _ALIKE[1] * len(head) >= least and _are_alike(words, head):
            return group
    return None


def _are_alike(words: frozenset[str], others: frozenset[str]) -> bool:
    shared = len(words & others)
    return _ALIKE[1] * shared >= _ALIKE[0] * (len(words) + len(others) - shared)
