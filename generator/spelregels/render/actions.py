"""What a reader can do with a rule: ask about it, propose to change it, go on to the next."""

from urllib.parse import quote

from spelregels.models import Repository, Rule
from spelregels.render.publication import Link, Publication, Reader

_MAIL = "mailto:"
_EDITORS = {
    "github": "{url}/edit/{branch}/{path}",
    "gitlab": "{url}/-/edit/{branch}/{path}",
}


def find_contact(publication: Publication, reader: Reader, id_: str) -> str:
    """Return where to ask about a rule: with who decides, else with the publisher, else nowhere.

    A mail comes with a subject that names the rule, and with its address.
    """
    rule = publication.rulebook.rules[id_]
    address = _owner_contact(reader, rule) or reader.rulebook.settings.publisher.contact or ""
    if not address.lower().startswith(_MAIL):
        return address
    subject = reader.words.fill("ask_subject", title=reader.plain(rule.title))
    fields = f"subject={quote(subject)}&body={quote(publication.permanent_address(id_))}%0A%0A"
    return f"{address}{'&' if '?' in address else '?'}{fields}"


def find_editor(publication: Publication, id_: str) -> str:
    """Return where the file of a rule is edited, or nothing where no repository is named.

    The pages of every edition lead to the same file, the one that the next edition is made of: a
    frozen edition cannot be changed. So the repository is the one that was named last.
    """
    repository = _find_repository(publication)
    if repository is None:
        return ""
    return _EDITORS[repository.kind].format(
        url=repository.url.rstrip("/").removesuffix(".git"),
        branch=quote(repository.branch),
        path=quote(f"{publication.source}/rules/{id_}.yaml"),
    )


def find_neighbours(reader: Reader, order: tuple[str, ...], id_: str) -> dict[str, Link | None]:
    """Return the rules before and after a rule in `order`; one that is not there has none."""
    if id_ not in order:
        return {"previous_rule": None, "next_rule": None}
    place = order.index(id_)
    around = (order[max(place - 1, 0) : place], order[place + 1 : place + 2])
    links = [next(iter(reader.rule_links(each)), None) for each in around]
    return dict(zip(("previous_rule", "next_rule"), links, strict=True))


def _owner_contact(reader: Reader, rule: Rule) -> str | None:
    contacts = {owner.id: owner.contact for owner in reader.rulebook.owners.owners}
    return contacts.get(rule.owner)


def _find_repository(publication: Publication) -> Repository | None:
    if publication.edition is None:
        return publication.rulebook.settings.repository
    return publication.history.editions[-1].rulebook.settings.repository
