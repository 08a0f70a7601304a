"""The templates, and the one place where a value becomes part of a page."""

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from spelregels import plain
from spelregels.render.meanings import find_meanings, has_terms, link_once
from spelregels.render.publication import Page, Publication, Reader


def render_page(
    path: str,
    publication: Publication,
    reader: Reader,
    *,
    title: str,
    description: str = "",
    keywords: tuple[str, ...] = (),
    scripts: tuple[str, ...] = (),
    styles: tuple[str, ...] = (),
    data: Markup | None = None,
    searched: bool = True,
    is_one_text: bool = True,
    **values: object,
) -> Page:
    """Return the page at `path`, made with the template of its name and of `values`.

    The template of `rules/wait-your-turn.md` is `rules.html.j2`, that of `people.md`
    `people.html.j2`, that of `rules/index.md` `rules-index.html.j2`. `scripts` are the names of
    those in `theme/assets/javascripts/` that this page needs and others do not, `styles` are the
    addresses within the unit of such stylesheets, and `data` is what the page tells to programs.
    A page that is not `searched` repeats what others say. A term of the glossary is a link where
    it stands first: on a page that `is_one_text`, else in each text on it.
    """
    words = publication.words.phrases
    html = render_html(_template_of(path), title=title, words=words, root=reader.root, **values)
    html = _explain(html.strip(), publication, reader, is_one_text=is_one_text)
    scripts += ("terms",) * has_terms(html)
    given: dict[str, plain.FrontMatter | None] = {
        "description": description,
        "tags": list(keywords),
        "scripts": list(scripts),
        "styles": list(styles),
        "data": data,
        "search": {} if searched else {"exclude": True},
    }
    fields = {name: value for name, value in given.items() if value}
    front_matter = plain.to_front_matter({"title": title, "hide": ["toc"], **fields})
    return Page(path, f"{front_matter}\n{html}\n")


def render_html(template: str, **values: object) -> str:
    """Return what a template makes of `values`; every `str` among them is encoded."""
    return _ENVIRONMENT.get_template(template).render(values)


def _explain(html: str, publication: Publication, reader: Reader, *, is_one_text: bool) -> str:
    """Return a page with its terms linked where they stand first, and with what they mean."""
    html = link_once(html) if is_one_text else html
    meanings = find_meanings(html, reader)
    if not meanings:
        return html
    words = publication.words.phrases
    return html + render_html("_meanings.html.j2", words=words, meanings=meanings).rstrip()


def _template_of(path: str) -> str:
    folder, _, name = path.removesuffix(".md").rpartition("/")
    if folder and name == "index":
        return f"{folder}-index.html.j2"
    return f"{folder or name}.html.j2"


def _encode(value: object) -> Markup:
    """Return what a template may print: markup as it is, anything else encoded."""
    return value if isinstance(value, Markup) else plain.to_html(str(value))


_ENVIRONMENT = Environment(
    loader=PackageLoader("spelregels"),
    autoescape=True,
    undefined=StrictUndefined,
    finalize=_encode,
    trim_blocks=True,
    lstrip_blocks=True,
)
