import ast
import io
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

import spelregels

ROOT = Path(spelregels.__file__).parent

ORDER = (
    "errors",
    "memory",
    "messages",
    "locales",
    "diagnostics",
    "characters",
    "nodes",
    "places",
    "slips",
    "hints",
    "syntax",
    "files",
    "source",
    "plain",
    "mentions",
    "rich",
    "values",
    "models",
    "misfits",
    "shape",
    "prose",
    "lexicon",
    "quantities",
    "duties",
    "signals",
    "comparing",
    "diff",
    "redline",
    "editions",
    "history",
    "addresses",
    "loaded",
    "loader",
    "clock",
    "checks",
    "selection",
    "reporters",
    "delivery",
    "diff_reporters",
    "freezing",
    "verifying",
    "versions",
    "words",
    "wording",
    "render",
    "plan",
    "scan",
    "slimming",
    "engines",
    "staging",
    "publish",
    "site",
    "mkdocs_plugin",
    "serving",
    "cli",
)
"""The modules from top to bottom: each imports only from those above it."""

OUTSIDE = ("__init__", "__main__")
ONLY = {"yaml": {"source"}, "subprocess": {"engines"}}
MAX_LINES = 300
MAX_FUNCTION = 30

MODULES = {
    file.relative_to(ROOT).with_suffix("").as_posix().replace("/", "."): file
    for file in sorted(ROOT.rglob("*.py"))
}
every_module = pytest.mark.parametrize("name", MODULES)


def part_of(module: str) -> str:
    """Return the entry of ORDER that `module`, without `spelregels.`, belongs to."""
    return module.partition(".")[0]


def parse(name: str) -> ast.Module:
    return ast.parse(MODULES[name].read_text(encoding="utf-8"))


def imports_of(name: str) -> Iterator[str]:
    for node in ast.walk(parse(name)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_imports_of(name: str) -> Iterator[str]:
    """Yield what a module imports from spelregels, without `spelregels.`."""
    for imported in imports_of(name):
        if imported.startswith("spelregels."):
            yield imported.removeprefix("spelregels.")


def lines_of_code(source: str) -> set[int]:
    """Return the lines that hold more than comments and docstrings."""
    skipped = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in (*skipped, tokenize.ENDMARKER):
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Expr(value=ast.Constant(value=str())):
                lines.difference_update(range(node.lineno, (node.end_lineno or 0) + 1))
    return lines


@every_module
def test_module_has_its_place_in_the_order(name: str) -> None:
    assert part_of(name) in (*ORDER, *OUTSIDE)


@every_module
def test_module_imports_only_from_those_above_it(name: str) -> None:
    if name in OUTSIDE:
        return
    place = ORDER.index(part_of(name))
    above = {*ORDER[:place], part_of(name), "__version__"}
    assert {part_of(imported) for imported in own_imports_of(name)} <= above


@every_module
def test_cli_is_imported_by_main_only(name: str) -> None:
    imports_cli = any(part_of(imported) == "cli" for imported in own_imports_of(name))
    assert imports_cli is (name == "__main__") or part_of(name) == "cli"


def test_main_imports_nothing_but_cli() -> None:
    assert list(own_imports_of("__main__")) == ["memory.keeping_everything", "cli.main"]


def test_checks_do_not_import_each_other() -> None:
    """The list of the checks imports them, they import what they share, `pages` reads the list."""
    checks = {name for name in MODULES if "CODE = " in MODULES[name].read_text(encoding="utf-8")}
    for name in MODULES:
        imported = {part.rpartition(".")[0] for part in own_imports_of(name)}
        imported |= set(own_imports_of(name))
        if name in checks:
            assert imported & {*checks, "checks", "checks.pages"} == set(), name
        elif name.startswith("checks.") and name not in ("checks.__init__", "checks.pages"):
            assert imported & {"checks", "checks.pages", *checks} == set(), name


@every_module
def test_library_with_one_door_is_imported_there_only(name: str) -> None:
    imported = {part.partition(".")[0] for part in imports_of(name)}
    assert [library for library in ONLY if library in imported and name not in ONLY[library]] == []


@every_module
def test_paths_are_those_of_pathlib(name: str) -> None:
    assert not {part for part in imports_of(name) if part.startswith("os.path")}
    attributes = [node for node in ast.walk(parse(name)) if isinstance(node, ast.Attribute)]
    assert not [
        node
        for node in attributes
        if node.attr == "path" and isinstance(node.value, ast.Name) and node.value.id == "os"
    ]


@every_module
def test_nothing_is_printed_but_by_click(name: str) -> None:
    calls = [node.func for node in ast.walk(parse(name)) if isinstance(node, ast.Call)]
    assert "print" not in [call.id for call in calls if isinstance(call, ast.Name)]


@every_module
def test_module_is_not_too_long(name: str) -> None:
    assert len(lines_of_code(MODULES[name].read_text(encoding="utf-8"))) <= MAX_LINES


@every_module
def test_function_is_not_too_long(name: str) -> None:
    lines = lines_of_code(MODULES[name].read_text(encoding="utf-8"))
    functions = [
        node
        for node in ast.walk(parse(name))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    long = [
        function.name
        for function in functions
        if len(lines & set(range(function.lineno, (function.end_lineno or 0) + 1))) > MAX_FUNCTION
    ]
    assert long == []
