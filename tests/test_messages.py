import ast
import string
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

import spelregels
from conftest import Command
from rulebooks import RULE, write_fragments
from spelregels.checks import PAGES
from spelregels.checks.explanations import Page, explain
from spelregels.messages import LANGUAGES, load_catalogue, say

ROOT = Path(spelregels.__file__).parent
OTHERS = LANGUAGES[1:]


class Said(NamedTuple):
    """A call of `say`: where it stands, its sentence and the names of what fills the gaps."""

    place: str
    template: str
    names: frozenset[str | None]


def calls() -> Iterator[tuple[str, ast.Call]]:
    for file in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                if name == "say":
                    yield f"{file.relative_to(ROOT).as_posix()}:{node.lineno}", node


def said() -> Iterator[Said]:
    for place, call in calls():
        match call.args:
            case [ast.Constant(value=str() as template)]:
                yield Said(place, template, frozenset(each.arg for each in call.keywords))


def gaps_in(template: str) -> frozenset[str]:
    parts = tuple(string.Formatter().parse(template))
    assert {(form, conversion) for _, name, form, conversion in parts if name is not None} <= {
        ("", None)
    }
    return frozenset(name for _, name, _, _ in parts if name is not None)


def has_words(template: str) -> bool:
    """Tell whether there is anything to translate between the gaps."""
    return any(map(str.isalpha, "".join(text for text, *_ in string.Formatter().parse(template))))


SAID = tuple(said())
TEMPLATES = tuple(sorted({each.template for each in SAID}))
every_language = pytest.mark.parametrize("language", LANGUAGES)
every_other_language = pytest.mark.parametrize("language", OTHERS)
every_page = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)


def test_what_is_said_is_a_sentence_in_the_code() -> None:
    assert len(SAID) > 150
    assert [place for place, _ in calls()] == [each.place for each in SAID]


@pytest.mark.parametrize("each", SAID, ids=[each.place for each in SAID])
def test_every_gap_is_filled_and_by_nothing_else(each: Said) -> None:
    assert each.names == gaps_in(each.template)


@every_other_language
@pytest.mark.parametrize("template", TEMPLATES)
def test_sentence_is_told_in_other_words_with_the_same_gaps(language: str, template: str) -> None:
    told = load_catalogue(language)[template]
    assert gaps_in(told) == gaps_in(template)
    assert told.strip() == told != ""
    assert (told != template) is has_words(template)


@every_other_language
def test_catalogue_holds_only_what_is_said(language: str) -> None:
    assert sorted(load_catalogue(language)) == list(TEMPLATES)


@every_language
@every_page
def test_check_is_explained_in_every_language(page: Page, language: str) -> None:
    told = explain(page, language)
    assert told.headline.endswith(".")
    assert "\n" not in told.headline
    assert len(told.why) > 20
    assert told.why.endswith(".")
    assert told.mend.endswith(".")
    assert len(told.mend) <= 240
    assert told.examples == explain(page, "en").examples != ""


@every_other_language
@every_page
def test_explanation_is_in_other_words_in_another_language(page: Page, language: str) -> None:
    own, other = explain(page, LANGUAGES[0]), explain(page, language)
    assert [mine for mine, theirs in zip(own[:3], other[:3], strict=True) if mine == theirs] == []


@every_other_language
def test_every_translated_page_is_that_of_a_check(language: str) -> None:
    files = (ROOT / "translations" / language).iterdir()
    assert sorted(file.name for file in files) == sorted(f"{name}.md" for name in PAGES)


def test_message_in_a_message_is_told_in_the_language_of_the_whole() -> None:
    hint = say("did you mean '{name}'?", name="wait")
    message = say("'{name}' is not in {where}; {hint}", name="w", where=say("nothing"), hint=hint)
    assert message.within("en") == "'w' is not in nothing; did you mean 'wait'?"
    assert message.within("nl") == "'w' staat niet in niets; bedoel je 'wait'?"


def test_list_is_told_with_commas_each_entry_in_the_language_of_the_whole() -> None:
    fields = ("owner", say("{field} ({language})", field="rule", language="nl"), 3)
    message = say("the fields are: {fields}", fields=fields)
    assert message.within("en") == "the fields are: owner, rule (nl), 3"
    assert message.within("nl") == "de velden zijn: owner, rule (nl), 3"
    assert say("the fields are: {fields}", fields=()).within("en") == "the fields are: "


def test_sentence_that_has_no_translation_is_told_as_it_was_said() -> None:
    assert say("so {much}", much=1).within("nl") == "so 1"


def test_doubled_braces_are_told_as_one() -> None:
    assert say("{{why: …}} {x}", x="{{").within("en") == "{why: …} {{"


@given(st.text())
def test_value_is_told_as_it_is_whatever_it_holds(value: str) -> None:
    for language in LANGUAGES:
        assert value in say("'{word}' was added", word=value).within(language)


@pytest.mark.parametrize(
    "value", ["{x}", "{", "}", "{0}", "{word}", "{word.template}", "%s", "\\"]
)
def test_braces_in_a_value_are_no_gaps(value: str) -> None:
    message = say("'{word}' was added", word=value)
    assert message.within("en") == f"'{value}' was added"
    assert message.within("nl") == f"'{value}' kwam erbij"


def test_messages_that_say_the_same_are_equal() -> None:
    one, other = (say("the fields are: {fields}", fields=("a", "b")) for _ in range(2))
    assert {one, other} == {one}
    assert one != say("the fields are: {fields}", fields=("a", "c"))


def test_rulebook_is_checked_in_dutch(tmp_path: Path, command: Command) -> None:
    files = {RULE: "owner: bookkeeper\nchapter: countr\ntitle: ''\nexceptions: no\n"}
    write_fragments(tmp_path / "rulebook", files)
    told = [
        line.partition(" fout")[2]
        for line in command("check", "--lang", "nl").output.splitlines()
        if line.startswith("rulebook/")
    ]
    assert told == [
        "[SR208] 'bookkeeper' staat aan de kant van IT; de business beslist, IT "
        "adviseert: shop-manager "
        "(owner-not-business)",
        "[SR205] 'countr' staat niet in rulebook.yaml; bedoel je 'counter'? (unknown-chapter)",
        "[SR110] 'title' staat er wel, maar er is niets ingevuld (blank-field)",
        "[SR103] hier hoort een lijst, met elk onderdeel op een eigen tekstregel na '- ', "
        "en dit is een losse tekst (wrong-type)",
    ]
