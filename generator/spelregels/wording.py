"""The words that a site puts in the place of others, as its base configuration names them."""

import string
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from spelregels.errors import UserError
from spelregels.words import OwnWords, load_words


def own_words(base: Mapping[str, Any]) -> OwnWords:
    """Return what stands under `extra: spelregels: words:`, by language.

    Raises:
        UserError: a word has a name that is not in use, is no text, or lacks a gap.
    """
    words: Any = base
    for name in ("extra", "spelregels", "words"):
        words = words.get(name) or {} if isinstance(words, Mapping) else {}
    problems = list(_find_problems(words))
    if problems:
        raise UserError("\n  ".join(("the words in mkdocs.yml cannot be used:", *problems)))
    return {str(language): dict(own) for language, own in sorted(words.items())}


def _find_problems(words: Any) -> Iterator[str]:
    if not isinstance(words, Mapping):
        yield "extra.spelregels.words: a language belongs here, and its words below it"
        return
    for language, own in words.items():
        if not isinstance(own, Mapping):
            yield f"{language}: names of words belong here, as in 'why: Why we do this'"
            continue
        phrases = load_words(str(language)).phrases
        for name, text in own.items():
            if message := _find_problem(phrases, str(name), text):
                yield f"{language}.{name}: {message}"


def _find_problem(phrases: Mapping[str, str], name: str, text: Any) -> str:
    if name not in phrases:
        near = get_close_matches(name, phrases, 1)
        return f"no word has this name{f'; did you mean {near[0]}?' if near else ''}"
    if not isinstance(text, str) or not text.strip():
        return "a text belongs here; put it between quotes"
    asked = _gaps(phrases[name])
    if _gaps(text) == asked:
        return ""
    gaps = " and ".join(f"{{{gap}}}" for gap in asked) or "no gaps"
    return f"this text needs {gaps}, as in '{phrases[name]}'"


def _gaps(text: str) -> list[str]:
    """Return the names of the gaps in a text; one that is not sound has a gap without a name."""
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError:
        return [""]
    is_plain = all(not spec and not conversion for _, _, spec, conversion in parts)
    return sorted({gap for _, gap, _, _ in parts if gap is not None}) if is_plain else [""]
