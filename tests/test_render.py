import json
from collections.abc import Mapping
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from rulebooks import write_rulebook
from sites import TWO_LANGUAGES
from spelregels.loader import load_rulebook
from spelregels.models import Rulebook
from spelregels.render import Publication, Surroundings, Unit, render_leading, render_pages

LANGUAGES = ("nl", "en")
RULE = "rules/wait-your-turn.yaml"
FULL_RULE = """\
    title: {nl: Wacht op je beurt, en: Wait your turn}
    chapter: counter
    rule: {nl: "Wacht tot je **aan de beurt** bent.", en: "Wait until it is *your turn*."}
    rationale: {nl: Niemand bedient er twee tegelijk., en: Nobody serves two at a time.}
    effect:
      quality: {direction: worse, because: {nl: Het duurt langer., en: It takes longer.}}
      price:
        direction: lower
        because: {nl: Eén paar handen., en: One pair of hands.}
        percent: -6.50
        basis: estimated
    without: {nl: De luidste gaat voor., en: The loudest goes first.}
    owner: shop-manager
    advice: {by: bookkeeper, on: 2026-02-10, text: {nl: Doen., en: Do it.}}
    applies_to: [everyone, regulars]
    examples:
      - case: {nl: Een kind alleen., en: A child alone.}
        outcome: granted
        because: {nl: Ook een klant., en: A customer too.}
      - {case: {nl: Een dokter., en: A doctor.}, outcome: refused}
      - {case: {nl: Een bezorger., en: A courier.}, outcome: not-applicable}
    exceptions:
      - when: {nl: Het brandt., en: There is a fire.}
        conditions: [{nl: Er is rook., en: There is smoke.}, {nl: Er is brand., en: It burns.}]
        price: {nl: Niets., en: Nothing.}
        decided_by: shop-manager
        ask: {nl: Roep., en: Shout.}
    fit: {question: {nl: Heb je tijd?, en: Do you have time?}, answer: yes}
    measure:
      indicator: {nl: Wachttijd, en: Waiting time}
      target: {nl: 5 minuten, en: 5 minutes}
      source: the till
    keywords: {nl: [rij, volgorde], en: [queue]}
    decided_on: 2026-01-31
    review_by: 2027-05-01
"""
FULL: Mapping[str, str] = {
    **TWO_LANGUAGES,
    RULE: FULL_RULE,
    "rulebook.yaml": """\
        name: {nl: De regels van de winkel, en: The rules of the shop}
        publisher: {name: Slagerij Bos, contact: "mailto:bos@example.org"}
        languages: [nl, en]
        chapters:
          - id: counter
            title: {nl: Aan de toonbank, en: At the counter}
            intro: {nl: Waar we staan., en: Where we stand.}
          - {id: empty, title: {nl: Leeg, en: Empty}}
        audiences:
          - {id: everyone, title: {nl: Elke klant, en: Every customer}}
          - {id: regulars, title: {nl: Vaste klanten, en: Regulars}}
        promises: {notice_days: 30, max_rules: 7, review_months: 12}
    """,
    "owners.yaml": """\
        owners:
          - {id: bookkeeper, name: Al Fine, role: {nl: Boekhouder, en: Bookkeeper}, side: it}
          - id: shop-manager
            name: Jo Bos
            role: {nl: Chef, en: Manager}
            side: business
            contact: "mailto:jo@example.org"
    """,
    "rules/old.yaml": """\
        title: {nl: Oude regel, en: Old rule}
        chapter: counter
        rule: {nl: Dit gold vroeger., en: This held once.}
        rationale: {nl: Het kon niet anders., en: There was no other way.}
        effect:
          quality: {direction: same, because: {nl: Niets., en: Nothing.}}
          price: {direction: higher, because: {nl: Het kost., en: It costs.}, percent: 12}
        without: {nl: Niets., en: Nothing.}
        owner: shop-manager
        decided_on: 2025-11-30
        status: withdrawn
        withdrawn:
          why: {nl: Niet meer nodig., en: No longer needed.}
          replaced_by: [wait-your-turn]
    """,
    "rules/plan.yaml": """\
        title: {nl: Een plan, en: A plan}
        chapter: counter
        rule: {nl: Zo wordt het., en: So it shall be.}
        rationale: {nl: Het wordt beter., en: It gets better.}
        effect:
          quality: {direction: better, because: {nl: Ja., en: Yes.}}
          price: {direction: same, because: {nl: Gelijk., en: Equal.}}
        without: {nl: Zo blijft het., en: It stays.}
        owner: shop-manager
        decided_on: 2026-03-01
        status: proposed
    """,
    "requests/later.yaml": """\
        asked: {nl: Mag de hond mee?, en: May the dog come?}
        asked_on: 2026-04-01
        answer: not-now
        because: {nl: Nog niet., en: Not yet.}
        would_change: {nl: Een hek., en: A fence.}
    """,
    "glossary.yaml": """\
        terms:
          - term: {nl: beurt, en: turn}
            meaning: {nl: Jouw moment., en: Your moment.}
            forms: {nl: [beurten, aan de beurt], en: [turns]}
          - {term: {nl: Één, en: One}, meaning: {nl: Niet twee., en: Not two.}}
    """,
}


