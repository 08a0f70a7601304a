from collections.abc import Sequence

import pytest

from spelregels.lexicon import Role, find_lexicon, tokenize
from spelregels.quantities import Quantity, find_quantities


def find(text: str, language: str) -> Sequence[Quantity]:
    lexicon = find_lexicon(language)
    return tuple(find_quantities(tokenize(text, lexicon), lexicon))


@pytest.mark.parametrize(
    ("language", "text", "key", "dimension", "bound"),
    [
        ("nl", "tot 1.000 euro", 1000, "euros", Role.UNTIL),
        ("nl", "2,5 procent", 2.5, "percent", None),
        ("en", "up to €1,000.50", 1000.5, "euros", Role.MOST),
        ("en", "at most 80%", 80, "percent", Role.MOST),
        ("nl", "vanaf 9.30 uur", 570, "time", Role.FROM),
        ("nl", "om 9:30 uur", 570, "time", None),
        ("en", "before 12 am", 0, "time", Role.MOST),
        ("en", "by 5.30 pm", 1050, "time", Role.MOST),
        ("en", "within a week", 10080, "time", Role.MOST),
        ("en", "within 24 hours", 1440, "time", Role.MOST),
        ("nl", "vijf werkdagen van tevoren", 5, "working days", Role.LEAST),
        ("nl", "anderhalf jaar", 18, "months", None),
        ("nl", "vijfentwintig laptops", 25, "laptops", None),
        ("nl", "tweeëntwintig laptops", 22, "laptops", None),
        ("en", "twenty-five laptops", 25, "laptops", None),
        ("nl", "voor 1 maart", 301, "date", Role.MOST),
        ("en", "from March 1, 2026", 20260301, "date", Role.FROM),
        ("en", "until 1 March 2026", 20260301, "date", Role.UNTIL),
        ("en", "on 2026-03-01", 20260301, "date", None),
        ("nl", "op 1-3-2026", 20260301, "date", None),
        ("en", "in May", 500, "date", None),
        ("en", "5 or more orders", 5, "orders", Role.LEAST),
        ("en", "open 24/7", "24/7", "", None),
        ("fr", "moins de 5 jours", 5, "jours", None),
    ],
)
def test_number_is_read_with_what_it_counts_and_how_it_binds(
    language: str, text: str, key: float | str, dimension: str, bound: Role | None
) -> None:
    (quantity,) = find(text, language)
    assert (quantity.key, quantity.dimension, quantity.bound) == (key, dimension, bound)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "you may wait a week"), ("nl", "een laptop per dag"), ("en", "wait your turn")],
)
def test_no_number_is_seen_where_none_is_meant(language: str, text: str) -> None:
    assert find(text, language) == ()


def test_numbers_come_in_the_order_of_reading() -> None:
    found = find("From 9:00 to 17:00, at most 2 slots a day.", "en")
    assert [each.shown for each in found] == ["9:00", "17:00", "2"]
