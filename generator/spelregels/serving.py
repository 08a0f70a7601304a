"""Show the site on this machine while its rulebook is being written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from spelregels import engines
from spelregels.checks import has_errors
from spelregels.editions import DRAFT
from spelregels.errors import UserError
from spelregels.loader import load_rulebook
from spelregels.reporters import make_report, report_text
from spelregels.site import Progress, Project, build_site, find_project

_ADDRESS = "http://127.0.0.1:{port}/{language}/{edition}/"


@dataclass(frozen=True)
class Host:
    """Who is shown a site: `tell` takes sentences, `progress` what passes.

    `language` is the one in which problems of the rulebook are told.
    """

    tell: Callable[[str], None]
    progress: Progress
    language: str


def serve_site(folder: Path, today: date, port: int, host: Host) -> bool:
    """Serve the site of the rulebook in `folder` until interrupted; return whether it could be.

    The draft is among the editions. A rulebook that comes to have errors leaves the last good site
    in place; one that has them from the start is not served.

    Raises:
        UserError: the site cannot be built, or the port is taken.
    """
    with TemporaryDirectory() as place:
        output = Path(place, "site")
        project = _build(folder, today, output, host)
        if project is None:
            return False

        def rebuild() -> None:
            try:
                if _build(folder, today, output, host) is None:
                    host.tell("The website stays as it was until this is mended.")
            except UserError as error:
                host.tell(f"spelregels: {error}")

        language = project.loaded.rulebook.settings.languages[0]
        address = _ADDRESS.format(port=port, language=language, edition=DRAFT)
        host.tell(f"The website is at {address} until you press Ctrl-C.")
        engines.serve(output, rebuild, (folder, *project.watched), port)
        return True


def _build(folder: Path, today: date, output: Path, host: Host) -> Project | None:
    """Build the site, or tell what is wrong with the rulebook and return None."""
    loaded = load_rulebook(folder, today)
    report = make_report(loaded, host.language)
    if report.diagnostics:
        host.tell(report_text(report).rstrip("\n"))
    if has_errors(report.diagnostics):
        return None
    project = find_project(loaded)
    build_site(project, output, today, host.progress, draft=True, live=True)
    return project
