"""The menu of the site: few entries, since a menu of a thousand rules makes every page heavy."""

from dataclasses import dataclass

from spelregels.render.publication import Publication


@dataclass(frozen=True)
class NavItem:
    """An entry of the menu: a page, or a group of entries."""

    title: str
    path: str = ""
    items: "tuple[NavItem, ...]" = ()


def navigation(publication: Publication) -> tuple[NavItem, ...]:
    """Return the menu of the generated pages."""
    reader, words = publication.reader(), publication.words
    chapters = tuple(
        NavItem(reader.plain(chapter.title), f"chapters/{chapter.id}.md")
        for chapter in publication.rulebook.settings.chapters
    )
    return (
        NavItem(words["home"], "index.md"),
        NavItem(words["rules"], items=(NavItem(words["all_rules"], "rules/index.md"), *chapters)),
        NavItem(words["requests"], "requests.md"),
        NavItem(words["people"], "people.md"),
        NavItem(words["glossary"], "glossary.md"),
        *_history(publication),
    )


def _history(publication: Publication) -> tuple[NavItem, ...]:
    """Return the entries that only make sense once there is an edition."""
    words = publication.words
    if not publication.history.editions:
        return ()
    return (NavItem(words["changes"], "changes.md"), NavItem(words["editions"], "editions.md"))
