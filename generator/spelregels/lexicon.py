"""The words by which a duty is seen to change, in Dutch and English.

The lists are our own and short on purpose: a word is here only where its coming or going changes
what somebody must, may or may not do. A language that is not here is compared by its numbers and
its words alone.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple


class Role(Enum):
    """What a word does in a duty; two words of one role can stand in for each other."""

    MUST = "must"
    NEED = "need"
    SHOULD = "should"
    MAY = "may"
    NOT = "not"
    FORBID = "may not"
    FREE = "need not"
    ONLY = "only"
    PROVISO = "provided"
    ALWAYS = "always"
    ALL = "all"
    AT_ONCE = "at once"
    HEDGE = "usually"
    WITHOUT = "without"
    CONDITION = "if"
    EXCEPTION = "except"
    DAY = "day of the week"
    LEAST = "at least"
    MOST = "at most"
    FROM = "from"
    UNTIL = "until"
    MORE = "more than"
    LESS = "less than"
    COST = "costs"
    FILLING = "filling"
    BREAK = "end of a clause"


class Token(NamedTuple):
    """A word, a number, a sign, or a phrase that counts as one word."""

    text: str
    role: Role | None = None


@dataclass(frozen=True)
class Lexicon:
    """The words of one language; `after` are those that bind a number before them.

    A unit is a dimension and how many of its smallest part it is: a week is 10080 minutes.
    """

    roles: Mapping[str, Role] = field(default_factory=dict)
    after: Mapping[str, Role] = field(default_factory=dict)
    numbers: Mapping[str, float] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, tuple[str, float]] = field(default_factory=dict)
    ones: frozenset[str] = frozenset()
    decimal_mark: str = "."


def _by_word(words: Mapping[Role, str]) -> Mapping[str, Role]:
    return {word.replace("_", " "): role for role in words for word in words[role].split()}


def _units(words: Mapping[tuple[str, float], str]) -> Mapping[str, tuple[str, float]]:
    return {word.replace("_", " "): unit for unit in words for word in words[unit].split()}


def _counted(words: str, start: int = 1, step: int = 1) -> dict[str, int]:
    return {word: start + step * index for index, word in enumerate(words.split())}


_DUTCH_NUMBERS = _counted("één twee drie vier vijf zes zeven acht negen tien elf twaalf")
_DUTCH_TENS = _counted(
    "twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd", 20, 10
)
DUTCH = Lexicon(
    roles=_by_word(
        {
            Role.MUST: "moet moeten moest moesten dient dienen",
            Role.NEED: "hoef hoeft hoeven verplicht verplichte verplichting vereist nodig "
            "noodzakelijk",
            Role.SHOULD: "zou_moeten zouden_moeten behoort behoren",
            Role.MAY: "mag mogen mocht kan kunt kun kunnen vrij toegestaan eventueel vrijwillig "
            "desgewenst",
            Role.NOT: "niet geen nooit nergens niemand niets noch evenmin niet_meer niet_langer",
            Role.FORBID: "verboden gesloten",
            Role.ONLY: "alleen enkel uitsluitend slechts",
            Role.PROVISO: "mits zolang op_voorwaarde_dat",
            Role.ALWAYS: "altijd steeds telkens",
            Role.ALL: "elk elke ieder iedere alle alles iedereen allen",
            Role.AT_ONCE: "eerst vooraf direct meteen onmiddellijk",
            Role.HEDGE: "meestal doorgaans gewoonlijk normaal in_principe bij_voorkeur liefst "
            "waar_mogelijk zo_mogelijk",
            Role.WITHOUT: "zonder",
            Role.CONDITION: "indien",
            Role.EXCEPTION: "tenzij behalve uitgezonderd",
            Role.DAY: "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
            Role.LEAST: "minstens minimaal ten_minste tenminste niet_minder_dan niet_eerder_dan "
            "op_zijn_vroegst",
            Role.MOST: "hoogstens hooguit maximaal ten_hoogste uiterlijk binnen vóór "
            "niet_meer_dan niet_later_dan niet_langer_dan op_zijn_laatst",
            Role.FROM: "vanaf",
            Role.UNTIL: "tot tot_en_met t/m",
            Role.MORE: "meer_dan langer_dan later_dan ouder_dan groter_dan boven na",
            Role.LESS: "minder_dan korter_dan eerder_dan jonger_dan kleiner_dan onder",
            Role.COST: "kost kosten betaal betaalt betalen",
            Role.FILLING: "de het een en of van in op te voor met aan bij door naar uit over om "
            "dan dat die dit deze er hij zij ze je jij jouw u uw we wij ons onze ik mij zich zijn "
            "haar hun hen is was wordt worden werd werden heeft hebben had ook maar want dus nog "
            "al wel zo daar hier wat wie waar hoe zelf zal zullen zou zouden ten niet_alleen",
        }
    ),
    after=_by_word(
        {
            Role.LEAST: "vooraf tevoren van_tevoren of_meer of_langer of_ouder",
            Role.MOST: "of_minder of_korter of_jonger",
        }
    ),
    numbers={
        **_DUTCH_NUMBERS,
        **_counted("dertien veertien vijftien zestien zeventien achttien negentien", 13),
        **_DUTCH_TENS,
        **{
            f"{one}{'ën' if one.endswith('e') else 'en'}{ten}": number + tens
            for one, number in [("een", 1), *list(_DUTCH_NUMBERS.items())[1:9]]
            for ten, tens in _DUTCH_TENS.items()
        },
        **dict.fromkeys(("half", "halve"), 0.5),
        **dict.fromkeys(("anderhalf", "anderhalve"), 1.5),
        "duizend": 1000,
    },
    months=_counted(
        "januari februari maart april mei juni juli augustus september oktober november december"
    ),
    units=_units(
        {
            ("time", 1): "minuut minuten min",
            ("time", 60): "uur uren u",
            ("time", 1440): "dag dagen etmaal kalenderdag kalenderdagen",
            ("time", 10080): "week weken",
            ("months", 1): "maand maanden",
            ("months", 3): "kwartaal kwartalen",
            ("months", 12): "jaar jaren",
            ("working days", 1): "werkdag werkdagen",
            ("euros", 1): "euro euro's eur €",
            ("percent", 1): "% procent",
        }
    ),
    ones=frozenset({"een"}),
    decimal_mark=",",
)
ENGLISH = Lexicon(
    roles=_by_word(
        {
            Role.MUST: "must shall",
            Role.NEED: "need needs needed have_to has_to required require requires mandatory "
            "necessary obliged compulsory",
            Role.SHOULD: "should ought",
            Role.MAY: "may can could might free allowed permitted optional optionally voluntary",
            Role.NOT: "not no never none nobody nothing nowhere neither nor don't doesn't won't "
            "isn't aren't no_longer",
            Role.FORBID: "cannot can't mustn't shouldn't forbidden prohibited closed",
            Role.FREE: "needn't",
            Role.ONLY: "only solely exclusively",
            Role.PROVISO: "provided as_long_as on_condition_that",
            Role.ALWAYS: "always at_all_times",
            Role.ALL: "every each all everyone everybody everything",
            Role.AT_ONCE: "first beforehand immediately directly at_once straight_away",
            Role.HEDGE: "usually normally generally mostly preferably in_principle where_possible "
            "if_possible",
            Role.WITHOUT: "without",
            Role.CONDITION: "if",
            Role.EXCEPTION: "unless except",
            Role.DAY: "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays "
            "wednesdays thursdays fridays saturdays sundays",
            Role.LEAST: "at_least minimum a_minimum_of minimally no_less_than not_less_than "
            "no_fewer_than no_earlier_than not_before",
            Role.MOST: "at_most maximum a_maximum_of no_more_than not_more_than no_later_than "
            "not_later_than no_longer_than at_the_latest at_the_most up_to within before by",
            Role.FROM: "from",
            Role.UNTIL: "until till",
            Role.MORE: "more_than longer_than later_than older_than larger_than over above after",
            Role.LESS: "less_than fewer_than shorter_than younger_than smaller_than under below",
            Role.COST: "cost costs pay pays",
            Role.FILLING: "a an the and or of in on to for with at as than that this these those "
            "it its he she they them their you your we us our i me my is are was were be been "
            "being has have had do does did also but so then there here what who where how which "
            "will would up at_all not_only",
        }
    ),
    after=_by_word(
        {
            Role.LEAST: "in_advance ahead beforehand before or_more or_longer or_older "
            "at_least notice",
            Role.MOST: "or_less or_fewer or_shorter or_younger at_most at_the_latest at_the_most",
        }
    ),
    numbers={
        **_counted("one two three four five six seven eight nine ten eleven twelve thirteen"),
        **_counted("fourteen fifteen sixteen seventeen eighteen nineteen", 14),
        **_counted("twenty thirty forty fifty sixty seventy eighty ninety hundred", 20, 10),
        "half": 0.5,
        "thousand": 1000,
    },
    months=_counted(
        "January February March April May June July August September October November December"
    ),
    units=_units(
        {
            ("time", 1): "minute minutes min",
            ("time", 60): "hour hours o'clock am pm",
            ("time", 1440): "day days calendar_day calendar_days",
            ("time", 10080): "week weeks",
            ("months", 1): "month months",
            ("months", 3): "quarter quarters",
            ("months", 12): "year years",
            ("working days", 1): "workday workdays working_day working_days business_day "
            "business_days",
            ("euros", 1): "euro euros eur €",
            ("percent", 1): "% percent per_cent",
        }
    ),
    ones=frozenset({"a", "an"}),
)
LEXICONS: Mapping[str, Lexicon] = {"nl": DUTCH, "en": ENGLISH}

_TOKEN = re.compile(
    r"\d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,:/-]\d+)*|t/m"
    r"|[^\W\d_]+(?:['-][^\W\d_]+)*|[%€$£]|[,.;:!?()]|\n\s*\n"
)
_ADDRESS = re.compile(r"(?<=\])\([^()\s]*(?:\s+\"[^\"]*\")?\)|https?://\S+")
_ENTRY = re.compile(r"^([ \t]*)(\d{1,3})[.)][ \t]", re.MULTILINE)
_BEFORE_A_MONTH = frozenset({"in", "on", "by", "before", "until", "till", "from", "of", "after"})
_LONGEST_PHRASE = 3


def find_lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language, an empty one where there is none."""
    return LEXICONS.get(language, Lexicon())