def rulebook_of(folder: Path, changed: Mapping[str, str] | None = None) -> Rulebook:
    return load_rulebook(write_rulebook(folder, {**FULL, **(changed or {})})).rulebook


def pages_of(rulebook: Rulebook, language: str = "nl") -> dict[str, str]:
    unit = Unit(language, "draft")
    publication = Publication(rulebook, unit, "https://example.org/")
    return {page.path: page.content for page in render_pages(publication)}


def body_of(content: str) -> LexborHTMLParser:
    _, _, body = content.removeprefix("---\n").partition("\n---\n")
    return LexborHTMLParser(body)


def lines_of(content: str) -> list[str]:
    """Return what a reader sees on a page, a piece of text at a time."""
    page = body_of(content)
    for part in page.css(".sr-meanings, .sr-filter, .sr-none"):
        part.decompose()
    for link in page.css("a.sr-term"):
        link.unwrap()
    shown = page.body
    assert shown is not None
    shown.merge_text_nodes()
    texts = shown.text(separator="\0").replace("\n", "\0").split("\0")
    return [text.strip() for text in texts if text.strip()]


def front_matter_of(content: str) -> dict[str, object]:
    head, _, _ = content.removeprefix("---\n").partition("\n---\n")
    entries = (line.partition(": ") for line in head.split("\n"))
    return {name: json.loads(value) for name, _, value in entries}


def test_page_of_a_rule_says_all_of_it_in_dutch(tmp_path: Path) -> None:
    assert lines_of(pages_of(rulebook_of(tmp_path))["rules/wait-your-turn.md"]) == [
        *("Aan de toonbank", "Wacht op je beurt", "Wacht tot je", "aan de beurt", "bent."),
        *("Waarom", "Niemand bedient er twee tegelijk."),
        *("Kwaliteit: minder", "Het duurt langer."),
        *("Prijs: lager", "\u22126,5\u00a0% (geschat)", "Eén paar handen."),
        *("Zonder deze regel", "De luidste gaat voor."),
        *("Voorbeelden", "Ja", "Een kind alleen.", "Ook een klant."),
        *("Nee", "Een dokter.", "Geldt hier niet", "Een bezorger."),
        *("Uitzonderingen", "Uitzondering 1", "Adres van uitzondering 1"),
        *("Het brandt.", "Voorwaarden", "Er is rook.", "Er is brand."),
        *("Wat het kost", "Niets.", "Wie het toestaat", "Chef", "Zo vraag je het aan", "Roep."),
        *("Wat met deze regel is beantwoord", "Nee", "Mag ik voor?"),
        *("Wie beslist", "Beslist", "Chef", "Besloten op", "31 januari 2026"),
        *("Adviseert", "Boekhouder", ", 10 februari 2026", "Het advies", "Doen."),
        *("Geldt voor", "Elke klant, Vaste klanten", "Opnieuw bekeken voor", "1 mei 2027"),
        *("Zo meten we het", "Wachttijd", "Doel", "5 minuten", "Bron", "the till"),
        *("Past het bij je?", "Heb je tijd?", "Zeg je ja, dan past deze regel bij je."),
        *("Naar deze regel verwijzen", "Adres om naar te verwijzen"),
        *("https://example.org/nl/rules/wait-your-turn/", "Kopieer het adres"),
        "Vraag over deze regel",
    ]


