"""The command `spelregels`: a verb loads, calls one function, reports and sets the exit code."""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from spelregels import __version__, engines
from spelregels.checks import has_errors
from spelregels.checks.pages import find_page, to_document
from spelregels.errors import UserError
from spelregels.loader import load_rulebook
from spelregels.models import SCHEMAS, Rulebook
from spelregels.reporters import REPORTERS, make_report, report_text
from spelregels.site import Project, build_site, find_project

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
    "--output-format", type=click.Choice(sorted(REPORTERS)), default="text", show_default=True
)
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
def check(path: Path | None, rulebook: Path, output_format: str, *, strict: bool) -> None:
    """Check the rulebook in PATH (the same as --rulebook) and report every problem.

    Exit code 0: nothing wrong; 1: errors were found; 2: the command could not run.
    """
    report = make_report(load_rulebook(path or rulebook))
    click.echo(REPORTERS[output_format](report), nl=False)
    if has_errors(report.diagnostics) or (strict and report.diagnostics):
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
def build(rulebook: Path, output: Path) -> None:
    """Check the rulebook and build its website; a rulebook with errors is not built.

    Exit code 0: built; 1: the rulebook has errors, or a page is not fit to publish;
    2: the command could not run. Unless it is 0, the website that stands is as it was.
    """
    checked = _load_without_errors(rulebook)
    if checked is None:
        sys.exit(FOUND_ERRORS)
    _build(find_project(checked, rulebook), output)
    click.echo(f"The website is in {output}.", err=True)


@main.command()
@RULEBOOK
@click.option("--port", default=8000, show_default=True, help="The port on this machine.")
def serve(rulebook: Path, port: int) -> None:
    """Show the website on this machine, and build it again when a file is saved."""
    with TemporaryDirectory() as folder:
        output = Path(folder, "site")

        def rebuild() -> Project | None:
            checked = _load_without_errors(rulebook)
            if checked is None:
                return None
            project = find_project(checked, rulebook)
            _build(project, output, live=True)
            return project

        def try_again() -> None:
            try:
                if rebuild() is None:
                    click.echo("The website stays as it was until this is mended.", err=True)
            except UserError as error:
                click.echo(f"spelregels: {error}", err=True)

        project = rebuild()
        if project is None:
            sys.exit(FOUND_ERRORS)
        click.echo(f"The website is at http://127.0.0.1:{port}/ until you press Ctrl-C.", err=True)
        engines.serve(output, try_again, (rulebook, *project.watched), port)


@main.command()
@click.argument("code")
def explain(code: str) -> None:
    """Explain what the check CODE (SR101, or its name) finds, and how to mend it."""
    click.echo(to_document(find_page(code)), nl=False)


@main.command()
@click.argument("kind", type=click.Choice(sorted(SCHEMAS)))
def schema(kind: str) -> None:
    """Print the JSON Schema of a KIND of file, for an editor that completes and checks."""
    click.echo(json.dumps(SCHEMAS[kind].model_json_schema(), indent=2, sort_keys=True))


def _load_without_errors(folder: Path) -> Rulebook | None:
    """Return the rulebook, or None after telling what is wrong with it."""
    loaded = load_rulebook(folder)
    report = make_report(loaded)
    if report.diagnostics:
        click.echo(report_text(report), nl=False, err=True)
    return None if has_errors(report.diagnostics) else loaded.rulebook


def _build(project: Project, output: Path, *, live: bool = False) -> None:
    try:
        build_site(project, output, lambda message: _show_progress(f"{message} …"), live=live)
    finally:
        _show_progress("")


def _show_progress(message: str) -> None:
    """Show a line that the next one replaces, on a terminal only."""
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{message}", nl=False, err=True)
