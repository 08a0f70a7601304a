"""What a language model is given to read first: `llms.txt` (https://llmstxt.org)."""

import re
from collections.abc import Iterator
from itertools import chain

from spelregels.plain import to_line
from spelregels.prose.text import read_prose
from spelregels.render.booklet import PATH as BOOKLET
from spelregels.render.leading import Surroundings
from spelregels.render.listing import name_status
from spelregels.render.publication import Page, Publication, Reader
from spelregels.render.standing import rules_in_force
from spelregels.render.table import TABLE_FILE
from spelregels.values import RichText
from spelregels.verifying import RULEBOOK_FILE

LLMS_FILE = "llms.txt"

_MARK = re.compile(r"([\\\[\]<>*_`])")


def render_llms(publication: Publication) -> Page:
    """Return the file of a unit: every rule with a sentence, by chapter, and the rest of it."""
    lines = chain(_head(publication), _find_rules(publication), _find_more(publication))
    return Page(LLMS_FILE, "\n".join((*lines, "")))


def render_root_llms(surroundings: Surroundings) -> Page:
    """Return the file of the site, which leads to what holds now in each language."""
    mains = [surroundings.main(language) for language in surroundings.languages]
    return Page(LLMS_FILE, "\n".join((*_head(mains[0]), *chain(*map(_lead, mains)), "")))


def _head(publication: Publication) -> Iterator[str]:
    """Yield the name, what it is in a sentence, and which edition."""
    words, settings, edition = (
        publication.words,
        publication.rulebook.settings,
        publication.edition,
    )
    yield f"# {_plain(publication.reader().plain(settings.name))}"
    yield ""
    yield f"> {_plain(words.fill('home_intro', publisher=settings.publisher.name))}"
    yield ""
    if edition is None:
        yield words["draft"]
    else:
        day = words.day(edition.in_force)
        yield f"{words['edition']} {words.fill('version_title', edition=edition.name, day=day)}."


def _find_rules(publication: Publication) -> Iterator[str]:
    """Yield the rules in force by chapter; those that are proposed or withdrawn stand apart."""
    reader, rules = publication.reader(), publication.rulebook.rules
    chapter = ""
    for id_, rule in rules_in_force(reader):
        if rule.chapter != chapter:
            chapter = rule.chapter
            yield from _heading(reader.chapter_link(chapter).name)
        yield _link(
            publication, f"rules/{id_}/", reader.plain(rule.title), _first(reader, rule.rule)
        )
    others = sorted(id_ for id_, rule in rules.items() if rule.status != "active")
    if others:
        yield from _heading(publication.words["llms_others"])
    for id_ in others:
        title, status = reader.plain(rules[id_].title), name_status(reader, rules[id_])
        yield _link(publication, f"rules/{id_}/", title, status)


def _find_more(publication: Publication) -> Iterator[str]:
    words = publication.words
    yield from _heading(words["llms_more"])
    for path, name in (
        ("requests/", "requests"),
        ("people/", "people"),
        ("glossary/", "glossary"),
    ):
        yield _link(publication, path, words[name], words[f"{name}_intro"])
    yield from _files(publication)


def _lead(publication: Publication) -> Iterator[str]:
    words = publication.words
    yield from _heading(words["language"])
    yield _link(publication, LLMS_FILE, words["all_rules"], words["llms_list"])
    yield from _files(publication)


def _files(publication: Publication) -> Iterator[str]:
    words = publication.words
    booklet = f"{BOOKLET.removesuffix('.md')}/"
    yield _link(publication, booklet, words["booklet"], words["take_booklet"])
    yield _link(publication, TABLE_FILE, TABLE_FILE, words["take_table"])
    if publication.edition:
        yield _link(publication, RULEBOOK_FILE, RULEBOOK_FILE, words["take_data"])


def _heading(title: str) -> Iterator[str]:
    yield from ("", f"## {_plain(title)}", "")


def _link(publication: Publication, path: str, name: str, says: str) -> str:
    address = f"{publication.site_url or '/'}{publication.unit.address}{path}"
    return f"- [{_plain(name)}]({address}): {_plain(says)}"


def _first(reader: Reader, text: RichText) -> str:
    """Return the first sentence of a text; a question with what comes after it."""
    told = []
    for sentence in read_prose(reader.text(text)).sentences:
        told.append(sentence.text)
        if not sentence.text.endswith("?"):
            break
    return " ".join(told)


def _plain(text: str) -> str:
    """Return a text on one line in which Markdown sees nothing but letters."""
    return _MARK.sub(r"\\\1", to_line(text))
