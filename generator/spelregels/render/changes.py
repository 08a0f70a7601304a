"""What changed: the page of an edition, and what the page of a rule tells of its history."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from markupsafe import Markup

from spelregels.comparing import FieldChange
from spelregels.diff import Change, ChangeKind, diff_rulebooks
from spelregels.history import Step
from spelregels.models import Rule
from spelregels.redline import Mark, redline
from spelregels.render.publication import Link, Page, Publication, Reader
from spelregels.render.templates import render_page

_SAID_ELSEWHERE = frozenset({"withdrawn", "keywords"})
_TAGS = {Mark.STRUCK: Markup("<del>{}</del>"), Mark.ADDED: Markup("<ins>{}</ins>")}


@dataclass(frozen=True)
class FieldView:
    """A field that changed, with what was struck and added in it."""

    name: str
    text: Markup


@dataclass(frozen=True)
class ChangeView:
    """How a rule changed: `fields` is empty for a rule that is new."""

    id: str
    link: Link
    why: Markup
    fields: tuple[FieldView, ...]


@dataclass(frozen=True)
class KindView:
    """The changes of one kind."""

    kind: str
    label: str
    meaning: str
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True)
class Moment:
    """A change in the history of a rule, or the one to come.

    `address` leads to the change itself; it is empty where that is not told in this language.
    `fields` are what changes of what somebody must or may do, of a change to come.
    """

    edition: str
    day: str
    kind: str
    label: str
    heading: str
    why: Markup
    address: str
    fields: tuple[FieldView, ...] = ()


def render(publication: Publication) -> Iterator[Page]:
    """Yield the page of what changed, unless there is nothing to compare with."""
    found = _find_changes(publication)
    if found is None:
        return
    reader, facts = publication.reader("../"), tuple(_find_facts(publication))
    yield render_page(
        "changes.md",
        publication,
        reader,
        title=publication.words["changes"],
        description=" ".join(facts),
        facts=facts,
        kinds=tuple(_group(reader, found)),
        rules=publication.rulebook.rules,
    )


def find_moments(publication: Publication, reader: Reader, rule: str) -> tuple[Moment, ...]:
    """Return the history of a rule up to this edition, the latest change first."""
    moments = [
        _moment(reader, step, change, f"changes/#{rule}")
        for step, change in publication.past.changes_of(rule)
    ]
    return tuple(reversed(moments))


def find_coming(publication: Publication, reader: Reader, rule: str) -> Moment | None:
    """Return how the edition after this one changes a rule, or None where it does not."""
    step = publication.following
    change = step.find_change(rule) if step else None
    if step is None or change is None:
        return None
    moment = _moment(reader, step, change, f"rules/{rule}/")
    duties = (field for field in change.fields if field.is_duty)
    return replace(
        moment, fields=tuple(view for field in duties for view in _views(reader, field))
    )


def _moment(reader: Reader, step: Step, change: Change, page: str) -> Moment:
    return Moment(
        step.edition.name,
        reader.day(step.edition.in_force),
        change.kind,
        reader.words[f"kind_{change.kind}"],
        reader.words.fill("coming_on", day=reader.day(step.edition.in_force)),
        _why(reader, change, step.edition.rulebook.rules[change.rule]),
        reader.edition_address(step) + page if step.speaks(reader.language) else "",
    )


def _why(reader: Reader, change: Change, rule: Rule) -> Markup:
    """Return the author's reason: of the change, of the withdrawal, or of the new rule itself."""
    if change.declared and rule.change:
        return reader.rich(rule.change.why)
    if change.kind is ChangeKind.WITHDRAWN and rule.withdrawn:
        return reader.rich(rule.withdrawn.why)
    return reader.rich(rule.rationale) if change.kind is ChangeKind.NEW else Markup()


def _find_changes(publication: Publication) -> tuple[Change, ...] | None:
    steps = publication.past.steps
    if publication.edition:
        return steps[-1].changes
    return diff_rulebooks(steps[-1].edition.rulebook, publication.rulebook) if steps else None


def _find_facts(publication: Publication) -> Iterator[str]:
    words, edition = publication.words, publication.edition
    if edition is None:
        return
    reader = publication.reader()
    published, in_force = reader.day(edition.published), reader.day(edition.in_force)
    yield words.fill("changes_when", published=published, in_force=in_force)
    step = publication.past.steps[-1]
    if step.is_first:
        yield words["changes_first"]
    elif step.needs_notice:
        yield words.fill(
            "notice_kept" if step.keeps_notice else "notice_missed", number=step.notice_days
        )
    else:
        yield words["notice_unneeded"]


def _group(reader: Reader, changes: tuple[Change, ...]) -> Iterator[KindView]:
    for kind in ChangeKind:
        own = tuple(change for change in changes if change.kind is kind)
        if own:
            label, meaning = reader.words[f"kinds_{kind}"], reader.words[f"kind_{kind}_means"]
            yield KindView(kind, label, meaning, tuple(_view(reader, change) for change in own))


def _view(reader: Reader, change: Change) -> ChangeView:
    rule = reader.rulebook.rules[change.rule]
    fields = change.fields if change.kind is not ChangeKind.NEW else ()
    shown = tuple(view for field in fields for view in _views(reader, field))
    return ChangeView(
        change.rule, reader.rule_link(change.rule), _why(reader, change, rule), shown
    )


def _views(reader: Reader, field: FieldChange) -> Iterator[FieldView]:
    """Yield a field as a reader sees it: the texts in their language, and few others.

    What else differs (days, owners, states) stands on the page of the rule, or is told by the kind
    of the change.
    """
    if field.top in _SAID_ELSEWHERE:
        return
    if field.language == reader.language:
        yield FieldView(_name_of(reader, field), _redline(reader, field.old, field.new))
    elif field.field.endswith(".direction"):
        yield _view_with(reader, field, lambda value: reader.words[value])
    elif field.field.endswith(".percent"):
        yield _view_with(reader, field, lambda value: reader.words.percent(Decimal(value)))


def _view_with(reader: Reader, field: FieldChange, tell: Callable[[str], str]) -> FieldView:
    old, new = (tell(value) if value else "" for value in (field.old, field.new))
    return FieldView(_name_of(reader, field), _redline(reader, old, new))


def _name_of(reader: Reader, field: FieldChange) -> str:
    for part in ("quality", "price"):
        if field.field.startswith(f"effect.{part}"):
            return reader.words[part]
    return reader.words.field(field.top)


def _redline(reader: Reader, old: str | None, new: str | None) -> Markup:
    return Markup().join(
        _TAGS[piece.mark].format(reader.encoded(piece.text))
        if piece.mark in _TAGS
        else reader.encoded(piece.text)
        for piece in redline(old or "", new or "")
    )
