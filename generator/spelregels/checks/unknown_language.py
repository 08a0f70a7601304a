"""A text is in a language that the rulebook does not have.

Nobody would ever see it, since the site is not made in that language.

Mend: If the message tells of a field, do as it says. Otherwise correct the code of the language,
or remove the text in it. If you want the language on the site, add it to `languages` in
rulebook.yaml; then every rule needs it.

Bad:

    # rules/wait-your-turn.yaml
    title: {en: Wait your turn, fr: Chacun son tour}

Good:

    # rules/wait-your-turn.yaml
    title: {en: Wait your turn}
"""

from collections.abc import Iterable, Iterator, Mapping

from spelregels.diagnostics import Pointer, Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import Message, say
from spelregels.misfits import find_inside, say_too_far
from spelregels.models import Model, Request, Rule

CODE = "SR109"
SEVERITY = Severity.ERROR

_MODELS: Mapping[str, type[Model]] = {"rules": Rule, "requests": Request}
"""Of which a field may be indented so far that it looks like a language of a text."""


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each language of a text that is not among those of the rulebook."""
    if loaded.is_faulty(("settings", "languages")):
        return
    languages = loaded.rulebook.settings.languages
    for pointer, spoken in _find_languages(loaded):
        for language in spoken:
            if language not in languages:
                place = (*pointer, language)
                yield Problem(place, _describe(place, tuple(languages)), on_key=True)


def _describe(place: Pointer, languages: tuple[str, ...]) -> Message:
    """Return that there is no such language, or that a field stands in the text above it."""
    model = _MODELS.get(str(place[0]))
    name = str(place[-1])
    if model and (inside := find_inside(model, place[2:])):
        return say_too_far(name, inside)
    return say(
        "'{language}' is not a language of this rulebook; it has {languages}",
        language=name,
        languages=languages,
    )


def _find_languages(loaded: Loaded) -> Iterator[tuple[Pointer, Iterable[str]]]:
    yield from ((pointer, text.root) for pointer, text in loaded.texts)
    for id_, rule in loaded.rulebook.rules.items():
        yield ("rules", id_, "keywords"), rule.keywords
    for index, term in enumerate(loaded.rulebook.glossary.terms):
        yield ("glossary", "terms", index, "forms"), term.forms
