import pytest
from hypothesis import given
from hypothesis import strategies as st

from spelregels.prose.hollow import find_hollowness
from spelregels.prose.reading import find_long_sentences, find_reading_score
from spelregels.prose.restating import find_restatement
from spelregels.prose.style import find_office_words, find_piled_passives, find_terms
from spelregels.prose.text import (
    find_words,
    join_letters,
    read_prose,
    strip_marks,
    without_stress,
)


def sentences_of(markdown: str) -> list[str]:
    return [sentence.text for sentence in read_prose(markdown).sentences]


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("**Wait** here, _please_.", "wait here please"),
        ("***Wait*** __here__.", "wait here"),
        ("See [the page](https://shop.example/a.b) now.", "see the page now"),
        ('See [the page](rules/no-dogs/ "A title") now.', "see the page now"),
        ("See [the page][it] now.", "see the page now"),
        ("![A dog](dog.png) may wait.", "a dog may wait"),
        ("Go to https://shop.example/rules now.", "go to now"),
        ("Go to <https://shop.example/rules> now.", "go to now"),
        ("Type `pip install x` here.", "type pip install x here"),
        ("Type ``a ` b`` here.", "type a b here"),
        ("Before.\n\n```\nno words\n```\n\nAfter.", "before after"),
        ("Before.\n\n~~~ python\nno words\n~~~\n\nAfter.", "before after"),
        ("Before.\n\n```\nnever closed", "before"),
        ("<b>Wait</b> <!-- not this --> here<br/>now", "wait here now"),
        ("Less &lt; more &amp; more", "less more more"),
        ("- one\n- two\n  * three\n1. four\n2) five", "one two three four five"),
        ("- [ ] one\n- [x] two", "one two"),
        ("> Wait here.", "wait here"),
        ("| a | b |\n|---|:-:|\n| c | d |", "a b c d"),
        ("one\n\n---\n\ntwo", "one two"),
        ("Keep snake_case and 2*3*4 whole.", "keep snake_case and 2 3 4 whole"),
        ("You\u2019re the shop's guest.", "you're the shop's guest"),
        ("Half-open, and/or 9.30 uur.", "half-open and/or 9.30 uur"),
        ("Vóór één uur, n.v.t.", "voor één uur nvt"),
        ("Zo\u0301 is het; café, niét.", "zo is het cafe niet"),
        ("\ufb01ne", "fine"),
        ("STRASSE, Straße", "strasse strasse"),
        ("3 < 4 > 2, List<int>", "3 4 2 list"),
    ],
)
def test_words_are_those_that_people_read(markdown: str, words: str) -> None:
    assert " ".join(read_prose(markdown).words) == words


@pytest.mark.parametrize(
    "markdown", ["", " \n\t", "***", "---", "!?", "...", "[](x)", "🙂", "\xa0"]
)
def test_text_without_words_has_no_words_and_no_sentences(markdown: str) -> None:
    prose = read_prose(markdown)
    assert (prose.words, prose.sentences) == ((), ())


@pytest.mark.parametrize(
    ("markdown", "sentences"),
    [
        ("Wait. It is your turn.", ["Wait.", "It is your turn."]),
        ('Is it? Yes! "Good." (Fine.) Go', ["Is it?", "Yes!", '"Good."', "(Fine.)", "Go"]),
        ("Really?! Yes...  No", ["Really?!", "Yes...", "No"]),
        ("Call Mr. Bos, or Dr. Vis. Then wait.", ["Call Mr. Bos, or Dr. Vis.", "Then wait."]),
        ("Pay e.g. in cash. Then go.", ["Pay e.g. in cash.", "Then go."]),
        ("Dat is ca. 5 euro, excl. btw. Klaar.", ["Dat is ca. 5 euro, excl. btw.", "Klaar."]),
        ("Bel bijv. nr. 12 m.b.t. brood. Klaar.", ["Bel bijv. nr. 12 m.b.t. brood.", "Klaar."]),
        ("It takes 3.5 hours. Wait.", ["It takes 3.5 hours.", "Wait."]),
        ("See shop.example for more.", ["See shop.example for more."]),
        ("one line\nand the next", ["one line and the next"]),
        ("a paragraph\n\nand the next", ["a paragraph", "and the next"]),
        ("Bring:\n- a bag\n- a ticket", ["Bring:", "a bag", "a ticket"]),
        ("1. Ring. Wait.\n2. Enter.", ["Ring.", "Wait.", "Enter."]),
        ("Call **Jo.** Then wait.", ["Call Jo.", "Then wait."]),
    ],
)
def test_sentence_ends_where_people_stop(markdown: str, sentences: list[str]) -> None:
    assert sentences_of(markdown) == sentences


