"""Which units a site has on a day, and what each of them says of itself."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from spelregels.editions import DRAFT, Edition, find_current
from spelregels.loaded import Loaded
from spelregels.models import Rulebook
from spelregels.render import Publication, Unit
from spelregels.words import NO_WORDS, OwnWords


@dataclass(frozen=True)
class Notice:
    """What a unit says at the top of every page, and the edition that holds instead of it."""

    text: str = ""
    link: str = ""
    edition: str = ""

    def without_link(self) -> "Notice":
        """Return only what it says."""
        return Notice(self.text)


NO_NOTICE = Notice()


@dataclass(frozen=True)
class Plan:
    """The publications of a site, the newest edition first, and the one readers are led to."""

    publications: tuple[Publication, ...]
    leading: str
    editions: tuple[Edition, ...]
    today: date

    def beside(self, publication: Publication) -> tuple[Publication, ...]:
        """Return the same edition in every language, this one too."""
        edition = publication.unit.edition
        return tuple(each for each in self.publications if each.unit.edition == edition)

    def find_notice(self, publication: Publication) -> Notice:
        """Return what the pages of a publication say first: nothing where it is current."""
        current = find_current(self.editions, self.today)
        if current and current == publication.edition:
            return NO_NOTICE
        text = _notice(publication, self.today)
        if current is None:
            return Notice(text)
        return Notice(text, publication.words["to_current"], current.name)


def make_plan(
    loaded: Loaded, today: date, site_url: str, own_words: OwnWords = NO_WORDS, *, draft: bool
) -> Plan:
    """Return the plan of a site: every edition, and the draft if asked for or if it is all."""
    current = find_current(loaded.editions, today)
    shared = (site_url, loaded.history, loaded.place, own_words)
    publications = [
        Publication(edition.rulebook, Unit(language, edition.name), *shared)
        for edition in reversed(loaded.editions)
        for language in edition.rulebook.settings.languages
    ]
    if draft or not publications:
        publications = [*draft_publications(loaded, site_url, own_words), *publications]
    names = [publication.unit.edition for publication in publications]
    leading = current.name if current else names[-1]
    return Plan(tuple(publications), leading, loaded.editions, today)


def draft_publications(
    loaded: Loaded, site_url: str, own_words: OwnWords = NO_WORDS
) -> tuple[Publication, ...]:
    """Return the rulebook as it stands, in each of its languages."""
    shared = (site_url, loaded.history, loaded.place, own_words)
    return tuple(
        Publication(loaded.rulebook, Unit(language, DRAFT), *shared)
        for language in loaded.rulebook.settings.languages
    )


def epoch_of(publication: Publication) -> int:
    """Return what stands in for the clock in a unit, in seconds since 1970.

    It is the day on which the edition was published, or the last day that the draft speaks of.
    """
    edition = publication.edition
    day = edition.published if edition else _latest_day(publication.rulebook)
    return int(datetime.combine(day, time(), UTC).timestamp())


def _notice(publication: Publication, today: date) -> str:
    words, edition, following = publication.words, publication.edition, publication.following
    if edition is None:
        return words["draft"]
    since = words.day(edition.in_force)
    if edition.in_force > today or following is None:
        return words.fill("upcoming_notice", edition=edition.name, since=since)
    until = words.day(following.edition.in_force - timedelta(days=1))
    return words.fill("past_notice", edition=edition.name, since=since, until=until)


def _latest_day(rulebook: Rulebook) -> date:
    decided = (rule.decided_on for rule in rulebook.rules.values())
    asked = (request.asked_on for request in rulebook.requests.values())
    return max((*decided, *asked), default=date(2000, 1, 1))
