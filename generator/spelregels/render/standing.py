"""What stands at this moment: the rules in force, and the answers that were given."""

from spelregels.models import Request, Rule
from spelregels.render.publication import Reader

STYLES = ("assets/stylesheets/answers.css",)
"""What the pages for whoever wants something look like."""


def rules_in_force(reader: Reader) -> tuple[tuple[str, Rule], ...]:
    """Return the rules that hold, with their ids, by chapter and title."""
    chapters = [chapter.id for chapter in reader.rulebook.settings.chapters]
    rules = ((id_, rule) for id_, rule in reader.rulebook.rules.items() if rule.status == "active")
    return tuple(
        sorted(rules, key=lambda e: (chapters.index(e[1].chapter), reader.rule_link(e[0])))
    )


def latest_requests(reader: Reader) -> tuple[tuple[str, Request], ...]:
    """Return the requests with their ids, the latest first."""
    requests = reader.rulebook.requests.items()
    return tuple(sorted(requests, key=lambda e: (-e[1].asked_on.toordinal(), e[0])))


def still_holds(reader: Reader, request: Request) -> bool:
    """Tell whether the rules that decided a request are what they were when it was asked."""
    rules = (reader.rulebook.rules[id_] for id_ in request.rules)
    return all(rule.status == "active" and rule.decided_on <= request.asked_on for rule in rules)
