"""The rules as a table for a spreadsheet: CSV (RFC 4180), a row a rule."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from io import StringIO

from spelregels.models import Example, Rule, review_day
from spelregels.plain import to_line
from spelregels.render.publication import Page, Publication, Reader
from spelregels.render.terms import NO_TERMS
from spelregels.values import RichText

TABLE_FILE = "rulebook.csv"

_BETWEEN = " | "
_FORMULA = re.compile("(^|[;\t\r\n])(\\s*)(?=[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20])")
"""Where a spreadsheet would begin to calculate; some of them end a cell at a semicolon too."""

_Cell = Callable[[Reader, Rule], str]


def render_table(publication: Publication) -> Page:
    """Return the table of a unit; the withdrawn rules are in it too."""
    rules = publication.rulebook.rules
    reader = replace(publication.reader(), terms=NO_TERMS)
    file = StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for id_ in sorted(rules):
        cells = (cell(reader, rules[id_]) for cell in _CELLS.values())
        row = (id_, *cells, publication.permanent_address(id_))
        writer.writerow(map(guard, row))
    return Page(TABLE_FILE, file.getvalue())


def guard(cell: str) -> str:
    """Return the text of a cell so that no spreadsheet takes it for a formula."""
    return _FORMULA.sub(r"\1\2'", cell)


def _text(reader: Reader, text: RichText | None) -> str:
    """Return a rich text without its markup, on one line."""
    return to_line(reader.text(text)) if text else ""


def _audiences(reader: Reader, rule: Rule) -> str:
    return reader.audiences(rule.applies_to)


def _percent(_: Reader, rule: Rule) -> str:
    """Return how much lower or higher: without a sign, which would begin a formula."""
    percent = rule.effect.price.percent
    return "" if percent is None else f"{abs(percent).normalize():f}"


def _basis(reader: Reader, rule: Rule) -> str:
    basis = rule.effect.price.basis
    return reader.words[basis] if basis else ""


def _examples(reader: Reader, rule: Rule) -> str:
    return _BETWEEN.join(_example(reader, example) for example in rule.examples)


def _example(reader: Reader, example: Example) -> str:
    told = f"{reader.words[example.outcome]}: {_text(reader, example.case)}"
    return f"{told} {_text(reader, example.because)}".rstrip()


def _exceptions(reader: Reader, rule: Rule) -> str:
    return _BETWEEN.join(_text(reader, exception.when) for exception in rule.exceptions)


def _role(reader: Reader, id_: str | None) -> str:
    person = reader.person(id_)
    return person.name if person else ""


def _advised_on(_: Reader, rule: Rule) -> str:
    return rule.advice.on.isoformat() if rule.advice and rule.advice.on else ""


def _chapter(reader: Reader, rule: Rule) -> str:
    return reader.chapter_link(rule.chapter).name


def _measure(reader: Reader, rule: Rule) -> str:
    return reader.plain(rule.measure.indicator) if rule.measure else ""


def _target(reader: Reader, rule: Rule) -> str:
    return reader.plain(rule.measure.target) if rule.measure and rule.measure.target else ""


def _review(reader: Reader, rule: Rule) -> str:
    return review_day(rule, reader.rulebook.settings.promises).isoformat()


_CELLS: Mapping[str, _Cell] = {
    "title": lambda reader, rule: reader.plain(rule.title),
    "chapter": _chapter,
    "status": lambda reader, rule: reader.words[f"state_{rule.status}"],
    "applies_to": _audiences,
    "rule": lambda reader, rule: _text(reader, rule.rule),
    "rationale": lambda reader, rule: _text(reader, rule.rationale),
    "quality": lambda reader, rule: reader.words[rule.effect.quality.direction],
    "quality_because": lambda reader, rule: _text(reader, rule.effect.quality.because),
    "price": lambda reader, rule: reader.words[rule.effect.price.direction],
    "price_percent": _percent,
    "price_basis": _basis,
    "price_because": lambda reader, rule: _text(reader, rule.effect.price.because),
    "without": lambda reader, rule: _text(reader, rule.without),
    "examples": _examples,
    "exceptions": _exceptions,
    "owner": lambda reader, rule: _role(reader, rule.owner),
    "adviser": lambda reader, rule: _role(reader, rule.advice.by if rule.advice else None),
    "advised_on": _advised_on,
    "advice": lambda reader, rule: _text(reader, rule.advice.text if rule.advice else None),
    "measure": _measure,
    "target": _target,
    "keywords": lambda reader, rule: ", ".join(rule.keywords.get(reader.language, ())),
    "decided_on": lambda _, rule: rule.decided_on.isoformat(),
    "review_by": _review,
}
COLUMNS = ("id", *_CELLS, "address")
"""The names of the columns, which are those of the fields in the files of a rulebook."""


def describe_columns(reader: Reader) -> Iterator[tuple[str, str]]:
    """Yield each column with what stands in it."""
    for name in COLUMNS:
        yield name, reader.words[f"column_{name}"]
