"""The page of plain yes and no: what we do, and what we do not."""

from collections.abc import Iterator
from dataclasses import dataclass

from spelregels.render.cases import Case, find_cases
from spelregels.render.publication import Link, Page, Publication, Reader
from spelregels.render.standing import STYLES, rules_in_force
from spelregels.render.templates import render_page

_KINDS = ("yes", "no", "not-now", "not-applicable")


@dataclass(frozen=True)
class Side:
    """The cases of a chapter with the same answer."""

    kind: str
    label: str
    cases: tuple[Case, ...]


@dataclass(frozen=True)
class Topic:
    """A chapter: its answers, and the rules of it that no case tells of."""

    id: str
    title: str
    sides: tuple[Side, ...]
    silent: tuple[Link, ...]


def render(publication: Publication) -> Iterator[Page]:
    """Yield the page, by chapter."""
    reader, words = publication.reader("../"), publication.words
    topics = tuple(_find_topics(reader))
    yield render_page(
        "yes-and-no.md",
        publication,
        reader,
        styles=STYLES,
        title=words["yes_and_no"],
        description=words["yes_and_no_intro"],
        scripts=("yes-and-no",) if topics else (),
        topics=topics,
    )


def _find_topics(reader: Reader) -> Iterator[Topic]:
    cases = find_cases(reader)
    told = {link for case in cases for link in case.rules}
    silent = [
        (rule.chapter, link)
        for id_, rule in rules_in_force(reader)
        for link in [reader.rule_link(id_)]
        if link not in told
    ]
    titles = {each.id: reader.plain(each.title) for each in reader.rulebook.settings.chapters}
    for id_, title in (*titles.items(), ("", reader.words["other_questions"])):
        own = tuple(case for case in cases if case.chapter == id_)
        links = tuple(link for chapter, link in silent if chapter == id_)
        if own or links:
            anchor = f"_chapter-{id_}" if id_ else "_other"
            yield Topic(anchor, title, tuple(_find_sides(reader, own)), links)


def _find_sides(reader: Reader, cases: tuple[Case, ...]) -> Iterator[Side]:
    for kind in _KINDS:
        same = tuple(case for case in cases if case.kind == kind)
        if same:
            yield Side(kind, reader.words[f"answer_{kind}"], same)
