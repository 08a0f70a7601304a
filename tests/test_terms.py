"""The glossary at work: a term is explained where it stands first, and nowhere else."""

from time import perf_counter

import pytest

from spelregels import rich
from spelregels.models import Glossary
from spelregels.render.inflections import find_forms
from spelregels.render.meanings import link_once
from spelregels.render.terms import Terms, compile_terms, to_anchor

Given = str | tuple[str, tuple[str, ...]]
"""A term, or a term with the forms that its author gives."""


def terms_of(*given: Given, language: str = "nl") -> Terms:
    entries = [
        {"term": name, "meaning": "Iets.", "forms": {language: list(forms)}}
        for name, forms in (each if isinstance(each, tuple) else (each, ()) for each in given)
    ]
    context = {"first_language": language}
    return compile_terms(
        Glossary.model_validate({"terms": entries}, context=context), language, language
    )


def found(text: str, *given: Given, language: str = "nl") -> list[str]:
    """Return the words that are terms in `text`."""
    mentions = terms_of(*given, language=language).find(text)
    return [text[mention.start : mention.end] for mention in mentions]


def linked(text: str, *given: Given, language: str = "nl") -> str:
    """Return `text` as HTML, with `[…]` around each link to a term."""
    html = rich.to_html(text, find=terms_of(*given, language=language).find)
    parts = str(html).split('<a class="sr-term" href="')
    return parts[0] + "".join(
        f"[{part.partition('>')[2].replace('</a>', ']', 1)}" for part in parts[1:]
    )


@pytest.mark.parametrize(
    ("term", "text", "words"),
    [
        ("account", "Een account, twee accounts.", ["account", "accounts"]),
        ("storing", "Storingen melden.", ["Storingen"]),
        ("plek", "Alle plekken zijn vol.", ["plekken"]),
        ("bon", "Bewaar de bonnen.", ["bonnen"]),
        ("taak", "De taken van de dag.", ["taken"]),
        ("digitaal", "Een digitale bon.", ["digitale"]),
        ("schijf", "Twee schijven.", ["schijven"]),
        ("doos", "Drie dozen.", ["dozen"]),
        ("prijs", "Vaste prijzen.", ["prijzen"]),
        ("foto", "Vier foto's, of vier foto\u2019s.", ["foto's", "foto\u2019s"]),
        ("pc", "Alle pc's.", ["pc's"]),
        ("API", "Twee API's en drie APIs.", ["API's", "APIs"]),
        ("categorie", "Drie categorieën.", ["categorieën"]),
        ("licentie", "Oude licenties.", ["licenties"]),
        ("collega", "Je collega's.", ["collega's"]),
        ("mogelijkheid", "Veel mogelijkheden.", ["mogelijkheden"]),
        ("gedeelde schijf", "De gedeelde\nschijven.", ["gedeelde\nschijven"]),
        ("back-up", "Onze back-ups.", ["back-ups"]),
        ("ijzer", "IJzer is zwaar.", ["IJzer"]),
        ("één", "Één is genoeg.", ["Één"]),
    ],
)
def test_dutch_forms_are_known(term: str, text: str, words: list[str]) -> None:
    assert found(text, term) == words


@pytest.mark.parametrize(
    ("term", "text", "words"),
    [
        ("ticket", "A ticket, two tickets.", ["ticket", "tickets"]),
        ("policy", "New policies.", ["policies"]),
        ("box", "Three boxes.", ["boxes"]),
        ("batch", "All batches.", ["batches"]),
        ("day", "Two days, no daies.", ["days"]),
        ("echo", "Echoes and echos.", ["Echoes", "echos"]),
        ("supplier", "The supplier's van, the suppliers' vans.", ["supplier's", "suppliers"]),
        ("budget holder", "Both budget holders.", ["budget holders"]),
    ],
)
def test_english_forms_are_known(term: str, text: str, words: list[str]) -> None:
    assert found(text, term, language="en") == words


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("app", "Appel, schaapapp, appje, App-winkel, de app-winkel en de in-app."),
        ("app", "Naar app.example.nl, www.app, https://x.example/app of app@example.org."),
        ("app", "Bestand mijn.app of app_1 of app2 of #app of de app+."),
        ("IT", "Doe it, It, iT of IT-afdeling, IT'er en (IT)er niet; ook BIT en ITIL."),
        ("ticket", "De Ticket is geen zin, en TICKET ook niet. Ook etickets niet."),
        ("C", "In C++ en C# staat geen letter."),
        ("gedeelde schijf", "De gedeelde, nieuwe schijf. Een gedeelde-schijf. Gedeelde. Schijf."),
        ("werkplek", "De thuiswerkplek en het werkplekbeheer, werk plek, werk-plek."),
        ("bon", "Hij zegt bont, bonnetje, bond en ge(bon)den."),
        ("app", "web**app** en *in*app"),
        ("app", "ap\u00adp, ap\u0301p, app\u0301"),
    ],
)
def test_what_looks_like_a_term_is_none(term: str, text: str) -> None:
    assert linked(text, term).count("[") == 0


