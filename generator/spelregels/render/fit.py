"""The page for a prospect, who wonders whether the rules suit them."""

from collections.abc import Iterator
from dataclasses import dataclass

from spelregels.render.exceptions import exception_links
from spelregels.render.publication import Link, Page, Publication, Reader
from spelregels.render.standing import STYLES, rules_in_force
from spelregels.render.templates import render_page


@dataclass(frozen=True)
class Question:
    """What a rule asks; `answer` is the one that fits, yes or no."""

    id: str
    question: str
    answer: str
    label: str
    rule: Link
    exceptions: tuple[Link, ...]


def render(publication: Publication) -> Iterator[Page]:
    """Yield the page with the questions of the rules in force."""
    reader, words = publication.reader("../"), publication.words
    questions = tuple(_find_questions(reader))
    yield render_page(
        "fit.md",
        publication,
        reader,
        styles=STYLES,
        title=words["do_we_fit"],
        description=words["do_we_fit_intro"],
        scripts=("fit",) if questions else (),
        questions=questions,
        count=words.count("fit_questions", len(questions)),
    )


def _find_questions(reader: Reader) -> Iterator[Question]:
    for id_, rule in rules_in_force(reader):
        if rule.fit:
            yield Question(
                id_,
                reader.phrase(rule.fit.question),
                rule.fit.answer,
                reader.words[f"fit_{rule.fit.answer}"],
                reader.rule_link(id_),
                exception_links(reader, id_),
            )
