import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest

from rulebooks import freeze_draft, write_file, write_rulebook
from sites import TWO_LANGUAGES, FakeEngine
from spelregels import engines
from spelregels.engines import Alternative, Task, build_unit, mkdocs_settings, read_base, site_url
from spelregels.errors import UserError
from spelregels.history import History
from spelregels.loader import load_rulebook
from spelregels.plan import Notice
from spelregels.render import Publication, Unit

HOSTILE_NAME = "name: {nl: 'De <b>regels</b> & zo', en: The rules of the shop}"


def publication(folder: Path, language: str = "nl", address: str = "") -> Publication:
    name = TWO_LANGUAGES["rulebook.yaml"].splitlines()[0]
    settings = TWO_LANGUAGES["rulebook.yaml"].replace(name, HOSTILE_NAME)
    write_rulebook(folder, {**TWO_LANGUAGES, "rulebook.yaml": settings})
    return Publication(load_rulebook(folder).rulebook, Unit(language, "draft"), address)


def test_settings_of_a_unit(tmp_path: Path) -> None:
    task = Task(
        publication(tmp_path, address="https://example.org/rules/"),
        {"extra_css": ["assets/own.css"]},
        ("over.md",),
        (
            Alternative("nl", "Nederlands", "../../nl/draft/"),
            Alternative("en", "English", "../../en/draft/", ("over/",)),
        ),
        Notice("Dit is <oud>.", "Naar > nu", "2026.1"),
        ("over/",),
    )
    settings = mkdocs_settings(task)
    theme = settings.pop("theme")
    assert settings == {
        "site_name": "De &lt;b&gt;regels&lt;/b&gt; &amp; zo",
        "site_url": "https://example.org/rules/nl/draft/",
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": True,
        "repo_url": None,
        "edit_uri": None,
        "nav": [
            {"Begin": "index.md"},
            {
                "Regels": [
                    {"Alle regels": "rules/index.md"},
                    {"Aan de toonbank": "chapters/counter.md"},
                ]
            },
            {
                "Antwoorden": [
                    {"Ja en nee": "yes-and-no.md"},
                    {"Uitzonderingen": "exceptions.md"},
                    {"Gevraagd en beantwoord": "requests.md"},
                    {"Passen we bij elkaar?": "fit.md"},
                ]
            },
            {
                "In beeld": [
                    {"Kwaliteit en prijs": "effects.md"},
                    {"Prijs per regel": "savings.md"},
                    {"Hoe vast": "stability.md"},
                ]
            },
            {
                "Over de regels": [
                    {"Wie beslist": "people.md"},
                    {"Begrippen": "glossary.md"},
                    {"Neem het mee": "take-along.md"},
                ]
            },
            "over.md",
        ],
        "plugins": ["search"],
        "markdown_extensions": ["attr_list", {"tables": {"use_align_attribute": True}}],
        "extra_css": ["assets/stylesheets/spelregels.css", "assets/own.css"],
        "extra_javascript": ["assets/javascripts/editions.js"],
        "extra": {
            "alternate": [
                {
                    "lang": "nl",
                    "name": "Nederlands",
                    "link": "../../nl/draft/",
                    "whole": "https://example.org/rules/nl/draft/",
                    "missing": [],
                },
                {
                    "lang": "en",
                    "name": "English",
                    "link": "../../en/draft/",
                    "whole": "https://example.org/rules/en/draft/",
                    "missing": ["over/"],
                },
            ],
            "spelregels": {
                "publisher": "Slagerij Bos",
                "publisher_link": "mailto:bos@example.org",
                "has_address": True,
                "policy": engines.POLICY,
                "scope": "../../",
                "language": "nl",
                "notice": "Dit is &lt;oud&gt;.",
                "notice_link": "Naar &gt; nu",
                "notice_root": "../2026.1/",
                "notice_missing": ["over/"],
                "feed": "",
                "skip": "Naar de inhoud",
                "choose_language": "Kies een taal",
            },
            "version": None,
        },
        "validation": {
            "nav": {"omitted_files": "ignore"},
            "links": {"anchors": "warn", "absolute_links": "warn", "unrecognized_links": "warn"},
        },
    }
    assert theme == {
        "name": "material",
        "language": "nl",
        "custom_dir": str(engines.theme_folder()),
        "font": False,
        "features": ["navigation.indexes", "navigation.sections", "search.highlight"],
        "palette": [
            {
                "media": f"(prefers-color-scheme{media})",
                "scheme": scheme,
                "primary": "custom",
                "accent": "custom",
                "toggle": {"icon": icon, "name": name},
            }
            for media, scheme, icon, name in (
                ("", "default", "sun", "Naar licht"),
                (": light", "default", "moon", "Naar donker"),
                (": dark", "slate", "auto", "Volg de instelling van het apparaat"),
            )
        ],
    }


def test_unit_with_editions_has_a_version_selector_and_a_feed(tmp_path: Path) -> None:
    draft = publication(tmp_path)
    freeze_draft(tmp_path, "2026.1", "2026-01-01", "2026-02-01")
    history = History(load_rulebook(tmp_path).editions)
    alternatives = (Alternative("nl", "Nederlands", "../../nl/2026.1/"),)
    task = Task(replace(draft, history=history), {}, alternatives=alternatives)
    settings = mkdocs_settings(task)
    assert settings["extra"]["version"] == {"provider": "mike", "default": ["^"]}
    assert settings["extra"]["spelregels"]["feed"] == "../changes.atom"
    about = next(entry for entry in settings["nav"] if "Over de regels" in entry)
    assert about["Over de regels"][2:4] == [
        {"Wat is er veranderd": "changes.md"},
        {"Edities": "editions.md"},
    ]
    alone = mkdocs_settings(replace(task, alternatives=()))
    assert alone["extra"]["version"] is None
    assert alone["extra"]["spelregels"]["feed"] == ""


