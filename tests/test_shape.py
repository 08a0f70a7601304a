from textwrap import dedent

import pytest

from conftest import Lines
from rulebooks import BASE, RULE
from spelregels.models import SCHEMAS, Rule
from spelregels.nodes import Node
from spelregels.shape import placeholder, shape
from spelregels.source import parse_source

FIELDS = {
    "rulebook": """\
        name: V
        publisher: {name: V, contact: V, url: V}
        languages: [V]
        chapters: [{id: V, title: V, intro: V}]
        audiences: [{id: V, title: V}]
        promises: {notice_days: V, max_rules: V, review_months: V, min_reading_score: V}
        repository: {url: V, branch: V, kind: V}
        allow: [{code: V, why: V, until: V}]
    """,
    "owners": """\
        owners: [{id: V, name: V, role: V, side: V, contact: V, github: V}]
        allow: [{code: V, why: V, until: V}]
    """,
    "glossary": """\
        terms: [{term: V, meaning: V, forms: {en: V}}]
        allow: [{code: V, why: V, until: V}]
    """,
    "rule": """\
        title: V
        chapter: V
        rule: V
        rationale: V
        effect:
          quality: {direction: V, because: V}
          price: {direction: V, because: V, percent: V, basis: V}
        without: V
        owner: V
        advice: {by: V, on: V, text: V}
        applies_to: [V]
        examples: [{case: V, outcome: V, because: V}]
        exceptions: [{when: V, conditions: [V], price: V, decided_by: V, ask: V}]
        fit: {question: V, answer: V}
        measure: {indicator: V, target: V, source: V}
        keywords: {en: [V]}
        status: V
        decided_on: V
        review_by: V
        change: {kind: V, why: V}
        withdrawn: {why: V, replaced_by: [V]}
        allow: [{code: V, why: V, until: V}]
    """,
    "request": """\
        asked: V
        asked_on: V
        answer: V
        because: V
        rules: [V]
        would_change: V
        allow: [{code: V, why: V, until: V}]
    """,
}
VALUES = ["x", "''", "[]", "[x]", "[[x]]", "{}", "{en: x}", "{en: [x]}", "{x: {y: [z]}}", "-1e9"]


def node_of(text: str) -> Node:
    source = parse_source("a.yaml", text)
    assert source.faults == ()
    assert source.root is not None
    return source.root


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_is_in_the_table_of_this_test(name: str) -> None:
    missing = [field for field in SCHEMAS[name].model_fields if f"{field}:" not in FIELDS[name]]
    assert missing == []


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("value", VALUES)
def test_file_becomes_a_model_whatever_stands_in_its_fields(name: str, value: str) -> None:
    shaped = shape(SCHEMAS[name], node_of(dedent(FIELDS[name]).replace("V", value)), "en")
    assert isinstance(shaped.model, SCHEMAS[name])
    assert bool(shaped.faulty) is bool(shaped.faults)


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("value", VALUES)
def test_file_becomes_a_model_whatever_stands_behind_its_names(name: str, value: str) -> None:
    text = "".join(f"{field}: {value}\n" for field in SCHEMAS[name].model_fields)
    assert isinstance(shape(SCHEMAS[name], node_of(text), "en").model, SCHEMAS[name])


@pytest.mark.parametrize("name", SCHEMAS)
def test_file_that_could_not_be_read_becomes_a_model_that_says_nothing(name: str) -> None:
    assert isinstance(placeholder(SCHEMAS[name]), SCHEMAS[name])


def test_text_without_a_language_is_in_the_first_one() -> None:
    shaped = shape(Rule, node_of(BASE[RULE]), "nl")
    assert shaped.model.title.root == {"nl": "Wait your turn"}
    assert (shaped.faults, shaped.faulty) == ((), frozenset())


def test_what_is_wrong_is_replaced_and_the_rest_is_kept() -> None:
    text = BASE[RULE].replace("2026-03-01", "yesterday").replace("lower", "cheap")
    shaped = shape(Rule, node_of(f"{text}zzz: A\n"), "en")
    assert shaped.faulty == {("decided_on",), ("effect", "price", "direction"), ("zzz",)}
    assert shaped.model.owner == "shop-manager"
    assert shaped.model.effect.price.because.root == {"en": "One pair of hands is enough."}


EMPTY = ["advice", "applies_to", "examples", "exceptions", "fit", "measure", "keywords", "status"]
EMPTY += ["review_by", "change", "withdrawn", "allow"]


@pytest.mark.parametrize("name", EMPTY)
@pytest.mark.parametrize("nothing", ["", " ", "   # later"])
def test_optional_field_with_nothing_behind_it_counts_as_left_out(
    check: Lines, name: str, nothing: str
) -> None:
    assert check({RULE: f"{name}:{nothing}\n"}) == []


@pytest.mark.parametrize("nothing", ["publisher: {name: Bos, url: }", "promises:", "repository:"])
def test_optional_setting_with_nothing_behind_it_counts_as_left_out(
    check: Lines, nothing: str
) -> None:
    assert check({"rulebook.yaml": f"{nothing}\n"}) == []


@pytest.mark.parametrize("typed", ["1.10", "no", "12:30", "0612345678", "~", "2026-02-30"])
def test_text_that_looks_like_something_else_stays_a_text(typed: str) -> None:
    shaped = shape(Rule, node_of(BASE[RULE].replace("Wait your turn", typed)), "en")
    assert shaped.model.title.root == {"en": typed}
