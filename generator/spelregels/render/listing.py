"""The list of all rules, and the rules of each chapter."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from spelregels.models import Rule
from spelregels.render.filtering import find_filters, find_traits
from spelregels.render.publication import Link, Page, Publication, Reader
from spelregels.render.signs import Sign, find_signs
from spelregels.render.templates import render_page


@dataclass(frozen=True)
class Line:
    """A rule in a list."""

    id: str
    link: Link
    text: Markup
    quality: Sign
    price: Sign
    status: str


@dataclass(frozen=True)
class Group:
    """The rules of a chapter."""

    link: Link
    intro: Markup
    count: str
    lines: tuple[Line, ...]


def render(publication: Publication) -> Iterator[Page]:
    """Yield the list of all rules."""
    reader = publication.reader("../")
    words = publication.words
    yield render_page(
        "rules/index.md",
        publication,
        reader,
        title=words["all_rules"],
        description=words["rules_intro"],
        scripts=("listing",),
        styles=("assets/stylesheets/listing.css",),
        groups=find_groups(reader),
        filters=find_filters(publication),
        traits=find_traits(publication),
    )


def find_groups(reader: Reader) -> tuple[Group, ...]:
    """Return the chapters in their order, each with its rules by title."""
    return tuple(
        Group(
            Link(reader.plain(chapter.title), f"{reader.root}chapters/{chapter.id}/"),
            reader.rich(chapter.intro),
            reader.words.count("rules_in_chapter", len(lines)),
            lines,
        )
        for chapter in reader.rulebook.settings.chapters
        for lines in [tuple(_find_lines(reader, chapter.id))]
    )


def _find_lines(reader: Reader, chapter: str) -> Iterator[Line]:
    rules = reader.rulebook.rules
    own = [id_ for id_, rule in rules.items() if rule.chapter == chapter]
    for link, id_ in sorted((reader.rule_link(id_), id_) for id_ in own):
        rule = rules[id_]
        quality, price = find_signs(reader, rule)
        yield Line(id_, link, reader.rich(rule.rule), quality, price, name_status(reader, rule))


def name_status(reader: Reader, rule: Rule) -> str:
    """Return the name of a status other than the usual one."""
    return "" if rule.status == "active" else reader.words[f"status_{rule.status}"]
