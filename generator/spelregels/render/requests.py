"""The page of the requests that were answered."""

from collections.abc import Iterator

from spelregels.models import Request
from spelregels.render.publication import Page, Publication, Reader
from spelregels.render.templates import render_page


def render(publication: Publication) -> Iterator[Page]:
    """Yield the page of the requests, the latest first."""
    reader = publication.reader("../")
    requests = sorted(
        publication.rulebook.requests.items(),
        key=lambda entry: (-entry[1].asked_on.toordinal(), entry[0]),
    )
    yield render_page(
        "requests.md",
        publication,
        reader,
        title=publication.words["requests"],
        requests=tuple(_request(reader, id_, request) for id_, request in requests),
    )


def _request(reader: Reader, id_: str, request: Request) -> dict[str, object]:
    return {
        "id": id_,
        "asked": reader.plain(request.asked),
        "asked_on": reader.day(request.asked_on),
        "answer": request.answer,
        "label": reader.words[f"answer_{request.answer}"],
        "because": reader.rich(request.because),
        "rules": reader.rule_links(request.rules),
        "would_change": reader.rich(request.would_change),
    }
