"""What is told where the languages of a text do not say the same."""

import pytest

from conftest import Lines
from rulebooks import RULE
from structure import in_two_languages


@pytest.mark.parametrize(
    ("dutch", "english", "told"),
    [
        ("Dat kost 110 euro.", "That costs 95 euros.", "3:19 '95 euros' '110 euro'"),
        ("U wacht drie dagen.", "You wait for 4 days.", "3:21 '4 days' 'drie dagen'"),
        ("Er mogen 15 mensen in.", "It holds 12 people.", "3:17 '12' '15'"),
        ("Kom om 18.30 uur.", "Come at 6 pm, not later.", "3:16 '6 pm' '18.30 uur'"),
    ],
    ids=["price", "in a word", "people", "time"],
)
def test_figure_that_is_another_one_in_another_language_is_told(
    check: Lines, dutch: str, english: str, told: str
) -> None:
    place, figure, other = told.split(" '")
    expected = f"{RULE}:{place} SR327 this is '{figure} here, and '{other} in the language 'nl'"
    assert expected in check(in_two_languages(nl=f'"{dutch}"', en=f'"{english}"'))


def test_figure_is_told_with_one_other(check: Lines) -> None:
    files = in_two_languages(nl="Dat kost 110 of 120 euro.", en="That is 95 or 105 euros.")
    told = [line for line in check(files) if "SR327" in line]
    assert [line.partition(" this is ")[2] for line in told] == [
        "'95' here, and '110' in the language 'nl'",
        "'105 euros' here, and '120 euro' in the language 'nl'",
    ]


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("Dat kost 1.500 euro.", "That costs 1,500 euros."),
        ("Dat is 12,5 procent.", "That is 12.5 per cent."),
        ("Wacht 7 dagen.", "Wait for a week."),
        ("Kom om 18.30 uur.", "Come at 6.30 pm."),
        ("Open tussen 7.30 en 9.00 uur.", "Open between 7.30 and 9 am."),
        ("Vanaf 1 maart 2027.", "From March 1, 2027."),
        ("Twee loketten, nummer 3 en 4.", "Two counters."),
        ("Bel 112.", "Call them."),
        ("Kies lijn 3.", "That takes 5 minutes."),
    ],
)
def test_same_figure_in_another_guise_is_left_alone(
    check: Lines, dutch: str, english: str
) -> None:
    told = check(in_two_languages(nl=f'"{dutch}"', en=f'"{english}"'))
    assert [line for line in told if "SR327" in line] == []
