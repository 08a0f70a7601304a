"""The page of the people who decide and advise."""

from collections.abc import Iterator

from spelregels.models import Owner
from spelregels.render.publication import Page, Publication, Reader
from spelregels.render.templates import render_page


def render(publication: Publication) -> Iterator[Page]:
    """Yield the page of the people, those who decide first."""
    reader = publication.reader("../")
    sides = tuple(
        {
            "side": side,
            "title": publication.words[f"side_{side}"],
            "people": tuple(_find_people(reader, side)),
        }
        for side in ("business", "it")
    )
    title = publication.words["people"]
    yield render_page("people.md", publication, reader, title=title, sides=sides)


def _find_people(reader: Reader, side: str) -> Iterator[dict[str, object]]:
    for owner in reader.rulebook.owners.owners:
        if owner.side == side:
            yield {
                "id": owner.id,
                "name": owner.name,
                "role": reader.plain(owner.role),
                "contact": owner.contact or "",
                "contact_name": _contact_name(owner),
                **_find_tasks(reader, owner.id),
            }


def _contact_name(owner: Owner) -> str:
    return (owner.contact or "").partition(":")[2].removeprefix("//")


def _find_tasks(reader: Reader, id_: str) -> dict[str, object]:
    rules = reader.rulebook.rules.items()
    return {
        "decides": reader.rule_links(name for name, rule in rules if rule.owner == id_),
        "advises": reader.rule_links(
            name for name, rule in rules if rule.advice and rule.advice.by == id_
        ),
        "grants": reader.rule_links(
            name for name, rule in rules if id_ in (each.decided_by for each in rule.exceptions)
        ),
    }
