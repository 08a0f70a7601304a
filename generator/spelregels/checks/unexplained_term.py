"""A text uses an abbreviation or a word of the trade that the glossary does not explain.

Whoever works with it every day no longer hears that it is jargon. A customer stops reading there.
It is told where it stands first; the other places are counted.

Mend: Add the word to glossary.yaml with its meaning, write it out the first time, or use a plain
word. Do you not know what it means? Then ask whoever wrote the text.

Bad:

    # rules/wait-your-turn.yaml
    rule: Wait until the POS calls your number.

Good:

    # rules/wait-your-turn.yaml
    rule: Wait until the POS (point of sale, our till) calls your number.
"""

from collections.abc import Iterator

from spelregels.checks.readable import Passage, find_passages
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say
from spelregels.models import Rulebook
from spelregels.prose.style import find_terms

CODE = "SR317"
SEVERITY = Severity.WARNING


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each term that is not explained, where it stands first."""
    first: dict[tuple[str, str], tuple[str, Passage]] = {}
    places: dict[tuple[str, str], int] = {}
    explained = {
        language: _find_explained(loaded.rulebook, language)
        for language in loaded.rulebook.settings.languages
    }
    for passage in find_passages(loaded):
        for term in find_terms(passage.text, passage.language):
            key = (passage.language, term.casefold())
            if key[1] not in explained.get(passage.language, frozenset()):
                first.setdefault(key, (term, passage))
                places[key] = places.get(key, 0) + 1
    for key, (term, passage) in first.items():
        yield _tell(term, passage, places[key])


def _tell(term: str, passage: Passage, places: int) -> Problem:
    if places == 1:
        message = say("'{term}' is not in the glossary", term=term)
    else:
        message = say(
            "'{term}' is not in the glossary; it stands in {number} texts",
            term=term,
            number=places,
        )
    return Problem(passage.pointer, message, words=term)


def _find_explained(rulebook: Rulebook, language: str) -> frozenset[str]:
    """Return, in small letters, what a reader can know: the glossary, and who publishes.

    `USB stick` explains `USB` as well.
    """
    words: set[str] = set(rulebook.settings.publisher.name.casefold().split())
    for term in rulebook.glossary.terms:
        for form in (term.term.within(language), *term.forms.get(language, ())):
            words.add(form.casefold())
            words.update(part.casefold() for part in form.split() if part.isupper())
    return frozenset(words)
