"""Build the whole site: a unit for each language of each edition, and the pages around them.

Each unit is rendered, staged and built by itself, in parallel, and kept for the next time by the
fingerprint of everything that went into it. The site is put together beside the one that stands,
scanned, and exchanged with it in one step.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from spelregels import engines
from spelregels.engines import Alternative, Task
from spelregels.errors import UserError
from spelregels.loaded import Loaded
from spelregels.plan import Plan, epoch_of, make_plan
from spelregels.publish import cache_folder, exchange, workshop
from spelregels.render import (
    Page,
    Publication,
    Surroundings,
    render_checks,
    render_feed,
    render_files,
    render_leading,
    render_pages,
    render_root_llms,
    render_versions,
)
from spelregels.scan import scan_site
from spelregels.staging import address_of, digest, find_handwritten, stage
from spelregels.verifying import EDITIONS_FILE, RULEBOOK_FILE, list_editions
from spelregels.wording import own_words
from spelregels.words import load_words

Progress = Callable[[str], None]
"""What is told of the progress: a short sentence at a time."""

_MAX_FINDINGS = 20


@dataclass(frozen=True)
class Project:
    """A rulebook and what belongs to its site: the base configuration and hand-written pages."""

    loaded: Loaded
    base: Path
    docs: Path

    @property
    def watched(self) -> tuple[Path, ...]:
        """What an author may change, besides the rulebook."""
        return tuple(path for path in (self.base, self.docs) if path.exists())


@dataclass(frozen=True)
class _Build:
    """A build under way: what it makes, with which configuration, and for whom."""

    project: Project
    base: Mapping[str, Any]
    plan: Plan
    live: bool

    @cached_property
    def handwritten(self) -> Mapping[str, Mapping[str, Path]]:
        """The hand-written files of each language, by their path within a unit."""
        languages = {each.unit.language for each in self.plan.publications}
        return {
            language: find_handwritten(self.project.docs, language)
            for language in sorted(languages)
        }

    @cached_property
    def pages(self) -> Mapping[str, tuple[Page, ...]]:
        """The generated pages of each unit, by its address."""
        return {each.unit.address: tuple(render_pages(each)) for each in self.plan.publications}

    def paths(self, publication: Publication) -> tuple[str, ...]:
        """Return the path of every page of a unit, generated and hand-written."""
        written = self.handwritten[publication.unit.language]
        generated = (page.path for page in self.pages[publication.unit.address])
        return (*generated, *(path for path in written if path.endswith(".md")))


@dataclass(frozen=True)
class _Staged:
    """A unit that is ready for the engine: where it stands, and its fingerprint."""

    publication: Publication
    folder: Path
    settings: dict[str, Any]
    fingerprint: str


def find_project(loaded: Loaded) -> Project:
    """Return the project of a rulebook: what it needs stands beside the folder of that."""
    root = loaded.folder.resolve().parent
    own = root / "mkdocs.yml"
    return Project(loaded, own if own.is_file() else engines.packaged_base(), root / "docs")


def build_site(
    project: Project,
    output: Path,
    today: date,
    progress: Progress = lambda _: None,
    *,
    draft: bool = False,
    live: bool = False,
) -> None:
    """Build the site of `project` at `output`, with the edition that is current on `today`.

    `draft` adds the rulebook as it stands; `live` is for looking at, not for publishing.

    Raises:
        UserError: something is wrong with the hand-written pages, the configuration or `output`;
            the site that stands is then as it was.
    """
    base = engines.read_base(project.base)
    address = engines.site_url(base)
    words = own_words(base)
    plan = make_plan(project.loaded, today, address, words, draft=draft)
    build = _Build(project, base, plan, live)
    with workshop(output) as folder:
        staged = tuple(_stage_units(build, folder))
        built = _build_units(project, staged, cache_folder(output), progress)
        site = folder / "site"
        for ready, pages in zip(staged, built, strict=True):
            shutil.copytree(pages, site / ready.publication.unit.address)
        _write_around(build, site)
        progress("looking through the pages")
        _refuse_findings(site, address)
        exchange(site, output)
        _forget_others(cache_folder(output), {ready.fingerprint for ready in staged}, folder)


def _stage_units(build: _Build, folder: Path) -> Iterator[_Staged]:
    theme = engines.theme_folder()
    for publication in build.plan.publications:
        unit = publication.unit
        settings = engines.mkdocs_settings(_make_task(build, publication))
        place = folder / "units" / f"{unit.language}-{unit.edition}"
        docs = place / engines.DOCS_FOLDER
        stage(docs, build.pages[unit.address], build.handwritten[unit.language])
        facts = (settings, build.base, engines.engine_facts())
        yield _Staged(publication, place, settings, digest((docs, theme), *facts))


def _make_task(build: _Build, publication: Publication) -> Task:
    written = build.handwritten[publication.unit.language]
    others = build.plan.beside(publication)
    notice = build.plan.find_notice(publication)
    current = [
        each
        for each in build.plan.publications
        if each.unit.edition == notice.edition and each.unit.language == publication.unit.language
    ]
    return Task(
        publication,
        build.base,
        tuple(path for path in written if path.endswith(".md")),
        tuple(_alternative(build, publication, other) for other in others),
        notice if current else notice.without_link(),
        _find_missing(build, publication, current[0]) if current else (),
        live=build.live,
    )


def _alternative(build: _Build, publication: Publication, other: Publication) -> Alternative:
    name = load_words(other.unit.language)["language"]
    missing = _find_missing(build, publication, other)
    return Alternative(other.unit.language, name, f"../../{other.unit.address}", missing)


def _find_missing(build: _Build, here: Publication, there: Publication) -> tuple[str, ...]:
    """Return the addresses of the pages that are here and not there."""
    theirs = frozenset(build.paths(there))
    return tuple(address_of(path) for path in build.paths(here) if path not in theirs)


def _build_units(
    project: Project, staged: tuple[_Staged, ...], cache: Path, progress: Progress
) -> tuple[Path, ...]:
    def build(ready: _Staged) -> Path:
        kept = cache / ready.fingerprint
        if not kept.exists():
            progress(f"building {ready.publication.unit.address}")
            epoch = epoch_of(ready.publication)
            pages = engines.build_unit(ready.folder, ready.settings, project.base, epoch)
            cache.mkdir(exist_ok=True)
            pages.rename(kept)
        return kept

    with ThreadPoolExecutor(max_workers=2) as pool:
        return tuple(pool.map(build, staged))


def _write_around(build: _Build, site: Path) -> None:
    """Write what stands around the pages of the units: what leads to them, and their data."""
    for page in _render_around(build):
        _write(site / page.path, page)
    for publication in build.plan.publications:
        folder = site / publication.unit.address
        if publication.edition:
            (folder / RULEBOOK_FILE).write_bytes(publication.edition.content)
        for page in render_files(publication):
            _write(folder / page.path, page)


def _write(file: Path, page: Page) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(page.content, encoding="utf-8", newline="")


def _render_around(build: _Build) -> Iterator[Page]:
    publications = build.plan.publications
    addresses = {
        each.unit.address: tuple(address_of(path) for path in build.paths(each))
        for each in publications
    }
    surroundings = Surroundings(publications, build.plan.leading, addresses)
    yield from render_leading(surroundings)
    yield from render_checks(surroundings)
    yield render_root_llms(surroundings)
    if not build.plan.editions:
        return
    yield Page(EDITIONS_FILE, list_editions(build.plan.editions))
    for language in surroundings.languages:
        yield render_feed(surroundings.main(language))
        yield render_versions(surroundings.main(language), _editions_in(publications, language))


def _editions_in(publications: Iterable[Publication], language: str) -> tuple[str, ...]:
    return tuple(each.unit.edition for each in publications if each.unit.language == language)


def _refuse_findings(site: Path, address: str) -> None:
    findings = [str(finding) for finding in islice(scan_site(site, address), _MAX_FINDINGS)]
    if findings:
        raise UserError("\n  ".join(("the built pages are not fit to publish:", *findings)))


def _forget_others(cache: Path, used: set[str], workshop_folder: Path) -> None:
    """Move what is not used any more out of the cache in one step each; half a unit is worse."""
    for kept in tuple(cache.iterdir()):
        if kept.name not in used:
            kept.rename(workshop_folder / kept.name)
