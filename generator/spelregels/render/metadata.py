"""What a page tells to programs of what it is about: JSON-LD, in the words of schema.org."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from spelregels.models import Publisher
from spelregels.plain import to_json, to_line
from spelregels.render.publication import Publication

_CONTEXT = "https://schema.org"
_DESCRIPTION_LENGTH = 160
"""How much of a description the search engines show."""


def shorten(text: str) -> str:
    """Return as many whole words of a text as a description may have."""
    line = to_line(text)
    if len(line) <= _DESCRIPTION_LENGTH:
        return line
    return line[:_DESCRIPTION_LENGTH].rpartition(" ")[0].rstrip(".,;:") + "…"


def describe_rule(publication: Publication, id_: str, description: str) -> Markup:
    """Return what the page of a rule is, as a part of its edition."""
    name = publication.reader().plain(publication.rulebook.rules[id_].title)
    facts = _describe(publication, name, description, f"rules/{id_}/")
    whole = {"@type": "CreativeWork", **_find_address(publication, "")}
    return to_json({**facts, "isPartOf": {**whole, "name": _name_of(publication)}})


def describe_edition(publication: Publication, description: str) -> Markup:
    """Return what the home page of an edition is."""
    return to_json(_describe(publication, _name_of(publication), description, ""))


def _describe(
    publication: Publication, name: str, description: str, path: str
) -> Mapping[str, object]:
    edition, unit = publication.edition, publication.unit
    facts: dict[str, object] = {
        "@context": _CONTEXT,
        "@type": "CreativeWork",
        "name": name,
        "description": description,
        **_find_address(publication, path),
        "inLanguage": unit.language,
        "version": unit.edition,
    }
    if edition:
        facts["datePublished"] = edition.published.isoformat()
    publisher = dict(_find_publisher(publication.rulebook.settings.publisher))
    return {**facts, "publisher": publisher}


def _find_address(publication: Publication, path: str) -> Mapping[str, str]:
    """Return the address of a page, where the site has one."""
    site = publication.site_url
    return {"url": f"{site}{publication.unit.address}{path}"} if site else {}


def _find_publisher(publisher: Publisher) -> Iterator[tuple[str, str]]:
    yield "@type", "Organization"
    yield "name", publisher.name
    if publisher.url:
        yield "url", publisher.url


def _name_of(publication: Publication) -> str:
    return publication.reader().plain(publication.rulebook.settings.name)