def test_page_of_a_rule_says_all_of_it_in_english(tmp_path: Path) -> None:
    assert lines_of(pages_of(rulebook_of(tmp_path), "en")["rules/wait-your-turn.md"]) == [
        *("At the counter", "Wait your turn", "Wait until it is", "your turn", "."),
        *("Why", "Nobody serves two at a time."),
        *("Quality: worse", "It takes longer."),
        *("Price: lower", "\u22126.5\u00a0% (estimated)", "One pair of hands."),
        *("Without this rule", "The loudest goes first."),
        *("Examples", "Yes", "A child alone.", "A customer too."),
        *("No", "A doctor.", "Does not apply", "A courier."),
        *("Exceptions", "Exception 1", "Address of exception 1"),
        *("There is a fire.", "Conditions", "There is smoke.", "It burns."),
        *("What it costs", "Nothing.", "Who grants it", "Manager", "How to ask", "Shout."),
        *("What this rule has answered", "No", "May I go first?"),
        *("Who decides", "Decides", "Manager", "Decided on", "31 January 2026"),
        *("Advises", "Bookkeeper", ", 10 February 2026", "The advice", "Do it."),
        *("Applies to", "Every customer, Regulars", "Looked at again by", "1 May 2027"),
        *("How we measure it", "Waiting time", "Target", "5 minutes", "Source", "the till"),
        *("Does it suit you?", "Do you have time?", "If you say yes, this rule suits you."),
        *("Refer to this rule", "Address to quote"),
        *("https://example.org/en/rules/wait-your-turn/", "Copy the address"),
        "Ask about this rule",
    ]


def test_page_of_a_small_rule_leaves_out_what_is_not_there(tmp_path: Path) -> None:
    rulebook = load_rulebook(write_rulebook(tmp_path, TWO_LANGUAGES)).rulebook
    assert lines_of(pages_of(rulebook, "en")["rules/wait-your-turn.md"]) == [
        *("At the counter", "Wait your turn", "Wait until it is your turn."),
        *("Why", "Nobody serves two at a time.", "Quality: better", "Attention."),
        *("Price: lower", "Two hands.", "Without this rule", "The loudest goes first."),
        *("Exceptions", "There is no exception to this rule."),
        *("What this rule has answered", "No", "May I go first?"),
        *("Who decides", "Decides", "Manager", "Decided on", "1 March 2026"),
        *("Applies to", "Everyone", "Looked at again by", "1 March 2027"),
        *("Refer to this rule", "Address to quote"),
        *("https://example.org/en/rules/wait-your-turn/", "Copy the address"),
        "Ask about this rule",
    ]


def test_withdrawn_rule_says_so_and_why_and_what_came_instead(tmp_path: Path) -> None:
    lines = lines_of(pages_of(rulebook_of(tmp_path), "en")["rules/old.md"])
    assert lines[1:7] == [
        "Old rule",
        "This rule is withdrawn and no longer holds.",
        "No longer needed.",
        "In its place came:",
        "Wait your turn",
        "This held once.",
    ]


def test_proposed_rule_says_so(tmp_path: Path) -> None:
    lines = lines_of(pages_of(rulebook_of(tmp_path), "en")["rules/plan.md"])
    assert lines[1:3] == ["A plan", "This rule is proposed and does not hold yet."]


def test_list_has_every_rule_by_chapter_and_title(tmp_path: Path) -> None:
    assert lines_of(pages_of(rulebook_of(tmp_path), "en")["rules/index.md"]) == [
        *(
            "All rules",
            "The rules by chapter. The signs say what each rule does for quality and price.",
        ),
        "At the counter",
        *("A plan", "This rule is proposed and does not hold yet."),
        *("Quality: better", "Price: the same"),
        *("Old rule", "This rule is withdrawn and no longer holds."),
        *("Quality: the same", "Price: higher", "+12\u00a0%"),
        *("Wait your turn", "Quality: worse", "Price: lower", "\u22126.5\u00a0% (estimated)"),
    ]


def test_chapter_has_its_introduction_and_its_rules_whole(tmp_path: Path) -> None:
    pages = pages_of(rulebook_of(tmp_path), "en")
    assert lines_of(pages["chapters/counter.md"]) == [
        *("At the counter", "Where we stand."),
        *("A plan", "This rule is proposed and does not hold yet.", "So it shall be."),
        *("Quality: better", "Price: the same"),
        *("Old rule", "This rule is withdrawn and no longer holds.", "This held once."),
        *("Quality: the same", "Price: higher", "+12\u00a0%"),
        *("Wait your turn", "Wait until it is", "your turn", "."),
        *("Quality: worse", "Price: lower", "\u22126.5\u00a0% (estimated)"),
    ]
    assert lines_of(pages["chapters/empty.md"]) == ["Empty"]


