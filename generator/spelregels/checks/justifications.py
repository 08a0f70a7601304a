"""What the checks of justifications share."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from spelregels.diagnostics import Pointer, Problem
from spelregels.loaded import Loaded
from spelregels.messages import Message, say
from spelregels.misfits import JUSTIFICATIONS
from spelregels.nodes import Mapping
from spelregels.values import Text

_NEEDED = frozenset({"title", "rule", "name", "role", "term", "meaning", "asked"})


def is_needed(pointer: Pointer) -> bool:
    """Tell whether the text at `pointer` is one that every reader needs, and no justification."""
    return pointer[-1] in _NEEDED and not is_justification(pointer)


def is_justification(pointer: Pointer) -> bool:
    """Tell whether the text at `pointer` justifies a rule or an answer."""
    return (
        pointer[0] in ("rules", "requests")
        and pointer[-1] in JUSTIFICATIONS
        and pointer[2] not in ("examples", "exceptions")
    )


def is_reason(pointer: Pointer) -> bool:
    """Tell whether the text at `pointer` gives a reason: it justifies, or says why of a change."""
    return pointer[-1] == "why" or is_justification(pointer)


def find_gaps(
    loaded: Loaded, pointer: Pointer, text: Text, so: Message, *, blank: bool = True
) -> Iterator[Problem]:
    """Yield a problem for each language of the rulebook that `text` says nothing in.

    `so` is what comes of it; with `blank` false, only a language that is not there counts.
    """
    languages = loaded.rulebook.settings.languages
    if loaded.is_faulty(("settings", "languages")) or not set(text.root) <= set(languages):
        return
    for language in languages:
        if language not in text.root and (message := _find_swallowed(loaded, pointer, language)):
            yield Problem((*pointer, language), message)
        elif language not in text.root:
            message = say(
                "'{field}' is not there in the language '{language}'; {so}",
                field=str(pointer[-1]),
                language=language,
                so=so,
            )
            yield Problem((*pointer, language), message)
        elif blank and not text.within(language):
            yield Problem((*pointer, language), _tell_blank(pointer, language, languages, so))


def _find_swallowed(loaded: Loaded, pointer: Pointer, language: str) -> Message | None:
    """Tell where the name of a language stands so far to the right that a text took it in."""
    node, lines = loaded.find_node(pointer), _read_lines(loaded.find_source(pointer).text)
    for entry in node.entries.values() if isinstance(node, Mapping) else ():
        place = entry.value.location
        for number, line in enumerate(lines[place.line : place.end_line - 1], place.line + 1):
            if line.lstrip().startswith(f"{language}:"):
                return say(
                    "'{language}:' on line {line} stands too far to the right, and so became part "
                    "of the text above it; take away {count} of the spaces before it",
                    language=language,
                    line=number,
                    count=len(line) - len(line.lstrip()) - entry.key.column + 1,
                )
    return None


@lru_cache(1)
def _read_lines(text: str) -> Sequence[str]:
    """Return the lines of a file, which may lack a language in thousands of texts."""
    return text.split("\n")


def _tell_blank(pointer: Pointer, language: str, languages: Sequence[str], so: Message) -> Message:
    field = str(pointer[-1])
    if len(languages) == 1:
        return say("'{field}' is there, but nothing is filled in; {so}", field=field, so=so)
    return say(
        "'{field}' is there, but nothing is filled in for the language '{language}'; {so}",
        field=field,
        language=language,
        so=so,
    )