def tokenize(text: str, lexicon: Lexicon) -> tuple[Token, ...]:
    """Return the words, numbers and signs of a text in Markdown, in small letters.

    The name of a month keeps its capital in a language that writes it with one. Addresses, and
    the numbers of the entries of a list, say nothing of a duty and are left out.
    """
    text = unicodedata.normalize("NFC", text).replace("\u2019", "'")
    words = _TOKEN.findall(_ADDRESS.sub(" ", _without_entry_numbers(text)))
    return tuple(_join([_settle(words, index, lexicon) for index in range(len(words))], lexicon))


def _without_entry_numbers(text: str) -> str:
    """Return `text` without the numbers that count up from 1 at the start of lines."""
    expected = 1

    def strip(found: re.Match[str]) -> str:
        nonlocal expected
        if int(found[2]) not in (1, expected):
            return found[0]
        expected = int(found[2]) + 1
        return f"{found[1]}. "

    return _ENTRY.sub(strip, text)


def _settle(words: list[str], index: int, lexicon: Lexicon) -> str:
    """Return a word in small letters, unless it is a month; in `You May` it is none."""
    word = words[index]
    if word in lexicon.months and word != "May":
        return word
    beside = (words[max(0, index - 1)].casefold(), words[min(index + 1, len(words) - 1)])
    if word == "May" and (beside[0] in _BEFORE_A_MONTH or any(w[0].isdigit() for w in beside)):
        return word
    return word.casefold()


def _join(words: list[str], lexicon: Lexicon) -> Iterator[Token]:
    """Yield the tokens of `words`, the longest phrase that the lexicon knows first."""
    index = 0
    while index < len(words):
        for length in range(_LONGEST_PHRASE, 1, -1):
            phrase = " ".join(words[index : index + length])
            if phrase in lexicon.roles or phrase in lexicon.after or phrase in lexicon.units:
                break
        else:
            length, phrase = 1, words[index]
        is_break = phrase in ",.;:!?()" or phrase.isspace()
        yield Token(phrase, Role.BREAK if is_break else lexicon.roles.get(phrase))
        index += length
