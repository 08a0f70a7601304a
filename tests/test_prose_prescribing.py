"""Whether a reason only says who prescribes its rule, and then the rule."""

import pytest

from spelregels.prose.prescribing import find_prescription

RULES = {
    "en": ("One blank line", "There is one blank line between two methods of a class."),
    "nl": ("Drie offertes", "Vraag boven 5.000 euro drie offertes aan bij drie leveranciers."),
}


@pytest.mark.parametrize(
    ("language", "source", "wish"),
    [
        ("en", "Frobnitz 8 recommends", "one blank line between methods."),
        ("en", "The Frobnitz style guide prescribes", "a blank line between the methods:"),
        ("en", "According to Frobnitz 8,", "methods should be parted by one blank line."),
        ("en", "By convention,", "there should be a blank line between two methods."),
        ("en", "The documentation states", "that methods must have a blank line between them."),
        ("en", "Some conventions prefer", "a blank line. This rule does not apply to stubs."),
        ("en", "It is good practice to", "keep a blank line between methods."),
        ("en", "Frobnitz 8 discourages", "two blank lines. Instead, use one if you must."),
        ("en", "The guideline prefers", "a blank line. No other guideline is as strict."),
        ("en", "By convention,", "each class, method, and function should have a blank line."),
        ("nl", "Het is gebruikelijk om", "drie offertes aan te vragen."),
        ("nl", "Ons inkoopbeleid vereist", "drie offertes van leveranciers."),
        ("nl", "Volgens het inkoopreglement", "moeten er drie offertes zijn."),
        ("nl", "De Frobnitz-richtlijn beveelt", "drie offertes aan. Deze regel geldt overal."),
    ],
)
def test_who_prescribes_the_rule_and_the_rule_is_told(
    language: str, source: str, wish: str
) -> None:
    found = find_prescription(f"{source} {wish}", RULES[language], language)
    assert found == (source.rstrip(",").lower(),)


@pytest.mark.parametrize(
    ("language", "rest", "source"),
    [
        ("en", "Two blank lines are", "not in line with good practice."),
        ("en", "There was one line. As a result, methods were not", "compliant with Frobnitz 8."),
        ("nl", "Eén offerte van een leverancier is niet", "in lijn met ons inkoopbeleid."),
    ],
)
def test_source_against_which_the_rule_is_held_is_told(
    language: str, rest: str, source: str
) -> None:
    found = find_prescription(f"{rest} {source}", RULES[language], language)
    assert found == (source.removeprefix("not ").rstrip(".").lower(),)


@pytest.mark.parametrize(
    ("language", "reason", "leaning"),
    [
        ("en", "PEP 8 recommends one blank line, so we have one.", "recommends"),
        ("en", "Having one blank line between methods is company policy.", "policy"),
        ("en", "The documentation has a blank line between methods.", "documentation"),
        ("nl", "Drie offertes aanvragen is verplicht gesteld in ons beleid.", "verplicht beleid"),
    ],
)
def test_source_counts_wherever_it_stands_if_the_rest_is_the_rule(
    language: str, reason: str, leaning: str
) -> None:
    found = find_prescription(reason, RULES[language], language)
    assert " ".join(found) == leaning


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        ("en", "Frobnitz 8 recommends one blank line, as methods run together otherwise."),
        ("en", "Frobnitz 8 recommends one blank line between methods; it keeps diffs small."),
        ("en", "Frobnitz 8 recommends one blank line, for consistency."),
        ("en", "Frobnitz 8 recommends one blank line. A reader finds a method at a glance."),
        ("en", "Frobnitz 8 recommends a semicolon behind every statement and tabs."),
        ("en", "According to Frobnitz 8, a blank line parts two methods of a class."),
        ("en", "The Frobnitz 8 requires a blank line between methods."),
        ("en", "The guideline prefers a blank line. Contracts differ from shop to shop."),
        ("en", "Frobnitz 8 prefers a blank line, and eyes rest on it."),
        ("en", "Visitors prefer a blank line between methods."),
        ("en", "This rule applies to each class."),
        ("nl", "Ons inkoopbeleid vereist drie offertes, anders betalen we de hoofdprijs."),
        ("nl", "Ons inkoopbeleid vereist drie offertes omdat prijzen ver uiteenlopen."),
        ("nl", "De wet verplicht ons stoelen te lenen en fietsen te poetsen."),
        ("en", "It is good practice to keep a blank line, because methods run together."),
        ("en", "One blank line is in line with the edge of a punched card."),
        ("nl", "Eén offerte is niet in lijn met ons beleid, want we betaalden te veel."),
        ("nl", "Deze regel geldt voor offertes."),
    ],
)
def test_reason_that_says_more_passes(language: str, reason: str) -> None:
    assert find_prescription(reason, RULES[language], language) == ()


def test_language_without_words_is_let_be() -> None:
    assert find_prescription("Frobnitz 8 recommends one blank line.", RULES["en"], "fr") == ()
