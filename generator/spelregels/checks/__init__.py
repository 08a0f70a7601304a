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
    by_rank,
    circular_reason,
    contradicted_direction,
    contradicted_kind,
    contradicted_percent,
    copied_reason,
    cut_text,
    doubtful_kind,
    duplicate_id,
    duplicate_key,
    empty_appeal,
    empty_file,
    expired_exemption,
    forbidden_exemption,
    forbidden_markup,
    hard_to_read,
    hidden_character,
    id_field,
    idle_audience,
    idle_exemption,
    incomplete_exception,
    invalid_address,
    invalid_date,
    invalid_id,
    invalid_language,
    invalid_number,
    irregular_file,
    late_advice,
    likely_circular,
    long_exemption,
    long_past_review,
    long_rule,
    long_sentence,
    merge_mark,
    misplaced_file,
    missing_field,
    missing_file,
    missing_justification,
    named_customer,
    near_rule_budget,
    no_effect,
    not_utf8,
    odd_indent,
    office_word,
    old_decision,
    other_language,
    outdated_figure,
    over_limit,
    over_rule_budget,
    overdue_owner,
    own_advice,
    owner_not_business,
    past_review,
    piled_passive,
    placeholder_reason,
    raw_html,
    replacement_circle,
    reused_id,
    rule_not_in_force,
    short_notice,
    two_rules_in_one,
    unexplained_change,
    unexplained_term,
    unknown_audience,
    unknown_chapter,
    unknown_check,
    unknown_field,
    unknown_language,
    unknown_owner,
    unknown_rule,
    unknown_value,
    unlike_figure,
    unsourced_measurement,
    untranslated,
    vague_reason,
    vanished_rule,
    withdrawn_without_reason,
    wrong_order,
    wrong_type,
    yaml_feature,
    yaml_syntax,
)
from spelregels.checks.exemptions import Exemption, Found, drop_exempted, find_exemptions
from spelregels.checks.explanations import Page, explain, name_of
from spelregels.diagnostics import Diagnostic, Fault, Location, Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import LANGUAGES, Message


class Check(Page, Protocol):
    """A module that finds one kind of problem, too."""

    def find(self, loaded: Loaded) -> Iterator[Problem]:
        """Yield each problem of this kind in a rulebook."""


class ExemptionCheck(Page, Protocol):
    """A module that finds one kind of problem with an exemption."""

    def judge(self, exemption: Exemption) -> Iterator[Problem]:
        """Yield the problem with an exemption, if it is of this kind."""


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
    own_advice,
    late_advice,
    withdrawn_without_reason,
    replacement_circle,
    missing_justification,
    no_effect,
    untranslated,
    placeholder_reason,
    empty_appeal,
    circular_reason,
    likely_circular,
    copied_reason,
    contradicted_direction,
    contradicted_percent,
    unsourced_measurement,
    vague_reason,
    hard_to_read,
    long_sentence,
    office_word,
    piled_passive,
    unexplained_term,
    other_language,
    unlike_figure,
    over_rule_budget,
    near_rule_budget,
    long_rule,
    two_rules_in_one,
    incomplete_exception,
    named_customer,
    by_rank,
    idle_audience,
    rule_not_in_force,
    vanished_rule,
    reused_id,
    unexplained_change,
    contradicted_kind,
    doubtful_kind,
    old_decision,
    outdated_figure,
    short_notice,
    past_review,
    long_past_review,
    overdue_owner,
    wrong_order,
)
OF_EXEMPTIONS: tuple[ExemptionCheck, ...] = (
    unknown_check,
    forbidden_exemption,
    expired_exemption,
    idle_exemption,
    long_exemption,
)


_EVERY: tuple[Page, ...] = (*FOUND_WHILE_READING, *CHECKS, *OF_EXEMPTIONS)
PAGES: Mapping[str, Page] = {
    name_of(page): page for page in sorted(_EVERY, key=lambda page: page.CODE)
}
"""Every check by its name, in the order of the codes."""


def run_checks(loaded: Loaded, language: str = LANGUAGES[0]) -> tuple[Diagnostic, ...]:
    """Return every problem of a rulebook, those met while reading it too, sorted by place.

    `language` is the one in which they are told.
    """
    told = {*_diagnose_faults(loaded.faults, language), *_diagnose_problems(loaded, language)}
    return tuple(sorted(told, key=lambda diagnostic: diagnostic.sort_key))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether there is anything among `diagnostics` that a build must not pass over."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def _diagnose_faults(faults: Iterable[Fault], language: str) -> Iterator[Diagnostic]:
    for fault in faults:
        yield _diagnose(PAGES[fault.name], fault.location, fault.message, language)


def _diagnose_problems(loaded: Loaded, language: str) -> Iterator[Diagnostic]:
    found = tuple(_find_problems(loaded))
    exemptions = find_exemptions(loaded, PAGES, found)
    for page, problem in (*drop_exempted(found, exemptions), *_judge(exemptions)):
        place = loaded.locate(problem.pointer, on_key=problem.on_key, words=problem.words)
        yield _diagnose(page, place, problem.message, language)


def _find_problems(loaded: Loaded) -> Iterator[Found]:
    for check in CHECKS:
        for problem in check.find(loaded):
            if not loaded.is_faulty(problem.pointer):
                yield check, problem


def _judge(exemptions: Iterable[Exemption]) -> Iterator[Found]:
    for exemption in exemptions:
        for check in OF_EXEMPTIONS:
            for problem in check.judge(exemption):
                yield check, problem


def _diagnose(page: Page, place: Location, message: Message, language: str) -> Diagnostic:
    told, mend = message.within(language), explain(page, language).mend
    return Diagnostic(place, page.SEVERITY, page.CODE, name_of(page), told, mend)
