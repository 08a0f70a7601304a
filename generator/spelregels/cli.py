"""The command `spelregels`: a verb loads, calls one function, reports and sets the exit code."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from spelregels import __version__
from spelregels.checks import has_errors, run_checks
from spelregels.checks.pages import find_page, to_document
from spelregels.clock import find_today
from spelregels.delivery import deliver_report, find_format
from spelregels.diff import diff_rulebooks
from spelregels.diff_reporters import DIFF_REPORTERS
from spelregels.editions import DRAFT, write_edition
from spelregels.editions import FOLDER as EDITIONS_FOLDER
from spelregels.errors import UserError
from spelregels.freezing import freeze_rulebook
from spelregels.loader import load_rulebook
from spelregels.locales import find_language
from spelregels.memory import keeping_everything
from spelregels.messages import LANGUAGES
from spelregels.models import SCHEMAS
from spelregels.reporters import REPORTERS, make_report, report_text
from spelregels.selection import select_codes
from spelregels.verifying import count_editions
from spelregels.verifying import verify as verify_editions
from spelregels.versions import find_version

FOUND_ERRORS = 1
COULD_NOT_RUN = 2

RULEBOOK = click.option(
    "--rulebook",
    metavar="DIR",
    default="rulebook",
    show_default=True,
    type=click.Path(path_type=Path),
    help="The folder of the rulebook.",
)


_DAY = click.DateTime(["%Y-%m-%d"])


def _to_day(_context: object, _option: object, value: datetime | None) -> date | None:
    return value.date() if value else None


TODAY = click.option(
    "--today",
    metavar="DATE",
    type=_DAY,
    callback=lambda context, option, value: find_today(_to_day(context, option, value)),
    help="The day to go by, as 2026-03-01; else that of SOURCE_DATE_EPOCH, or of the clock.",
)


LANG = click.option(
    "--lang",
    "language",
    type=click.Choice(LANGUAGES),
    callback=lambda _context, _option, value: find_language(value),
    help="The language in which problems are told; else that of the locale, or English.",
)


class _Commands(click.Group):
    """Tells a wrong call in one line, with the exit code for it."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb; a UserError ends the command with exit code 2."""
        try:
            return super().invoke(ctx)
        except UserError as error:
            click.echo(f"spelregels: {error}", err=True)
            ctx.exit(COULD_NOT_RUN)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="spelregels")
def main() -> None:
    """Turn a YAML rulebook into a public website, and refuse rules without a reason."""


@main.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@RULEBOOK
@click.option(
    "--output-format",
    type=click.Choice(sorted(REPORTERS)),
    help="How to tell it; else github in a job of GitHub Actions, or text.",
)
@click.option(
    "--output-file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write the report to FILE, and show only the count.",
)
@click.option(
    "--select",
    metavar="CODES",
    multiple=True,
    help="Only these checks: codes, beginnings of codes or names, with commas.",
)
@click.option("--ignore", metavar="CODES", multiple=True, help="All checks but these.")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@TODAY
@LANG
def check(
    path: Path | None,
    rulebook: Path,
    output_format: str | None,
    output_file: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    today: date,
    language: str,
    *,
    strict: bool,
) -> None:
    """Tell everything that is wrong with a rulebook.

    PATH is the folder of the rulebook, as --rulebook is.

    Exit code 0: nothing wrong; 1: errors were found; 2: the command could not run.
    """
    codes = select_codes(select, ignore, language)
    with keeping_everything():
        loaded = load_rulebook(path or rulebook, today)
        found = [each for each in run_checks(loaded, language) if each.code in codes]
    report = make_report(loaded, language, found, strict=strict)
    style = find_format(output_format, output_file)
    click.echo(deliver_report(report, style, output_file), nl=False)
    if any(map(report.is_failure, found)):
        sys.exit(FOUND_ERRORS)


@main.command()
@RULEBOOK
@click.option(
    "--output",
    metavar="DIR",
    default="site",
    show_default=True,
    type=click.Path(path_type=Path),
    help="The folder of the website.",
)
@click.option("--draft", is_flag=True, help="Add the rulebook as it stands, as an edition.")
@TODAY
@LANG
def build(rulebook: Path, output: Path, today: date, language: str, *, draft: bool) -> None:
    """Check the rulebook and build its website.

    A rulebook with errors is not built. Every edition is in it, and readers are led to the one
    that is in force; before the first edition, to the rulebook as it stands.

    Exit code 0: built; 1: the rulebook has errors; 2: the command could not run, or a page is not
    fit to publish. Unless it is 0, the website that stands is as it was.
    """
    # What makes the site takes longer to import than a check takes to run.
    from spelregels.site import build_site, find_project

    loaded = load_rulebook(rulebook, today)
    report = make_report(loaded, language)
    if report.diagnostics:
        click.echo(report_text(report), nl=False, err=True)
    if has_errors(report.diagnostics):
        sys.exit(FOUND_ERRORS)
    with _showing_progress() as progress:
        build_site(find_project(loaded), output, today, progress, draft=draft)
    click.echo(f"The website is in {output}.", err=True)


