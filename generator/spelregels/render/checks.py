"""The pages of the checks: what each code means, for who followed the link of an error."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from markupsafe import Markup

from spelregels import plain, rich
from spelregels.addresses import help_url
from spelregels.checks import PAGES
from spelregels.checks.examples import Example, read_examples
from spelregels.checks.explanations import Explanation, explain
from spelregels.diagnostics import SEVERITIES, Severity
from spelregels.messages import LANGUAGES
from spelregels.render.leading import POLICY as LEADING_POLICY
from spelregels.render.leading import Surroundings
from spelregels.render.publication import Link, Page
from spelregels.render.templates import render_html
from spelregels.words import FALLBACK, load_words

POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
"""These pages load their stylesheet, and nothing else."""

_FOLDER = "checks/"
_STYLESHEET = "checks.css"


@dataclass(frozen=True)
class _Listed:
    """A check among others, as it is told in a language; `address` is seen from the list."""

    code: str
    name: str
    severity: Severity
    severity_name: str
    headline: Markup
    address: str


@dataclass(frozen=True)
class _Snippet:
    """A file in an example: `text` is as it stands there, `title` is what the block is called."""

    name: str
    note: str
    title: str
    text: Markup


@dataclass(frozen=True)
class _Shown:
    """An example; `also` leads to another check that tells of the bad one."""

    is_good: bool
    label: str
    also: Link | None
    reason: str
    files: tuple[_Snippet, ...]


@dataclass(frozen=True)
class _Family:
    """Checks whose codes begin alike."""

    code: str
    name: str
    checks: tuple[_Listed, ...]


@dataclass(frozen=True)
class _Frame:
    """What stands around the text of each page in a language."""

    surroundings: Surroundings
    language: str

    def render(self, template: str, tail: str, **values: object) -> Page:
        """Return the page whose address ends in `tail`, a code or nothing."""
        path = _address(self.language, tail)
        root = "../" * path.count("/")
        main = self.surroundings.main(self._nearest())
        content = render_html(
            template,
            language=self.language,
            words=load_words(self.language).phrases,
            policy=POLICY,
            stylesheet=f"{root}{_FOLDER}{_STYLESHEET}",
            canonical=(main.site_url or root) + path,
            others=tuple(self._other(language, tail, root) for language in LANGUAGES),
            site=Link(
                main.reader().plain(main.rulebook.settings.name),
                f"{root}{main.unit.language}/current/",
            ),
            site_language=main.unit.language,
            **values,
        )
        return Page(f"{path}index.html", content)

    def _nearest(self) -> str:
        """Return the language of the rulebook for who reads these pages."""
        spoken = self.surroundings.languages
        return self.language if self.language in spoken else spoken[0]

    def _other(self, language: str, tail: str, root: str) -> dict[str, str]:
        path = _address(language, tail)
        site_url = self.surroundings.publications[0].site_url
        return {
            "language": language,
            "name": load_words(language)["language"],
            "address": root + path,
            "full_address": (site_url or root) + path,
        }


def render_checks(surroundings: Surroundings) -> Iterator[Page]:
    """Yield the pages of the checks: in each language a list and a page for each, and the look."""
    yield Page(f"{_FOLDER}{_STYLESHEET}", render_html(_STYLESHEET))
    yield _lead(surroundings)
    for language in LANGUAGES:
        frame = _Frame(surroundings, language)
        yield frame.render("checks.html.j2", "", families=_find_families(language))
        for name in PAGES:
            yield _render_check(frame, name)


def _address(language: str, code: str) -> str:
    """Return the address of a page within the site: the one that reports lead to."""
    return help_url("", language, code) if code else f"{_FOLDER}{language}/"


def _lead(surroundings: Surroundings) -> Page:
    """Return the page that leads to the list, in the first language of the rulebook."""
    first = surroundings.languages[0]
    language = first if first in LANGUAGES else FALLBACK
    words = load_words(language)
    site_url = surroundings.publications[0].site_url
    content = render_html(
        "leading.html.j2",
        language=language,
        title=words["all_checks"],
        leads_to=words["leads_to"],
        policy=LEADING_POLICY,
        target=f"{language}/",
        canonical=f"{site_url}{_FOLDER}{language}/" if site_url else f"{language}/",
        links=tuple(Link(load_words(each)["language"], f"{each}/") for each in LANGUAGES),
    )
    return Page(f"{_FOLDER}index.html", content)


def _find_families(language: str) -> tuple[_Family, ...]:
    listed = sorted((_list(name, language) for name in PAGES), key=lambda each: each.code)
    families = groupby(listed, lambda each: _family_of(each.code))
    return tuple(
        _Family(code, _family_name(code, language), tuple(checks)) for code, checks in families
    )


def _family_of(code: str) -> str:
    return code[:3]


def _family_name(family: str, language: str) -> str:
    return load_words(language)[f"family_{family[-1]}"]


@cache
def _list(name: str, language: str) -> _Listed:
    check = PAGES[name]
    return _Listed(
        check.CODE,
        name,
        check.SEVERITY,
        SEVERITIES[check.SEVERITY].within(language),
        _inline(explain(check, language).headline),
        f"{check.CODE}/",
    )


def _render_check(frame: _Frame, name: str) -> Page:
    listed = _list(name, frame.language)
    told = explain(PAGES[name], frame.language)
    family = _family_of(listed.code)
    return frame.render(
        "check.html.j2",
        listed.code,
        check=listed,
        title=f"{listed.code}: {_bare(told.headline)}",
        description=_bare(told.mend),
        family=Link(_family_name(family, frame.language), f"../#{family}"),
        why=rich.to_html(told.why),
        mend=rich.to_html(told.mend),
        examples=tuple(_show(told, frame.language)),
        **_find_neighbours(name, frame.language),
    )


def _show(told: Explanation, language: str) -> Iterator[_Shown]:
    for example in read_examples(told.examples):
        yield _Shown(
            example.is_good,
            example.label.within(language),
            Link(example.also, f"../{example.also}/") if example.also else None,
            example.reason.within(language),
            tuple(_cut(example, language)),
        )


def _cut(example: Example, language: str) -> Iterator[_Snippet]:
    label = example.label.within(language)
    for file in example.files:
        note = file.note.within(language) if file.note else ""
        yield _Snippet(file.name, note, f"{label}: {file.name}", plain.encode(file.text))


def _find_neighbours(name: str, language: str) -> dict[str, _Listed | None]:
    """Return the checks whose codes come before and after."""
    names = sorted(PAGES, key=lambda each: PAGES[each].CODE)
    at = names.index(name)
    before, after = names[:at][-1:], names[at + 1 :][:1]
    return {
        "previous": _list(before[0], language) if before else None,
        "next": _list(after[0], language) if after else None,
    }


def _inline(text: str) -> Markup:
    """Return a text of one paragraph without the paragraph."""
    return rich.to_html(text).removeprefix("<p>").removesuffix("</p>")


def _bare(text: str) -> str:
    """Return a text as it is where no markup can be."""
    return text.replace("`", "").replace("**", "")
