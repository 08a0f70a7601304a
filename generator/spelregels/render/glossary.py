"""The page of the words that the rules use."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from spelregels.models import Term
from spelregels.render.publication import Page, Publication, Reader
from spelregels.render.templates import render_page


def render(publication: Publication) -> Iterator[Page]:
    """Yield the glossary, in the order of the alphabet."""
    reader = publication.reader("../")
    every = (_term(reader, term) for term in publication.rulebook.glossary.terms)
    terms = _with_own_anchors(sorted(every, key=lambda term: term["name"].casefold()))
    title = publication.words["glossary"]
    yield render_page("glossary.md", publication, reader, title=title, terms=terms)


def _term(reader: Reader, term: Term) -> dict[str, str]:
    name = reader.plain(term.term)
    return {
        "id": to_anchor(name),
        "name": name,
        "meaning": reader.rich(term.meaning),
        "forms": ", ".join(term.forms.get(reader.language, ())),
    }


def _with_own_anchors(terms: Iterable[dict[str, str]]) -> tuple[dict[str, str], ...]:
    """Return the terms with a number after an anchor that another one has already: C and C++."""
    seen: Counter[str] = Counter()
    numbered = []
    for term in terms:
        seen[term["id"]] += 1
        count = seen[term["id"]]
        numbered.append({**term, "id": f"{term['id']}_{count}"} if count > 1 else term)
    return tuple(numbered)


def to_anchor(name: str) -> str:
    """Return the place of a term on the page: ASCII, whatever the word is made of."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "term-" + re.sub(r"[^a-z0-9]+", "-", ascii_name.casefold()).strip("-")
