"""The checks: one a module, its docstring the page that explains it.

Some problems come to light while the files are read; their modules hold the code, the severity
and the page. The others have a function `find` that looks through what was read.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from spelregels.checks import (
    advice_not_it,
    altered_edition,
    blank_field,
    broken_chain,
    contradicted_kind,
    cut_text,
    doubtful_kind,
    duplicate_id,
    duplicate_key,
    empty_file,
    forbidden_markup,
    hidden_character,
    id_field,
    invalid_address,
    invalid_date,
    invalid_id,
    invalid_language,
    invalid_number,
    irregular_file,
    merge_mark,
    misplaced_file,
    missing_field,
    missing_file,
    missing_justification,
    no_effect,
    not_utf8,
    odd_indent,
    over_limit,
    owner_not_business,
    past_review,
    raw_html,
    replacement_circle,
    reused_id,
    short_notice,
    unexplained_change,
    unknown_audience,
    unknown_chapter,
    unknown_field,
    unknown_language,
    unknown_owner,
    unknown_rule,
    unknown_value,
    untranslated,
    vanished_rule,
    withdrawn_without_reason,
    wrong_order,
    wrong_type,
    yaml_feature,
    yaml_syntax,
)
from spelregels.diagnostics import Diagnostic, Fault, Problem, Severity
from spelregels.loaded import Loaded


class Page(Protocol):
    """A module that explains one kind of problem."""

    __name__: str
    __doc__: str | None
    CODE: str
    SEVERITY: Severity


class Check(Page, Protocol):
    """A module that finds one kind of problem, too."""

    def find(self, loaded: Loaded) -> Iterator[Problem]:
        """Yield each problem of this kind in a rulebook."""


FOUND_WHILE_READING: tuple[Page, ...] = (
    missing_file,
    irregular_file,
    over_limit,
    not_utf8,
    hidden_character,
    empty_file,
    yaml_syntax,
    merge_mark,
    duplicate_key,
    yaml_feature,
    misplaced_file,
    odd_indent,
    unknown_field,
    missing_field,
    wrong_type,
    unknown_value,
    invalid_date,
    invalid_number,
    invalid_address,
    invalid_language,
    id_field,
    altered_edition,
    broken_chain,
)
CHECKS: tuple[Check, ...] = (
    cut_text,
    unknown_language,
    blank_field,
    forbidden_markup,
    raw_html,
    duplicate_id,
    invalid_id,
    unknown_owner,
    unknown_chapter,
    unknown_audience,
    unknown_rule,
    owner_not_business,
    advice_not_it,
    withdrawn_without_reason,
    replacement_circle,
    missing_justification,
    no_effect,
    untranslated,
    vanished_rule,
    reused_id,
    unexplained_change,
    contradicted_kind,
    doubtful_kind,
    short_notice,
    past_review,
    wrong_order,
)


def name_of(page: Page) -> str:
    """Return the name of a check: that of its module, with hyphens."""
    return page.__name__.rpartition(".")[2].replace("_", "-")


PAGES: Mapping[str, Page] = {
    name_of(page): page
    for page in sorted((*FOUND_WHILE_READING, *CHECKS), key=lambda page: page.CODE)
}
"""Every check by its name, in the order of the codes."""


def run_checks(loaded: Loaded) -> tuple[Diagnostic, ...]:
    """Return every problem of a rulebook, those met while reading it too, sorted by place."""
    found = {*_diagnose_faults(loaded.faults), *_diagnose_problems(loaded)}
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.sort_key))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether there is anything among `diagnostics` that a build must not pass over."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def _diagnose_faults(faults: Iterable[Fault]) -> Iterator[Diagnostic]:
    for fault in faults:
        page = PAGES[fault.name]
        yield Diagnostic(fault.location, page.SEVERITY, page.CODE, fault.name, fault.message)


def _diagnose_problems(loaded: Loaded) -> Iterator[Diagnostic]:
    for check in CHECKS:
        for problem in check.find(loaded):
            if not loaded.is_faulty(problem.pointer):
                place = loaded.locate(problem.pointer, on_key=problem.on_key)
                name = name_of(check)
                yield Diagnostic(place, check.SEVERITY, check.CODE, name, problem.message)
