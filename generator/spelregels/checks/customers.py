"""Tell from a text whether it names a single customer, in Dutch and English.

What is looked for is narrow on purpose: a name counts only beside a word that makes it that of a
customer (a legal form, a form of address, a first name, `customer`), since a capital alone may be
that of a product, a department or a day of the week. The patterns are compiled when they are first
used: many rulebooks have no exceptions.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spelregels.models import Rulebook

_CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
_NAME = rf"(?:IJ[a-z]+|[A-Z]['\u2019])?{_CAPITAL}[^\W\d_][\w'\u2019-]*"
_PARTICLE = r"(?:(?:van|von|de|der|den|ter|ten|te|la|le|'t|\u2019t)\s+)"
_FULL_NAME = rf"{_NAME}(?:\s+{_PARTICLE}*{_NAME})*"
_PART = rf"{_CAPITAL}[\w'\u2019.&-]{{0,60}}"
_LEGAL_FORM = (
    r"(?:B\.\s?V\.|BV|N\.\s?V\.|NV|V\.O\.F\.|VOF|v\.o\.f\.|vof|GmbH|Ltd|Inc|LLC|plc|S\.A\.|SA|AG)"
    r"(?![\w'\u2019-])"
)
_TRADE = (
    r"(?:Aannemers|Accountants|Advocaten|Dakbedekking|Elektrotechniek|Hoveniers|Installaties"
    r"|Installatietechniek|Interieurbouw|Interieurs|Keukens|Kozijnen|Loodgieters|Machinebouw"
    r"|Makelaardij|Makelaars|Meubelen|Metaalbewerking|Notarissen|Schilderwerken|Tegels|Transport"
    r"|Vastgoed|Verhuizingen|Builders|Haulage|Joinery|Logistics|Plumbing|Roofing"
    r"|&\s+(?:Zonen|Zoon|Zn\.?|Sons|Co\.?))(?![\w'\u2019-])"
)
"""What the second part of the name of a firm may be."""
_FORM = rf"{_TRADE}(?:\s+{_LEGAL_FORM})?|{_LEGAL_FORM}"
_ADDRESSED = (
    r"\b(?P<kind>[Dd]e\s+heer|[Hh]eer|[Mm]evrouw|[Mm]evr\.?|[Mm]eneer|[Dd]hr\.?|[Ff]amilie|[Ff]am\."
    r"|[Ff]irma|mr\.|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|dr\.|[^\W\d_]{0,30}(?:[Bb]edrijf|[Aa]annemer)"
    r"|[^\W\d_]{3,30}(?:fabriek|groothandel|kwekerij|makerij)|[Bb]akkerij|[Ss]lagerij)"
)
_CUSTOMER = r"\b(?P<kind>klant(?:en)?|cli[eë]nt(?:en|s)?|customers?|tenants?|huurders?)"
_NUMBERED = (
    r"\b(?:klant|cli[eë]nt|customer|debiteur(?:en)?|relatie|huurder|tenant|account)"
    r"\s*(?:-\s*)?(?:nummer|number|(?:nr|no|id)\b\.?)"
)

_WITH_LEGAL_FORM = (
    rf"(?<!\w)(?:(?P<before>[^\W\d_]{{1,30}})\s+)?(?P<name>{_PART}"
    rf"(?:\s+(?:(?:&|en|and|van|de|der|den)\s+)?{_PART}){{0,4}}?),?\s+(?P<form>{_FORM})"
)
_WITH_ADDRESS = rf"{_ADDRESSED}\s+(?P<name>{_PARTICLE}*{_FULL_NAME})"
_AFTER_CUSTOMER = (
    rf"(?i:{_CUSTOMER})(?:[ \t]+(?:\n[ \t]*)?|\n[ \t]*)['\"\u2018\u201c*_]*(?P<name>{_FULL_NAME})"
)
_WITH_NUMBER = (
    rf"(?i:{_NUMBERED})\s*(?:[:#]\s*)?(?P<name>(?:[A-Z]{{1,4}}-?)?\d[\d.-]*\b)"
    r"(?!\s*(?:cijfer|teken|digit|character|of\s+meer|or\s+more))"
)
_LONG = 4
"""So many letters make it unlikely that a word with a capital is met by chance."""
_DIGIT = re.compile(r"\d")
_E_MAIL = r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_HINTS = _words("""
    @ ummer umber nr ccount BV B. NV N. VOF V.O vof v.o GmbH Ltd Inc LLC plc S.A SA AG
    heer Heer vrouw evr eneer hr amilie am. irma mr. Mr Ms Dr dr.
    edrijf annemer fabriek handel kwekerij makerij akkerij lagerij
    annemers ccountants dvocaten akbedekking techniek oveniers nstalla nterieur eukens ozijnen
    oodgieters achinebouw akelaar eubelen etaalbewerking otarissen childerwerken egels ransport
    astgoed erhuizingen uilders aulage oinery ogistics lumbing oofing &
    lant lient liënt ustomer enant uurder LANT LIENT LIËNT CUSTOM TENANT HUURDER