@pytest.mark.parametrize("language", ["en", "de"])
def test_dutch_forms_are_dutch_only(language: str) -> None:
    assert found("Plekken en foto's.", "plek", ("foto", ()), language="de") == []
    assert found("Two storingen.", "storing", language=language) == []


def test_other_language_has_the_forms_that_its_author_gives() -> None:
    assert found("Ein Gerät, zwei Geräte.", ("Gerät", ("Geräte",)), language="de") == [
        "Gerät",
        "Geräte",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "App aan.",
        "Klaar. App aan.",
        "Klaar! “App” aan.",
        "Let op: App aan.",
        "(Klaar.) App aan.",
        "- App aan",
        "**App** aan.",
    ],
)
def test_capital_at_the_start_of_a_sentence_is_allowed(text: str) -> None:
    assert "[App]" in linked(text, "app")


@pytest.mark.parametrize("text", ["De App.", "Zie de App: klaar.", "Klaar.App aan.", "De APP."])
def test_capital_elsewhere_makes_it_another_word(text: str) -> None:
    assert linked(text, "app").count("[") == 0


@pytest.mark.parametrize(
    "text", ["(app)", "“app”", "'app'", "app/web", "wel\u2013app\u2013niet", "app…"]
)
def test_marks_around_a_word_are_no_part_of_it(text: str) -> None:
    assert found(text, "app") == ["app"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Een app en een app.", "<p>Een [app] en een app.</p>"),
        ("De `app` en de app.", "<p>De <code>app</code> en de [app].</p>"),
        (
            "De [app](https://x.example) en de app.",
            '<p>De <a href="https://x.example">app</a> en de [app].</p>',
        ),
        ("De **app** nu.", "<p>De <strong>[app]</strong> nu.</p>"),
        ("De ![app](a.png) nu.", '<p>De <img alt="app" src="a.png"> nu.</p>'),
        ("    app", "<pre><code>app\n</code></pre>"),
        ("- app\n- app", "<ul>\n<li>[app]</li>\n<li>app</li>\n</ul>"),
    ],
)
def test_first_word_that_is_neither_link_nor_code_becomes_a_link(text: str, shown: str) -> None:
    assert linked(text, "app") == shown


def test_head_of_a_table_is_a_heading() -> None:
    shown = linked("| app |\n|---|\n| app |", "app")
    assert "<th>app</th>" in shown
    assert "<td>[app]</td>" in shown


@pytest.mark.parametrize(
    ("terms", "text", "words"),
    [
        (("schijf", "gedeelde schijf"), "De gedeelde schijf.", ["gedeelde schijf"]),
        (("een twee", "twee drie vier"), "Een een twee drie vier.", ["twee drie vier"]),
        (("C", "C++"), "Van C naar C++.", ["C", "C++"]),
        (("plek", "plek vrij"), "Een plek. Een plek vrij", ["plek", "plek vrij"]),
    ],
)
def test_longest_term_goes_first(terms: tuple[str, ...], text: str, words: list[str]) -> None:
    assert found(text, *terms) == words
    assert found(text, *reversed(terms)) == words


def test_name_goes_before_a_form_and_a_given_form_before_a_regular_one() -> None:
    terms = terms_of("link", ("ketting", ("linken",)), "links")
    assert [mention.address for mention in terms.find("links linken linke")] == [
        "_term-links",
        "_term-ketting",
        "_term-link",
    ]


