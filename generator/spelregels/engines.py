"""The site engine, MkDocs with Material; nothing else knows it, or starts a process."""

import html
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from spelregels import slimming
from spelregels.errors import UserError
from spelregels.plan import NO_NOTICE, Notice
from spelregels.render import NavItem, Publication, navigation
from spelregels.slimming import slim_unit

DOCS_FOLDER = "docs"
SITE_FOLDER = "site"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""What a published page may load: its own files, and nothing of anybody else's."""

_CONFIG_FILE = "mkdocs.yml"
_STYLESHEET = "assets/stylesheets/spelregels.css"
_SCRIPT = "assets/javascripts/editions.js"
_MAX_WARNINGS = 20
_NO_ADDRESS = "https://address-not-set.invalid/"
"""The version selector finds a page of another edition by its sitemap, which must have some host:
one that never can be there (RFC 2606), and that no page shows."""
_SILENCE = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}

_SCHEMES = (
    ("", "default", "sun", "to_light"),
    (": light", "default", "moon", "to_dark"),
    (": dark", "slate", "auto", "to_automatic"),
)

Settings = dict[str, Any]
"""What stands in a mkdocs.yml."""


@dataclass(frozen=True)
class Alternative:
    """The same unit in another language; `missing` are the pages that are not there."""

    language: str
    name: str
    address: str
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Task:
    """A unit as the engine is to build it.

    `handwritten` are the paths of pages that are not generated, `not_in_current` the addresses of
    those that the `current` edition does not have; `live` pages may be served with the engine's
    own reloading script, which the policy of a published page does not run.
    """

    publication: Publication
    base: Mapping[str, Any]
    handwritten: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    notice: Notice = NO_NOTICE
    not_in_current: tuple[str, ...] = ()
    live: bool = False


def theme_folder() -> Path:
    """Return the folder of what the site changes in the theme."""
    return Path(str(files("spelregels") / "theme"))


def packaged_base() -> Path:
    """Return the base configuration of a site that has none of its own."""
    return Path(str(files("spelregels") / _CONFIG_FILE))


def read_base(file: Path) -> Settings:
    """Return what stands in the base configuration.

    Raises:
        UserError: the file is not YAML, or inherits from a file that is not there.
    """
    # MkDocs takes a third of a second to import, and `check` does without.
    from mkdocs.exceptions import ConfigurationError
    from mkdocs.utils.yaml import yaml_load

    try:
        with file.open("rb") as stream:
            base = yaml_load(stream)
    except (ConfigurationError, OSError) as error:
        raise UserError(f"{file}: {error}") from None
    if not isinstance(base, dict):
        raise UserError(f"{file}: names with values belong here, as in 'site_name: Rules'")
    return base


def site_url(base: Mapping[str, Any]) -> str:
    """Return the address of the site with a slash at its end, or nothing where it has none."""
    address = str(base.get("site_url") or "")
    return address if not address or address.endswith("/") else f"{address}/"


def engine_facts() -> tuple[str, ...]:
    """Return what the pages depend on besides their content and their settings."""
    names = ("mkdocs", "mkdocs-material", "Markdown", "Jinja2", "pymdown-extensions")
    python = ".".join(map(str, sys.version_info[:2]))
    ours = (Path(__file__), Path(slimming.__file__))
    own = (file.read_text(encoding="utf-8") for file in ours)
    return (*own, f"python {python}", *(f"{name} {version(name)}" for name in names))


def mkdocs_settings(task: Task) -> Settings:
    """Return what the configuration of a unit adds to the base."""
    publication = task.publication
    settings: Settings = {
        "site_name": html.escape(_site_name(publication)),
        "docs_dir": DOCS_FOLDER,
        "site_dir": SITE_FOLDER,
        "use_directory_urls": True,
        "repo_url": None,
        "edit_uri": None,
        "nav": [*map(_nav_entry, navigation(publication)), *task.handwritten],
        "theme": _theme(publication),
        "plugins": ["search"],
        "markdown_extensions": ["attr_list", {"tables": {"use_align_attribute": True}}],
        "extra_css": [_STYLESHEET, *(task.base.get("extra_css") or ())],
        "extra_javascript": [_SCRIPT],
        "extra": {
            "alternate": [_alternate(task, other) for other in task.alternatives],
            "spelregels": _extra(task),
            "version": _version(task),
        },
        "validation": {
            "nav": {"omitted_files": "ignore"},
            "links": {"anchors": "warn", "absolute_links": "warn", "unrecognized_links": "warn"},
        },
    }
    settings["site_url"] = (publication.site_url or _NO_ADDRESS) + publication.unit.address
    return settings


