import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from conftest import Command, Lines
from rulebooks import (
    BASE,
    REQUEST,
    RULE,
    write_file,
    write_fragments,
    write_rulebook,
)

OWNERS = "owners.yaml"
SETTINGS = "rulebook.yaml"
GLOSSARY = "glossary.yaml"
ID_RULE = (
    "use lower-case letters a-z, digits and single hyphens, first a letter, at most 64 characters"
)
UNSEEN = "readers of that language would not see it"
UNJUSTIFIED = "nobody can see why this is so"


CASES: Mapping[str, tuple[dict[str, str], list[str]]] = {
    "blank justification": (
        {RULE: 'without: "  "\n'},
        [f"{RULE}:1:10 SR301 'without' is there, but nothing is filled in; {UNJUSTIFIED}"],
    ),
    "blank reason of an effect": (
        {
            RULE: """\
                effect:
                  quality: {direction: better, because: ""}
                  price: {direction: lower, because: {en: ""}}
            """
        },
        [
            f"{RULE}:2:41 SR301 'because' is there, but nothing is filled in; {UNJUSTIFIED}",
            f"{RULE}:3:43 SR301 'because' is there, but nothing is filled in; {UNJUSTIFIED}",
        ],
    ),
    "blank answer": (
        {REQUEST: 'because: ""\n'},
        [f"{REQUEST}:1:10 SR301 'because' is there, but nothing is filled in; {UNJUSTIFIED}"],
    ),
    "justification in no language": (
        {RULE: "rationale: {}\n"},
        [
            f"{RULE}:1:1 SR301 'rationale' is not there in the language 'en'; {UNJUSTIFIED}",
        ],
    ),
    "no effect": (
        {
            RULE: """\
                effect:
                  quality: {direction: same, because: The meat is as fresh.}
                  price: {direction: same, because: Paper tickets are free.}
            """
        },
        [f"{RULE}:1:1 SR302 both quality and price stay the same; then what is the rule for?"],
    ),
    "title in no language": (
        {RULE: "title: {}\n"},
        [f"{RULE}:1:1 SR303 'title' is not there in the language 'en'; {UNSEEN}"],
    ),
    "blank title": (
        {RULE: 'title: " "\n'},
        [f"{RULE}:1:8 SR110 'title' is there, but nothing is filled in"],
    ),
    "text in another language": (
        {RULE: "title: {en: Wait your turn, fr: Chacun son tour}\nkeywords: {de: [Schlange]}\n"},
        [
            f"{RULE}:1:29 SR109 'fr' is not a language of this rulebook; it has en",
            f"{RULE}:2:12 SR109 'de' is not a language of this rulebook; it has en",
        ],
    ),
    "field that is indented as if it were a language": (
        {RULE: "exceptions:\n  - when: b\n    price: {en: c, decided_by: butcher}\n"},
        [
            f"{RULE}:2:5 SR322 this exception does not say under which conditions it is granted "
            "('conditions'), who decides ('decided_by')",
            f"{RULE}:3:20 SR109 'decided_by' belongs beside 'price', not in it; take away spaces "
            "before it, and before what is below it, until it begins below 'price'",
        ],
    ),
    "forms in another language": (
        {GLOSSARY: "terms:\n  - {term: a, meaning: b, forms: {fr: [c]}}\n"},
        [f"{GLOSSARY}:2:35 SR109 'fr' is not a language of this rulebook; it has en"],
    ),
    "heading": (
        {RULE: "rule: |\n  # Wait\n"},
        [
            f"{RULE}:1:7 SR111 a heading has no place in this text; "
            "the page brings its own headings"
        ],
    ),
    "tag": (
        {RULE: "rule: Wait <b>here</b>.\n"},
        [f"{RULE}:1:12 SR112 '<b>' is shown as it stands here; HTML does not work in texts"],
    ),
    "text that a comment cuts": (
        {RULE: "title: Wait for counter #1\n"},
        [f"{RULE}:1:8 SR012 the text ends at 'Wait for counter'; put all of it in quotes"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("files_and_problems", CASES.values(), ids=CASES)
def test_check_finds_it_at_its_place(
    check: Lines, files_and_problems: tuple[dict[str, str], list[str]]
) -> None:
    files, problems = files_and_problems
    assert check(files) == problems


TWO_LANGUAGES = {
    SETTINGS: """\
        name: {nl: De regels, en: The rules}
        languages: [nl, en]
        chapters: [{id: counter, title: {nl: Toonbank, en: Counter}}]
        audiences: [{id: everyone, title: {nl: Iedereen, en: Everyone}}]
    """,
    OWNERS: """\
        owners:
          - {id: shop-manager, name: Jo, role: {nl: Chef, en: Manager}, side: business}
          - {id: bookkeeper, name: Al, role: Boekhouder, side: it}
    """,
    GLOSSARY: "terms: [{term: bon, meaning: {nl: Een nummer.}}]\n",
    RULE: """\
        title: Wacht op uw beurt
        rule: {nl: Wacht., en: Wait.}
        rationale: {nl: Twee tegelijk lukt niet., en: ""}
        effect:
          quality: {direction: better, because: {nl: Rust., en: Calm.}}
          price: {direction: lower, because: {en: One till.}}
        without: {nl: Geduw., en: Shoving.}
        examples: [{case: A, outcome: granted, because: {nl: B, en: }}]
        exceptions: [{when: A, conditions: [B], price: C, decided_by: shop-manager, ask: D}]
        change: {kind: new, why: Er vielen er twee flauw.}
    """,
    REQUEST: """\
        asked: {en: Why?}
        because: {nl: Er is maar één slager., en: There is only one butcher.}
    """,
}


def test_everything_that_a_reader_needs_is_asked_in_every_language(check: Lines) -> None:
    assert check(TWO_LANGUAGES) == [
        f"{GLOSSARY}:1:16 SR303 'term' is not there in the language 'en'; {UNSEEN}",
        f"{GLOSSARY}:1:21 SR303 'meaning' is not there in the language 'en'; {UNSEEN}",
        f"{OWNERS}:3:38 SR303 'role' is not there in the language 'en'; {UNSEEN}",
        f"{REQUEST}:1:1 SR303 'asked' is not there in the language 'nl'; {UNSEEN}",
        f"{RULE}:1:8 SR303 'title' is not there in the language 'en'; {UNSEEN}",
        f"{RULE}:3:47 SR301 'rationale' is there, but nothing is filled in for the language 'en'; "
        f"{UNJUSTIFIED}",
        f"{RULE}:6:29 SR301 'because' is not there in the language 'nl'; {UNJUSTIFIED}",
        f"{RULE}:8:57 SR110 'en' is there, but nothing is filled in",
        f"{RULE}:10:26 SR301 'why' is not there in the language 'en'; {UNJUSTIFIED}",
    ]


@pytest.mark.parametrize(
    "fragment",
    [
        "rule: See [the web](https://shop.example/rules/no-dogs/).\n",
        "rule: Give a List<int>, or 3 < 4 > 2.\n",
        "title: <b>Wait</b> [here](javascript:x)\n",
        "without: |\n  A | B\n  --|--\n  c | d\n",
        "owner: shop-manager # the one of the shop\n",
    ],
)
def test_check_leaves_alone_what_only_looks_wrong(check: Lines, fragment: str) -> None:
    assert check({RULE: fragment}) == []


FAULTY: Mapping[str, str] = {
    SETTINGS: """\
        name: The rules of the shop
        publisher: {name: Bos Butchers, url: shop.example}
        languages: [en]
        chapters:
          - {id: counter, title: At the counter}
          - {id: Window, title: ""}
        audiences:
          - {id: everyone, title: Everyone}
          - {id: everyone, title: {en: All, nl: Allen}}
        promises: {max_rules: few}
    """,
    OWNERS: """\
        owners:
          - {id: shop-manager, name: Jo Bos, role: Shop manager, side: busines}
          - {id: bookkeeper, name: Al Fine, role: Bookkeeper, side: it}
          - {id: baker, role: Baker, side: business}
    """,
    "glossary.yml": "terms: []\n",
    RULE: """\
        id: wait
        title: Wait at counter #1
        chapter: window-seat
        rule: |
          ## Wait

          Wait <b>until</b> [it](ftp://shop.example) is your turn.
        rationale:
        effect:
          quality: {direction: better, because: Everyone gets the same attention.}
          price: {direction: lower, because: One pair of hands., percent: 6%}
        without: Whoever shouts loudest would be served first.
        owner: bookkeeper
        applies_to: everyone
        advise: {by: baker}
        decided_on: 2026-02-30
        decided_on: 2026-03-01
    """,
    "rules/no-dogs.yaml": "title: No: dogs\n",
    REQUEST: """\
        asked: May I go first?
        asked_on: 2026-03-02
        answer: "no"
        because: !x The others were here before you.
        rules: [wait-your-tern]
    """,
}  # fmt: skip

FOUND = [
    "glossary.yml:1:1 SR011 only files whose name ends in .yaml are read; name it glossary.yaml",
    f"{OWNERS}:2:64 SR104 'busines' cannot stand here; choose one of: business, it",
    f"{OWNERS}:4:5 SR102 'owners.2.name' is missing; add a line 'name: …'",
    f"{REQUEST}:4:10 SR010 a text that begins with ! must be quoted; put the whole text in quotes",
    f"{REQUEST}:5:9 SR207 'wait-your-tern' is not in the folder rules; "
    "did you mean 'wait-your-turn'?",
    f"{SETTINGS}:2:38 SR107 'shop.example' is no address; start it with https://, mailto: or tel:",
    f"{SETTINGS}:6:10 SR202 'Window' cannot be an id; {ID_RULE}",
    f"{SETTINGS}:6:25 SR110 'title' is there, but nothing is filled in",
    f"{SETTINGS}:9:10 SR201 'everyone' is already used at {SETTINGS}:8:10",
    f"{SETTINGS}:9:37 SR109 'nl' is not a language of this rulebook; it has en",
    f"{SETTINGS}:10:23 SR106 'few' is not a whole number; write in digits how many rules",
    "rules/no-dogs.yaml:1:10 SR007 a colon followed by a space cuts this text in two; "
    "put the whole text in quotes",
    f"{RULE}:1:1 SR203 the name of the file is the id; remove this line",
    f"{RULE}:2:8 SR012 the text ends at 'Wait at counter'; put all of it in quotes",
    f"{RULE}:3:10 SR205 'window-seat' is not in rulebook.yaml; choose one of: Window, counter",
    f"{RULE}:4:7 SR111 a heading has no place in this text; the page brings its own headings",
    f"{RULE}:7:8 SR112 '<b>' is shown as it stands here; HTML does not work in texts",
    f"{RULE}:7:26 SR111 a link may not lead to 'ftp://shop.example'; start it with https://, "
    "http://, mailto: or tel:, or write it as rules/name-of-the-rule/",
    f"{RULE}:8:1 SR301 'rationale' is there, but nothing is filled in; "
    "without it, nobody can see why this is so",
    f"{RULE}:11:67 SR106 '6%' is not a number; write 6, or -6 where it becomes less",
    f"{RULE}:13:8 SR208 'bookkeeper' is on the IT side; the business decides, IT advises: baker",
    f"{RULE}:14:13 SR103 a list belongs here; put square brackets around it: [everyone]",
    f"{RULE}:15:1 SR101 there is no field 'advise' here; did you mean 'advice'?",
    f"{RULE}:16:13 SR105 '2026-02-30' is not a day of the calendar",
    f"{RULE}:17:1 SR009 'decided_on' is already written on line 16; remove one of the two",
]


def test_everything_that_is_wrong_is_told_in_one_run_in_the_order_of_the_files(
    tmp_path: Path, check_folder: Callable[[], list[str]]
) -> None:
    write_rulebook(tmp_path / "rulebook", FAULTY)
    assert check_folder() == FOUND


def test_the_same_rulebook_gives_the_same_report(tmp_path: Path, command: Command) -> None:
    write_rulebook(tmp_path / "rulebook", FAULTY)
    assert command("check").output == command("check").output


def test_warnings_fail_only_under_strict(tmp_path: Path, command: Command) -> None:
    write_fragments(tmp_path / "rulebook", {RULE: "title: Wait #1\n"})
    assert (command("check").exit_code, command("check", "--strict").exit_code) == (0, 1)


def test_rulebook_with_a_thousand_problems_tells_them_all(
    tmp_path: Path, command: Command
) -> None:
    write_rulebook(tmp_path / "rulebook")
    rules = "".join(f"  - rule-{number}\n" for number in range(1000))
    write_file(
        tmp_path / "rulebook" / REQUEST, BASE[REQUEST].partition("rules")[0] + f"rules:\n{rules}"
    )
    found = json.loads(command("check", "--output-format", "json").output)
    assert [each["line"] for each in found] == list(range(6, 1006))
