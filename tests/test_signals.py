import pytest
from hypothesis import given
from hypothesis import strategies as st

from spelregels.signals import Direction, find_other_words, find_signals

PAIRS = """\
en | tightened | Order at least 2 days ahead. | Order at least 3 days ahead.
en | tightened | We answer within 5 days. | We answer within 3 days.
nl | relaxed | Bestel zelf tot 150 euro. | Bestel zelf tot 200 euro.
en | tightened | You may return the laptop. | You must return the laptop.
nl | relaxed | U mag niet bellen. | U mag bellen.
en | clarified | Ordr a laptop in the catalogue. | Order a laptop in the catalogue.
en | clarified | Order a laptop in the catalogue. | Order a notebook in the catalogue.
en | clarified | On Friday you must order before 9:00. | You must order before 9:00 on Friday.
nl | clarified | Bestel tot 1.000 euro. | Bestel tot 1000 euro.
nl | tightened | We zijn open vanaf 9.00 uur. | We zijn open vanaf 10.00 uur.
nl | tightened? | De les begint om 9.00 uur. | De les begint om 10.00 uur.
nl | clarified | De les begint om 9.00 uur. | De les begint om 9:00 uur.
en | clarified | Stop by 5 pm. | Stop by 17:00.
en | tightened | Use at most 80% of the disk. | Use at most 70% of the disk.
en | relaxed | Order before 1 March. | Order before 1 April.
nl | tightened | Bestel vóór 1 mei. | Bestel vóór 1 april.
en | clarified | Order before 1 March 2026. | Order before March 1, 2026.
en | relaxed | Order before 2026-03-01. | Order before 2026-04-01.
nl | tightened | Bestel minstens twee laptops. | Bestel minstens drie laptops.
nl | clarified | Bestel minstens 2 laptops. | Bestel minstens twee laptops.
nl | clarified | Bestel minstens 2 laptops. | Bestel minimaal 2 laptops.
en | clarified | Give 2 weeks of notice. | Give 14 days of notice.
en | tightened? | Take 2 laptops and 3 mice. | Take 3 laptops and 2 mice.
en | tightened? | Within 5 days, for at most 100 euros. | Within 3 days, for at most 200 euros.
en | relaxed | You must sign for it. | You should sign for it.
en | relaxed | You must sign for it. | You need not sign for it.
en | relaxed | You have to sign for it. | You don't have to sign for it.
nl | relaxed | U moet tekenen. | U hoeft niet te tekenen.
nl | relaxed | Een handtekening is verplicht. | Een handtekening is niet verplicht.
nl | relaxed | U hoeft alleen te bellen. | U hoeft niet te bellen.
nl | tightened | U mag uw hond meenemen. | U mag uw hond niet meenemen.
nl | tightened | Dat mag. | Dat is verboden.
en | tightened | We deliver on Saturday. | We do not deliver on Saturday.
en | tightened | Managers may order. | Only managers may order.
nl | relaxed | Alleen chefs mogen bestellen. | Chefs mogen bestellen.
nl | tightened | We nemen op. | We nemen altijd op.
en | relaxed | You may call. | You may always call.
en | relaxed | We answer within a day. | We usually answer within a day.
en | tightened | You may bring a dog. | You may bring a dog if it is on a lead.
en | relaxed | You must sign. | You must sign unless you are ill.
nl | relaxed | U moet wachten. | U moet wachten, tenzij u ziek bent.
nl | tightened | U mag bestellen. | U mag bestellen, mits er budget is.
nl | tightened? | We zijn open op vrijdag. | We zijn open op maandag.
en | tightened? | We take 5 orders. | We take 5 orders on 2 days.
en | tightened | Deliver the form. | Deliver the form within 2 days.
en | relaxed | You must ask for orders over 500 euros. | You must ask for orders over 1,000 euros.
en | relaxed | No deliveries after 18:00. | No deliveries after 19:00.
nl | relaxed | We leveren niet na 18.00 uur. | We leveren niet na 19.00 uur.
nl | tightened | Onder de 50 euro leveren we niet. | Onder de 100 euro leveren we niet.
en | tightened | You must wait until 9:00. | You must wait until 10:00.
nl | relaxed | We zijn open tot 17.00 uur. | We zijn open tot 18.00 uur.
nl | tightened | We zijn gesloten tot 9.00 uur. | We zijn gesloten tot 10.00 uur.
en | tightened | A pass costs 5 euros. | A pass costs 6 euros.
en | tightened? | You must wait. | You shall wait.
nl | tightened? | Je moet wachten. | Je dient te wachten.
nl | clarified | Wie wacht, moet staan. | Wie wachten, moeten staan.
nl | clarified | U moet tekenen. | Een handtekening is verplicht.
nl | tightened? | Bestel minstens 5 stuks. | Bestel hoogstens 5 stuks.
nl | tightened | Bestel 5 stuks. | Bestel minstens 5 stuks.
nl | relaxed | Meld het binnen 5 werkdagen. | Meld het binnen 6 werkdagen.
nl | tightened? | Meld het binnen 5 dagen. | Meld het binnen 5 werkdagen.
en | clarified | See [the form](https://a.example/1). | See [the form](https://a.example/2).
nl | clarified | Meld het binnen 24 uur. | Meld het binnen 1 dag.
nl | tightened | Vraag het een week vooraf. | Vraag het twee weken vooraf.
en | clarified | Nobody may borrow an account. | You may not borrow an account.
en | tightened | In May you may order. | In May you must order.
nl | tightened? | U mag bestellen. | U mag bestellen, behalve op vrijdag.
en | tightened? | No price changes. | No price changes, except that of licences.
nl | relaxed? | U moet bellen. | U moet bellen, behalve op vrijdag.
en | relaxed? | Report it within 5 days. | Report it within 5 weeks and 2 days.
nl | relaxed | Je mag hoogstens 20 megabyte mailen. | Je mag hoogstens 25 megabyte mailen.
nl | tightened | Een e-mail mag tot 20 megabyte zijn. | Een e-mail mag tot 10 megabyte zijn.
nl | relaxed | We halen een bestand tot 30 dagen terug. | We halen een bestand tot 60 dagen terug.
nl | tightened | Je hoort het binnen 15 minuten. | Je hoort het binnen tien minuten.
nl | tightened | Je hoort het dertig dagen vooraf. | Je hoort het veertig dagen vooraf.
nl | clarified | Een tweede handtekening is nooit nodig. | Een tweede handtekening is niet nodig.
nl | tightened | Een handtekening is niet nodig. | Een handtekening is nodig.
nl | tightened | Je hoeft niemand iets te vragen. | Je moet iemand iets vragen.
en | relaxed | Every order needs a signature. | No order needs a signature.
nl | clarified | Je moet een ticket maken. | Jullie moeten een ticket maken.
nl | clarified | Het mag niet later dan 17.00 uur. | Het mag uiterlijk 17.00 uur.
en | clarified | Do it no later than 5 pm. | Do it at the latest 17:00.
en | clarified | Take no more than two. | Take at most 2.
nl | tightened | Je eigen tablet mag mee. | Je eigen tablet mag alleen met een werkdeel mee.
nl | relaxed | We nemen de telefoon altijd op. | We nemen de telefoon meestal op.
en | relaxed | You must sign every page. | You must sign the page.
en | tightened? | An order is ready after five days. | An order is ready after six days.
en | relaxed | You must order and may pay. | You may order, and pay.
en | tightened? | You may enter without a pass. | You may enter.
nl | tightened? | We bellen op 1 maart. | We bellen op 2 maart.
nl | tightened? | De les is elke donderdag. | De les is elke dinsdag.
en | clarified | Ask the desk, please. | Please ask the desk.
en | clarified | Customers go before staff. | Staff go before customers.
en | clarified | Wait *here*. | Wait **here**!
en | clarified | This is not only for staff. | This is for staff too.
en | tightened? | The fee is 5 euros. | The fee is 5 percent.
en | tightened? | The fee is 5 euros. | The fee is due.
fr | tightened? | Attendez 5 minutes. | Attendez 6 minutes.
fr | clarified | Il faut attendre. | Il faut patienter.
"""
"""Language, kind, and the two versions; `?` where it cannot be seen which way the duty moved."""


