"""The templates, and the one place where a value becomes part of a page."""

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from spelregels import plain
from spelregels.render.publication import Page, Publication, Reader


def render_page(
    path: str,
    publication: Publication,
    reader: Reader,
    *,
    title: str,
    description: str = "",
    keywords: tuple[str, ...] = (),
    **values: object,
) -> Page:
    """Return the page at `path`, made with the template of its name and of `values`.

    The template of `rules/wait-your-turn.md` is `rules.html.j2`, that of `people.md`
    `people.html.j2`, and that of `rules/index.md` `rules-index.html.j2`.
    """
    html = render_html(
        _template_of(path),
        title=title,
        words=publication.words.phrases,
        root=reader.root,
        **values,
    )
    fields: dict[str, str | list[str]] = {"title": title, "hide": ["toc"]}
    if description:
        fields["description"] = description
    if keywords:
        fields["tags"] = list(keywords)
    return Page(path, f"{plain.to_front_matter(fields)}\n{html.strip()}\n")


def render_html(template: str, **values: object) -> str:
    """Return what a template makes of `values`; every `str` among them is encoded."""
    return _ENVIRONMENT.get_template(template).render(values)


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