""")
"""What a text must contain, one of these, to be worth a closer look."""

_INDEFINITE = _words("""
    een 'n elk elke ieder iedere geen andere zo'n
    a an any every each no some another such
""")
_OPENERS = _words("""
    de het die dat deze dit als indien wanneer alleen ook voor bij van met door zonder tenzij naar
    aan in op uit tot en of maar want is bent zijn heeft hebt mag moet kan wil uw je jouw jij u
    wij we ons onze hun zij ze hij er waar na sinds omdat zodra terwijl bestelt belt vraagt koopt
    the this that these those if when only also for at of with by without unless to from in on and
    or but because is are has have may must can your you our we us their they he she it there i
    where while after before
""")
"""Words with a capital because a sentence begins with them."""

_PARTICLES = _words("De Den Der Het Ten Ter Van")
"""What Dutch names begin with."""

_FIRST_NAMES = _words("""
    Aad Albert Alex Andrea Andrew Angela Anna Anne Anneke Anouk Anton Arie Arjan Arthur Astrid
    Bart Bas Ben Bert Bianca Bram Brian Carla Carolien Charles Chris Christine Claire Cor Daan
    Daniel David Dennis Diana Dick Dirk Eddy Edwin Eelco Ellen Els Emily Emma Emre Eric Erik
    Esther Eva Evelien Fatima Femke Fleur Frans Fred Freek George Gerard Gerrit Gert Gijs Guus
    Hanna Hannah Hannie Hans Harry Hassan Helen Henk Herman Hugo Ina Ineke Inge Ingrid Irene
    Jaap Jacob James Jan Jane Janneke Jasper Jelle Jennifer Jeroen Jessica Joan Joep Johan John
    Joop Joost Jordy Joris Jos Joyce Judith Julia Julie Jurgen Karel Karin Kees Kevin Kim Klaas
    Koen Laura Leo Leon Lieke Linda Lisa Loes Lotte Louis Luc Lucas Luuk Maaike Maarten Manon
    Marcel Margriet Maria Marieke Marijke Marion Marjan Marleen Marloes Martijn Martin Mary
    Matthijs Maud Melissa Menno Michael Michel Michiel Mieke Miranda Mirjam Mohamed Mohammed
    Monique Nancy Naomi Natasja Nick Nicole Niels Nina Nynke Olaf Oscar Patrick Paul Paula
    Peter Petra Piet Pieter Pim Rachel Ralph Rebecca Reinier Renate Rene Rianne Richard Rick
    Rik Rita Robert Robin Roel Ron Ronald Ruben Rutger Ruud Saar Samantha Sander Sandra Sanne
    Sara Sarah Saskia Simon Simone Sjoerd Sofie Sonja Sophie Stefan Stephanie Steven Suzanne
    Sven Sylvia Tamara Teun Thea Theo Thijs Thomas Tim Timo Tineke Tjeerd Ursula Vera Vincent
    Walter Wendy Werner Wesley Wieke Willem William Wilma Wim Wouter Yasmin Yvonne