@main.command()
@RULEBOOK
@click.option("--port", default=8000, show_default=True, help="The port on this machine.")
@TODAY
@LANG
def serve(rulebook: Path, port: int, today: date, language: str) -> None:
    """Show the website while the rulebook is written.

    It is built again whenever a file is saved.
    """
    from spelregels.serving import Host, serve_site  # as in build

    with _showing_progress() as progress:
        host = Host(lambda message: click.echo(message, err=True), progress, language)
        if not serve_site(rulebook, today, port, host):
            sys.exit(FOUND_ERRORS)


@main.command()
@click.argument("old")
@click.argument("new", default=DRAFT)
@RULEBOOK
@click.option(
    "--output-format", type=click.Choice(sorted(DIFF_REPORTERS)), default="text", show_default=True
)
def diff(old: str, new: str, rulebook: Path, output_format: str) -> None:
    """Tell what changed between two versions.

    OLD and NEW are names of editions, folders with a rulebook, or `draft`: the rulebook as it
    stands, which NEW is if it is left out.
    """
    loaded = load_rulebook(rulebook)
    changes = diff_rulebooks(find_version(old, loaded), find_version(new, loaded))
    click.echo(DIFF_REPORTERS[output_format](changes), nl=False)


@main.command()
@click.argument("edition")
@RULEBOOK
@click.option("--published", metavar="DATE", required=True, type=_DAY, callback=_to_day)
@click.option("--in-force", metavar="DATE", required=True, type=_DAY, callback=_to_day)
@TODAY
@LANG
def freeze(
    edition: str, rulebook: Path, published: date, in_force: date, today: date, language: str
) -> None:
    """Freeze the rulebook as an edition.

    From then on, what it says cannot change unseen. EDITION is a year and a number: 2026.1.

    Exit code 0: frozen; 1: something speaks against it; 2: the command could not run.
    """
    loaded = load_rulebook(rulebook, today)
    frozen = freeze_rulebook(loaded, edition, published, in_force, language)
    report = make_report(loaded, language, frozen.diagnostics)
    if frozen.diagnostics:
        click.echo(report_text(report), nl=False, err=True)
    if frozen.is_refused:
        sys.exit(FOUND_ERRORS)
    file = write_edition(rulebook / EDITIONS_FOLDER, frozen.edition)
    click.echo(DIFF_REPORTERS["text"](frozen.changes))
    click.echo(f"Edition {edition} is frozen in {file}. Commit that file, then build and publish.")
    click.echo(f"Its fingerprint: {frozen.edition.sha256}")


@main.command()
@click.argument("site", required=False, type=click.Path(path_type=Path))
@RULEBOOK
def verify(site: Path | None, rulebook: Path) -> None:
    """Prove that no edition was altered.

    With SITE, the folder of a built website, also what that publishes of each edition.

    Exit code 0: everything is as it was frozen; 1: something is not.
    """
    editions, found = verify_editions(rulebook, site)
    for message in found:
        click.echo(message)
    if found:
        sys.exit(FOUND_ERRORS)
    click.echo(count_editions(editions))


@main.command()
@click.argument("code")
@LANG
def explain(code: str, language: str) -> None:
    """Explain what a check finds, and how to mend it.

    CODE is its code, as SR101, or its name, as unknown-field.
    """
    click.echo(to_document(find_page(code), language), nl=False)


@main.command()
@click.argument("kind", type=click.Choice(sorted(SCHEMAS)))
def schema(kind: str) -> None:
    """Print the JSON Schema of a kind of file.

    An editor with it completes the names of fields and underlines mistakes.
    """
    click.echo(json.dumps(SCHEMAS[kind].model_json_schema(), indent=2, sort_keys=True))


@contextmanager
def _showing_progress() -> Iterator[Callable[[str], None]]:
    """Show each message in a line that the next one replaces, on a terminal only."""

    def show(message: str) -> None:
        if sys.stderr.isatty():
            click.echo(f"\r\033[K{message}", nl=False, err=True)

    try:
        yield lambda message: show(f"{message} …")
    finally:
        show("")
