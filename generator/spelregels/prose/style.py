"""See what makes a text hard for a customer: office words, passives, words of the trade."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from spelregels.prose.language import Language, find_words_of
from spelregels.prose.text import find_words, read_prose, strip_marks

_ABBREVIATION = re.compile(r"[A-Z](?<![\w.@/-].)(?:[a-z]?[A-Z])+s?(?![\w/@]|\.\w|-\d)")
_CAPITALS = re.compile(r"[A-Z][a-z]?[A-Z]")
_EXPLAINED = re.compile(r"\(\s*([A-Z][A-Za-z]*[A-Z])s?\s*\)|\b([A-Z]{2,})s?\s*\(")
_ORDINARY = ("function", "authority", "neutral", "abbreviations", "placeholder")
"""The words that are no jargon in capitals either."""
_BETWEEN = r"[^|\s]+(?: [^|\s]+){0,5}?"
_MANY_PASSIVES = 2
_SCOPE = 6
"""How many words after `is` or `wordt` the participle of a passive may stand."""


def find_office_words(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield each office word of a text, in small letters and once, with the plain one.

    Of a phrase with other words in between, all of it is told.
    """
    known = find_words_of(language)
    if known is None:
        return
    telling = read_prose(text).vocabulary & _telling(known).keys()
    if not telling:
        return
    sentences = read_prose(strip_marks(text, code="|") if "`" in text else text).sentences
    told = f" {' | '.join(' '.join(sentence.small) for sentence in sentences)} "
    phrases = {phrase for word in telling for phrase in _telling(known)[word]}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        if found := _compile(phrase).search(told):
            told = _compile(phrase).sub(" | ", told)
            yield found[0].strip(), known.office[phrase]


def find_piled_passives(text: str, language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each sentence with two passives or more, and the participles in it."""
    known = find_words_of(language)
    prose = read_prose(text)
    if known is None or prose.vocabulary.isdisjoint(_auxiliaries(known)):
        return
    for sentence in prose.sentences:
        if sum(map(_auxiliaries(known).__contains__, sentence.small)) < _MANY_PASSIVES:
            continue
        participles = tuple(_find_passives(sentence.small, known))
        if len(participles) >= _MANY_PASSIVES:
            yield sentence.text, participles


def find_terms(text: str, language: str) -> Iterator[str]:
    """Yield each abbreviation and each word of the trade that a text does not explain, once."""
    known = find_words_of(language)
    if known is None:
        return
    jargon = read_prose(text).vocabulary & known.words("jargon")
    if not jargon and not _CAPITALS.search(text):
        return
    plain = strip_marks(text, code=" ")
    if plain.isupper():
        return
    terms = dict.fromkeys(found[0] for found in _ABBREVIATION.finditer(plain))
    if terms:
        ordinary = known.words(*_ORDINARY)
        explained = {name for pair in _EXPLAINED.findall(plain) for name in pair if name}
        for term in terms:
            if term.casefold() not in ordinary and term.rstrip("s") not in explained:
                yield term
    if jargon:
        words = find_words(plain.casefold())
        yield from dict.fromkeys(word for word in words if word in jargon)


def _find_passives(words: Sequence[str], known: Language) -> Iterator[str]:
    auxiliaries, (participle, others) = _auxiliaries(known), _participles(known)
    used: set[int] = set()
    for index, word in enumerate(words):
        if word not in auxiliaries:
            continue
        around = [*range(index + 1, min(len(words), index + _SCOPE + 1))]
        if known.name == "nl" and index:
            # In a clause that depends on another one, the participle stands before its verb.
            around = [index - 1, *around]
        for at in around:
            is_one = participle.fullmatch(words[at]) and words[at] not in others
            if at not in used and (is_one or words[at] in _irregular(known)):
                used.add(at)
                yield words[at]
                break


@cache
def _compile(phrase: str) -> re.Pattern[str]:
    """Return the pattern of a phrase between spaces; its dots stand for one to six words."""
    return re.compile(f" {phrase.replace('…', _BETWEEN)} ")


@cache
def _telling(known: Language) -> Mapping[str, tuple[str, ...]]:
    """Return the office phrases by their longest word: without it, there is none of them."""
    by_word: dict[str, tuple[str, ...]] = {}
    for phrase in known.office:
        word = max(find_words(phrase), key=len)
        by_word[word] = (*by_word.get(word, ()), phrase)
    return by_word


@cache
def _auxiliaries(known: Language) -> frozenset[str]:
    return frozenset(known.passive["auxiliaries"].split())


@cache
def _participles(known: Language) -> tuple[re.Pattern[str], frozenset[str]]:
    passive = known.passive
    return re.compile(passive["ending"]), frozenset(passive["not_participles"].split())


@cache
def _irregular(known: Language) -> frozenset[str]:
    return frozenset(known.passive["participles"].split())
