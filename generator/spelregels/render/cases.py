"""What the rules and the requests say yes or no to: each case once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from spelregels.models import Example, Request, Rule
from spelregels.render.publication import Link, Reader
from spelregels.render.standing import latest_requests, rules_in_force, still_holds

_KINDS = {"granted": "yes", "refused": "no", "not-applicable": "not-applicable"}
_MARKS = re.compile(r"[\W_]+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ0-9])")


@dataclass(frozen=True)
class Case:
    """Something somebody may want, and the answer; `request` is empty for an example.

    `kind` is yes, no, not-now or not-applicable; by `keywords` people search for it.
    """

    kind: str
    case: Markup | str
    because: Markup | str
    would_change: Markup
    chapter: str
    rules: tuple[Link, ...]
    keywords: tuple[str, ...]
    request: str = ""

    @property
    def words(self) -> str:
        """The keywords on one line."""
        return " ".join(self.keywords)


def find_cases(reader: Reader) -> tuple[Case, ...]:
    """Return each case once, by what the rules in force say of it.

    A request that was answered before its rule changed is no answer any more.
    Where two of them have the same words, an example goes before a request, a later request
    before an earlier one, and any answer before the word that a rule does not apply.
    """
    found: dict[str, Case] = {}
    for case in _find_all(reader):
        key = _key_of(case)
        earlier = found.get(key)
        if earlier is None:
            found[key] = case
        elif earlier.kind == case.kind:
            found[key] = _merge(earlier, case)
    return tuple(found.values())


def _key_of(case: Case) -> str:
    words = case.case.striptags() if isinstance(case.case, Markup) else case.case
    return _MARKS.sub(" ", words.casefold()).strip()


def _find_all(reader: Reader) -> Iterator[Case]:
    examples = [
        _example(reader, id_, rule, example)
        for id_, rule in rules_in_force(reader)
        for example in rule.examples
    ]
    yield from (case for case in examples if case.kind != "not-applicable")
    for id_, request in latest_requests(reader):
        if still_holds(reader, request):
            yield _request(reader, id_, request)
    yield from (case for case in examples if case.kind == "not-applicable")


def _example(reader: Reader, id_: str, rule: Rule, example: Example) -> Case:
    because = reader.rich(example.because) if example.because else _reason(reader, rule)
    return Case(
        _KINDS[example.outcome],
        reader.rich(example.case),
        because,
        Markup(),
        rule.chapter,
        (reader.rule_link(id_),),
        rule.keywords.get(reader.language, ()),
    )


def _request(reader: Reader, id_: str, request: Request) -> Case:
    rules = [reader.rulebook.rules[name] for name in request.rules]
    return Case(
        request.answer,
        reader.plain(request.asked),
        reader.rich(request.because),
        reader.rich(request.would_change) if request.answer == "not-now" else Markup(),
        rules[0].chapter if rules else "",
        reader.rule_links(request.rules),
        tuple(word for rule in rules for word in rule.keywords.get(reader.language, ())),
        id_,
    )


def _reason(reader: Reader, rule: Rule) -> Markup | str:
    """Return why a rule is there, in a sentence, for a case that says no more."""
    if not rule.rationale.within(reader.language):
        return reader.rich(rule.rationale)
    return _SENTENCE.split(reader.text(rule.rationale), maxsplit=1)[0]


def _merge(earlier: Case, later: Case) -> Case:
    rules = tuple(sorted({*earlier.rules, *later.rules}))
    words = tuple(dict.fromkeys((*earlier.keywords, *later.keywords)))
    request = earlier.request or later.request
    return replace(earlier, rules=rules, keywords=words, request=request)