def test_settings_are_no_more_than_json_holds(tmp_path: Path) -> None:
    settings = mkdocs_settings(Task(publication(tmp_path), {}))
    assert json.loads(json.dumps(settings)) == settings


def test_unit_for_a_site_without_an_address_shows_none(tmp_path: Path) -> None:
    settings = mkdocs_settings(Task(replace(publication(tmp_path), site_url=""), {}))
    assert settings["site_url"] == "https://address-not-set.invalid/nl/draft/"
    assert settings["extra"]["spelregels"]["has_address"] is False


def test_page_that_is_only_looked_at_has_no_policy(tmp_path: Path) -> None:
    settings = mkdocs_settings(Task(publication(tmp_path), {}, live=True))
    assert settings["extra"]["spelregels"]["policy"] == ""


def test_theme_speaks_english_where_it_does_not_know_the_language(tmp_path: Path) -> None:
    settings = mkdocs_settings(Task(publication(tmp_path, "fy"), {}))
    assert settings["theme"]["language"] == "en"


@pytest.mark.parametrize(
    ("base", "address"),
    [
        ({}, ""),
        ({"site_url": None}, ""),
        ({"site_url": "https://example.org"}, "https://example.org/"),
        ({"site_url": "https://example.org/rules/"}, "https://example.org/rules/"),
    ],
)
def test_address_of_the_site_ends_in_a_slash(base: Mapping[str, object], address: str) -> None:
    assert site_url(base) == address


def test_engine_is_strict_and_counts_its_warnings(tmp_path: Path, engine: FakeEngine) -> None:
    (tmp_path / "docs").mkdir()
    base = tmp_path / "base.yml"
    assert build_unit(tmp_path, {"site_name": "é"}, base, 86_400) == tmp_path / "site"
    file = str(tmp_path / "mkdocs.yml")
    _, *command = engine.commands[0]
    assert command == ["-m", "mkdocs", "build", "--strict", "--config-file", file]
    assert engine.environments[0] == {
        "SOURCE_DATE_EPOCH": "86400",
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    assert engine.settings == [{"INHERIT": str(base), "site_name": "é"}]


def refusal_of(folder: Path, monkeypatch: pytest.MonkeyPatch, stdout: str, stderr: str) -> str:
    monkeypatch.setattr(engines, "run", FakeEngine(1, stderr, stdout))
    with pytest.raises(UserError) as refusal:
        build_unit(folder, {}, folder / "base.yml", 0)
    return str(refusal.value)


def test_engine_that_refuses_is_quoted_without_the_folder_it_worked_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = refusal_of(
        tmp_path,
        monkeypatch,
        stdout="",
        stderr=dedent("""\
            INFO    -  Building documentation to directory: STAGE/site
            WARNING -  Doc file 'STAGE/docs/about.md' contains a link 'x.md'
            ERROR   -  it ends here

            Aborted with 1 warnings in strict mode!
        """),
    )
    assert told.split("\n") == [
        "MkDocs could not build the site:",
        "  WARNING -  Doc file 'docs/about.md' contains a link 'x.md'",
        "  ERROR   -  it ends here",
    ]


def test_engine_that_gives_no_reason_is_quoted_as_it_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = refusal_of(tmp_path, monkeypatch, "", "\n".join(map(str, range(30))))
    assert told.splitlines()[1:] == [f"  {number}" for number in range(10, 30)]


def test_only_the_first_warnings_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = refusal_of(tmp_path, monkeypatch, "", "WARNING -  again\n" * 100)
    assert told.count("again") == 20


def test_base_may_inherit(tmp_path: Path) -> None:
    write_file(tmp_path / "parent.yml", "site_name: Parent\nsite_url: https://example.org/\n")
    write_file(tmp_path / "mkdocs.yml", "INHERIT: parent.yml\nsite_name: Child\n")
    base = read_base(tmp_path / "mkdocs.yml")
    assert base == {"site_name": "Child", "site_url": "https://example.org/"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "INHERIT: gone.yml\n",
            "Inherited config file 'gone.yml' does not exist at '{}/gone.yml'.",
        ),
        ("INHERIT: .\n", "[Errno 21] Is a directory: '{}'"),
        ("- a\n- b\n", "names with values belong here, as in 'site_name: Rules'"),
        ("just a text", "names with values belong here, as in 'site_name: Rules'"),
    ],
)
def test_base_that_cannot_be_used_is_refused(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "mkdocs.yml"
    write_file(file, text)
    with pytest.raises(UserError) as refusal:
        read_base(file)
    assert str(refusal.value) == f"{file}: {message.format(tmp_path)}"


@pytest.mark.parametrize("text", ["a: [", "a: b: c", "a: \x01", "a: !!nothing b"])
def test_base_that_is_not_yaml_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "mkdocs.yml"
    write_file(file, text)
    with pytest.raises(UserError) as refusal:
        read_base(file)
    assert str(refusal.value).startswith(f"{file}: MkDocs encountered an error parsing")


def test_packaged_base_can_be_read() -> None:
    assert "site_name" in read_base(engines.packaged_base())


def test_command_is_run_to_its_end(tmp_path: Path) -> None:
    finished = engines.run(["sh", "-c", 'echo "$WORD"; echo no >&2; exit 3'], {"WORD": "yes"})
    assert (finished.stdout, finished.stderr, finished.returncode) == ("yes\n", "no\n", 3)
    assert list(tmp_path.iterdir()) == []