def test_requests_are_there_the_latest_first(tmp_path: Path) -> None:
    assert lines_of(pages_of(rulebook_of(tmp_path), "en")["requests.md"]) == [
        "Asked and answered",
        "What was asked, what the answer was, and what would change that answer.",
        *("All", "2", "No", "1", "Not now", "1"),
        *("May the dog come?", "Not now", "Asked on 1 April 2026", "Not yet."),
        *("What would change the answer", "A fence."),
        *("May I go first?", "No", "Asked on 2 March 2026"),
        *("The others were here before you.", "These rules decided it", "Wait your turn"),
    ]


def test_people_are_there_those_who_decide_first(tmp_path: Path) -> None:
    assert lines_of(pages_of(rulebook_of(tmp_path), "en")["people.md"]) == [
        "Who decides",
        "The business decides on every rule. IT advises. Nobody advises themselves.",
        *("Who decides: the business", "Manager", "Jo Bos,", "jo@example.org"),
        *("Decides on", "Wait your turn", "Advised by", "Bookkeeper"),
        *("Grants these exceptions", "Wait your turn:", "There is a fire."),
        *("Who advises: IT", "Bookkeeper", "Al Fine", "Advises on", "Wait your turn"),
    ]


def test_words_are_there_in_the_order_of_the_alphabet(tmp_path: Path) -> None:
    page = pages_of(rulebook_of(tmp_path))["glossary.md"]
    assert lines_of(page) == [
        *("Begrippen", "Woorden die in de regels voorkomen, in gewone taal."),
        *("beurt", "Jouw moment.", "Ook: beurten, aan de beurt"),
        *("Staat in 1 regel", "Wacht op je beurt"),
        *("Één", "Niet twee."),
    ]
    assert [term.attributes["id"] for term in body_of(page).css("dt")] == [
        "_term-beurt",
        "_term-een",
    ]


def test_home_has_the_chapters_with_rules_and_the_promises(tmp_path: Path) -> None:
    assert lines_of(pages_of(rulebook_of(tmp_path), "en")["index.md"]) == [
        "The rules of the shop",
        "The rules of Slagerij Bos: what you can get, what you cannot, and why. Each rule says "
        "what it does for quality and price.",
        *("1 rule", "What are you looking for?"),
        *("Yes and no", "What we do, and what we do not"),
        *("All rules", "The whole list, by topic"),
        *("Exceptions", "When it is possible after all, and at what price"),
        *("Asked and answered", "What others asked, and what we said"),
        *("Do we fit?", "A few questions, and you know"),
        *("Who decides", "Who makes the rules, and who advises"),
        *("Rules by topic", "At the counter", "Where we stand.", "3 rules"),
        "What we promise you",
        "We announce a stricter rule at least 30 days ahead.",
        "We never have more than 7 rules. Now there are 1.",
        "Every rule has a day by which we look at it again.",
        *("Contact:", "Slagerij Bos"),
    ]


def test_rulebook_without_requests_or_words_has_pages_that_say_so(tmp_path: Path) -> None:
    folder = write_rulebook(tmp_path, TWO_LANGUAGES)
    (folder / "requests" / "jump-the-queue.yaml").unlink()
    (folder / "glossary.yaml").unlink()
    pages = pages_of(load_rulebook(folder).rulebook, "en")
    assert lines_of(pages["requests.md"])[-1] == "Nothing has been asked yet that stands here."
    assert lines_of(pages["glossary.md"])[0] == "Glossary"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_begins_with_front_matter_of_its_own(tmp_path: Path, language: str) -> None:
    rulebook = rulebook_of(tmp_path)
    titles = {}
    for path, content in pages_of(rulebook, language).items():
        assert content.startswith("---\n")
        fields = front_matter_of(content)
        assert fields["hide"] == ["toc"]
        titles[path] = fields["title"]
        heading = body_of(content).css_first("h1#_top")
        assert heading is not None
        # The booklet is a document: it begins with the name of the rulebook.
        assert heading.text() == titles["index.md" if path == "print.md" else path]
    assert sorted(titles) == [
        "chapters/counter.md",
        "chapters/empty.md",
        "effects.md",
        "exceptions.md",
        "fit.md",
        "glossary.md",
        "index.md",
        "people.md",
        "print.md",
        "requests.md",
        "rules/index.md",
        "rules/old.md",
        "rules/plan.md",
        "rules/wait-your-turn.md",
        "savings.md",
        "stability.md",
        "take-along.md",
        "yes-and-no.md",
    ]


