"""Read one version of a duty: the words and numbers that matter, in which kind of sentence."""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from spelregels.lexicon import Lexicon, Role, Token
from spelregels.quantities import BOUNDS, Quantity, find_quantities

_SCOPE = 3
"""How many words may stand between a word that binds or allows and the one that denies it."""

_DENIED = {
    Role.MUST: Role.FORBID,
    Role.SHOULD: Role.FORBID,
    Role.MAY: Role.FORBID,
    Role.NEED: Role.FREE,
}
"""What a word becomes by a denial: `may not` forbids, `need not` frees."""

RESTRICTING = frozenset({Role.NOT, Role.ONLY, Role.PROVISO, Role.AT_ONCE, Role.LEAST, Role.MOST})
"""What binds more wherever it comes."""

_DUTIES = frozenset({Role.MUST, Role.FORBID, Role.SHOULD, Role.NOT})
_PERMISSIONS = frozenset({Role.MAY, Role.FREE})
_SILENT = frozenset({Role.FILLING, Role.BREAK, *(BOUNDS - RESTRICTING)})


class Mood(Enum):
    """Whether a sentence demands something, allows it, or merely says what is so, or is not."""

    DUTY = "duty"
    DENIAL = "denial"
    PERMISSION = "permission"
    STATEMENT = "statement"
    MIXED = "mixed"


BINDING = frozenset({Mood.DUTY, Mood.DENIAL})
"""The moods of a sentence that binds somebody; a denial does not say whom."""


class Word(NamedTuple):
    """A word that matters to a duty, and the mood of its sentence."""

    role: Role
    text: str
    mood: Mood


class Amount(NamedTuple):
    """A number of a duty, and the mood of its sentence."""

    quantity: Quantity
    mood: Mood


class Duty(NamedTuple):
    """What is seen of one version of a duty."""

    words: tuple[Word, ...]
    quantities: tuple[Amount, ...]


def read_duty(tokens: Sequence[Token], lexicon: Lexicon) -> Duty:
    """Return what matters in the words of a duty, sentence by sentence."""
    words: list[Word] = []
    quantities: list[Amount] = []
    for sentence in _sentences(tokens):
        settled = _deny(sentence)
        mood = _mood_of(frozenset(token.role for token in settled))
        found = tuple(find_quantities(sentence, lexicon))
        quantities += [Amount(quantity, mood) for quantity in found]
        near = {at for each in found for at in range(each.start - _SCOPE, each.end + _SCOPE)}
        for index, token in enumerate(settled):
            is_of_number = index in near and token.role in BOUNDS
            if token.role and token.role not in _SILENT and not is_of_number:
                words.append(Word(token.role, token.text, mood))
    return Duty(tuple(words), tuple(quantities))


def _sentences(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    sentence: list[Token] = []
    for token in tokens:
        sentence.append(token)
        if token.role is Role.BREAK and token.text not in ",()":
            yield sentence
            sentence = []
    yield sentence


def _deny(sentence: Sequence[Token]) -> list[Token]:
    """Return the words of a sentence, each denial taken into the verb nearest to it."""
    settled = list(sentence)
    for index, token in enumerate(sentence):
        verb = _find_verb(settled, index) if token.role is Role.NOT else None
        if verb is not None:
            first, last = sorted((index, verb))
            role = _DENIED[settled[verb].role or Role.MUST]
            settled[verb] = Token(f"{sentence[first].text} {sentence[last].text}", role)
            settled[index] = Token(token.text, Role.FILLING)
    return [Token(each.text, Role.MUST) if each.role is Role.NEED else each for each in settled]


def _find_verb(sentence: Sequence[Token], denial: int) -> int | None:
    """Return the place of the verb nearest to a denial in its clause, or None."""
    for distance in range(1, _SCOPE + 1):
        for at in (denial - distance, denial + distance):
            between = sentence[min(at, denial) + 1 : max(at, denial)]
            is_beside = not any(token.role is Role.BREAK for token in between)
            if 0 <= at < len(sentence) and sentence[at].role in _DENIED and is_beside:
                return at
    return None


def _mood_of(roles: frozenset[Role | None]) -> Mood:
    if duties := roles & _DUTIES:
        if roles & _PERMISSIONS:
            return Mood.MIXED
        return Mood.DENIAL if duties == {Role.NOT} else Mood.DUTY
    return Mood.PERMISSION if roles & _PERMISSIONS else Mood.STATEMENT
