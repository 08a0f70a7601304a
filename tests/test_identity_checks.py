"""The checks on identity and references: what is there twice, and what leads nowhere."""

from collections.abc import Mapping

import pytest

from conftest import Lines
from rulebooks import BASE, REQUEST, RULE

OWNERS = "owners.yaml"
SETTINGS = "rulebook.yaml"
GLOSSARY = "glossary.yaml"
ID_RULE = (
    "use lower-case letters a-z, digits and single hyphens, first a letter, at most 64 characters"
)
CHOOSE = "choose one of: bookkeeper, shop-manager"
ADD = "correct the name, or add it there"
COMPLETE = "    conditions: [You call us.]\n    price: Nothing.\n"

CASES: Mapping[str, tuple[dict[str, str], list[str]]] = {
    "chapter id twice": (
        {
            SETTINGS: """\
                chapters:
                  - {id: counter, title: At the counter}
                  - {id: counter, title: Behind the counter}
            """
        },
        [f"{SETTINGS}:3:10 SR201 'counter' is already used at {SETTINGS}:2:10"],
    ),
    "owner id with another capital": (
        {
            OWNERS: """\
                owners:
                  - {id: shop-manager, name: Jo, role: Manager, side: business}
                  - {id: Shop-manager, name: Al, role: Manager, side: business}
            """
        },
        [
            f"{OWNERS}:3:10 SR201 'Shop-manager' differs only in its capitals from "
            f"'shop-manager' at {OWNERS}:2:10"
        ],
    ),
    "term twice": (
        {
            GLOSSARY: """\
                terms:
                  - {term: ticket, meaning: A number.}
                  - term: {en: Ticket}
                    meaning: A slip of paper.
            """
        },
        [
            f"{GLOSSARY}:3:16 SR201 'Ticket' differs only in its capitals from "
            f"'ticket' at {GLOSSARY}:2:12"
        ],
    ),
    "form of another term": (
        {
            GLOSSARY: """\
                terms:
                  - {term: ticket, meaning: A number., forms: {en: [ticket, tickets]}}
                  - {term: slip, meaning: A piece of paper., forms: {en: [slips, tickets]}}
            """
        },
        [f"{GLOSSARY}:3:66 SR201 'tickets' is already used at {GLOSSARY}:2:61"],
    ),
    "rule files that differ in capitals": (
        {"rules/Wait-your-turn.yaml": "title: Wait your turn\n"},
        [
            f"{RULE}:1:1 SR201 'wait-your-turn' differs only in its capitals from "
            "'Wait-your-turn' at rules/Wait-your-turn.yaml:1:1"
        ],
    ),
    "id with a space": (
        {SETTINGS: "audiences:\n  - {id: every one, title: Everyone}\n"},
        [f"{SETTINGS}:2:10 SR202 'every one' cannot be an id; {ID_RULE}"],
    ),
    "rule file that Windows cannot have": (
        {"rules/aux.yaml": "title: Wait your turn\n"},
        [f"rules/aux.yaml:1:1 SR202 'aux' cannot be an id; {ID_RULE}"],
    ),
    "rule file with a dot": (
        {"rules/no.dogs.yaml": "title: No dogs\n"},
        [
            "rules/no.dogs.yaml:1:1 SR202 a file cannot be called 'no.dogs.yaml'; "
            "call it 'no-dogs.yaml'"
        ],
    ),
    "request file with a long name": (
        {f"requests/{'a' * 65}.yaml": BASE[REQUEST].replace("others", "people with a ticket")},
        [f"requests/{'a' * 65}.yaml:1:1 SR202 '{'a' * 65}' cannot be an id; {ID_RULE}"],
    ),
    "id field": (
        {REQUEST: "id: jump\n"},
        [f"{REQUEST}:1:1 SR203 the name of the file is the id; remove this line"],
    ),
    "unknown owner": (
        {RULE: "owner: shop-keeper\n"},
        [f"{RULE}:1:8 SR204 'shop-keeper' is not in owners.yaml; {CHOOSE}"],
    ),
    "person in the place of an owner": (
        {RULE: "owner: Jo Bos\n"},
        [f"{RULE}:1:8 SR204 'Jo Bos' is not an id; write 'shop-manager', as in owners.yaml"],
    ),
    "unknown adviser": (
        {RULE: "advice: {by: nobody}\n"},
        [f"{RULE}:1:14 SR204 'nobody' is not in owners.yaml; {CHOOSE}"],
    ),
    "advice after the decision": (
        {RULE: "decided_on: 2026-01-01\nadvice: {by: bookkeeper, on: 2026-01-02}\n"},
        [f"{RULE}:2:30 SR215 the advice is of 2026-01-02, after the decision of 2026-01-01"],
    ),
    "advice beside a decision of no day": (
        {RULE: "decided_on: 01-03-2026\nadvice: {by: bookkeeper, on: 2026-01-02}\n"},
        [f"{RULE}:1:13 SR105 '01-03-2026' is not a date; write year-month-day, as in 2026-03-01"],
    ),
    "advice on the day of the decision": (
        {RULE: "decided_on: 2026-01-02\nadvice: {by: bookkeeper, on: 2026-01-02}\n"},
        [],
    ),
    "unknown granter of an exception": (
        {RULE: "exceptions:\n  - when: In a hurry.\n    decided_by: desk\n" + COMPLETE},
        [f"{RULE}:3:17 SR204 'desk' is not in owners.yaml; {CHOOSE}"],
    ),
    "unknown chapter": (
        {RULE: "chapter: count\n"},
        [f"{RULE}:1:10 SR205 'count' is not in rulebook.yaml; did you mean 'counter'?"],
    ),
    "unknown audience": (
        {RULE: "applies_to: [everyone, staff]\n"},
        [f"{RULE}:1:24 SR206 'staff' is not in rulebook.yaml; {ADD}"],
    ),
    "unknown rule in a request": (
        {REQUEST: "rules: [wait-your-turn, wait-your-tern]\n"},
        [
            f"{REQUEST}:1:25 SR207 'wait-your-tern' is not in the folder rules; "
            "did you mean 'wait-your-turn'?"
        ],
    ),
    "title in the place of a rule": (
        {REQUEST: "rules: [Wait your turn]\n"},
        [
            f"{REQUEST}:1:9 SR207 'Wait your turn' is not an id; write 'wait-your-turn', as in "
            "the folder rules"
        ],
    ),
    "unknown successor": (
        {RULE: "status: withdrawn\nwithdrawn: {why: We moved., replaced_by: [no-dogs]}\n"},
        [f"{RULE}:2:43 SR207 'no-dogs' is not in the folder rules; {ADD}"],
    ),
    "unknown rule in a link": (
        {RULE: "without: Then [no dogs](rules/no-dogs/#why) would not hold.\n"},
        [f"{RULE}:1:25 SR207 'no-dogs' is not in the folder rules; {ADD}"],
    ),
    "link that lacks its folder": (
        {RULE: "without: Then [wait](wait-your-turn.yaml) would not hold.\n"},
        [
            f"{RULE}:1:22 SR207 'wait-your-turn.yaml' leads nowhere; a link to a rule is written "
            "as rules/wait-your-turn/"
        ],
    ),
    "link to a rule with its ending": (
        {RULE: "without: Then [wait](rules/wait-your-turn.yaml) would not hold.\n"},
        [
            f"{RULE}:1:22 SR207 'wait-your-turn.yaml' is not in the folder rules; "
            "did you mean 'rules/wait-your-turn'?"
        ],
    ),
    "unknown rule in a definition of a link": (
        {RULE: "without: |\n  Then [it] would not hold.\n\n  [it]: rules/no-dogs/\n"},
        [f"{RULE}:4:9 SR207 'no-dogs' is not in the folder rules; {ADD}"],
    ),
    "owner of the IT side": (
        {RULE: "owner: bookkeeper\n"},
        [
            f"{RULE}:1:8 SR208 'bookkeeper' is on the IT side; "
            "the business decides, IT advises: shop-manager"
        ],
    ),
    "adviser of the business side, where others are of IT": (
        {
            OWNERS: """\
                owners:
                  - {id: shop-manager, name: Jo Bos, role: Manager, side: business}
                  - {id: buyer, name: Kim Vis, role: Buyer, side: business}
                  - {id: bookkeeper, name: Al Fine, role: Bookkeeper, side: it}
            """,
            RULE: "advice: {by: buyer}\n",
        },
        [f"{RULE}:1:14 SR209 'buyer' is on the business side; advice comes from IT: bookkeeper"],
    ),
    "adviser of the business side": (
        {
            OWNERS: """\
                owners:
                  - {id: shop-manager, name: Jo Bos, role: Manager, side: business}
                  - {id: buyer, name: Kim Vis, role: Buyer, side: business}
            """,
            RULE: "advice: {by: buyer}\n",
        },
        [f"{RULE}:1:14 SR209 'buyer' is on the business side; advice comes from IT"],
    ),
    "withdrawn without a reason": (
        {RULE: "status: withdrawn\n"},
        [f"{RULE}:1:9 SR210 this rule is withdrawn; say why under 'withdrawn: {{why: …}}'"],
    ),
    "reason to withdraw an active rule": (
        {RULE: "withdrawn: {why: We moved.}\n"},
        [f"{RULE}:1:1 SR210 a reason to withdraw this rule, while its status is 'active'"],
    ),
    "replaced by itself": (
        {RULE: "status: withdrawn\nwithdrawn: {why: We moved., replaced_by: [wait-your-turn]}\n"},
        [f"{RULE}:2:43 SR211 'wait-your-turn' is replaced by itself"],
    ),
    "replaced in a circle": (
        {
            RULE: "status: withdrawn\nwithdrawn: {why: We moved., replaced_by: [b]}\n",
            "rules/b.yaml": "status: withdrawn\n"
            "withdrawn: {why: We grew., replaced_by: [wait-your-turn]}\n",
        },
        [
            "rules/b.yaml:2:42 SR211 'b' is replaced by 'wait-your-turn', which leads back to it",
            f"{RULE}:2:43 SR211 'wait-your-turn' is replaced by 'b', which leads back to it",
        ],
    ),
}


@pytest.mark.parametrize("files_and_problems", CASES.values(), ids=CASES)
def test_what_is_twice_or_leads_nowhere_is_told_at_its_place(
    check: Lines, files_and_problems: tuple[dict[str, str], list[str]]
) -> None:
    files, problems = files_and_problems
    assert check(files) == problems