def test_of_two_equal_terms_the_first_is_linked_and_both_have_a_place() -> None:
    terms = terms_of("bon", "bon")
    assert [entry.anchor for entry in terms.entries] == ["_term-bon", "_term-bon_2"]
    assert [mention.address for mention in terms.find("Een bon.")] == ["_term-bon"]


@pytest.mark.parametrize(
    "term", ["<b>", ".*", "|", "[a](b)", "\\", "$", "(", "a|b", "(?i)x", "&lt;"]
)
def test_marks_in_a_term_mean_nothing_but_themselves(term: str) -> None:
    assert found(f"Zie {term} hier, en abc <i> x.", term) == [term]
    assert found("Gewone tekst zonder iets.", term) == []


def test_hostile_term_stays_a_text() -> None:
    html = rich.to_html("Zie <b> hier.", find=terms_of("<b>").find)
    anchor = to_anchor("<b>")
    assert html == f'<p>Zie <a class="sr-term" href="{anchor}">&lt;b&gt;</a> hier.</p>'


def test_author_cannot_make_the_link_of_a_term() -> None:
    text = '<a class="sr-term" href="x">a</a> [b](https://x.example "class=sr-term")'
    assert '<a class="sr-term"' not in rich.to_html(text)
    assert "class" not in rich.to_html("```sr-term\nx\n```")


def test_very_long_term_is_no_term() -> None:
    words = " ".join(["woord"] * 5000)
    terms = terms_of(words, "woord " * 16 + "einde")
    start = perf_counter()
    assert list(terms.find(words)) == []
    assert perf_counter() - start < 5
    assert to_anchor(words).startswith("_term-woord-woord")
    assert len(to_anchor(words)) < 60


@pytest.mark.parametrize("text", ["a/" * 10_000, "(" * 20_000, "A " * 10_000, "@a " * 6_000])
def test_hostile_text_takes_no_long_time(text: str) -> None:
    start = perf_counter()
    list(terms_of("a", "a a", "(", "((").find(text))
    assert perf_counter() - start < 5


def test_forms_of_a_word_are_few() -> None:
    assert list(find_forms("", "nl")) == []
    assert list(find_forms("C++", "nl")) == []
    assert list(find_forms("IT", "nl")) == ["IT's"]
    assert list(find_forms("plek", "fy")) == []
    assert list(find_forms("gedeelde schijf", "nl")) == [
        *("gedeelde schijfs", "gedeelde schijfe", "gedeelde schijfen"),
        *("gedeelde schijve", "gedeelde schijven"),
    ]


@pytest.mark.parametrize(
    ("name", "anchor"),
    [
        ("ticket", "_term-ticket"),
        ("Gedeelde schijf", "_term-gedeelde-schijf"),
        ("back-up", "_term-back-up"),
        ("Één", "_term-een"),
        ("C", "_term-c"),
        ("C++", "_term-c-f1deb7"),
        ("日本", "_term-cf2abf"),
    ],
)
def test_place_of_a_term_depends_on_its_name_only(name: str, anchor: str) -> None:
    assert to_anchor(name) == anchor


def test_page_links_a_term_once() -> None:
    find = terms_of("app", "bon").find
    html = "<h2>Een</h2>".join(rich.to_html(text, find=find) for text in ("App.", "Bon, app."))
    assert link_once(html) == (
        '<p><a class="sr-term" href="_term-app">App</a>.</p><h2>Een</h2>'
        '<p><a class="sr-term" href="_term-bon">Bon</a>, app.</p>'
    )


def test_thousand_rules_with_two_hundred_terms_stay_fast() -> None:
    words = [f"{first}{second}" for first in "bdfghklmnp" for second in ("ank", "orst") * 10]
    terms = terms_of(*(f"{word}{index}x" for index, word in enumerate(words)), *words[:20])
    text = "Een gewone zin met een borst en een bank, die niemand leest. " * 3
    start = perf_counter()
    for _ in range(1000):
        list(terms.find(text))
    assert perf_counter() - start < 5
