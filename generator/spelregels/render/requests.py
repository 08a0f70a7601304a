"""The page of the requests that were answered."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from spelregels.models import Request
from spelregels.render.publication import Link, Page, Publication, Reader
from spelregels.render.standing import STYLES, latest_requests, still_holds
from spelregels.render.templates import render_page


@dataclass(frozen=True)
class Asked:
    """A request, and how it was answered; `is_dated` where the rules of then have changed."""

    id: str
    asked: str
    asked_on: str
    answer: str
    label: str
    because: Markup
    would_change: Markup
    rules: tuple[Link, ...]
    is_dated: bool


@dataclass(frozen=True)
class Choice:
    """An answer to choose the requests by, and how many have it."""

    answer: str
    label: str
    count: int


def render(publication: Publication) -> Iterator[Page]:
    """Yield the page of the requests, the latest first."""
    reader, words = publication.reader("../"), publication.words
    requests = tuple(_asked(reader, id_, each) for id_, each in latest_requests(reader))
    choices = tuple(_find_choices(reader, [request.answer for request in requests]))
    yield render_page(
        "requests.md",
        publication,
        reader,
        styles=STYLES,
        title=words["requests"],
        description=words["requests_intro"],
        is_one_text=False,
        scripts=("requests",) if len(choices) > 1 else (),
        requests=requests,
        choices=choices if len(choices) > 1 else (),
    )


def _find_choices(reader: Reader, answers: list[str]) -> Iterator[Choice]:
    for answer in ("yes", "no", "not-now"):
        if answer in answers:
            yield Choice(answer, reader.words[f"answer_{answer}"], answers.count(answer))


def _asked(reader: Reader, id_: str, request: Request) -> Asked:
    return Asked(
        id_,
        reader.plain(request.asked),
        reader.day(request.asked_on),
        request.answer,
        reader.words[f"answer_{request.answer}"],
        reader.rich(request.because),
        reader.rich(request.would_change),
        reader.rule_links(request.rules),
        not still_holds(reader, request),
    )
