import pytest
from hypothesis import given
from hypothesis import strategies as st

from spelregels.prose.restating import (
    Restatement,
    find_repeated_direction,
    find_restatement,
)

LOCK = ("Lock your screen", "Lock your screen when you leave your desk. The door stays open.")
SLOT = ("Vergrendel je scherm", "Vergrendel je scherm als je van je bureau wegloopt.")
HAAL_OP = ("Je pakket", "Haal je je pakket hier op, dan houdt niemand het tegen.")


@pytest.mark.parametrize(
    ("rule", "reason", "language", "words"),
    [
        (LOCK, "So that your screen is locked.", "en", ("screen", "locked")),
        (
            LOCK,
            "The rule is that desks have locked screens.",
            "en",
            ("desks", "locked", "screens"),
        ),
        (
            LOCK,
            "Screens must be locked when leaving the desk.",
            "en",
            ("screens", "locked", "leaving", "desk"),
        ),
        (LOCK, "Open doors stay open.", "en", ("open", "doors", "stay")),
        (SLOT, "Zodat het scherm vergrendeld is.", "nl", ("scherm", "vergrendeld")),
        (
            SLOT,
            "Schermen worden vergrendeld bij het bureau.",
            "nl",
            ("schermen", "vergrendeld", "bureau"),
        ),
        (HAAL_OP, "Zodat je hier pakketten ophaalt.", "nl", ("pakketten", "ophaalt")),
        (HAAL_OP, "Pakketten kun je hier houden.", "nl", ("pakketten", "houden")),
    ],
)
def test_reason_whose_words_are_all_those_of_a_sentence_says_the_rule_again(
    rule: tuple[str, ...], reason: str, language: str, words: tuple[str, ...]
) -> None:
    assert find_restatement(reason, rule, language) == Restatement(True, words)


@pytest.mark.parametrize(
    ("rule", "reason", "language"),
    [
        (LOCK, "Twice in a year a patient read the file of another one.", "en"),
        (LOCK, "A locked screen keeps the patient at the desk from reading files.", "en"),
        (LOCK, "Cleaners.", "en"),
        (SLOT, "Tweemaal las een patiënt het dossier van een ander.", "nl"),
        (SLOT, "Op een vergrendeld scherm leest de schoonmaker geen dossier.", "nl"),
    ],
)
def test_reason_that_adds_something_is_none(
    rule: tuple[str, ...], reason: str, language: str
) -> None:
    assert find_restatement(reason, rule, language) is None


@pytest.mark.parametrize(
    ("rule", "reason", "language", "shared"),
    [
        (
            ("Rakes", "Rakes hang on the wall. Spades stand in the shed. Buckets go under the tap"
             " near the gate. Ladders lie behind the barn beside the hedge."),
            "Rakes, spades and buckets on the wall in the shed.",
            "en",
            ("rakes", "spades", "buckets", "wall", "shed"),
        ),
        (
            ("Lock your screen", "Lock your screen."),
            "We would really like a properly locked screen.",
            "en",
            ("locked", "screen"),
        ),
        (
            ("Vergrendel je scherm", "Vergrendel je scherm."),
            "We willen graag dat het scherm netjes vergrendeld is.",
            "nl",
            ("scherm", "vergrendeld"),
        ),
    ],
)  # fmt: skip
def test_reason_with_hardly_a_new_word_is_likely_the_rule_again(
    rule: tuple[str, ...], reason: str, language: str, shared: tuple[str, ...]
) -> None:
    assert find_restatement(reason, rule, language) == Restatement(False, shared)


def test_word_and_its_opposite_are_one_only_where_a_rule_is_turned_round() -> None:
    rule = ("Encrypt laptops", "All laptops are encrypted.")
    reason = "Then there would be unencrypted laptops."
    assert find_restatement(reason, rule, "en") is None
    assert find_restatement(reason, rule, "en", denied=True) == Restatement(
        True, ("unencrypted", "laptops")
    )


def test_reason_with_fewer_words_than_asked_is_let_be() -> None:
    assert find_restatement("Screens.", LOCK, "en", least=2) is None
    assert find_restatement("Screens.", LOCK, "en") == Restatement(True, ("screens",))


@pytest.mark.parametrize("reason", ["", "It is so.", "**"])
def test_reason_without_a_word_of_substance_is_for_another_check(reason: str) -> None:
    found = find_restatement(reason, LOCK, "en", least=1)
    assert found is None


def test_language_without_lists_is_let_be() -> None:
    assert find_restatement("Sperre den Bildschirm.", ("Sperre den Bildschirm.",), "de") is None
    assert find_repeated_direction("Der Preis sinkt.", "de") == ()


@pytest.mark.parametrize(
    ("language", "reason", "words"),
    [
        ("en", "The price goes down because it is cheaper.", ("price", "down", "cheaper")),
        ("en", "Lower costs.", ("lower", "costs")),
        ("en", "This improves the quality.", ("improves", "quality")),
        (
            "nl",
            "De prijs wordt lager, want het is goedkoper.",
            ("prijs", "wordt", "lager", "goedkoper"),
        ),
        ("nl", "De kwaliteit blijft gelijk.", ("kwaliteit", "blijft", "gelijk")),
        ("en", "One pair of hands makes it cheaper.", ()),
        ("en", "It saves 12 euros.", ()),
        ("en", "It is so.", ()),
        ("en", "", ()),
        ("nl", "Eén paar handen is goedkoper.", ()),
        ("nl", "De prijs daalt met 12 euro.", ()),
    ],
)
def test_reason_of_an_effect_that_only_says_which_way_it_goes_is_seen(
    language: str, reason: str, words: tuple[str, ...]
) -> None:
    assert find_repeated_direction(reason, language) == words


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(["en", "nl"]))
def test_no_text_is_too_odd_to_be_held_against_another(
    reason: str, rule: str, language: str
) -> None:
    find_restatement(reason, (rule, ""), language)
    find_repeated_direction(reason, language)


@given(st.lists(st.sampled_from(["freezer", "sausage", "counter", "knife"]), min_size=1))
def test_text_restates_itself_in_any_order(words: list[str]) -> None:
    found = find_restatement(" ".join(reversed(words)), (" ".join(words),), "en")
    assert found is not None
    assert found.is_plain
