"""The feed of the changes (Atom, RFC 4287), and the list for the version selector."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from spelregels.editions import Edition
from spelregels.history import Step
from spelregels.render.publication import Page, Publication
from spelregels.render.templates import render_html


def render_feed(publication: Publication) -> Page:
    """Return the feed of a language: an entry for each edition in it, the newest first."""
    reader, unit = publication.reader(), publication.unit
    steps = tuple(reversed(publication.history.steps))
    own = tuple(step for step in steps if step.speaks(unit.language))
    address = f"{publication.site_url}{unit.language}/changes.atom" if publication.site_url else ""
    content = render_html(
        "changes.atom.j2",
        language=unit.language,
        id=_urn(steps[-1].edition, unit.language, "feed"),
        title=reader.plain(publication.rulebook.settings.name),
        author=publication.rulebook.settings.publisher.name,
        updated=_instant(steps[0].edition.published),
        address=address,
        entries=tuple(_find_entries(publication, own)),
    )
    return Page(f"{unit.language}/changes.atom", content)


def render_versions(publication: Publication, names: Sequence[str]) -> Page:
    """Return what the version selector of the theme reads, for the editions called `names`."""
    known = {edition.name: edition for edition in publication.history.editions}
    listed = [
        {"version": name, "title": _title(publication, name, known.get(name)), "aliases": []}
        for name in names
    ]
    content = json.dumps(listed, ensure_ascii=False, indent=1) + "\n"
    return Page(f"{publication.unit.language}/versions.json", content)


def _title(publication: Publication, name: str, edition: Edition | None) -> str:
    if edition is None:
        return publication.words["draft_name"]
    day = publication.reader().day(edition.in_force)
    return publication.words.fill("version_title", edition=name, day=day)


def _find_entries(publication: Publication, steps: Sequence[Step]) -> Iterator[dict[str, object]]:
    words, language = publication.words, publication.unit.language
    for step in steps:
        edition = step.edition
        path = f"{language}/{edition.name}/changes/"
        day = publication.reader().day(edition.in_force)
        yield {
            "id": _urn(edition, language, "changes"),
            "title": words.fill("version_title", edition=edition.name, day=day),
            "updated": _instant(edition.published),
            "address": f"{publication.site_url}{path}" if publication.site_url else f"../{path}",
            "summary": _summary(publication, step),
        }


def _summary(publication: Publication, step: Step) -> str:
    if step.is_first:
        return publication.words["changes_first"]
    rules, reader = step.edition.rulebook.rules, publication.reader()
    return "; ".join(
        f"{publication.words[f'kind_{change.kind}']}: {reader.plain(rules[change.rule].title)}"
        for change in step.changes
    )


def _urn(edition: Edition, language: str, name: str) -> str:
    """Return an id that is the same on every machine and at every address of the site."""
    return uuid5(NAMESPACE_URL, f"{edition.sha256}/{language}/{name}").urn


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
