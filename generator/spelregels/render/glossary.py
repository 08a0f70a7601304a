"""The page of the words that the rules use."""

import re
import unicodedata
from collections.abc import Iterator

from spelregels.models import Term
from spelregels.render.publication import Page, Publication, Reader
from spelregels.render.templates import render_page


def render(publication: Publication) -> Iterator[Page]:
    """Yield the glossary, in the order of the alphabet."""
    reader = publication.reader("../")
    every = (_term(reader, term) for term in publication.rulebook.glossary.terms)
    terms = tuple(sorted(every, key=lambda term: (term["name"].casefold(), term["id"])))
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


def to_anchor(name: str) -> str:
    """Return the place of a term on the page: ASCII, whatever the word is made of."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "term-" + re.sub(r"[^a-z0-9]+", "-", ascii_name.casefold()).strip("-")