def kind_of(old: str, new: str, language: str) -> str:
    """Return the kind that a rule with nothing but this change has, as `diff` words it."""
    directions = {signal.direction for signal in find_signals(old, new, language)}
    if not directions:
        return "clarified"
    if directions == {Direction.TIGHTER}:
        return "tightened"
    if directions == {Direction.LOOSER}:
        return "relaxed"
    return "relaxed?" if directions == {Direction.LOOSER, Direction.UNKNOWN} else "tightened?"


def rows() -> list[list[str]]:
    return [[part.strip() for part in line.split(" | ")] for line in PAIRS.splitlines()]


@pytest.mark.parametrize(("language", "kind", "old", "new"), rows())
def test_kind_is_what_a_reader_would_say(language: str, kind: str, old: str, new: str) -> None:
    assert kind_of(old, new, language) == kind


@pytest.mark.parametrize(("language", "kind", "old", "new"), rows())
def test_what_is_certain_is_the_opposite_the_other_way_round(
    language: str, kind: str, old: str, new: str
) -> None:
    opposite = {"tightened": "relaxed", "relaxed": "tightened", "clarified": "clarified"}
    if kind in opposite:
        assert kind_of(new, old, language) == opposite[kind]
    else:
        assert kind_of(new, old, language).endswith("?")


