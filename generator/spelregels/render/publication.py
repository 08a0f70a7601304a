"""A rulebook as it is published in one language, and the words a reader of it meets.

A `str` given to a template is plain text, which is encoded there; a `Markup` is safe HTML.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial

from markupsafe import Markup

from spelregels import plain, rich
from spelregels.editions import Edition
from spelregels.history import History, Step
from spelregels.mentions import Mention
from spelregels.models import Rulebook
from spelregels.plain import to_line
from spelregels.render.terms import NO_TERMS, Terms, compile_terms
from spelregels.values import PlainText, RichText, Text
from spelregels.words import OwnWords, Words, load_words

_UNTRANSLATED = Markup(
    '<span lang="{}">{}</span> <small class="sr-untranslated-note">({})</small>'
)

NO_HISTORY = History(())
"""What a rulebook has before its first edition."""


@dataclass(frozen=True)
class Unit:
    """One language of one edition: what is staged, built and published as a whole."""

    language: str
    edition: str

    @property
    def address(self) -> str:
        """The folder of the unit within the site."""
        return f"{self.language}/{self.edition}/"


@dataclass(frozen=True)
class Page:
    """A page of the staged tree: its path within the unit, and its Markdown."""

    path: str
    content: str


@dataclass(frozen=True, order=True)
class Link:
    """A name that leads somewhere."""

    name: str
    address: str


@dataclass(frozen=True)
class Publication:
    """What is to be rendered: a rulebook, as the unit, for a site at an address.

    `site_url` ends in a slash, or is empty where it is not known yet; `history` has every edition,
    also those that came after this one; `source` is the path of the rulebook within its
    repository; `own_words` are the words that this site puts in the place of others, by language.
    """

    rulebook: Rulebook
    unit: Unit
    site_url: str = ""
    history: History = NO_HISTORY
    source: str = "rulebook"
    own_words: OwnWords = field(default_factory=dict)

    @cached_property
    def words(self) -> Words:
        """The words of the site in the language of the unit."""
        return load_words(self.unit.language).replaced(self.own_words.get(self.unit.language, {}))

    @cached_property
    def edition(self) -> Edition | None:
        """The frozen edition that this is, or None for the draft."""
        names = {edition.name: edition for edition in self.history.editions}
        return names.get(self.unit.edition)

    @cached_property
    def past(self) -> History:
        """The history up to and including this edition; all of it for the draft."""
        return self.history.until(self.edition) if self.edition else self.history

    @property
    def following(self) -> Step | None:
        """The edition after this one, with its changes, or None where this is the last."""
        return self.history.following(self.edition) if self.edition else None

    @cached_property
    def terms(self) -> Terms:
        """The terms of the glossary in the language of the unit, ready to be found."""
        first = self.rulebook.settings.languages[0]
        return compile_terms(self.rulebook.glossary, self.unit.language, first)

    def reader(self, root: str = "") -> "Reader":
        """Return a reader on a page that is `root` away from the home page."""
        return Reader(self.rulebook, self.unit.language, self.words, root, self.terms)

    def permanent_address(self, rule_id: str) -> str:
        """Return the address of a rule that leads to its newest page, for ever."""
        return f"{self.site_url or '/'}{self.unit.language}/rules/{rule_id}/"


@dataclass(frozen=True)
class Reader:
    """Someone who reads the rulebook in one language, on a page `root` away from the first.

    `root` is `../../` on the page of a rule: what leads back to the home page of the unit.
    """

    rulebook: Rulebook
    language: str
    words: Words
    root: str
    terms: Terms = NO_TERMS

    def plain(self, text: PlainText) -> str:
        """Return a plain text, in the first language where there is no translation."""
        return to_line(self._translated(text))

    def phrase(self, text: PlainText) -> str:
        """Return a plain text to show, marked and told where it is not translated."""
        if text.within(self.language):
            return self.plain(text)
        html, note = plain.to_html(self._translated(text)), self.words["untranslated_note"]
        return _UNTRANSLATED.format(self._language_of(text), html, note)

    def as_written(self, text: str) -> str:
        """Return what is never translated: like a bare text, it is in the first language."""
        first = self.rulebook.settings.languages[0]
        if not text or self.language == first:
            return text
        return Markup('<span lang="{}">{}</span>').format(first, plain.to_html(text))

    def rich(self, text: RichText | None, own: str = "") -> Markup:
        """Return a rich text as HTML, with its terms linked; empty where there is none.

        `own` is the anchor of the term that the text itself explains.
        """
        if text is None:
            return Markup()
        language = self._language_of(text)
        if language != self.language:
            html = rich.to_html(self._translated(text), self.root)
            return self._mark_untranslated(html, language)
        return rich.to_html(self._translated(text), self.root, partial(self._find_terms, own))

    def text(self, text: RichText) -> str:
        """Return a rich text without its markup: what a link or a description can hold."""
        return rich.to_html(self._translated(text)).striptags()

    def encoded(self, text: str) -> Markup:
        """Return a text with its white space, every character of it shown as it was typed."""
        return plain.encode(text)

    def day(self, day: date | None) -> str:
        """Return a date in words, empty where there is none."""
        return self.words.day(day) if day else ""

    def rule_link(self, id_: str) -> Link:
        """Return the way to a rule, by its title."""
        return Link(self.plain(self.rulebook.rules[id_].title), f"{self.root}rules/{id_}/")

    def rule_links(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """Return the way to each rule, in the order of their titles."""
        return tuple(sorted(self.rule_link(id_) for id_ in ids))

    def edition_address(self, step: Step) -> str:
        """Return the home page of another edition, in the same language."""
        return f"{self.root}../{step.edition.name}/"

    def chapter_link(self, id_: str) -> Link:
        """Return the way to a chapter, by its title."""
        chapters = {chapter.id: chapter for chapter in self.rulebook.settings.chapters}
        return Link(self.plain(chapters[id_].title), f"{self.root}chapters/{id_}/")

    def audiences(self, ids: Iterable[str]) -> str:
        """Return whom a rule applies to; without a word about it, that is everyone."""
        titles = {audience.id: audience.title for audience in self.rulebook.settings.audiences}
        return ", ".join(self.plain(titles[id_]) for id_ in ids) or self.words["everyone"]

    def person(self, id_: str | None) -> Link | None:
        """Return the way to someone who decides or advises, by their role."""
        for owner in self.rulebook.owners.owners:
            if owner.id == id_:
                return Link(self.plain(owner.role), f"{self.root}people/#{owner.id}")
        return None

    def _find_terms(self, own: str, text: str) -> Iterator[Mention]:
        for mention in self.terms.find(text):
            if mention.address != own:
                yield mention._replace(address=f"{self.root}glossary/#{mention.address}")

    def _translated(self, text: Text) -> str:
        return text.within(self._language_of(text))

    def _language_of(self, text: Text) -> str:
        """Return the language a text is shown in: the reader's, or the first it is there in."""
        languages = (self.language, *self.rulebook.settings.languages, *sorted(text.root))
        return next((each for each in languages if text.within(each)), self.language)

    def _mark_untranslated(self, html: Markup, language: str) -> Markup:
        note = Markup('<p class="sr-untranslated">{}</p>').format(self.words["untranslated"])
        return Markup('{}<div lang="{}">{}</div>').format(note, language, html)
