import pytest
from hypothesis import given
from hypothesis import strategies as st

from spelregels.prose.hollow import Hollowness, Kind, find_hollowness


def kind_of(text: str, language: str) -> str | None:
    found = find_hollowness(text, language)
    return found.kind.value if found else None


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "TBD", ("tbd",)),
        ("en", "**T.b.d.**", ("tbd",)),
        ("en", "n/a", ("n/a",)),
        ("en", "N.A.", ("na",)),
        ("en", "None.", ("none",)),
        ("en", "xxx", ("xxx",)),
        ("en", "To be determined.", ("to be determined",)),
        ("en", "No reason given.", ("no reason",)),
        ("en", "TODO: ask the shop manager", ("todo ask the",)),
        ("en", "tbc \u2013 call Jo about the freezer", ("tbc",)),
        ("en", "Lorem ipsum dolor sit amet, consectetur.", ("lorem",)),
        ("en", "And then\u2026", ()),
        ("en", "@jo can you write this one?", ("write",)),
        ("en", "FIXME(jo): add the reason", ("fixme", "reason")),
        ("en", "Describe in one sentence why the rule exists.", ("describe",)),
        ("en", "Explain here in your own words (max. 250 characters).", ("max",)),
        ("en", "Ask Dave", ()),
        ("en", "Ask the owner.", ("ask the",)),
        ("en", "To do: write this", ("write",)),
        ("en", "7", ("7",)),
        ("en", "lkjhgfdsa", ()),
        ("en", "jjjjjj", ()),
        ("nl", "Nader te bepalen", ("nader te bepalen",)),
        ("nl", "N.v.t.", ("nvt",)),
        ("nl", "Nog in te vullen.", ("nog in te vullen",)),
        ("nl", "Geen toelichting beschikbaar.", ("geen toelichting",)),
        ("nl", "Toelichting volgt", ("toelichting volgt",)),
        ("nl", "TODO: vraag het de chef", ("todo vraag het",)),
        ("nl", "Omdat\u2026", ()),
        ("nl", "@Jo, vul jij dit aan?", ()),
        ("nl", "Beschrijf in maximaal drie zinnen waarom deze regel nodig is.", ("beschrijf",)),
        ("nl", "Vraag Henk", ()),
        ("nl", "Hetzelfde", ("hetzelfde",)),
        ("nl", "3", ("3",)),
        ("nl", "azertyazerty", ()),
    ],
)
def test_placeholder_is_seen_by_its_words(
    language: str, text: str, words: tuple[str, ...]
) -> None:
    found = find_hollowness(text, language)
    assert found is not None
    assert found.kind is Kind.PLACEHOLDER
    assert found.words == words


@pytest.mark.parametrize("language", ["en", "nl", "de"])
@pytest.mark.parametrize("text", ["...", "**", "???", "\u2014", "🙂", "[](x)", "---"])
def test_signs_without_a_word_are_a_placeholder_in_any_language(text: str, language: str) -> None:
    assert find_hollowness(text, language) == Hollowness(Kind.PLACEHOLDER)


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("[insert amount]", "[insert amount]"),
        ("It saves [insert amount] a year.", "[insert amount]"),
        ("It saves [\u2026] a year.", "[\u2026]"),
        ("It saves {amount} a year.", "{amount}"),
        ("It saves <amount> a year.", "<amount>"),
        ("It saves \u20ac xx a year.", "\u20ac xx"),
        ("It saves xx% a year.", "xx%"),
        ("It saves ?? euros a year.", "?? euros"),
        ("It saves ___ a year.", "___"),
        ("It saves ... euros a year.", "... euros"),
        ("It saves [amount] a year.", "[amount]"),
        ("It saves 5 euros (ask Jo for the sum).", "(ask Jo for the sum)"),
        ("Het scheelt x euro per jaar.", "x euro"),
        ("Het scheelt 5 euro (nog navragen bij Jo).", "(nog navragen bij Jo)"),
        ("Het scheelt [hier invullen] per jaar.", "[hier invullen]"),
        ("Het scheelt [bedrag invullen] per jaar.", "[bedrag invullen]"),
        ("${reason}", "${reason}"),
        ("{{ reason }}", "{{ reason }}"),
        ("%REASON%", "%REASON%"),
        ("#REF!", "#REF!"),
        ("#N/B", "#N/B"),
    ],
)
@pytest.mark.parametrize("language", ["en", "nl", "de"])
def test_gap_in_a_text_is_quoted(language: str, text: str, gap: str) -> None:
    assert find_hollowness(text, language) == Hollowness(Kind.PLACEHOLDER, (gap,))


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "It is our policy.", ("policy",)),
        ("en", "POLICY!", ("policy",)),
        ("en", "This is required by law.", ("required by law",)),
        ("en", "ISO 27001 requires this.", ("iso", "requires")),
        ("en", "It is best practice, and everyone has to comply.", ("best practice", "comply")),
        ("en", "Because.", ()),
        ("en", "It must be so.", ()),
        ("en", "See [your account](https://shop.example/account) for each freezer.", ()),
        ("en", "Upstream requires it.", ("requires",)),
        ("en", "The bursar wants it that way.", ()),
        ("en", "NEN 7510-2, 9.4.2", ()),
        ("en", "Read the house rules of the gymnasium.", ("house rules",)),
        ("en", "Audit-finding 14 asks for it.", ("audit-finding", "asks for it")),
        ("en", "That is how it is.", ()),
        ("en", "This cannot be granted under the rules.", ("rules",)),
        ("en", "Unfortunately that is not possible.", ()),
        ("en", "The chair of the regatta wants it.", ()),
        ("en", "It is in the house rules too.", ("house rules",)),
        ("nl", "Dit is beleid.", ("beleid",)),
        ("nl", "De wet schrijft dit voor.", ("wet schrijft",)),
        ("nl", "De directie heeft dit besloten.", ("directie", "besloten")),
        ("nl", "Daarom.", ()),
        ("nl", "De rentmeester wil het zo.", ()),
        ("nl", "Dit staat in de Parkeerregeling.", ("staat in",)),
        ("nl", "Zie [hier hoe dat ging](https://winkel.example/2019) met de vriezer.", ("zie",)),
        ("nl", "Het hoort nu eenmaal zo.", ("hoort nu eenmaal",)),
        (
            "nl",
            "Dit kunnen we volgens de regels niet toestaan.",
            ("volgens", "regels", "toestaan"),
        ),
        ("nl", "Helaas kan dat niet.", ()),
        ("nl", "Het hoofd van het magazijn wil het zo.", ()),
        ("nl", "Omdat het zo in de polis staat.", ()),
    ],
)
def test_appeal_is_seen_by_its_words(language: str, text: str, words: tuple[str, ...]) -> None:
    found = find_hollowness(text, language)
    assert found is not None
    assert found.kind is Kind.APPEAL
    assert found.words == words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "This contributes to efficient and professional service."),
        ("en", "We improve the quality and reliability of our services."),
        ("en", "Transparency, integrity and trust."),
        ("nl", "Dit draagt bij aan efficiënte en professionele dienstverlening."),
        ("nl", "Wij verbeteren de kwaliteit en betrouwbaarheid van onze diensten."),
        ("nl", "Transparantie, integriteit en vertrouwen."),
    ],
)
def test_fog_is_seen_by_its_virtues(language: str, text: str) -> None:
    assert kind_of(text, language) == "vague"