def test_cell_of_a_table_is_a_sentence_of_its_own() -> None:
    table = "| Day | Open |\n|-----|------|\n| Monday | never |\n"
    words = [sentence.small for sentence in read_prose(table).sentences]
    assert words == [("day",), ("open",), ("monday",), ("never",)]


def test_sentence_knows_its_words_as_typed_and_in_small_letters() -> None:
    (sentence,) = read_prose("Jo's **VoIP** line").sentences
    assert sentence == ("Jo's VoIP line", ("Jo's", "VoIP", "line"), ("jo's", "voip", "line"))


def test_words_are_those_of_the_sentences_in_order() -> None:
    prose = read_prose("Wait here.\n\n- Your _turn_.\n- Go!")
    assert prose.words == ("wait", "here", "your", "turn", "go")
    assert prose.vocabulary == {"wait", "here", "your", "turn", "go"}


def test_something_else_can_stand_for_a_piece_of_code() -> None:
    assert strip_marks("Type `pip install x`, then `y`.", code="code") == "Type code, then code."


def test_letters_with_full_stops_are_one_word() -> None:
    assert find_words("N.v.t. or n.a., 9.30 and a.b") == ["Nvt", "or", "na", "9.30", "and", "ab"]
    assert [join_letters("e.g"), join_letters("shop.example")] == ["eg", "shop.example"]


def test_only_the_accents_of_stress_are_taken_away() -> None:
    assert without_stress("vóór één café, Zürich, façade, ñ") == "voor een cafe, Zürich, façade, ñ"


@given(st.text(max_size=200))
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    prose = read_prose(text)
    assert all(sentence.words and sentence.small for sentence in prose.sentences)
    assert all(word == word.casefold() and word.strip() for word in prose.words)


HOSTILE = [
    *"[*`<_|\n(&. -{\t!A'\u2026?:#>~\x1f",
    *("_a", "](", "- ", "<!--", "```\n", "~~~\n", "a ", "[a", "[a](", "....", "<a ", "1.", "x* "),
    *("[insert ", "{ date ", "- a\n", "a.b.", "* ", "![", "https://", "`a``", "<a b", "a-", "| "),
    *(
        "is done ",
        "API ",
        "-|",
        "a\n:\n",
        "xx ",
        "[\u2026",
        "_*",
        "**a",
        "n.v.t. ",
        "\n \n",
        "&lt;",
    ),
    *("todo ", "(...", "A.", "[](", "[] [", "``` `", "a/b/", "?! ", "a'", "<b>", "TODO-"),
]
"""What was seen to slow such a program down, each repeated."""


@pytest.mark.parametrize(("begin", "end"), [("", ""), ("", "x"), ("", "\nx"), ("a", "")])
@pytest.mark.parametrize("pattern", HOSTILE)
def test_hostile_markdown_is_read_to_its_end(pattern: str, begin: str, end: str) -> None:
    """Were the time to grow with the square of the text, the tests would never be done."""
    text = begin + pattern * (20_000 // len(pattern)) + end
    for language in ("en", "nl"):
        _analyse(text, language)


def _analyse(text: str, language: str) -> None:
    find_hollowness(text, language)
    find_restatement(text, (text,), language)
    find_reading_score(text, language)
    for find in (find_office_words, find_piled_passives, find_terms):
        list(find(text, language))
    list(find_long_sentences(text))
