"""A text holds something that cannot be published as it stands.

Texts are Markdown: paragraphs, emphasis, lists, links, tables and code. A heading would break the
order of the page. A link may lead to https, http, mailto and tel, or to a place within the site; a
picture only to one within the site. A text may be 20 kB long, and lists 8 levels deep.

Mend: Write a heading as an ordinary line, start a link with `https://`, and put a picture in the
folder `docs`. Shorten a text that is too long, and take levels out of a list that is too deep.

Bad:

    # rules/wait-your-turn.yaml
    rule: Wait [here](javascript:alert) until it is your turn.

Good:

    # rules/wait-your-turn.yaml
    rule: Wait [here](https://shop.example/counter) until it is your turn.
"""

from collections.abc import Iterator

from spelregels.checks.markup import find_objections_in
from spelregels.diagnostics import Problem, Severity
from spelregels.loaded import Loaded

CODE = "SR111"
SEVERITY = Severity.ERROR


def find(loaded: Loaded) -> Iterator[Problem]:
    """Yield what keeps a text from being published."""
    return find_objections_in(loaded, "forbidden-markup")