""")
"""Names that people have, and that are no words besides."""

_DAYS_AND_PEOPLES = _words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december christmas easter pentecost ramadan
    kerst kerstmis pasen pinksteren yes no ja nee
    nederlandse nederlands belgische duitse duits engelse engels britse franse frans amerikaanse
    europese zwitserse nederland belgië duitsland engeland frankrijk europa
    dutch belgian german english british french american european swiss belgium germany england
    france europe
""")
_PRODUCTS = _words("""
    windows microsoft office outlook teams excel word powerpoint sharepoint onedrive exchange
    azure entra intune mac macbook macos apple linux android google chrome firefox edge safari
    internet java citrix adobe oracle salesforce slack zoom jira python wifi wi-fi bluetooth
    basic premium gold silver bronze plus pro standard enterprise
""")
_BEHIND_CUSTOMER = _words("""
    service services support success care portal contact contacts relations relationship
    experience desk team centre center centrum panel council board charter terms agreement
    contract policy privacy statement data account accounts admin administrator manager access
    number id programme program day days week satisfaction survey journey advisory operations
    handbook guide code hub area zone app site website environment database server servers
    computer licence license agent key secret certificate portaal dienst afdeling
""")
"""What makes of "customer" the name of a department, a place or a paper."""

_NO_CUSTOMERS = _DAYS_AND_PEOPLES | _PRODUCTS | _BEHIND_CUSTOMER
_ROLES = _words("""
    info mail post contact service servicedesk desk helpdesk help support sales verkoop inkoop
    admin administratie administration beheer office kantoor finance financien facturen invoices
    hr it ict security privacy planning reception receptie balie winkel shop team afdeling
    spelregels rules noreply no reply webmaster postmaster bestellingen orders hello hallo
    naam name voornaam achternaam firstname lastname user gebruiker voorbeeld example you jouw
""")
"""What a mailbox is called that is not a person's, and what stands for any name."""


_WITH_FIRST_NAME = (
    rf"\b(?P<kind>{'|'.join(sorted(_FIRST_NAMES))})[ \t]+(?P<name>{_PARTICLE}*{_FULL_NAME})"
)


class OwnNames(NamedTuple):
    """What a rulebook may name: the words of its own people and things, and their addresses."""

    words: frozenset[str]
    addresses: frozenset[str]


def find_own_names(rulebook: Rulebook) -> OwnNames:
    """Return the words and the addresses of the publisher, the owners, the glossary and so on."""
    words = frozenset(
        word.casefold() for text in _find_own_texts(rulebook) for word in _split(text)
    )
    contacts = [owner.contact for owner in rulebook.owners.owners]
    contacts.append(rulebook.settings.publisher.contact)
    return OwnNames(words, frozenset(_bare(contact) for contact in contacts if contact))


def find_customer(text: str, own: OwnNames) -> str | None:
    """Return the first name or number of a single customer in `text`, as it stands there."""
    if not _may_name(text):
        return None
    found = sorted(
        (
            *_find_companies(text, own),
            *_find_people(_WITH_ADDRESS, text, own),
            *_find_people(_WITH_FIRST_NAME, text, own),
            *_find_customers(text, own),
            *_find_numbers(text),
            *_find_addresses(text, own),
        ),
        key=lambda each: (each[0], -len(each[1])),
    )
    return found[0][1] if found else None


def find_again(text: str, customer: str) -> str | None:
    """Return the part of the name of a customer, found in another text, that stands in `text`."""
    names = (word for word in _split(customer) if word[0].isupper() and len(word) >= _LONG)
    words = _split(text)
    return next((name for name in names if name in words and not _is_product(name)), None)


def _is_product(word: str) -> bool:
    return word.casefold() in _NO_CUSTOMERS


