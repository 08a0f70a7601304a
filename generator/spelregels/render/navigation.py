"""The menu of the site: few entries, since a menu of a thousand rules makes every page heavy."""

from dataclasses import dataclass

from spelregels.render.publication import Publication
from spelregels.render.views import VIEWS, name_of

_ANSWERS = (
    ("yes_and_no", "yes-and-no.md"),
    ("exceptions", "exceptions.md"),
    ("requests", "requests.md"),
    ("do_we_fit", "fit.md"),
)
_ABOUT = (("people", "people.md"), ("glossary", "glossary.md"))


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
    answers = tuple(NavItem(words[name], path) for name, path in _ANSWERS)
    views = tuple(NavItem(name_of(words, view), f"{view}.md") for view in VIEWS)
    about = tuple(NavItem(words[name], path) for name, path in _ABOUT)
    take = NavItem(words["take"], "take-along.md")
    return (
        NavItem(words["home"], "index.md"),
        NavItem(words["rules"], items=(NavItem(words["all_rules"], "rules/index.md"), *chapters)),
        NavItem(words["menu_answers"], items=answers),
        NavItem(words["views"], items=views),
        NavItem(words["menu_about"], items=(*about, *_history(publication), take)),
    )


def _history(publication: Publication) -> tuple[NavItem, ...]:
    """Return the entries that only make sense once there is an edition."""
    words = publication.words
    if not publication.history.editions:
        return ()
    return (NavItem(words["changes"], "changes.md"), NavItem(words["editions"], "editions.md"))
