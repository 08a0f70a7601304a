import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from conftest import Command
from rulebooks import RULE, write_fragments, write_rulebook
from spelregels.comparing import FieldChange
from spelregels.diff import Change, ChangeKind
from spelregels.diff_reporters import DIFF_REPORTERS

OLD = {RULE: "rule: Wait 5 minutes at the counter.\n", "rules/closed.yaml": "title: Closed\n"}
NEW = {
    RULE: "rule: Wait 6 minutes at the desk.\nchange: {kind: clarified, why: It was unclear.}\n",
}


@pytest.fixture
def diff(tmp_path: Path, command: Command) -> Command:
    write_fragments(tmp_path / "old", {**OLD, "rules/closed.yaml": "title: Closed\n"})
    write_fragments(tmp_path / "rulebook", {**NEW, "rules/closed.yaml": "title: Shut\n"})
    return lambda *arguments: command("diff", "old", *arguments)


def test_text_is_for_people(diff: Command) -> None:
    result = diff()
    assert (result.output, result.exit_code) == (
        "closed: clarified\n"
        "  nobody said what kind of change this is; it looks clarified\n"
        "  title (en): [-Closed-] {+Shut+}\n"
        "\n"
        "wait-your-turn: clarified\n"
        "  called clarified, and looks tightened\n"
        "  because the number 5 minutes became 6 minutes\n"
        "  words of the duty that came, went or moved: counter, desk\n"
        "  rule (en): Wait [-5-] {+6+} minutes at the [-counter-] {+desk+}.\n"
        "\n"
        "2 rules changed: 2 clarified\n",
        0,
    )


def test_markdown_is_for_a_pull_request(diff: Command) -> None:
    assert diff("--output-format", "markdown").output == (
        "2 rules changed: 2 clarified.\n"
        "\n"
        "### closed: clarified\n"
        "\n"
        "- nobody said what kind of change this is\\; it looks clarified\n"
        "- title \\(en\\): <del>Closed</del> <ins>Shut</ins>\n"
        "\n"
        "### wait\\-your\\-turn: clarified\n"
        "\n"
        "- called clarified\\, and looks tightened\n"
        "- because the number 5 minutes became 6 minutes\n"
        "- words of the duty that came\\, went or moved\\: counter\\, desk\n"
        "- rule \\(en\\): Wait <del>5</del> <ins>6</ins> minutes at the "
        "<del>counter</del> <ins>desk</ins>\\.\n"
    )


def test_json_is_for_programs(diff: Command) -> None:
    told = json.loads(diff("--output-format", "json").output)
    assert [(each["rule"], each["declared"], each["computed"]) for each in told] == [
        ("closed", None, "clarified"),
        ("wait-your-turn", "clarified", "tightened"),
    ]


@pytest.mark.parametrize(
    ("output_format", "told"),
    [("text", "No rule changed\n"), ("markdown", "No rule changed.\n"), ("json", "[]\n")],
)
def test_nothing_is_told_where_nothing_changed(
    tmp_path: Path, command: Command, output_format: str, told: str
) -> None:
    write_rulebook(tmp_path / "rulebook")
    assert command("diff", "draft", "--output-format", output_format).output == told


def change_of(id_: str, old: str, new: str, word: str = "") -> Change:
    fields = (FieldChange("rule", "en", old, new),)
    return Change(id_, None, ChangeKind.CLARIFIED, True, (), (word,), fields)


HOSTILE = st.text(
    st.sampled_from("ab1 \n.,:;-()*[]_~`<>&#!|\\@/\x1b\x07\x9b\u202e\u200b\"'"), max_size=24
)


@pytest.mark.parametrize("output_format", DIFF_REPORTERS)
@given(id_=HOSTILE, old=HOSTILE, new=HOSTILE, word=HOSTILE)
def test_nothing_that_steers_a_terminal_is_told(
    output_format: str, id_: str, old: str, new: str, word: str
) -> None:
    report = DIFF_REPORTERS[output_format]((change_of(id_, old, new, word),))
    assert all(letter.isprintable() or letter == "\n" for letter in report)


@given(old=HOSTILE, new=HOSTILE)
def test_hostile_text_stays_literal_in_markdown(old: str, new: str) -> None:
    report = DIFF_REPORTERS["markdown"]((change_of(old, old, new, new),))
    html = MarkdownIt("gfm-like", {"linkify": False}).render(report)
    marked = re.sub(r"</?(del|ins)>", "", html)
    assert set(re.findall(r"<(\w+)", marked)) <= {"p", "h3", "ul", "li"}


def test_what_is_typed_in_markdown_is_what_is_shown() -> None:
    typed = (
        "# **a** [b](javascript:c) <img src=x> `d` | e\\ &amp; ~~f~~ 1. @g #2 https://h.example"
    )
    report = DIFF_REPORTERS["markdown"]((change_of("a", "", typed),))
    html = MarkdownIt("gfm-like", {"linkify": False}).render(report)
    shown = re.search(r"<ins>(.*)</ins>", html)
    assert shown
    assert shown[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == typed
