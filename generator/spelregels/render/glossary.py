"""The page of the words that the rules use."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from spelregels.models import Model, Rule
from spelregels.render.publication import Link, Page, Publication, Reader
from spelregels.render.templates import render_page
from spelregels.render.terms import Entry
from spelregels.rich import find_runs
from spelregels.values import RichText

_MIN_FOR_LETTERS = 20
"""From how many terms on a reader is helped by letters to go to."""

_NOT_SHOWN = frozenset({"allow", "change"})


@dataclass(frozen=True)
class TermView:
    """A term with its meaning, the forms that its author gives, and the rules that use it."""

    anchor: Markup
    name: str
    meaning: Markup
    forms: str
    used: str
    rules: tuple[Link, ...]


@dataclass(frozen=True)
class Letter:
    """The terms that begin with a letter; it has no name where there are few terms in all."""

    name: str
    anchor: Markup
    terms: tuple[TermView, ...]


def render(publication: Publication) -> Iterator[Page]:
    """Yield the glossary, in the order of the alphabet."""
    reader = publication.reader("../")
    users = _find_users(reader)
    entries = sorted(reader.terms.entries, key=lambda entry: (_sortable(entry.name), entry.anchor))
    terms = tuple(_view(reader, entry, users.get(entry.anchor, ())) for entry in entries)
    yield render_page(
        "glossary.md",
        publication,
        reader,
        title=publication.words["glossary"],
        description=publication.words["glossary_intro"],
        is_one_text=False,
        letters=tuple(_find_letters(terms)),
    )


def _view(reader: Reader, entry: Entry, rules: tuple[str, ...]) -> TermView:
    forms = dict.fromkeys(entry.term.forms.get(reader.language, ()))
    return TermView(
        entry.anchor,
        entry.name,
        reader.rich(entry.term.meaning, entry.anchor),
        ", ".join(form for form in forms if form != entry.name),
        reader.words.count("used_in", len(rules)),
        reader.rule_links(rules),
    )


def _find_letters(terms: tuple[TermView, ...]) -> Iterator[Letter]:
    if len(terms) < _MIN_FOR_LETTERS:
        yield from (Letter("", Markup(), terms) for _ in terms[:1])
        return
    for letter, own in groupby(terms, key=lambda term: _letter(term.name)):
        anchor = Markup("_letter-{}").format(letter if letter.isalpha() else 0)
        yield Letter(letter.upper(), anchor, tuple(own))


def _letter(name: str) -> str:
    """Return what a term stands under: a letter of ASCII, or `#` for anything else."""
    first = _sortable(name)[:1]
    return first if first.isascii() and first.isalpha() else "#"


def _sortable(name: str) -> str:
    return unicodedata.normalize("NFKD", name.casefold())


def _find_users(reader: Reader) -> Mapping[str, tuple[str, ...]]:
    """Return by anchor the rules in which a term stands, also where it is not linked."""
    users: dict[str, list[str]] = {}
    for id_, rule in reader.rulebook.rules.items():
        for anchor in sorted(_find_anchors(reader, rule)):
            users.setdefault(anchor, []).append(id_)
    return {anchor: tuple(ids) for anchor, ids in users.items()}


def _find_anchors(reader: Reader, rule: Rule) -> set[str]:
    return {
        mention.address
        for text in _find_texts(rule)
        for run in find_runs(text.within(reader.language))
        for mention in reader.terms.find(run)
    }


def _find_texts(part: object) -> Iterator[RichText]:
    """Yield every rich text that the page of a rule shows."""
    if isinstance(part, RichText):
        yield part
    elif isinstance(part, Model):
        for name in type(part).model_fields:
            if name not in _NOT_SHOWN:
                yield from _find_texts(getattr(part, name))
    elif isinstance(part, tuple):
        for each in part:
            yield from _find_texts(each)
