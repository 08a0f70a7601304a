"""A text is in a language that the rulebook does not have.

Nobody would ever see it, since the site is not made in that language.

Mend: Correct the code of the language, or remove the text in it. If you want the language on the
site, add it to `languages` in rulebook.yaml; then every rule needs it.

Bad:

    # rules/wait-your-turn.yaml
    title: {en: Wait your turn, fr: Chacun son tour}

Good:

    # rules/wait-your-turn.yaml
    title: {en: Wait your turn}
"""

from collections.abc import Iterable, Iterator

from spelregels.diagnostics import Pointer, Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import say

CODE = "SR109"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each language of a text that is not among those of the rulebook."""
    if loaded.is_faulty(("settings", "languages")):
        return
    languages = loaded.rulebook.settings.languages
    for pointer, spoken in _find_languages(loaded):
        for language in spoken:
            if language not in languages:
                message = say(
                    "'{language}' is not a language of this rulebook; it has {languages}",
                    language=language,
                    languages=tuple(languages),
                )
                yield Problem((*pointer, language), message, on_key=True)


def _find_languages(loaded: Loaded) -> Iterator[tuple[Pointer, Iterable[str]]]:
    yield from ((pointer, text.root) for pointer, text in loaded.texts)
    for id_, rule in loaded.rulebook.rules.items():
        yield ("rules", id_, "keywords"), rule.keywords
    for index, term in enumerate(loaded.rulebook.glossary.terms):
        yield ("glossary", "terms", index, "forms"), term.forms