@pytest.mark.parametrize(
    "text",
    [
        "It is our policy because nobody can serve two people at once.",
        "The law allows us one slaughter a week, so we freeze what is left.",
        "Best practice or not: two freezers thawed in one summer.",
        "None of the freezers survived the outage.",
        "TODO lists were lost twice, and a customer waited for nothing.",
        "Todo: ask Jo. He was there when the freezer broke.",
        "Test tubes break.",
        "Unknown callers asked for passwords.",
        "Quality drops by half when the mince lies a day longer.",
        "`@property` hides that a file is read each time.",
        "Use text, not images.",
        "Replace the value in the field, and old readers stop working.",
        "Describe a wound wrongly, and the nurse brings the wrong bandage.",
        "Property.",
        "Ask for spares.",
        "Ask first.",
        "7 of 10 freezers broke.",
        "We cannot deliver this before the freezer is repaired.",
        "The freezer cannot hold it.",
        "The chair of the regatta wants dry hands.",
        "Templates say `[insert amount]`, and a customer got that by post.",
        "Press [x] twice.",
        "A row of 3 x 4 hours is too long for anybody.",
        "Pay at the till (ask Jo for change), where nobody waits.",
        "Wait... euros are counted by hand, which takes time.",
        "The crate holds 3 < 4 > 2 sausages.",
        "DST.",
        "0.1 + 0.2 != 0.3",
        "You see at once what it costs.",
        "Everyone gets the same attention.",
        "The others were here before you.",
        "The insurer pays nothing if the alarm was off.",
        "By law the shop is fined for each day.",
        "Read [here](https://shop.example/2019) how the freezer broke.",
        "Meat spoils.",
        "Sausages...",
        "The law has said so since 1950: a boat turns over when somebody stands up.",
        "Everyone does it this way, so tools understand it.",
        "Style guide rule; it makes diffs easier to read.",
        "Auditors can then see who approved what.",
        "We would have to do it twice.",
    ],
)
def test_english_text_with_a_word_of_substance_passes(text: str) -> None:
    assert kind_of(text, "en") is None


@pytest.mark.parametrize(
    "text",
    [
        "Het is beleid, want niemand kan er twee tegelijk bedienen.",
        "De wet staat één slacht per week toe, dus vriezen we de rest in.",
        "Geen enkele vriezer overleefde de storing.",
        "Onbekend maakt onbemind.",
        "De kwaliteit halveert als het gehakt een dag langer ligt.",
        "Lees [hier](https://winkel.example/2019) hoe de vriezer kapotging.",
        "Vlees bederft.",
        "Iedereen krijgt dezelfde aandacht.",
        "De verzekeraar betaalt niets als het alarm uit stond.",
        "De gemeente verplicht dit om de straat schoon te houden.",
        "Op verzoek van de leden: zo kan ook de avondploeg meespelen.",
        "Zo weet de bode welke deur hij neemt.",
        "Houdt de code leesbaar.",
        "Vraag eerst.",
        "De vriezer kan dat niet aan.",
        "Het hoofd van het magazijn wil droge handen.",
    ],
)
def test_dutch_text_with_a_word_of_substance_passes(text: str) -> None:
    assert kind_of(text, "nl") is None


def test_language_without_lists_is_only_held_to_having_words() -> None:
    assert find_hollowness("Das ist policy.", "de") is None


@given(st.text(max_size=80), st.sampled_from(["en", "nl", "de"]))
def test_no_text_is_too_odd_to_be_judged(text: str, language: str) -> None:
    find_hollowness(text, language)


@given(st.lists(st.sampled_from(["policy", "the", "is", "freezer", "quality", "tbd"]), max_size=4))
def test_words_of_substance_that_weigh_enough_let_a_text_pass(words: list[str]) -> None:
    """Two that can be no names are enough in a short text, whatever stands around them."""
    text = " ".join(["sausages", "rotted", *words])
    assert kind_of(text, "en") in (None, "vague")
