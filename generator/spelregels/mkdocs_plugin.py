"""Let plain `mkdocs serve` and `mkdocs build` show the draft in the first language.

A thin adapter: the pages are those of `render`, the settings those of `engines`. The whole site,
with its languages, its scan and its careful publishing, is `spelregels build`.
"""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from click import unstyle
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files

from spelregels.checks import has_errors
from spelregels.engines import Settings, Task, mkdocs_settings
from spelregels.errors import UserError
from spelregels.loaded import Loaded
from spelregels.loader import load_rulebook
from spelregels.locales import find_language
from spelregels.plan import Notice, draft_publications
from spelregels.render import Page, render_files, render_pages
from spelregels.reporters import make_report, report_text
from spelregels.staging import find_handwritten, require_room
from spelregels.wording import own_words

_BUILT_IN = ("toc", "tables", "fenced_code")
"""The extensions of Markdown that MkDocs puts before those of a configuration."""


class SpelregelsConfig(Config):  # type: ignore[no-untyped-call]
    """What the plugin can be told in mkdocs.yml."""

    rulebook = config_options.Type(str, default="rulebook")


class SpelregelsPlugin(BasePlugin[SpelregelsConfig]):  # type: ignore[no-untyped-call]
    """Adds the pages of a rulebook to a build of MkDocs."""

    def __init__(self) -> None:
        self._is_serving = False
        self._pages: tuple[Page, ...] = ()
        self._files: tuple[Page, ...] = ()
        self._handwritten: Mapping[str, Path] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], **_: object) -> None:
        """Remember whether the pages are served with the reloading script of MkDocs."""
        self._is_serving = command == "serve"

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load and check the rulebook, and set MkDocs up as a unit is, before other plugins."""
        try:
            return self._set_up(config)
        except UserError as error:
            raise PluginError(str(error)) from None

    def _set_up(self, config: MkDocsConfig) -> MkDocsConfig:
        words = own_words({"extra": dict(config.extra)})
        publication = draft_publications(self._load(), config.site_url or "", words)[0]
        self._handwritten = find_handwritten(Path(config.docs_dir), publication.unit.language)
        self._pages = require_room(render_pages(publication), self._handwritten)
        self._files = tuple(render_files(publication))
        pages = tuple(path for path in self._handwritten if path.endswith(".md"))
        base = {"extra_css": config.extra_css}
        notice = Notice(publication.words["draft"])
        task = Task(publication, base, pages, notice=notice, live=self._is_serving)
        _apply(config, mkdocs_settings(task))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the pages of the unit in the place of what stands in the folder of documents."""
        for file in tuple(files):
            if file.src_dir == config.docs_dir:
                files.remove(file)
        for page in (*self._pages, *self._files):
            files.append(File.generated(config, page.path, content=page.content))
        for path, source in self._handwritten.items():
            files.append(File.generated(config, path, abs_src_path=str(source)))
        return files

    def on_serve(self, server: LiveReloadServer, **_: object) -> LiveReloadServer:
        """Build again when a file of the rulebook is saved."""
        server.watch(self.config.rulebook)
        return server

    def _load(self) -> Loaded:
        report = make_report(loaded := load_rulebook(Path(self.config.rulebook)), find_language())
        if has_errors(report.diagnostics):
            raise PluginError(unstyle(report_text(report)))
        return loaded


def _apply(config: MkDocsConfig, settings: Settings) -> None:
    """Set in a configuration that was read already what a unit has in its file."""
    for name in ("site_name", "nav", "extra_css", "extra_javascript", "repo_url", "edit_uri"):
        config[name] = settings[name]
    theme = settings["theme"]
    config.theme.dirs.insert(0, theme["custom_dir"])
    config.theme.update(
        {name: theme[name] for name in ("language", "font", "features", "palette")}
    )
    config.extra["spelregels"] = settings["extra"]["spelregels"]
    config.validation.nav.omitted_files = logging.DEBUG
    extensions = settings["markdown_extensions"]
    config.markdown_extensions = [
        *_BUILT_IN,
        *(name for name in extensions if isinstance(name, str)),
    ]
    config.mdx_configs = {}
    for extension in extensions:
        if isinstance(extension, dict):
            config.mdx_configs.update(extension)
