"""What the checks of understanding say, and where, in both languages."""

import pytest

from conftest import Lines
from rulebooks import REQUEST, RULE
from spelregels.prose.reading import find_reading_score
from structure import without_languages

SETTINGS = "rulebook.yaml"
GLOSSARY = "glossary.yaml"


@pytest.fixture
def check(check: Lines) -> Lines:
    return without_languages(check)


HARD_ENGLISH = (
    "Customers requiring individual attention regarding specialised preparations communicate "
    "particular requirements beforehand, considering availability limitations of experienced "
    "personnel. "
)
HARD_DUTCH = (
    "Belangstellenden voor individuele begeleiding bij gespecialiseerde voorbereidingen "
    "communiceren hun bijzonderheden voorafgaandelijk, gezien beschikbaarheidsbeperkingen van "
    "deskundige personeelsleden. Dat geldt voor iedereen. "
)
EASY = "Do you want something special? Tell us a day ahead. Then we make sure that Jo is there. "


def in_language(language: str, text: str, more: str = "") -> dict[str, str]:
    settings = f"languages: [{language}]\n{more}"
    return {SETTINGS: settings, RULE: f"rule: {text.strip()}\n"}


@pytest.mark.parametrize(
    ("language", "text", "hardest"),
    [
        (
            "en",
            f"Wait until somebody comes. {HARD_ENGLISH}",
            "Customers requiring individual attention regarding specialised preparations "
            "communicate …",
        ),
        (
            "nl",
            HARD_DUTCH,
            "Belangstellenden voor individuele begeleiding bij gespecialiseerde voorbereidingen …",
        ),
    ],
)
def test_text_that_is_hard_to_read_is_told_with_its_hardest_sentence(
    check: Lines, language: str, text: str, hardest: str
) -> None:
    found = check(in_language(language, text))
    score = find_reading_score(text, language, 30)
    says = f"the reading score is {score}, and at least 30 is asked; hardest is '{hardest}'"
    assert score is not None
    assert found == [f"{RULE}:1:7 SR313 {says}"]


def test_score_is_held_against_the_promise(check: Lines) -> None:
    text = EASY + "Thank you all."
    score = find_reading_score(text, "en", 1_000)
    promise = "promises: {min_reading_score: SCORE}\n"
    assert check(in_language("en", text, promise.replace("SCORE", f"{score}"))) == []
    assert score is not None
    found = check(in_language("en", text, promise.replace("SCORE", f"{score + 1}")))
    says = f"the reading score is {score}, and at least {score + 1} is asked"
    hardest = "Do you want something special?"
    assert found == [f"{RULE}:1:7 SR313 {says}; hardest is '{hardest}'"]
    assert check(in_language("en", HARD_ENGLISH, promise.replace("SCORE", "0"))) == []


LONG_SENTENCE = "go on and " * 8 + "on and on"


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [(LONG_SENTENCE, 7, 27), ("go " * 26, 7, 26), (f"Wait. {LONG_SENTENCE}. Go.", 13, 27)],
)
def test_long_sentence_is_told_with_how_long_it_is(
    check: Lines, text: str, column: int, words: int
) -> None:
    (found,) = check(in_language("en", text))
    assert found.startswith(f"{RULE}:1:{column} SR314 a sentence of {words} words: 'go ")


@pytest.mark.parametrize(
    "text", ["go " * 25, "go on and on. " * 9, "go on; `a " + "b " * 30 + "c`"]
)
def test_sentence_that_is_not_long_passes(check: Lines, text: str) -> None:
    assert check(in_language("en", f'"{text.strip()}"')) == []


@pytest.mark.parametrize(
    ("language", "text", "column", "message"),
    [
        ("en", "Ring prior to your visit.", 12, "'prior to' is an office word; write before"),
        ("nl", "Bel alvorens je komt.", 11, "'alvorens' is an office word; write voordat"),
        ("en", "You Shall ring.", 11, "'shall' is an office word; write must, or will"),
        ("nl", "Je dient te bellen.", 10, "'dient te' is an office word; write moet"),
    ],
)
def test_office_word_is_told_where_it_stands_with_the_plain_one(
    check: Lines, language: str, text: str, column: int, message: str
) -> None:
    assert check(in_language(language, text)) == [f"{RULE}:1:{column} SR315 {message}"]