def _may_name(text: str) -> bool:
    """Tell whether `text` is worth a closer look: most texts are not, and it has to be quick."""
    if text[1:].islower() and "@" not in text and _DIGIT.search(text) is None:
        return False
    return any(map(text.__contains__, _HINTS)) or not _FIRST_NAMES.isdisjoint(text.split())


def _find_companies(text: str, own: OwnNames) -> Iterator[tuple[int, str]]:
    for match in re.finditer(_WITH_LEGAL_FORM, text):
        words = match["name"].split()
        before = [match["before"] or ""]
        while words and _is_opener(words, before):
            before.append(words.pop(0))
        is_form = re.fullmatch(_LEGAL_FORM, " ".join(words))
        is_kind = is_form or before[-1].casefold() in _INDEFINITE
        if words and not is_kind and not _is_known(words, own):
            yield match.start("name"), " ".join((*words, match["form"]))


def _is_opener(words: list[str], before: list[str]) -> bool:
    """Tell whether a name begins later: `De` in the middle of a sentence is a part of it."""
    is_inside = before[-1] != "" and words[0] in _PARTICLES and len(words) > 1
    return words[0].casefold() in (_OPENERS | _INDEFINITE) and not is_inside


def _find_people(pattern: str, text: str, own: OwnNames) -> Iterator[tuple[int, str]]:
    for match in re.finditer(pattern, text):
        if not _is_known(match["name"].split(), own):
            yield match.start(), _quote(match)


def _find_customers(text: str, own: OwnNames) -> Iterator[tuple[int, str]]:
    for match in re.finditer(_AFTER_CUSTOMER, text):
        words = match["name"].split()
        is_opener = words[0].casefold() in _OPENERS and len(words) == 1
        # What is all capitals is more often a thing (a PC, an ID) than the name of a customer.
        is_thing = all(word.isupper() for word in words)
        if not (is_opener or is_thing or _is_known(words, own)):
            yield match.start(), _quote(match)


def _find_numbers(text: str) -> Iterator[tuple[int, str]]:
    for match in re.finditer(_WITH_NUMBER, text):
        yield match.start(), " ".join(match[0].split())


def _find_addresses(text: str, own: OwnNames) -> Iterator[tuple[int, str]]:
    for match in re.finditer(_E_MAIL, text):
        mailbox = match[0].partition("@")[0].casefold()
        is_person = not _ROLES & set(re.split(r"[._+-]", mailbox))
        if is_person and match[0].casefold() not in own.addresses:
            yield match.start(), match[0]


def _is_known(words: list[str], own: OwnNames) -> bool:
    """Tell whether what was found is no customer: our own people and things, a product, a day."""
    names = [word for text in words for word in _split(text) if not word[:1].islower()]
    first = names[0].casefold() if names else ""
    return first in _NO_CUSTOMERS or all(_is_own(word, own) for word in names)


def _is_own(word: str, own: OwnNames) -> bool:
    return word.casefold() in own.words or _is_product(word)


def _quote(match: re.Match[str]) -> str:
    """Return a name with what makes it that of a customer, on one line and without marks."""
    name = match["name"].removesuffix("'s").removesuffix("\u2019s").strip("'\u2019_")
    return " ".join(f"{match['kind']} {name}".split())


def _find_own_texts(rulebook: Rulebook) -> Iterator[str]:
    yield rulebook.settings.publisher.name
    for audience in rulebook.settings.audiences:
        yield from audience.title.root.values()
    for owner in rulebook.owners.owners:
        yield owner.name
        yield from owner.role.root.values()
    for term in rulebook.glossary.terms:
        yield from term.term.root.values()
        for forms in term.forms.values():
            yield from forms


def _split(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['\u2019.&-][^\W_]+)*", text)


def _bare(address: str) -> str:
    """Return an e-mail address without what stands around it in a link."""
    return address.removeprefix("mailto:").partition("?")[0].casefold()
