"""The pages around the units: they lead to one, without a server or a script."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from spelregels.models import Rulebook
from spelregels.render.publication import Link, Page, Unit
from spelregels.render.templates import render_html
from spelregels.words import load_words

POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"
"""These pages load nothing at all."""


@dataclass(frozen=True)
class _Way:
    """A page at `path` within the site that leads to `target`, an address within the site."""

    path: str
    target: str
    language: str


def render_leading(rulebook: Rulebook, units: tuple[Unit, ...], site_url: str) -> Iterator[Page]:
    """Yield the pages that lead to the units: the root, each language, and each rule."""
    for way in _find_ways(rulebook, units):
        yield _lead(rulebook, units, way, site_url)
    yield _not_found(rulebook, units, site_url)


def _find_ways(rulebook: Rulebook, units: tuple[Unit, ...]) -> Iterator[_Way]:
    yield _Way("", units[0].address, units[0].language)
    for unit in units:
        yield _Way(f"{unit.language}/", unit.address, unit.language)
        for id_ in rulebook.rules:
            path = f"{unit.language}/rules/{id_}/"
            yield _Way(path, f"{unit.address}rules/{id_}/", unit.language)


def _lead(rulebook: Rulebook, units: tuple[Unit, ...], way: _Way, site_url: str) -> Page:
    root = "../" * way.path.count("/")
    links = (
        Link(load_words(unit.language)["language"], root + _same_in(unit, way)) for unit in units
    )
    content = render_html(
        "leading.html.j2",
        language=way.language,
        title=rulebook.settings.name.within(way.language),
        leads_to=load_words(way.language)["leads_to"],
        policy=POLICY,
        target=root + way.target,
        canonical=(site_url or root) + way.target,
        links=tuple(links),
    )
    return Page(f"{way.path}index.html", content)


def _same_in(unit: Unit, way: _Way) -> str:
    """Return where the way leads in the language of `unit`."""
    _, edition, rest = way.target.split("/", 2)
    return f"{unit.language}/{edition}/{rest}"


def _not_found(rulebook: Rulebook, units: tuple[Unit, ...], site_url: str) -> Page:
    """Return the page a server sends for a wrong address; it may stand at any depth."""
    root = urlsplit(site_url).path or "/"
    says = [
        {
            "language": unit.language,
            "name": rulebook.settings.name.within(unit.language),
            "words": load_words(unit.language).phrases,
            "address": root + unit.address,
        }
        for unit in units
    ]
    content = render_html("not-found.html.j2", policy=POLICY, says=says)
    return Page("404.html", content)
