"""A rulebook on paper: rules have numbers, and links lead on within the document."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup

from spelregels.models import Rule
from spelregels.render.publication import Link, Publication, Reader
from spelregels.render.terms import NO_TERMS
from spelregels.values import RichText

_ROOT = "../"
_LINK = re.compile(rf'href="{re.escape(_ROOT)}([^"#]*)(#[^"]*)?"')
_RULE = re.compile(r"rules/([a-z0-9-]+)/")


@dataclass(frozen=True)
class Numbered:
    """A chapter that has rules, by its number; `rules` are their ids, in the order of titles."""

    id: str
    number: int
    rules: tuple[str, ...]


@dataclass(frozen=True)
class Paper:
    """Someone who reads a publication on paper."""

    publication: Publication
    reader: Reader

    @cached_property
    def chapters(self) -> tuple[Numbered, ...]:
        """The chapters with rules that hold or are proposed; what is withdrawn stands apart."""
        settings = self.publication.rulebook.settings
        own = ((chapter.id, tuple(self._rules_of(chapter.id))) for chapter in settings.chapters)
        full = ((id_, rules) for id_, rules in own if rules)
        return tuple(Numbered(id_, number, rules) for number, (id_, rules) in enumerate(full, 1))

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The number of each rule in the booklet, in its order."""
        return {
            id_: f"{chapter.number}.{place}"
            for chapter in self.chapters
            for place, id_ in enumerate(chapter.rules, 1)
        }

    @cached_property
    def withdrawn(self) -> tuple[tuple[str, Rule], ...]:
        """The rules that no longer hold, by title."""
        rules = self.publication.rulebook.rules
        gone = (id_ for id_, rule in rules.items() if rule.status == "withdrawn")
        return tuple((id_, rules[id_]) for id_ in sorted(gone, key=self._by_title))

    def rich(self, text: RichText | None) -> Markup:
        """Return a rich text whose links work on paper."""
        return Markup(_LINK.sub(self._settle, self.reader.rich(text)))  # noqa: S704 (rich made it)

    def person(self, id_: str | None) -> str:
        """Return somebody's role, and the name."""
        return next(
            (
                f"{self.reader.plain(owner.role)} ({owner.name})"
                for owner in self.publication.rulebook.owners.owners
                if owner.id == id_
            ),
            "",
        )

    def links(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """Return the way to each rule within the booklet, in the order of that."""
        order = {id_: place for place, id_ in enumerate(self.numbers)}
        own = sorted(ids, key=lambda id_: (order.get(id_, len(order)), id_))
        return tuple(Link(self._name(id_), f"#{id_}") for id_ in own)

    def _rules_of(self, chapter: str) -> Iterator[str]:
        rules = self.publication.rulebook.rules.items()
        own = (id_ for id_, rule in rules if rule.chapter == chapter)
        held = (id_ for id_ in own if self.publication.rulebook.rules[id_].status != "withdrawn")
        yield from sorted(held, key=self._by_title)

    def _by_title(self, id_: str) -> tuple[str, str]:
        return self.reader.rule_link(id_).name, id_

    def _name(self, id_: str) -> str:
        number, title = self.numbers.get(id_, ""), self.reader.rule_link(id_).name
        return f"{number} {title}".lstrip()

    def _settle(self, found: re.Match[str]) -> str:
        """Return a link to a place in the booklet, or with the whole address of its page."""
        path, anchor = found[1], found[2] or ""
        rule = _RULE.fullmatch(path)
        if rule and rule[1] in self.publication.rulebook.rules:
            return f'href="#{rule[1]}"'
        if path == "glossary/" and anchor:
            return f'href="{anchor}"'
        site, unit = self.publication.site_url, self.publication.unit.address
        return f'href="{site}{unit}{path}{anchor}"' if site else found[0]


def lay_out(publication: Publication) -> Paper:
    """Return a publication on paper; terms have no links there, since each would be one more."""
    return Paper(publication, replace(publication.reader(_ROOT), terms=NO_TERMS))
