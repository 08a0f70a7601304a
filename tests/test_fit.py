"""The page for a prospect: questions one by one, the outcome, and the address that holds it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import dedent

import pytest
from playwright.sync_api import Browser, Page, expect

from rulebooks import write_rulebook
from sites import TWO_LANGUAGES, build, served
from visitors import watched_page

WAIT = TWO_LANGUAGES["rules/wait-your-turn.yaml"]


def rule(nl: str, en: str, more: str = "") -> str:
    named = WAIT.replace("Wacht op je beurt", nl).replace("Wait your turn", en)
    return named + dedent(more)


FILES: Mapping[str, str] = {
    **TWO_LANGUAGES,
    "rules/wait-your-turn.yaml": WAIT
    + dedent("""\
        fit: {question: {nl: Heb je tijd?, en: Do you have time?}, answer: yes}
        exceptions:
          - when: {nl: Het *brandt*., en: It *burns*.}
          - when: {nl: Je bent niet goed., en: You feel ill.}
    """),
    "rules/no-dogs.yaml": rule(
        "Zonder hond",
        "No dogs",
        "fit: {question: {nl: Komt je hond mee?, en: Do you bring a dog?}, answer: no}",
    ),
    "rules/no-lettuce.yaml": rule(
        "Geen sla",
        "No lettuce",
        "fit: {question: {nl: Kom je voor sla?, en: Do you come for lettuce?}, answer: no}",
    ),
    "rules/no-smoke.yaml": rule("Niet roken", "No smoke"),
    "rules/plan.yaml": rule(
        "Plan",
        "Plan",
        "status: proposed\nfit: {question: {nl: Slaap je uit?, en: Do you sleep in?}, answer: no}",
    ),
}
DONE = "#_outcome&no-dogs=yes&no-lettuce=skip&wait-your-turn=yes"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build and serve a site with three questions; return its address."""
    folder = tmp_path_factory.mktemp("fit")
    write_rulebook(folder / "rulebook", FILES)
    build(folder / "rulebook", folder / "site")
    with served(folder / "site") as address:
        yield address


@pytest.fixture
def page(browser: Browser, root: str) -> Iterator[Page]:
    """Open the questions in English, on a phone."""
    with watched_page(browser, root, viewport={"width": 360, "height": 740}) as opened:
        opened.goto(f"{root}en/draft/fit/")
        yield opened


def see_question(page: Page, place: str, question: str) -> None:
    expect(page.get_by_role("group")).to_be_visible()
    expect(page.locator("#_fit-place")).to_have_text(place)
    expect(page.locator("#_fit-question")).to_have_text(question)


def answer(page: Page, *names: str) -> None:
    for name in names:
        page.get_by_role("button", name=name, exact=True).click()


def outcome_of(page: Page, kind: str) -> list[str]:
    return page.locator(f"[data-outcome={kind}]").inner_text().split("\n")


def told(page: Page, kind: str) -> str:
    return " | ".join(line for line in outcome_of(page, kind) if line)


def test_questions_come_one_by_one_and_the_outcome_tells_what_fits(page: Page, root: str) -> None:
    see_question(page, "Question 1 of 3", "Do you bring a dog?")
    expect(page.get_by_role("button", name="Previous question")).to_be_hidden()
    answer(page, "Yes")
    see_question(page, "Question 2 of 3", "Do you come for lettuce?")
    expect(page.get_by_role("group")).to_be_focused()
    answer(page, "Skip")
    see_question(page, "Question 3 of 3", "Do you have time?")
    expect(page.get_by_role("progressbar")).to_have_attribute("value", "2")
    answer(page, "Yes")
    expect(page.get_by_role("heading", name="The outcome")).to_be_focused()
    expect(page.get_by_role("status").first).to_have_text("Suits: 1. Pinches: 1. Skipped: 1.")
    assert told(page, "pinches") == (
        "Pinches | 1 | Do you bring a dog? | You said yes. | No dogs | "
        "There is no exception to this rule."
    )
    assert (
        told(page, "fits") == "Suits you | 1 | Do you have time? | You said yes. | Wait your turn"
    )
    assert told(page, "skipped") == "Skipped | 1 | Do you come for lettuce? | No lettuce"
    expect(page.locator("[data-verdict]:visible")).to_contain_text(
        "Not everywhere that it pinches"
    )
    assert page.url == f"{root}en/draft/fit/{DONE}"
    expect(page.get_by_label("Address of this outcome")).to_have_value(page.url)


def test_what_pinches_leads_to_its_exceptions_in_the_register(page: Page, root: str) -> None:
    answer(page, "No", "No", "No")
    assert told(page, "pinches") == (
        "Pinches | 1 | Do you have time? | You said no. | Wait your turn | Exceptions | "
        "It burns. | You feel ill."
    )
    expect(page.locator("[data-verdict]:visible")).to_contain_text("there is an exception.")
    page.get_by_role("link", name="You feel ill.").click()
    page.wait_for_url(f"{root}en/draft/exceptions/#_wait-your-turn-2")


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        (("No", "Skip", "Yes"), "What you answered fits our rules."),
        (("Skip", "Skip", "Skip"), "You answered nothing, so there is nothing to tell yet."),
    ],
)
def test_outcome_begins_with_what_it_comes_to(
    page: Page, said: tuple[str, ...], verdict: str
) -> None:
    answer(page, *said)
    expect(page.locator("[data-verdict]:visible")).to_have_text(verdict)


