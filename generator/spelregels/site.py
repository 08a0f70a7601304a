"""Build the whole site: a unit for each language, the pages that lead to them, and no harm done.

Each unit is rendered, staged and built by itself, in parallel, and kept for the next time by the
fingerprint of everything that went into it. The site is put together beside the one that stands,
scanned, and exchanged with it in one step.
"""

import shutil
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any

from spelregels import engines
from spelregels.engines import Alternative, Task
from spelregels.errors import UserError
from spelregels.models import Rulebook
from spelregels.publish import cache_folder, exchange, workshop
from spelregels.render import Publication, Unit, render_leading, render_pages
from spelregels.scan import scan_site
from spelregels.staging import address_of, digest, find_handwritten, stage
from spelregels.words import load_words

DRAFT = "draft"
"""The name of the edition that the rulebook as it stands would become."""

Progress = Callable[[str], None]
"""What is told of the progress: a short sentence at a time."""

_MAX_FINDINGS = 20


@dataclass(frozen=True)
class Project:
    """A rulebook and what belongs to its site: the base configuration and hand-written pages."""

    rulebook: Rulebook
    base: Path
    docs: Path

    @property
    def watched(self) -> tuple[Path, ...]:
        """What an author may change, besides the rulebook."""
        return tuple(path for path in (self.base, self.docs) if path.exists())


@dataclass(frozen=True)
class _Staged:
    """A unit that is ready for the engine: where it stands, and its fingerprint."""

    unit: Unit
    folder: Path
    settings: dict[str, Any]
    fingerprint: str


def find_project(rulebook: Rulebook, folder: Path) -> Project:
    """Return the project of the rulebook in `folder`: what it needs stands beside that folder."""
    root = folder.resolve().parent
    own = root / "mkdocs.yml"
    return Project(rulebook, own if own.is_file() else engines.packaged_base(), root / "docs")


def build_site(
    project: Project, output: Path, progress: Progress = lambda _: None, *, live: bool = False
) -> None:
    """Build the site of `project` at `output`; `live` is for looking at it, not for publishing.

    Raises:
        UserError: something is wrong with the hand-written pages, the configuration or `output`;
            the site that stands is then as it was.
    """
    base = engines.read_base(project.base)
    address = engines.site_url(base)
    with workshop(output) as folder:
        staged = tuple(_stage_units(project, base, folder, live=live))
        built = _build_units(project, staged, cache_folder(output), progress)
        site = folder / "site"
        for ready, pages in zip(staged, built, strict=True):
            shutil.copytree(pages, site / ready.unit.address)
        _write_leading(project, staged, site, address)
        progress("looking through the pages")
        _refuse_findings(site, address)
        exchange(site, output)
        _forget_others(cache_folder(output), {ready.fingerprint for ready in staged}, folder)


def find_units(rulebook: Rulebook) -> tuple[Unit, ...]:
    """Return the units of a site, the first language first."""
    return tuple(Unit(language, DRAFT) for language in rulebook.settings.languages)


def latest_day(rulebook: Rulebook) -> date:
    """Return the last day on which something in the rulebook was decided or asked."""
    decided = (rule.decided_on for rule in rulebook.rules.values())
    asked = (request.asked_on for request in rulebook.requests.values())
    return max((*decided, *asked), default=date(2000, 1, 1))


def _stage_units(
    project: Project, base: dict[str, Any], folder: Path, *, live: bool
) -> Iterable[_Staged]:
    units = find_units(project.rulebook)
    handwritten = {unit: find_handwritten(project.docs, unit.language) for unit in units}
    theme = engines.theme_folder()
    for unit in units:
        publication = Publication(project.rulebook, unit, engines.site_url(base))
        pages = tuple(path for path in handwritten[unit] if path.endswith(".md"))
        task = Task(
            publication,
            base,
            pages,
            tuple(_alternative(other, pages, tuple(handwritten[other])) for other in units),
            live=live,
        )
        settings = engines.mkdocs_settings(task)
        stage_folder = folder / "units" / f"{unit.language}-{unit.edition}"
        docs = stage_folder / engines.DOCS_FOLDER
        stage(docs, render_pages(publication), handwritten[unit])
        facts = (settings, base, engines.engine_facts())
        yield _Staged(unit, stage_folder, settings, digest((docs, theme), *facts))


def _alternative(other: Unit, pages: tuple[str, ...], theirs: tuple[str, ...]) -> Alternative:
    missing = tuple(address_of(page) for page in pages if page not in theirs)
    name = load_words(other.language)["language"]
    return Alternative(other.language, name, f"../../{other.address}", missing)


def _build_units(
    project: Project, staged: tuple[_Staged, ...], cache: Path, progress: Progress
) -> tuple[Path, ...]:
    epoch = int(datetime.combine(latest_day(project.rulebook), time(), UTC).timestamp())

    def build(ready: _Staged) -> Path:
        kept = cache / ready.fingerprint
        if not kept.exists():
            progress(f"building {ready.unit.address}")
            pages = engines.build_unit(ready.folder, ready.settings, project.base, epoch)
            cache.mkdir(exist_ok=True)
            pages.rename(kept)
        return kept

    with ThreadPoolExecutor(max_workers=2) as pool:
        return tuple(pool.map(build, staged))


def _write_leading(
    project: Project, staged: tuple[_Staged, ...], site: Path, address: str
) -> None:
    units = tuple(ready.unit for ready in staged)
    for page in render_leading(project.rulebook, units, address):
        file = site / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.content, encoding="utf-8")


def _refuse_findings(site: Path, address: str) -> None:
    findings = [str(finding) for finding in islice(scan_site(site, address), _MAX_FINDINGS)]
    if findings:
        raise UserError("\n  ".join(("the built pages are not fit to publish:", *findings)))


def _forget_others(cache: Path, used: set[str], workshop_folder: Path) -> None:
    """Move what is not used any more out of the cache in one step each; half a unit is worse."""
    for kept in tuple(cache.iterdir()):
        if kept.name not in used:
            kept.rename(workshop_folder / kept.name)