def test_front_matter_of_a_rule_describes_it_and_says_what_to_search_for(tmp_path: Path) -> None:
    fields = front_matter_of(pages_of(rulebook_of(tmp_path))["rules/wait-your-turn.md"])
    assert json.loads(str(fields.pop("data")))["name"] == "Wacht op je beurt"
    assert fields == {
        "title": "Wacht op je beurt",
        "description": "Wacht tot je aan de beurt bent.",
        "hide": ["toc"],
        "scripts": ["copy", "terms"],
        "tags": ["rij", "volgorde"],
    }


def test_long_rule_is_described_in_a_few_words(tmp_path: Path) -> None:
    rule = TWO_LANGUAGES[RULE].replace("Wacht tot je aan de beurt bent.", "Wacht even. " * 20)
    page = pages_of(rulebook_of(tmp_path, {RULE: rule}))["rules/wait-your-turn.md"]
    assert front_matter_of(page)["description"] == "Wacht even. " * 12 + "Wacht even…"


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_the_same_bytes_in_whatever_order_the_files_were_read(
    tmp_path: Path, language: str
) -> None:
    rulebook = rulebook_of(tmp_path)
    turned = rulebook.model_copy(
        update={
            "rules": dict(sorted(rulebook.rules.items(), reverse=True)),
            "requests": dict(sorted(rulebook.requests.items(), reverse=True)),
        }
    )
    assert list(turned.rules) != list(rulebook.rules)
    assert pages_of(rulebook, language) == pages_of(turned, language)
    assert pages_of(rulebook, language) == pages_of(rulebook, language)


def test_text_that_is_not_translated_is_there_in_the_first_language_and_marked(
    tmp_path: Path,
) -> None:
    chapters = FULL["rulebook.yaml"].replace("{nl: Waar we staan., en: Where we stand.}", "Waar.")
    rulebook = rulebook_of(tmp_path, {"rulebook.yaml": chapters})
    page = pages_of(rulebook, "en")["chapters/counter.md"]
    assert lines_of(page)[1:3] == ["This text is not there in English yet.", "Waar."]
    marked = body_of(page).css_first('[lang="nl"]')
    assert marked is not None
    assert marked.text().strip() == "Waar."
    assert "lang=" not in pages_of(rulebook, "nl")["chapters/counter.md"]


def test_price_and_measure_may_be_in_one_language_only(tmp_path: Path) -> None:
    rule = FULL_RULE.replace("{nl: 5 minuten, en: 5 minutes}", "vijf minuten")
    lines = lines_of(
        pages_of(rulebook_of(tmp_path, {RULE: rule}), "en")["rules/wait-your-turn.md"]
    )
    assert lines[lines.index("Target") + 1] == "vijf minuten"


def test_leading_pages_have_a_way_for_every_rule_and_language(tmp_path: Path) -> None:
    rulebook = rulebook_of(tmp_path)
    publications = tuple(Publication(rulebook, Unit(lang, "draft")) for lang in LANGUAGES)
    addresses = {each.unit.address: ("", "rules/plan/") for each in publications}
    leading = render_leading(Surroundings(publications, "draft", addresses))
    ways = [f"rules/{id_}/" for id_ in rulebook.rules]
    own = ["", "current/", "current/rules/plan/", *ways]
    expected = ["index.html", *(f"{lang}/{way}index.html" for lang in LANGUAGES for way in own)]
    assert sorted(page.path for page in leading) == sorted(["404.html", *expected])


def test_templates_are_in_the_package() -> None:
    assert (files("spelregels") / "templates" / "rules.html.j2").is_file()


def test_address_to_quote_is_from_the_root_where_the_site_has_no_address(tmp_path: Path) -> None:
    publication = Publication(rulebook_of(tmp_path), Unit("nl", "draft"), "https://example.org/")
    without = replace(publication, site_url="")
    assert publication.permanent_address("plan") == "https://example.org/nl/rules/plan/"
    assert without.permanent_address("plan") == "/nl/rules/plan/"


def test_terms_that_look_alike_have_places_of_their_own(tmp_path: Path) -> None:
    glossary = """
        terms:
          - {term: C, meaning: A letter.}
          - {term: C++, meaning: More than a letter.}
    """
    page = pages_of(rulebook_of(tmp_path, {"glossary.yaml": glossary}), "en")["glossary.md"]
    ids = [node.attributes["id"] for node in body_of(page).css("dt")]
    assert ids == ["_term-c", "_term-c-f1deb7"]