@pytest.mark.parametrize(
    ("language", "sentence", "words"),
    [
        ("en", "Your order is checked and is then prepared.", "checked, prepared"),
        ("nl", "Er wordt gebeld en dan wordt het brood gebracht.", "gebeld, gebracht"),
    ],
)
def test_piled_passives_are_told_with_their_sentence(
    check: Lines, language: str, sentence: str, words: str
) -> None:
    message = f"who does it? {words} are passive in '{sentence}'"
    assert check(in_language(language, f"Stop. {sentence}")) == [f"{RULE}:1:13 SR316 {message}"]


def test_term_is_told_once_where_it_stands_first(check: Lines) -> None:
    files = {
        RULE: "rule: Wait for the POS.\nwithout: The POS would crash.\n",
        REQUEST: "because: The POS counts.\nwould_change: A faster SKU.\n",
    }
    assert check(files) == [
        f"{REQUEST}:2:24 SR317 'SKU' is not in the glossary",
        f"{RULE}:1:20 SR317 'POS' is not in the glossary; it stands in 3 texts",
    ]


@pytest.mark.parametrize(
    "glossary",
    [
        "terms: [{term: POS, meaning: The till.}]\n",
        "terms: [{term: point of sale, meaning: The till., forms: {en: [POS]}}]\n",
        "terms: [{term: POS till, meaning: The till.}]\n",
    ],
)
def test_term_in_the_glossary_is_explained(check: Lines, glossary: str) -> None:
    assert check({GLOSSARY: glossary, RULE: "rule: Wait for the POS.\n"}) == []


def test_name_of_the_publisher_needs_no_explanation(check: Lines) -> None:
    files = {SETTINGS: "publisher: {name: ABC Butchers}\n", RULE: "rule: Wait for ABC.\n"}
    assert check(files) == []


@pytest.mark.parametrize("text", ["Come at 5 PM with a PDF.", "You MUST wait.", "Type `POS`."])
def test_text_without_terms_passes(check: Lines, text: str) -> None:
    assert check(in_language("en", text)) == []


BAD = "The POS is checked and is prepared prior to use."


@pytest.mark.parametrize(
    ("name", "fragment"),
    [
        (RULE, f"rationale: {BAD}\n"),
        (RULE, f"without: {BAD}\n"),
        (RULE, f"examples: [{{case: {BAD}, outcome: granted}}]\n"),
        (RULE, f"advice: {{by: bookkeeper, text: {BAD}}}\n"),
        (RULE, f"change: {{kind: clarified, why: {BAD}}}\n"),
        (REQUEST, f"because: {BAD}\n"),
        (REQUEST, f"would_change: {BAD}\n"),
        (GLOSSARY, f"terms: [{{term: a, meaning: {BAD}}}]\n"),
    ],
)
def test_every_text_that_customers_read_is_held_to_it(
    check: Lines, name: str, fragment: str
) -> None:
    found = [line.split(" ")[:2] for line in check({name: fragment})]
    words = {"SR316": BAD, "SR317": "POS", "SR315": "prior to"}
    places = {code: f"{name}:1:{fragment.index(said) + 1}" for code, said in words.items()}
    assert found == [[place, code] for code, place in places.items()]


@pytest.mark.parametrize(
    "fragment",
    [
        f"status: withdrawn\nwithdrawn: {{why: The shop works by appointment.}}\nrule: {BAD}\n",
        f"rule: Come prior to noon.\nallow: [{{code: SR315, until: 2026-12-31, why: {BAD}}}]\n",
        "title: The POS is checked and is prepared prior to use\n",
    ],
    ids=["withdrawn", "exemption", "title"],
)
def test_text_that_customers_do_not_read_is_let_be(check: Lines, fragment: str) -> None:
    assert check({RULE: fragment}) == []
