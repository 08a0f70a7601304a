"""The pages around the units: they lead to one, without a server or a script."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from spelregels.render.publication import Link, Page, Publication
from spelregels.render.templates import render_html
from spelregels.words import load_words

POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"
"""These pages load nothing at all."""


@dataclass(frozen=True)
class Surroundings:
    """What the leading pages lead to.

    `publications` are those of the site, the newest edition first; `leading` is the edition that
    readers are led to; `addresses` are the pages of each unit, by its address.
    """

    publications: tuple[Publication, ...]
    leading: str
    addresses: Mapping[str, tuple[str, ...]]

    @property
    def languages(self) -> tuple[str, ...]:
        """Every language, that of the first publication first."""
        return tuple(dict.fromkeys(each.unit.language for each in self.publications))

    def main(self, language: str) -> Publication:
        """Return what readers of a language are led to."""
        own = self._in(language)
        return next((each for each in own if each.unit.edition == self.leading), own[0])

    def newest(self, language: str, rule: str) -> Publication:
        """Return where the newest page of a rule is: the main edition, or else the newest one."""
        publications = (self.main(language), *self._in(language))
        return next(each for each in publications if rule in each.rulebook.rules)

    def _in(self, language: str) -> list[Publication]:
        """Return the publications in a language, the newest first and a draft last."""
        own = (each for each in self.publications if each.unit.language == language)
        return sorted(own, key=lambda publication: publication.edition is None)


@dataclass(frozen=True)
class _Way:
    """A page at `path` within the site that leads to `target`, an address within the site."""

    path: str
    target: str
    language: str
    others: tuple[Link, ...] = ()


def render_leading(surroundings: Surroundings) -> Iterator[Page]:
    """Yield the pages that lead on: the root, each language, `current`, and each rule."""
    for way in _find_ways(surroundings):
        yield _lead(surroundings, way)
    yield _not_found(surroundings)


def _find_ways(surroundings: Surroundings) -> Iterator[_Way]:
    languages = surroundings.languages
    others = tuple(Link(load_words(each)["language"], f"{each}/current/") for each in languages)
    yield _Way("", f"{languages[0]}/current/", languages[0], others)
    for language in languages:
        main = surroundings.main(language).unit
        yield _Way(f"{language}/", f"{language}/current/", language)
        for address in surroundings.addresses[main.address]:
            yield _Way(f"{language}/current/{address}", main.address + address, language)
        for rule in _find_rules(surroundings, language):
            unit = surroundings.newest(language, rule).unit
            yield _Way(f"{language}/rules/{rule}/", f"{unit.address}rules/{rule}/", language)


def _find_rules(surroundings: Surroundings, language: str) -> tuple[str, ...]:
    """Return the id of every rule that ever was in a language."""
    own = (each for each in surroundings.publications if each.unit.language == language)
    return tuple(sorted({rule for each in own for rule in each.rulebook.rules}))


def _lead(surroundings: Surroundings, way: _Way) -> Page:
    publication = surroundings.main(way.language)
    root = "../" * way.path.count("/")
    title = publication.reader().plain(publication.rulebook.settings.name)
    content = render_html(
        "leading.html.j2",
        language=way.language,
        title=title,
        leads_to=publication.words["leads_to"],
        policy=POLICY,
        target=root + way.target,
        canonical=(publication.site_url or root) + way.target,
        links=way.others or (Link(title, root + way.target),),
    )
    return Page(f"{way.path}index.html", content)


def _not_found(surroundings: Surroundings) -> Page:
    """Return the page a server sends for a wrong address; it may stand at any depth."""
    says = [
        {
            "language": language,
            "name": main.reader().plain(main.rulebook.settings.name),
            "words": main.words.phrases,
            "address": f"{urlsplit(main.site_url).path or '/'}{language}/current/",
        }
        for language in surroundings.languages
        for main in [surroundings.main(language)]
    ]
    return Page("404.html", render_html("not-found.html.j2", policy=POLICY, says=says))
