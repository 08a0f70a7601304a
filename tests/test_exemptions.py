"""A file may be exempted from a check: for a reason, and until a day."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from conftest import Command, Lines
from rulebooks import REQUEST, RULE, freeze_draft, write_fragments, write_rulebook
from spelregels.checks import PAGES, run_checks
from spelregels.clock import EPOCH_VARIABLE
from spelregels.diff import diff_rulebooks
from spelregels.editions import read_editions
from spelregels.loader import load_rulebook
from spelregels.plan import draft_publications
from spelregels.render import render_pages

OWNERS = "owners.yaml"
SETTINGS = "rulebook.yaml"
GLOSSARY = "glossary.yaml"
TODAY = datetime(2027, 1, 1, tzinfo=UTC)
OF_PROSE = re.compile(r"\bSR3(0[4-9]|1[0-7]) ")
"""The checks that judge the words of a text, which have tests of their own."""
OPEN = "exceptions:\n  - when: You cannot stand for long.\n"
MISSING = (
    "this exception does not say under which conditions it is granted ('conditions'), "
    "what it costs ('price'), who decides ('decided_by')"
)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EPOCH_VARIABLE, str(int(TODAY.timestamp())))


@pytest.fixture
def check(check: Lines) -> Lines:
    """Check the base with fragments laid over it, all but how its texts are written."""
    return lambda files: [line for line in check(files) if not OF_PROSE.search(line)]


def allow(code: str, until: str = "2027-06-30", why: str = "The doctor is asked first.") -> str:
    return f"allow:\n  - {{code: {code}, until: {until}, why: {why}}}\n"


def in_dutch(folder: Path) -> list[str]:
    told = run_checks(load_rulebook(folder, TODAY.date()), "nl")
    lines = [f"{diagnostic.code} {diagnostic.message}" for diagnostic in told]
    return [line for line in lines if not OF_PROSE.search(line)]


# What an exemption does


@pytest.mark.parametrize(
    "code", ["SR322", "sr322", "incomplete-exception", "Incomplete-Exception"]
)
def test_problem_that_is_exempted_is_not_told(check: Lines, code: str) -> None:
    assert check({RULE: OPEN + allow(code)}) == []


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({SETTINGS: "promises: {max_rules: 0}\n"}, "SR318"),
        ({SETTINGS: "promises: {max_rules: 1}\n"}, "near-rule-budget"),
        ({REQUEST: "asked_on: 2026-02-28\n"}, "SR325"),
        ({RULE: "review_by: 2026-06-30\n"}, "SR409"),
        ({RULE: "review_by: 2024-06-30\n"}, "SR411"),
    ],
)
def test_every_kind_of_file_can_be_exempted(
    check: Lines, files: dict[str, str], code: str
) -> None:
    assert [line.split()[1] for line in check(files)] == [
        PAGES[code].CODE if "-" in code else code
    ]
    assert check({name: text + allow(code) for name, text in files.items()}) == []


def test_exemption_is_for_its_own_file_and_its_own_check(check: Lines) -> None:
    other = "rules/no-dogs.yaml"
    files = {
        RULE: OPEN + allow("SR322") + "review_by: 2026-06-30\n",
        other: OPEN,
    }
    assert check(files) == [
        f"{other}:2:5 SR322 {MISSING}",
        f"{RULE}:5:12 SR409 this rule was to be looked at again by 2026-06-30; "
        "do so, and set a new day",
    ]


def test_exemption_holds_up_to_and_including_its_last_day(check: Lines) -> None:
    assert check({RULE: OPEN + allow("SR322", "2027-01-01")}) == []
    assert [line.split()[1] for line in check({RULE: OPEN + allow("SR322", "2026-12-31")})] == [
        "SR322",
        "SR413",
    ]


def test_exemption_holds_always_while_no_day_is_given(tmp_path: Path) -> None:
    for until in ("2020-01-01", "2099-01-01"):
        write_fragments(tmp_path, {RULE: OPEN + allow("SR322", until)})
        told = [each.code for each in run_checks(load_rulebook(tmp_path))]
        assert [code for code in told if code in ("SR322", "SR413", "SR414", "SR415")] == []


@pytest.mark.parametrize("nothing", ["allow:\n", "allow: []\n"])
def test_no_exemption_exempts_from_nothing(check: Lines, nothing: str) -> None:
    assert check({RULE: OPEN + nothing}) == [f"{RULE}:2:5 SR322 {MISSING}"]


# What is wrong with an exemption

IN_REPORT = "write the code that the problem has in the report, such as SR320"
NOBODY = "only from SR302 to SR399, SR409 and SR411; mend the problem itself"


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("SR999", IN_REPORT),
        ("SR32", IN_REPORT),
        ("SR32O", IN_REPORT),
        ("incomplete-exeption", "did you mean 'incomplete-exception'?"),
        ("price", IN_REPORT),
    ],
)
def test_exemption_from_what_is_no_check(check: Lines, code: str, hint: str) -> None:
    assert check({RULE: OPEN + allow(code)}) == [
        f"{RULE}:2:5 SR322 {MISSING}",
        f"{RULE}:4:12 SR213 there is no check '{code}'; {hint}",
    ]


@pytest.mark.parametrize(
    "code",
    ["SR204", "SR301", "SR401", "SR408", "altered-edition", "missing-justification", "SR415"],
)
def test_exemption_from_a_check_that_always_holds(check: Lines, code: str) -> None:
    assert check({RULE: "title: Wait\n" + allow(code)}) == [
        f"{RULE}:3:12 SR214 nobody is exempted from '{code}', {NOBODY}"
    ]


def test_exemption_that_is_forbidden_exempts_from_nothing(check: Lines) -> None:
    assert check({RULE: "owner: bookkeeper\n" + allow("SR208")}) == [
        f"{RULE}:1:8 SR208 'bookkeeper' is on the IT side; the business decides, IT "
        "advises: shop-manager",
        f"{RULE}:3:12 SR214 nobody is exempted from 'SR208', {NOBODY}",
    ]


def test_only_what_a_text_says_and_the_day_of_a_review_can_be_exempted(tmp_path: Path) -> None:
    write_fragments(tmp_path, {f"rules/{n}.yaml": allow(PAGES[n].CODE) for n in PAGES})
    told = run_checks(load_rulebook(tmp_path, TODAY.date()))
    forbidden = {Path(each.location.path).stem for each in told if each.code == "SR214"}
    content = {page.CODE for page in PAGES.values() if page.CODE.startswith("SR3")}
    allowed = (content - {"SR301"}) | {"SR409", "SR411"}
    assert {PAGES[name].CODE for name in PAGES.keys() - forbidden} == allowed


def test_exemption_that_is_over_is_told_with_its_problem(check: Lines) -> None:
    assert check({RULE: OPEN + allow("long-rule", "2026-12-31")}) == [
        f"{RULE}:2:5 SR322 {MISSING}",
        f"{RULE}:4:30 SR413 the exemption from 'long-rule' ended on 2026-12-31; "
        "mend the problem, or agree on a new day",
    ]


@pytest.mark.parametrize("until", ["2028-01-02", "9999-12-31"])
def test_exemption_for_more_than_a_year(check: Lines, until: str) -> None:
    assert check({RULE: OPEN + allow("SR322", until)}) == [
        f"{RULE}:4:26 SR414 the exemption from 'SR322' lasts until {until}, more than a year "
        "from now; choose a day up to 2028-01-01"
    ]


def test_exemption_for_a_year_is_not_too_long(check: Lines) -> None:
    assert check({RULE: OPEN + allow("SR322", "2028-01-01")}) == []


def test_exemption_without_a_problem(check: Lines) -> None:
    assert check({RULE: "title: Wait\n" + allow("SR322")}) == [
        f"{RULE}:3:5 SR415 there is nothing left here to exempt from 'SR322'; "
        "take this exemption out"
    ]


@pytest.mark.parametrize("name", [OWNERS, GLOSSARY, SETTINGS, REQUEST])
def test_exemption_without_a_problem_in_another_file(check: Lines, name: str) -> None:
    assert [line.partition(" there")[0] for line in check({name: allow("SR320")})] == [
        f"{name}:2:5 SR415"
    ]


@pytest.mark.parametrize(
    "fragment",
    [
        # The problem may be there, unseen because of the fault.
        OPEN.replace("when", "wen") + allow("SR322"),
        allow("SR322", "soon"),
        "allow:\n  - {code: SR322, until: 2027-06-30}\n",
        "allow: SR322\n",
    ],
)
def test_nothing_is_said_of_an_exemption_while_something_cannot_be_read(
    check: Lines, fragment: str
) -> None:
    assert [line for line in check({RULE: fragment}) if re.search("SR4|SR21[34]", line)] == []


@pytest.mark.parametrize(
    ("field", "line", "message"),
    [
        ("code", "2:5", "SR102 'allow.0.code' is missing; add a line 'code: …'"),
        ("why", "2:5", "SR102 'allow.0.why' is missing; add a line 'why: …'"),
        ("until", "2:5", "SR102 'allow.0.until' is missing; add a line 'until: …'"),
    ],
)
def test_exemption_has_a_check_a_reason_and_a_last_day(
    check: Lines, field: str, line: str, message: str
) -> None:
    fields = {"code": "SR322", "why": "We ask.", "until": "2027-06-30"}
    rest = ", ".join(f"{name}: {text}" for name, text in fields.items() if name != field)
    found = check({RULE: f"allow:\n  - {{{rest}}}\n"})
    assert found == [f"{RULE}:{line} {message}"]


def test_reason_of_an_exemption_may_not_be_blank(check: Lines) -> None:
    found = check({RULE: OPEN + allow("SR322", why="''")})
    assert [line.partition(" 'why'")[0] for line in found] in (
        [f"{RULE}:4:43 SR110"],
        [f"{RULE}:4:43 SR301"],
    )


def test_exemptions_are_told_in_dutch(tmp_path: Path) -> None:
    entries = [
        ("SR99", "2027-06-30"),
        ("lang-rule", "2027-06-30"),
        ("SR204", "2027-06-30"),
        ("SR322", "2026-12-31"),
        ("SR321", "2030-01-01"),
    ]
    lines = [f"  - {{code: {code}, until: {day}, why: We ask.}}\n" for code, day in entries]
    text = f"rule: Wait. Moreover, pay.\nallow:\n{''.join(lines)}"
    assert in_dutch(write_fragments(tmp_path, {RULE: text, GLOSSARY: allow("SR320")})) == [
        "SR415 er is hier niets meer om van 'SR320' vrij te stellen; haal deze vrijstelling weg",
        "SR213 er is geen controle 'SR99'; "
        "schrijf de code die bij het probleem in het verslag staat, zoals SR320",
        "SR213 er is geen controle 'lang-rule'; bedoel je 'long-rule'?",
        "SR214 van 'SR204' krijgt niemand vrijstelling, alleen van SR302 tot en met SR399, "
        "SR409 en SR411; herstel het probleem zelf",
        "SR413 de vrijstelling van 'SR322' liep af op 2026-12-31; "
        "herstel het probleem, of spreek een nieuwe dag af",
        "SR414 de vrijstelling van 'SR321' duurt tot 2030-01-01, meer dan een jaar vanaf nu; "
        "kies een dag tot en met 2028-01-01",
    ]


# Exemptions and editions


def test_exemption_is_no_change_of_a_rule(tmp_path: Path) -> None:
    folder = write_fragments(tmp_path, {RULE: OPEN})
    freeze_draft(folder, "2026.1", "2026-01-01", "2026-03-02")
    write_fragments(folder, {RULE: OPEN + allow("SR322")})
    loaded = load_rulebook(folder, TODAY.date())
    assert diff_rulebooks(loaded.editions[-1].rulebook, loaded.rulebook) == ()
    assert [each.code for each in run_checks(loaded) if each.code.startswith("SR4")] == []


def test_edition_of_a_rulebook_without_exemptions_has_no_field_for_them(tmp_path: Path) -> None:
    file = freeze_draft(write_rulebook(tmp_path), "2026.1", "2026-01-01", "2026-03-02")
    assert b"allow" not in file.read_bytes()


def test_edition_keeps_the_exemptions_of_its_day(tmp_path: Path) -> None:
    folder = write_fragments(tmp_path, {RULE: OPEN + allow("SR322")})
    file = freeze_draft(folder, "2026.1", "2026-01-01", "2026-03-02")
    frozen = json.loads(file.read_text(encoding="utf-8"))["rulebook"]
    assert frozen["rules"]["wait-your-turn"]["allow"] == [
        {"code": "SR322", "until": "2027-06-30", "why": {"en": "The doctor is asked first."}}
    ]
    assert [name for name in ("settings", "owners", "glossary") if "allow" in frozen[name]] == []
    editions, faults = read_editions(file.parent)
    assert [edition.rulebook for edition in editions] == [load_rulebook(folder).rulebook]
    assert faults == ()


def test_rulebook_with_an_exemption_is_frozen_and_verified(
    tmp_path: Path, command: Command
) -> None:
    write_fragments(tmp_path / "rulebook", {RULE: OPEN + allow("SR322")})
    days = ("--published", "2027-01-01", "--in-force", "2027-03-01")
    assert command("freeze", "2027.1", *days).exit_code == 0
    assert command("verify").exit_code == 0


def test_exemption_that_is_over_holds_up_an_edition(tmp_path: Path, command: Command) -> None:
    write_fragments(tmp_path / "rulebook", {RULE: OPEN + allow("SR322", "2026-06-30")})
    days = ("--published", "2027-01-01", "--in-force", "2027-03-01")
    result = command("freeze", "2027.1", *days)
    assert result.exit_code == 1
    assert "SR413" in result.output


def test_exemption_is_not_shown_to_readers(tmp_path: Path) -> None:
    loaded = load_rulebook(write_fragments(tmp_path, {RULE: OPEN + allow("SR322")}))
    pages = render_pages(draft_publications(loaded, "")[0])
    assert [page.path for page in pages if "cannot stand" in page.content] == [
        *("rules/wait-your-turn.md", "exceptions.md", "print.md")
    ]
    assert [page.path for page in pages if "The doctor is asked" in page.content] == []