def build_unit(stage: Path, settings: Settings, base: Path, epoch: int) -> Path:
    """Build what is staged in `stage` and return the folder of the pages.

    `epoch` stands in for the clock, in seconds since 1970.

    Raises:
        UserError: the engine refused; its own words are in the message.
    """
    config = {"INHERIT": str(base.resolve()), **settings}
    file = stage / _CONFIG_FILE
    file.write_text(json.dumps(config, ensure_ascii=False, indent=2), encoding="utf-8")
    # Never -q or -v with --strict: they keep the warnings from being counted.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(file)]
    finished = run(command, {"SOURCE_DATE_EPOCH": str(epoch), **_SILENCE})
    if finished.returncode != 0:
        raise UserError(_refusal(f"{finished.stderr}\n{finished.stdout}", stage))
    slim_unit(stage / SITE_FOLDER)
    return stage / SITE_FOLDER


def run(command: list[str], environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; the one place where a process starts, and what tests replace."""
    return subprocess.run(  # noqa: S603 (the command is ours, and no shell reads it)
        command,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        stdin=subprocess.DEVNULL,
        check=False,
    )


def serve(folder: Path, build: Callable[[], object], watched: Iterable[Path], port: int) -> None:
    """Serve `folder` on this machine until interrupted; build again when a watched file changes.

    Raises:
        UserError: the port is taken.
    """
    from mkdocs.livereload import LiveReloadServer

    def rebuild() -> None:
        build()

    server = LiveReloadServer(rebuild, "127.0.0.1", port, str(folder))
    for path in watched:
        server.watch(str(path))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except OSError as error:
        raise UserError(f"port {port} cannot be used: {error.strerror}") from None
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()


def _site_name(publication: Publication) -> str:
    return publication.reader().plain(publication.rulebook.settings.name)


def _nav_entry(item: NavItem) -> Settings:
    value = list(map(_nav_entry, item.items)) if item.items else item.path
    return {html.escape(item.title): value}


def _alternate(task: Task, other: Alternative) -> Settings:
    site = task.publication.site_url
    return {
        "lang": other.language,
        "name": html.escape(other.name),
        "link": other.address,
        "whole": f"{site}{other.address.removeprefix('../../')}" if site else "",
        "missing": list(other.missing),
    }


def _theme(publication: Publication) -> Settings:
    return {
        "name": "material",
        "language": _theme_language(publication.unit.language),
        "custom_dir": str(theme_folder()),
        "font": False,
        "features": ["navigation.indexes", "navigation.sections", "search.highlight"],
        "palette": _palette(publication),
    }


def _theme_language(language: str) -> str:
    """Return a language that the theme speaks."""
    spoken = files("material") / "templates" / "partials" / "languages" / f"{language}.html"
    return language if spoken.is_file() else "en"


def _palette(publication: Publication) -> list[Settings]:
    """Return the three ways to choose colours; each toggle names the way that comes next."""
    return [
        {
            "media": f"(prefers-color-scheme{media})",
            "scheme": scheme,
            "primary": "custom",
            "accent": "custom",
            "toggle": {"icon": icon, "name": html.escape(publication.words[word])},
        }
        for media, scheme, icon, word in _SCHEMES
    ]


def _extra(task: Task) -> Settings:
    words, publisher = task.publication.words, task.publication.rulebook.settings.publisher
    return {
        "publisher": html.escape(publisher.name),
        "publisher_link": html.escape(publisher.contact or publisher.url or ""),
        "has_address": bool(task.publication.site_url),
        "policy": "" if task.live else POLICY,
        "scope": "../../" if task.alternatives else "./",
        "language": task.publication.unit.language,
        "notice": html.escape(task.notice.text),
        "notice_link": html.escape(task.notice.link),
        "notice_root": f"../{task.notice.edition}/",
        "notice_missing": list(task.not_in_current),
        "feed": "../changes.atom" if _version(task) else "",
        "skip": html.escape(words["skip"]),
        "choose_language": html.escape(words["choose_language"]),
    }


def _version(task: Task) -> Settings | None:
    """Return what the version selector of the theme needs; without an edition there is none.

    Any edition counts as the default one: what an edition is, its own notice tells.
    """
    if not task.publication.history.editions or not task.alternatives:
        return None
    return {"provider": "mike", "default": ["^"]}


def _refusal(output: str, stage: Path) -> str:
    """Return what the engine complained of, without the folder that it worked in."""
    lines = output.replace(f"{stage}/", "").splitlines()
    complaints = [line for line in lines if line.startswith(("WARNING", "ERROR"))]
    told = complaints or lines[-_MAX_WARNINGS:]
    return "\n  ".join(("MkDocs could not build the site:", *told[:_MAX_WARNINGS]))
