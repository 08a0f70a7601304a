"""Tell from two versions of a duty whether it binds more or less, by what can be seen of it.

No program understands a text. What it can see is that a number moved, that a word that binds,
allows or denies came or went, and which other words did; each is a signal with its reason, and
some of them do not say which way the duty moved.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import Enum
from typing import NamedTuple

from spelregels.duties import BINDING, RESTRICTING, Amount, Mood, Word, read_duty
from spelregels.lexicon import Lexicon, Role, Token, find_lexicon, tokenize
from spelregels.messages import Message, Value, say
from spelregels.quantities import Quantity, find_quantities


class Direction(Enum):
    """Which way a duty moved."""

    TIGHTER = "tighter"
    LOOSER = "looser"
    UNKNOWN = "unknown"


class Signal(NamedTuple):
    """Something that was seen to change in a duty, and what it says of it."""

    direction: Direction
    reason: Message


_STRENGTH: Mapping[Role, int] = {
    Role.MUST: 2,
    Role.FORBID: 2,
    Role.SHOULD: 1,
    Role.MAY: -1,
    Role.FREE: -1,
}
"""How much a verb binds; what comes is weighed against what goes."""

_WIDENING = frozenset({Role.ALWAYS, Role.ALL})
"""What binds more in a duty, and allows more in a permission."""

_LIMITING = frozenset({Role.CONDITION, Role.EXCEPTION})
"""What binds less in a duty, and allows less in a permission; of a denial, that is not seen."""


_LIMITS: Mapping[Role, Message] = {
    Role.LEAST: say("at least"),
    Role.MOST: say("at most"),
    Role.FROM: say("from"),
    Role.UNTIL: say("until"),
    Role.MORE: say("more than"),
    Role.LESS: say("less than"),
}
"""How it is told in which way a number binds."""

_MODALS: Mapping[str, str] = {
    form: verb
    for verb, forms in (
        ("moet", "moet moeten moest moesten"),
        ("dient", "dient dienen"),
        ("behoort", "behoort behoren"),
        ("mag", "mag mogen mocht"),
        ("kan", "kan kunt kun kunnen"),
        ("must", "must"),
        ("shall", "shall"),
        ("should", "should"),
        ("ought", "ought"),
        ("may", "may"),
        ("can", "can could"),
        ("might", "might"),
    )
    for form in forms.split()
}
"""The modal verb that a form belongs to: the plural of a verb is no other verb."""


def find_signals(old: str, new: str, language: str) -> Iterator[Signal]:
    """Yield what in the change from `old` to `new` changes what somebody must or may do."""
    lexicon = find_lexicon(language)
    before, after = (read_duty(tokenize(text, lexicon), lexicon) for text in (old, new))
    yield from _compare_quantities(before.quantities, after.quantities)
    yield from _compare_words(before.words, after.words)
    yield from _compare_modals(before.words, after.words)


def find_other_words(old: str, new: str, language: str) -> tuple[str, ...]:
    """Return the content words that came, went or moved, besides those that are signals."""
    lexicon = find_lexicon(language)
    before, after = (tokenize(text, lexicon) for text in (old, new))
    told = _told_words(read_duty(before, lexicon).words, read_duty(after, lexicon).words)
    one, other = _content(before, lexicon), _content(after, lexicon)
    words: set[str] = set()
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag != "equal":
            words.update((*one[start:end], *other[new_start:new_end]))
    return tuple(sorted(words - told))


def _content(tokens: Sequence[Token], lexicon: Lexicon) -> list[str]:
    silent = (Role.FILLING, Role.BREAK)
    numbers = {
        at for each in find_quantities(tokens, lexicon) for at in range(each.start, each.end)
    }
    return [
        token.text
        for index, token in enumerate(tokens)
        if token.role not in silent and index not in numbers
    ]


def _told_words(before: Sequence[Word], after: Sequence[Word]) -> frozenset[str]:
    told = [*_surplus(before, after), *_surplus(after, before)]
    return frozenset(part for word in told for part in (word.text, *word.text.split()))


def _compare_words(before: Sequence[Word], after: Sequence[Word]) -> Iterator[Signal]:
    gone, come = tuple(_surplus(before, after)), tuple(_surplus(after, before))
    verbs = _weigh(gone, come)
    for words, sign in ((come, 1), (gone, -1)):
        for word in words:
            weight = _STRENGTH.get(word.role) or _weight(word)
            total = verbs if verbs is not None and word.role in _STRENGTH else weight * sign
            yield Signal(_direction(total), _tell_word(word.text, is_new=sign > 0))


def _tell_word(word: str, *, is_new: bool) -> Message:
    if is_new:
        return say("'{word}' was added", word=word)
    return say("'{word}' was removed", word=word)


def _compare_modals(before: Sequence[Word], after: Sequence[Word]) -> Iterator[Signal]:
    """Yield each modal verb that became another which does the same: must, shall.

    Which of the two binds more is for people to say; that it is another verb can be seen.
    """
    for role in (Role.MUST, Role.SHOULD, Role.MAY):
        old, new = (
            Counter(
                _MODALS[word.text] for word in words if word.role is role and word.text in _MODALS
            )
            for words in (before, after)
        )
        gone, come = sorted((old - new).elements()), sorted((new - old).elements())
        for one, other in zip(gone, come, strict=False):
            reason = say("'{word}' became '{other}'", word=one, other=other)
            yield Signal(Direction.UNKNOWN, reason)


def _weigh(gone: Sequence[Word], come: Sequence[Word]) -> int | None:
    """Return how much more is demanded where verbs came in the place of others, else None."""
    old, new = ([_STRENGTH.get(word.role, 0) for word in words] for words in (gone, come))
    return sum(new) - sum(old) if any(old) and any(new) else None


def _weight(word: Word) -> int:
    """Return whether a word binds more (1) or less (-1) where it comes; 0 for neither."""
    if word.role in RESTRICTING:
        return 1
    if word.role is Role.HEDGE:
        return -1
    if word.role in _WIDENING:
        return {Mood.PERMISSION: -1, Mood.MIXED: 0}.get(word.mood, 1)
    if word.role in _LIMITING:
        return {Mood.PERMISSION: 1, Mood.DUTY: -1}.get(word.mood, 0)
    return 0


def _surplus(words: Sequence[Word], others: Sequence[Word]) -> Iterator[Word]:
    """Yield the words of which there are more than among `others`, by what they do."""
    for kind in dict.fromkeys(map(_kind, words)):
        theirs = Counter(word.text for word in others if _kind(word) == kind)
        mine = [word for word in words if _kind(word) == kind]
        extra = max(0, len(mine) - theirs.total())
        yield from sorted(mine, key=lambda word: word.text in theirs)[:extra]


def _kind(word: Word) -> Role | str:
    return word.text.removesuffix("s") if word.role is Role.DAY else word.role


def _direction(weight: int) -> Direction:
    if weight == 0:
        return Direction.UNKNOWN
    return Direction.TIGHTER if weight > 0 else Direction.LOOSER


def _compare_quantities(old: Sequence[Amount], new: Sequence[Amount]) -> Iterator[Signal]:
    before, after = list(old), list(new)
    for key in _PAIRINGS:
        for one, other in _pair_off(before, after, key):
            yield from _moved(one, other)
    if len(before) == len(after):
        for one, other in zip(before, after, strict=True):
            yield from _moved(one, other)
        return
    for amounts, sign in ((before, -1), (after, 1)):
        for amount in amounts:
            direction = _direction(sign * _limits(amount))
            yield Signal(direction, _tell_number(amount.quantity.shown, is_new=sign > 0))


def _tell_number(number: str, *, is_new: bool) -> Message:
    if is_new:
        return say("the number {number} was added", number=number)
    return say("the number {number} was removed", number=number)


def _pair_off(
    before: list[Amount], after: list[Amount], key: Callable[[Amount], object]
) -> Iterator[tuple[Amount, Amount]]:
    """Take out and yield the amounts that are alike by `key`, in the order of reading."""
    for one in tuple(before):
        other = next((each for each in after if key(one) and key(one) == key(each)), None)
        if other:
            before.remove(one)
            after.remove(other)
            yield one, other


_PAIRINGS: tuple[Callable[[Amount], object], ...] = (
    lambda amount: (amount.quantity.meaning, amount.quantity.dimension),
    lambda amount: amount.quantity.dimension,
    lambda amount: amount.quantity.meaning,
)
"""What makes two numbers the same one: all of it, else what they count, else how much."""


def _moved(old: Amount, new: Amount) -> Iterator[Signal]:
    """Yield what it says that one number became another: more of `at least` binds more."""
    one, other = old.quantity, new.quantity
    if one.meaning == other.meaning:
        return
    weight = 0
    numbers: tuple[Value, Value]
    if one.limit != other.limit:
        weight = _weight_of_limit(old, new) if one.key == other.key else 0
        numbers = _with_limit(one), _with_limit(other)
    else:
        numbers = one.shown, other.shown
        if one.dimension == other.dimension:
            mood = new.mood if new.mood is old.mood else Mood.MIXED
            weight = _growth(one, other) * _pull(other.bound, mood)
    reason = say("the number {number} became {other}", number=numbers[0], other=numbers[1])
    yield Signal(_direction(weight), reason)


def _with_limit(quantity: Quantity) -> Value:
    if quantity.limit is None:
        return quantity.shown
    return say("{limit} {number}", limit=_LIMITS[quantity.limit], number=quantity.shown)


def _weight_of_limit(old: Amount, new: Amount) -> int:
    """Return what it says that a number was limited, or is no longer."""
    if old.quantity.limit is None:
        return _limits(new)
    return -_limits(old) if new.quantity.limit is None else 0


def _growth(old: Quantity, new: Quantity) -> int:
    if isinstance(old.key, str) or isinstance(new.key, str):
        return 0
    return 1 if new.key > old.key else -1


def _limits(amount: Amount) -> int:
    """Return 1 where a number that comes binds: a limit, unless it limits a duty."""
    if amount.quantity.bound is Role.LEAST:
        return 1
    is_limit = amount.quantity.bound is Role.MOST and amount.mood not in BINDING
    return 1 if is_limit else 0


def _pull(bound: Role | None, mood: Mood) -> int:
    """Return whether more of a number binds more (1) or less (-1); 0 where that is not seen.

    Orders of more than 500 euros that need a signature, and files of more than 5 GB that may be
    kept, move the other way: there, the sentence decides.
    """
    if bound in (Role.LEAST, Role.COST):
        return 1
    if bound is Role.MOST:
        return -1
    is_lower = bound in (Role.FROM, Role.MORE)
    is_upper = bound in (Role.UNTIL, Role.LESS)
    if mood is Mood.STATEMENT and bound in (Role.MORE, Role.LESS):
        return 0
    if mood is Mood.MIXED or not (is_lower or is_upper):
        return 0
    return 1 if is_lower == (mood not in BINDING) else -1
