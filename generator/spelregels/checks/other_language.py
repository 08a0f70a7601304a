"""A text is in another language than the one under which it stands.

It was copied to be translated later, or two languages changed places. Its readers meet a text that
they cannot read, where otherwise they would be told that there is none in their language yet.

Mend: Translate the text into the language under which it stands, or put it under its own.

Bad:

    # rules/wait-your-turn.yaml
    without:
      en: Anders wordt degene die het hardst roept als eerste geholpen.

Good:

    # rules/wait-your-turn.yaml
    without:
      en: Then the one who shouts loudest would be served first.
"""

from collections.abc import Iterator, Mapping

from spelregels.checks.readable import find_passages
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded
from spelregels.messages import Message, say
from spelregels.prose.foreign import find_other_language

CODE = "SR326"
SEVERITY = Severity.WARNING

_LANGUAGES: Mapping[str, Message] = {"en": say("English"), "nl": say("Dutch")}


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield each text that is in another language than its own; titles are too short to tell."""
    for passage in find_passages(loaded):
        other = find_other_language(passage.text, passage.language)
        if other:
            message = say(
                "this stands under '{language}', and by its words it is {other}",
                language=passage.language,
                other=_LANGUAGES[other],
            )
            yield Problem(passage.pointer, message)
