import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from conftest import Command
from reports import HOSTILE, diagnostic
from rulebooks import RULE, write_file, write_fragments, write_rulebook
from spelregels.diagnostics import Severity
from spelregels.plain import to_line
from spelregels.reporters import MAX_BYTES, Report, report_summary

MARKDOWN = MarkdownIt("commonmark").enable("table")
OURS = re.compile("</?(span|code)>")


def cells_of(summary: str) -> Iterator[list[Token]]:
    """Yield what is inside each cell below the headings, as a reader of Markdown sees it."""
    tokens = MARKDOWN.parse(summary)
    for token, inline in pairwise(tokens):
        if token.type == "td_open":
            yield inline.children or []


def text_of(tokens: list[Token]) -> str:
    return "".join(token.content for token in tokens if token.type in ("text", "text_special"))


@pytest.fixture
def summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the command find the file that GitHub gives to a step, with nothing in it yet."""
    file = tmp_path / "summary.md"
    file.touch()
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    return file


def test_whole_list_is_put_on_the_page_of_the_job(
    tmp_path: Path, command: Command, summary: Path
) -> None:
    write_fragments(tmp_path / "rulebook", {RULE: "title: Wait\nowner: bookkeeper\n"})
    write_file(tmp_path / "mkdocs.yml", "site_url: https://rules.example/\n")
    assert command("check").exit_code == 1
    assert summary.read_text(encoding="utf-8") == (
        "## What spelregels found in the rulebook\n"
        "\n"
        "1 rule, 1 error, 0 warnings\n"
        "\n"
        "| Place | Check | What is wrong | How to mend it |\n"
        "| --- | --- | --- | --- |\n"
        "| rulebook&#47;rules&#47;wait&#45;your&#45;turn&#46;yaml<span>&#58;</span>2"
        "<span>&#58;</span>8 "
        "| error [SR208](https://rules.example/checks/en/SR208/) "
        "| &#39;bookkeeper&#39; is on the IT side&#59; the business decides&#44; IT advises"
        "<span>&#58;</span> shop&#45;manager "
        "| Behind <code>owner</code>&#44; name one of the roles that the message lists"
        "<span>&#58;</span> those that have <code>side<span>&#58;</span> business</code> in "
        "owners&#46;yaml&#46; Who it is&#44; the business knows&#46; IT may stand under "
        "<code>advice</code>&#46; |\n"
    )


def test_whole_list_is_told_in_dutch(tmp_path: Path, command: Command, summary: Path) -> None:
    write_fragments(tmp_path / "rulebook", {RULE: "title: Wait\nowner: bookkeeper\n"})
    command("check", "--lang", "nl")
    told = summary.read_text(encoding="utf-8")
    assert told.startswith(
        "## Wat spelregels in het regelboek vond\n"
        "\n"
        "1 regel, 1 fout, 0 waarschuwingen\n"
        "\n"
        "| Plaats | Controle | Wat er mis is | Zo herstel je het |\n"
    )
    assert [text_of(cell) for cell in cells_of(told)][1:3] == [
        "fout SR208",
        "'bookkeeper' staat aan de kant van IT; de business beslist, IT adviseert: shop-manager",
    ]


def test_clean_rulebook_has_no_table(tmp_path: Path, command: Command, summary: Path) -> None:
    write_rulebook(tmp_path / "rulebook")
    assert command("check").exit_code == 0
    assert summary.read_text(encoding="utf-8") == (
        "## What spelregels found in the rulebook\n\n1 rule, 0 errors, 0 warnings\n"
    )


def test_list_comes_after_what_the_step_has_said_already(
    tmp_path: Path, command: Command, summary: Path
) -> None:
    write_rulebook(tmp_path / "rulebook")
    summary.write_text("Before", encoding="utf-8")
    command("check")
    assert summary.read_text(encoding="utf-8") == (
        "Before\n\n## What spelregels found in the rulebook\n\n1 rule, 0 errors, 0 warnings\n"
    )


def test_list_is_written_for_github_only(tmp_path: Path, command: Command, summary: Path) -> None:
    write_rulebook(tmp_path / "rulebook")
    for arguments in (["--output-format", "text"], ["--output-file", "report"]):
        command("check", *arguments)
        assert summary.read_text(encoding="utf-8") == ""
    command("check", "--output-format", "github", "--output-file", "report")
    assert summary.read_text(encoding="utf-8") != ""


def test_page_that_cannot_be_written_is_a_wrong_call(
    tmp_path: Path, command: Command, summary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_rulebook(tmp_path / "rulebook")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary / "below"))
    result = command("check")
    says = f"spelregels: '{summary}/below' cannot be written: Not a directory\n"
    assert (result.output, result.exit_code) == (says, 2)


def test_hostile_text_is_shown_as_it_is() -> None:
    found = diagnostic(path=f"{HOSTILE}.yaml", message=HOSTILE)
    summary = report_summary(Report([found], {}, 1, "en"))
    place, code, wrong, mend = map(text_of, cells_of(summary))
    shown = (
        "a b c::error file=x::d, e: 100% | `f` *g* <script>h</script> <!-- [i](javascript:j) {0} "
        "@k #1 https://l.example m@n.example &lt; \\| ]]> \ufffd[31mo\ufffd\ufffd\ufffd"
    )
    assert (place, code, wrong) == (f"{shown}.yaml:1:1", "error SR208", shown)
    assert mend == "Mend it."
    assert not re.search(r"<(?!/?span>)|https?:|@(?!<)|\n\n\n", summary)


@given(st.text(max_size=80))
def test_any_text_is_text_only(message: str) -> None:
    found = diagnostic(message=message)
    summary = report_summary(Report([found], {}, 1, "en", "https://rules.example/"))
    cells = list(cells_of(summary))
    assert len(cells) == 4
    kinds = {token.type for token in cells[2]}
    assert kinds <= {"text", "text_special", "html_inline"}
    assert all(OURS.fullmatch(token.content) for token in cells[2] if token.type == "html_inline")
    shown = "".join(each if each.isprintable() else "\ufffd" for each in to_line(message))
    assert text_of(cells[2]) == shown.strip(" ")
    [link] = [token for cell in cells for token in cell if token.type == "link_open"]
    assert link.attrs == {"href": "https://rules.example/checks/en/SR208/"}


def test_page_of_2000_problems_stays_within_what_github_shows(
    tmp_path: Path, command: Command, summary: Path
) -> None:
    fields = "".join(f"field-{number}-{'-' * 40}: 1\n" for number in range(2000))
    write_fragments(tmp_path / "rulebook", {RULE: f"title: Wait #1\n{fields}"})
    summary.write_text("x" * 1000, encoding="utf-8")
    report = command("check").output
    assert report.count("::error ") == 2000
    told = summary.read_text(encoding="utf-8")
    shown = len(list(cells_of(told))) // 4
    left = "\n\nLeft out here, since GitHub shows no more than 1 MiB: "
    assert told.endswith(f"|{left}{2001 - shown}\n")
    assert MAX_BYTES - 2000 < len(told.encode()) <= MAX_BYTES
    assert "warning " not in told.partition("| --- |")[2]


@pytest.mark.parametrize("room", [-5, 0, 100, 350, 700, 1000, 1500, 4000])
def test_summary_never_takes_more_than_its_room(room: int) -> None:
    found = [diagnostic(severity=Severity.WARNING)] * 3 + [diagnostic(message=HOSTILE)] * 3
    summary = report_summary(Report(found, {}, 1, "nl"), room)
    assert len(summary.encode()) <= max(0, room)
    shown = len(list(cells_of(summary))) // 4
    left = re.search(r"toont: (\d)\n$", summary)
    assert not summary or shown + int(left[1] if left else 0) == 6
