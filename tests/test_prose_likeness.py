from collections.abc import Mapping, Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spelregels.prose import likeness
from spelregels.prose.likeness import find_alike

MANY = 10_000


def groups_of(*texts: str) -> list[tuple[int, ...]]:
    return list(find_alike({place: text.split() for place, text in enumerate(texts)}))


@pytest.mark.parametrize(
    ("texts", "groups"),
    [
        (("a b c", "a b c"), [(0, 1)]),
        (("a b c", "c b a b"), [(0, 1)]),
        (("a b c d", "a b c d e"), [(0, 1)]),
        (("a b c", "a b c d"), []),
        (("a b c d e f g h i", "a b c d e f g h x"), [(0, 1)]),
        (("a b c d e f g h", "a b c d e f g x"), []),
        (("a b c d x", "a b c d e", "a b c d"), [(0, 1, 2)]),
        (("a b c", "x y z", "a b c", "x y z"), [(0, 2), (1, 3)]),
        (("a b", "a b"), []),
        (("a a a", "a a a"), [(0, 1)]),
        (("", ""), []),
        ((), []),
    ],
)
def test_texts_are_alike_where_four_fifths_of_their_words_are_shared(
    texts: tuple[str, ...], groups: list[tuple[int, ...]]
) -> None:
    assert sorted(groups_of(*texts)) == groups


def test_group_has_its_places_in_the_order_of_the_texts() -> None:
    texts = {"third": list("abcde"), "first": list("abcd"), "second": list("dcba")}
    assert list(find_alike(texts)) == [("third", "first", "second")]


def test_text_that_is_like_two_others_joins_the_first_of_them() -> None:
    """The others are not like each other; every text is told of once."""
    far, farther = "a b c d e f g h p q", "a b c d e f g h r s"
    both = "a b c d e f g h p q r s"
    assert groups_of(far, farther, both) == [(0, 2)]


def group_by_brute_force(texts: Mapping[int, Sequence[str]]) -> list[tuple[int, ...]]:
    """Compare each text with the first of every group, the texts with the fewest words first."""
    groups: list[list[int]] = []
    worth = [place for place, words in texts.items() if len(words) >= 3]
    different = {frozenset(texts[place]): place for place in reversed(worth)}
    firsts = sorted(different.values())
    for first in sorted(firsts, key=lambda place: len(set(texts[place]))):
        same = [place for place in worth if set(texts[place]) == set(texts[first])]
        for group in groups:
            if are_alike(set(texts[group[0]]), set(texts[first])):
                group += same
                break
        else:
            groups.append(same)
    return sorted(tuple(sorted(group)) for group in groups if len(group) > 1)


def are_alike(words: set[str], others: set[str]) -> bool:
    return 5 * len(words & others) >= 4 * len(words | others)


@given(st.lists(st.text("abcdefg", max_size=9).map(list), max_size=12))
def test_groups_are_those_of_comparing_every_text_with_every_group(texts: list[list[str]]) -> None:
    places = dict(enumerate(texts))
    assert sorted(find_alike(places)) == group_by_brute_force(places)


@given(st.integers(), st.integers(1, 3))
def test_groups_of_texts_made_from_one_template_are_those_too(seed: int, variables: int) -> None:
    random = Random(seed)
    texts = {
        place: [*"abcdefghij", *(f"{name}{random.randrange(4)}" for name in range(variables))]
        for place in range(30)
    }
    assert sorted(find_alike(texts)) == group_by_brute_force(texts)


@pytest.fixture
def comparisons(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count how often two texts are compared; the search is quick where that is seldom."""
    compare = likeness._are_alike
    counted: list[int] = []

    def count(words: frozenset[str], others: frozenset[str]) -> bool:
        counted.append(1)
        return compare(words, others)

    monkeypatch.setattr(likeness, "_are_alike", count)
    return counted


def test_very_many_texts_made_from_one_template_are_few_groups(comparisons: list[int]) -> None:
    template = [f"word-{number}" for number in range(12)]
    texts = {place: [*template, f"name-{place}"] for place in range(MANY)}
    assert list(find_alike(texts)) == [tuple(range(MANY))]
    assert len(comparisons) < 2 * MANY


def test_very_many_texts_with_two_names_each_are_compared_seldom(comparisons: list[int]) -> None:
    random = Random(1)
    template = [f"word-{number}" for number in range(12)]
    texts = {
        place: [*template, *(f"{kind}-{random.randrange(1_000)}" for kind in ("name", "town"))]
        for place in range(MANY)
    }
    grouped = sum(map(len, find_alike(texts)))
    assert grouped > MANY * 0.9
    assert len(comparisons) < 10 * MANY


def test_very_many_texts_of_any_words_are_compared_seldom(comparisons: list[int]) -> None:
    random = Random(1)
    vocabulary = [f"word-{number}" for number in range(3_000)]
    texts = {place: random.choices(vocabulary, k=random.randint(8, 25)) for place in range(MANY)}
    assert list(find_alike(texts)) == []
    assert len(comparisons) < 50 * MANY
