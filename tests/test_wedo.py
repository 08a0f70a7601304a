"""Yes and no, the exceptions, the requests, who decides: the pages for whoever wants something."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from rulebooks import REQUEST, RULE, write_fragments
from sites import build, served
from spelregels.loader import load_rulebook
from spelregels.plan import make_plan
from spelregels.render import Publication, navigation, render_pages
from visitors import watched_page

SETTINGS = """\
    name: The rules of the shop
    publisher: {name: Bos Butchers}
    languages: [en]
    chapters:
      - {id: door, title: At the door}
      - {id: counter, title: At the counter}
      - {id: empty, title: Empty}
"""
OWNERS = """\
    owners:
      - id: bookkeeper
        name: Al Fine
        role: Bookkeeper
        side: it
      - id: shop-manager
        name: Jo Bos
        role: Shop manager
        side: business
        contact: "mailto:jo@example.org"
      - {id: cook, name: Mo, role: Cook, side: business}
"""
WAIT = """\
    examples:
      - {case: A child alone., outcome: granted, because: A customer too.}
      - {case: A *doctor*., outcome: refused}
      - {case: A courier., outcome: not-applicable}
    advice: {by: bookkeeper}
    exceptions:
      - when: There is a [fire](https://example.org).
        conditions: [There is smoke., It burns.]
        price: Nothing.
        decided_by: shop-manager
        ask: Shout.
      - {when: You feel ill., decided_by: bookkeeper}
    keywords: {en: [queue, line]}
    decided_on: 2026-02-01
"""
DOGS = """\
    title: No dogs
    chapter: door
    rationale: Dogs lick meat. Then we throw it away.
    decided_on: 2026-02-01
    examples:
      - {case: "A doctor!", outcome: refused, because: Not with a dog.}
      - {case: A courier., outcome: refused, because: Not with a dog either.}
      - {case: A wolf., outcome: refused}
      - {case: A cat., outcome: not-applicable, because: A cat is no dog.}
"""
FILES: Mapping[str, str] = {
    "rulebook.yaml": SETTINGS,
    "owners.yaml": OWNERS,
    RULE: WAIT,
    "rules/no-dogs.yaml": DOGS,
    "rules/no-smoke.yaml": "title: No smoke\nchapter: door\ndecided_on: 2026-02-01\n",
    "rules/no-bikes.yaml": """\
        title: No bikes
        chapter: door
        status: withdrawn
        withdrawn: {why: There is a rack., replaced_by: [no-dogs]}
        examples: [{case: A bike., outcome: refused}]
        exceptions: [{when: It folds.}]
    """,
    REQUEST: """\
        asked: May I go first?
        asked_on: 2026-03-01
        answer: no
        because: The others were here before you.
        rules: [wait-your-turn]
        would_change: Nothing.
    """,
    "requests/fence.yaml": """\
        asked: Will there be a fence?
        asked_on: 2026-04-01
        answer: not-now
        because: A fence costs more than the dogs do.
        rules: [no-dogs]
        would_change: Ten dogs a day.
    """,
    "requests/hours.yaml": """\
        asked: Are you open today?
        asked_on: 2026-05-01
        answer: yes
        because: On Mondays the meat is fresh.
        rules: []
    """,
    "requests/early.yaml": """\
        asked: May my dog in?
        asked_on: 2026-01-01
        answer: yes
        because: It is small.
        rules: [no-dogs]
    """,
}


def pages_of(folder: Path, files: Mapping[str, str]) -> dict[str, str]:
    """Return the pages of a rulebook with `files` laid over the base; without one, no requests."""
    write_fragments(folder, files)
    if REQUEST not in files:
        (folder / REQUEST).unlink()
    return {page.path: page.content for page in render_pages(publication_of(folder))}


def publication_of(folder: Path) -> Publication:
    return make_plan(load_rulebook(folder), date(2026, 11, 23), "", draft=True).publications[0]


def body_of(content: str) -> LexborHTMLParser:
    _, _, body = content.removeprefix("---\n").partition("\n---\n")
    return LexborHTMLParser(body)


def lines_of(content: str) -> list[str]:
    """Return what a reader sees on a page, a piece of text at a time."""
    shown = body_of(content).body
    assert shown is not None
    texts = shown.text(separator="\0").replace("\n", "\0").split("\0")
    return [text.strip() for text in texts if text.strip()]


def links_of(content: str) -> list[str]:
    return [link.attributes.get("href") or "" for link in body_of(content).css("a")]


def test_every_case_is_told_once_as_yes_or_no_with_its_reason_and_its_rule(tmp_path: Path) -> None:
    page = pages_of(tmp_path, FILES)["yes-and-no.md"]
    assert lines_of(page) == [
        *("Yes and no", "What we do and what we do not, each with the reason.", "Find a case"),
        *("At the door", "At the counter", "Other questions"),
        "At the door",
        *("No", "A doctor!", "Not with a dog.", "No dogs", "Wait your turn"),
        *("A courier.", "Not with a dog either.", "No dogs"),
        *("A wolf.", "Dogs lick meat.", "No dogs"),
        *("Not now", "Will there be a fence?", "A fence costs more than the dogs do."),
        *("What would change the answer", "Ten dogs a day.", "No dogs"),
        *("The rule is not about this", "A cat.", "A cat is no dog.", "No dogs"),
        *("No example yet", "No smoke"),
        "At the counter",
        *("Yes", "A child alone.", "A customer too.", "Wait your turn"),
        *("No", "May I go first?", "The others were here before you.", "Wait your turn"),
        *("Other questions", "Yes", "Are you open today?", "On Mondays the meat is fresh."),
    ]
    assert links_of(page)[:5] == [
        *("#_chapter-door", "#_chapter-counter", "#_other"),
        *("../rules/no-dogs/", "../rules/wait-your-turn/"),
    ]
    assert "../requests/#fence" in links_of(page)


def test_case_is_found_by_the_keywords_of_its_rule(tmp_path: Path) -> None:
    page = body_of(pages_of(tmp_path, FILES)["yes-and-no.md"])
    cases = page.css("[data-words]")
    assert [case.attributes["data-words"] for case in cases] == ["queue line"] * 3


def test_register_tells_of_each_exception_all_that_there_is_to_know(tmp_path: Path) -> None:
    page = pages_of(tmp_path, FILES)["exceptions.md"]
    assert lines_of(page) == [
        "Exceptions",
        "These are all the exceptions. If you meet the conditions, the answer is yes. If not, it "
        "is no. Who you are makes no difference.",
        *("At the counter", "Wait your turn"),
        *("There is a", "fire", ".", "Conditions", "There is smoke.", "It burns."),
        *("What it costs", "Nothing.", "Who grants it", "Shop manager", "How to ask", "Shout."),
        "Address of this exception",
        *("You feel ill.", "Who grants it", "Bookkeeper", "Address of this exception"),
        *("What was decided", "No", "May I go first?"),
        *("To these 2 rules there is no exception", "No dogs", "No smoke"),
    ]
    anchors = [each.attributes["id"] for each in body_of(page).css(".sr-register, .sr-entry")]
    assert anchors == ["wait-your-turn", "_wait-your-turn-1", "_wait-your-turn-2"]


def test_requests_say_why_and_what_would_change_it_and_whether_that_still_holds(
    tmp_path: Path,
) -> None:
    assert lines_of(pages_of(tmp_path, FILES)["requests.md"]) == [
        "Asked and answered",
        "What was asked, what the answer was, and what would change that answer.",
        *("All", "4", "Yes", "2", "No", "1", "Not now", "1"),
        *("Are you open today?", "Yes", "Asked on 1 May 2026", "On Mondays the meat is fresh."),
        *(
            "Will there be a fence?",
            "Not now",
            "Asked on 1 April 2026",
            "A fence costs more than the dogs do.",
        ),
        *("What would change the answer", "Ten dogs a day."),
        *("These rules decided it", "No dogs"),
        *("May I go first?", "No", "Asked on 1 March 2026", "The others were here before you."),
        *("What would change the answer", "Nothing."),
        *("These rules decided it", "Wait your turn"),
        *("May my dog in?", "Yes", "Asked on 1 January 2026", "It is small."),
        "After this answer, the rules that decided it changed. If you ask now, the answer may be "
        "different.",
        *("These rules decided it", "No dogs"),
    ]


def test_people_say_who_decides_with_whose_advice_and_what_they_grant(tmp_path: Path) -> None:
    page = pages_of(tmp_path, FILES)["people.md"]
    assert lines_of(page) == [
        "Who decides",
        "The business decides on every rule. IT advises. Nobody advises themselves.",
        *("Who decides: the business", "Shop manager", "Jo Bos,", "jo@example.org"),
        *("Decides on", "No dogs", "No smoke", "Wait your turn", "Advised by", "Bookkeeper"),
        *("Grants these exceptions", "Wait your turn:", "There is a fire."),
        *("Cook", "Mo"),
        *("Who advises: IT", "Bookkeeper", "Al Fine", "Advises on", "Wait your turn"),
        *("Grants these exceptions", "Wait your turn:", "You feel ill."),
    ]
    assert "../exceptions/#_wait-your-turn-2" in links_of(page)


def test_small_rulebook_has_a_sentence_in_the_place_of_what_it_lacks(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, {RULE: "status: proposed\n"})
    assert lines_of(pages["yes-and-no.md"]) == [
        *("Yes and no", "What we do and what we do not, each with the reason."),
        "There is no yes or no in these rules yet.",
    ]
    assert lines_of(pages["exceptions.md"]) == [
        "Exceptions",
        "There is no exception at all. The rules are the same for everyone.",
    ]
    assert lines_of(pages["requests.md"])[-1] == "Nothing has been asked yet that stands here."
    for path in ("yes-and-no.md", "exceptions.md", "requests.md", "fit.md"):
        assert '"scripts"' not in pages[path]


def test_home_says_what_this_is_and_where_to_look(tmp_path: Path) -> None:
    page = pages_of(tmp_path, FILES)["index.md"]
    assert lines_of(page)[:18] == [
        "The rules of the shop",
        "The rules of Bos Butchers: what you can get, what you cannot, and why. Each rule says "
        "what it does for quality and price.",
        *("3 rules", "What are you looking for?"),
        *("Yes and no", "What we do, and what we do not"),
        *("All rules", "The whole list, by topic"),
        *("Exceptions", "When it is possible after all, and at what price"),
        *("Asked and answered", "What others asked, and what we said"),
        *("Do we fit?", "A few questions, and you know"),
        *("Who decides", "Who makes the rules, and who advises"),
        *("Rules by topic", "At the door"),
    ]


def test_menu_has_every_page_in_a_few_groups(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, FILES)
    menu = navigation(publication_of(tmp_path))
    entries = [entry.path for item in menu for entry in (item, *item.items) if entry.path]
    assert len(menu) <= 6
    assert {"yes-and-no.md", "exceptions.md", "requests.md", "fit.md", "people.md"} <= {*entries}
    assert {*entries} <= {*pages}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build and serve the site of the rulebook; return the address of its draft."""
    folder = tmp_path_factory.mktemp("wedo")
    write_fragments(folder / "rulebook", FILES)
    build(folder / "rulebook", folder / "site")
    with served(folder / "site") as root:
        yield f"{root}en/draft/"


def shown(page: Page) -> list[str]:
    return page.locator(".sr-asked:visible h2").all_inner_texts()


def test_requests_are_chosen_by_their_answer_which_stands_in_the_address(
    browser: Browser, address: str
) -> None:
    with watched_page(browser, address) as page:
        page.goto(f"{address}requests/")
        assert len(shown(page)) == 4
        page.get_by_role("button", name="Not now").click()
        assert shown(page) == ["Will there be a fence?"]
        expect(page.get_by_role("status").first).to_have_text("1 of 4 requests")
        assert page.url == f"{address}requests/?answer=not-now"
        page.reload()
        assert shown(page) == ["Will there be a fence?"]
        chosen = page.locator("[aria-pressed=true]")
        expect(chosen).to_have_text("Not now 1")
        page.goto(f"{address}requests/?answer=yes#fence")
        assert len(shown(page)) == 4
        page.get_by_role("button", name="All").click()
        assert page.url == f"{address}requests/"


def test_requests_are_all_there_without_scripts(browser: Browser, address: str) -> None:
    with watched_page(browser, address, java_script_enabled=False) as page:
        page.goto(f"{address}requests/?answer=yes")
        assert len(shown(page)) == 4
        expect(page.locator(".sr-choose")).to_be_hidden()
        page.goto(f"{address}yes-and-no/")
        expect(page.locator(".sr-find")).to_be_hidden()


@pytest.mark.parametrize(("width", "is_beside"), [(1280, True), (360, False), (320, False)])
def test_yes_stands_beside_no_where_there_is_room(
    browser: Browser, address: str, width: int, is_beside: bool
) -> None:
    with watched_page(browser, address, viewport={"width": width, "height": 740}) as page:
        page.goto(f"{address}yes-and-no/#_chapter-counter")
        yes, no = (page.locator(f"#_chapter-counter .sr-side--{kind}") for kind in ("yes", "no"))
        left, right = yes.bounding_box(), no.bounding_box()
        assert left
        assert right
        assert (left["y"] == right["y"]) is is_beside
        assert (left["x"] < right["x"]) is is_beside
        wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        for path in ("", "yes-and-no/", "exceptions/", "requests/", "people/", "fit/"):
            page.goto(address + path)
            assert not page.evaluate(wide), path


def test_case_is_found_by_the_words_that_somebody_types(browser: Browser, address: str) -> None:
    with watched_page(browser, address) as page:
        page.goto(f"{address}yes-and-no/")
        page.get_by_label("Find a case").fill("DÓG cour")
        expect(page.locator(".sr-side li:visible .sr-case")).to_have_text(["A courier."])
        expect(page.locator(".sr-topic:visible")).to_have_count(1)
        expect(page.locator(".sr-find [role=status]")).to_have_text("1 of 8 cases")
        page.reload()
        expect(page.locator(".sr-side li:visible .sr-case")).to_have_text(["A courier."])
        page.get_by_label("Find a case").fill("lettuce")
        expect(page.locator(".sr-find [role=status]")).to_contain_text("No case with these words.")
        page.get_by_label("Find a case").fill("")
        expect(page.locator(".sr-side li:visible")).to_have_count(8)


def test_home_shows_every_way_on_one_screen_of_a_phone(browser: Browser, address: str) -> None:
    with watched_page(browser, address, viewport={"width": 360, "height": 740}) as page:
        page.goto(address)
        last = page.locator(".sr-doors a").last.bounding_box()
        assert last
        assert last["y"] + last["height"] <= 740