def test_somebody_can_go_back_and_begin_again(page: Page) -> None:
    answer(page, "Yes", "Yes", "Previous question")
    see_question(page, "Question 2 of 3", "Do you come for lettuce?")
    page.go_back()
    see_question(page, "Question 3 of 3", "Do you have time?")
    answer(page, "Yes", "Start again")
    see_question(page, "Question 1 of 3", "Do you bring a dog?")
    page.go_back()
    expect(page.get_by_role("heading", name="The outcome")).to_be_visible()


def test_everything_works_with_the_keyboard(page: Page) -> None:
    page.get_by_role("button", name="Yes").focus()
    page.keyboard.press("Enter")
    see_question(page, "Question 2 of 3", "Do you come for lettuce?")
    page.keyboard.press("n")
    see_question(page, "Question 3 of 3", "Do you have time?")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Yes")).to_be_focused()
    page.keyboard.press("Y")
    expect(page.get_by_role("heading", name="The outcome")).to_be_focused()


def test_address_of_an_outcome_shows_it_to_whoever_opens_it(page: Page, root: str) -> None:
    page.goto(f"{root}en/draft/")
    page.goto(f"{root}en/draft/fit/#_outcome&wait-your-turn=no&gone=yes&no-dogs=%3Cb%3E")
    assert told(page, "pinches").startswith("Pinches | 1 | Do you have time?")
    assert told(page, "skipped").startswith("Skipped | 2 |")
    page.get_by_role("link", name="Nederlands").click()
    page.wait_for_url(f"{root}nl/draft/fit/**")
    assert told(page, "pinches").startswith(
        "Wringt | 1 | Heb je tijd? | Je zei nee. | Wacht op je beurt"
    )


def test_answers_given_so_far_hold_in_another_language(page: Page) -> None:
    answer(page, "No")
    page.get_by_role("link", name="Nederlands").click()
    see_question(page, "Vraag 2 van 3", "Kom je voor sla?")
    answer(page, "Ja")
    see_question(page, "Vraag 3 van 3", "Heb je tijd?")
    answer(page, "Vorige vraag", "Vorige vraag")
    see_question(page, "Vraag 1 van 3", "Kom je voor sla?")


def test_link_that_skips_to_the_content_leaves_the_answers(page: Page) -> None:
    answer(page, "Yes")
    page.evaluate("location.hash = '_top'")
    see_question(page, "Question 2 of 3", "Do you come for lettuce?")


def test_nothing_is_stored_nor_sent(page: Page, root: str) -> None:
    """A browser may ask for the icon of the page again; that tells nothing."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    answer(page, "Yes", "No", "Skip")
    expect(page.get_by_role("heading", name="The outcome")).to_be_visible()
    assert {*asked} <= {f"{root}en/draft/assets/images/spelregels.svg"}
    assert page.context.cookies() == []
    kept = page.evaluate("Object.values(localStorage).concat(Object.values(sessionStorage))")
    assert not any("wait-your-turn" in str(value) for value in kept)


def test_address_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    answer(page, "Yes", "Skip", "Yes", "Copy")
    expect(page.locator("[data-said]")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_questions_are_a_list_without_scripts(browser: Browser, root: str) -> None:
    with watched_page(browser, root, java_script_enabled=False) as page:
        page.goto(f"{root}en/draft/fit/{DONE}")
        lines = [line for line in page.locator(".sr-page").inner_text().split("\n") if line]
        assert lines == [
            "Do we fit?",
            "A few questions show which rules suit you, and where they pinch. Your answers stay "
            "on your own screen: we send and keep nothing.",
            "3 questions",
            *("Do you bring a dog?", "If you say no, this rule suits you.", "No dogs"),
            "There is no exception to this rule.",
            *("Do you come for lettuce?", "If you say no, this rule suits you.", "No lettuce"),
            "There is no exception to this rule.",
            *("Do you have time?", "If you say yes, this rule suits you.", "Wait your turn"),
            *("Exceptions", "It burns.", "You feel ill."),
        ]


def test_rulebook_without_questions_says_so(browser: Browser, tmp_path: Path) -> None:
    write_rulebook(tmp_path / "rulebook")
    build(tmp_path / "rulebook", tmp_path / "site")
    with served(tmp_path / "site") as address, watched_page(browser, address) as page:
        page.goto(f"{address}en/draft/fit/")
        expect(page.locator(".sr-page p").last).to_have_text(
            "There are no questions yet. The rules themselves tell what you can count on. "
            "All rules"
        )
        assert page.locator("script[src*=fit]").count() == 0