def test_reasons_tell_what_moved() -> None:
    old = "You may order at most 5 laptops before 9:00."
    new = "You must order at most 6 laptops after 9:00, except on Friday."
    signals = find_signals(old, new, "en")
    assert [(each.direction, each.reason.within("en")) for each in signals] == [
        (Direction.LOOSER, "the number 5 became 6"),
        (Direction.UNKNOWN, "the number at most 9:00 became more than 9:00"),
        (Direction.TIGHTER, "'must' was added"),
        (Direction.LOOSER, "'except' was added"),
        (Direction.UNKNOWN, "'friday' was added"),
        (Direction.TIGHTER, "'may' was removed"),
    ]


def test_reasons_are_told_in_dutch_but_for_the_words_of_the_rule() -> None:
    old = "You may order at most 5 laptops before 9:00."
    new = "You must order 6 laptops after 9:00, except on Friday."
    assert [each.reason.within("nl") for each in find_signals(old, new, "en")] == [
        "het getal ten hoogste 5 werd 6",
        "het getal ten hoogste 9:00 werd meer dan 9:00",
        "'must' kwam erbij",
        "'except' kwam erbij",
        "'friday' kwam erbij",
        "'may' verdween",
    ]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Order a laptop.", "Order a notebook.", ("laptop", "notebook")),
        ("Ordr a laptop.", "Order the laptop.", ("order", "ordr")),
        ("Wait here.", "Wait over\nhere!", ("over",)),
        ("You must wait.", "You shall wait.", ("must", "shall")),
        ("You must wait.", "You may wait.", ()),
        ("Customers go before staff.", "Staff go before customers.", ("customers", "staff")),
        ("Pay 5 euros in the shop.", "Pay 6 euros in the shop.", ()),
        ("A dog for the shop", "The dog of a shop", ()),
    ],
)
def test_words_that_came_went_or_moved_are_named(
    old: str, new: str, words: tuple[str, ...]
) -> None:
    assert find_other_words(old, new, "en") == words


@given(st.sampled_from(rows()), st.sampled_from([" ", "\n", "  \n ", "\t"]))
def test_text_that_did_not_change_gives_no_signal(row: list[str], space: str) -> None:
    language, _, old, _ = row
    again = space.join(old.split(" "))
    assert list(find_signals(old, again, language)) == []
    assert find_other_words(old, again, language) == ()


@given(st.text(), st.text(), st.sampled_from(["nl", "en", "fr"]))
def test_no_text_is_too_odd_to_be_compared(old: str, new: str, language: str) -> None:
    assert {signal.direction for signal in find_signals(old, new, language)} <= set(Direction)
    assert list(find_signals(old, old, language)) == []
    assert find_other_words(new, new, language) == ()
