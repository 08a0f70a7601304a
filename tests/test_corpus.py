"""The reasons that the checks are measured by are fit for it."""

from collections import Counter

import pytest

from corpora import CODES, FIELDS, FOLDER, LANGUAGES, Entry, load_corpus

DIRECTIONS = {
    "quality": {"better", "same", "worse"},
    "price": {"lower", "same", "higher"},
}
SEEN = [entry for language in LANGUAGES for entry in load_corpus(language)]
HELD_OUT = list(load_corpus("held-out"))
BLIND = {
    name: list(load_corpus(name)) for name in ("held-out", "hard", "plain", "alone", "sourced")
}
EVERY = {"seen": SEEN, **BLIND}


def test_corpus_has_no_other_files() -> None:
    assert {file.stem for file in FOLDER.iterdir()} == {*LANGUAGES, *BLIND}


def test_corpus_has_enough_of_both_sorts() -> None:
    sound = sum(not entry.codes for entry in SEEN)
    assert sound >= 150
    assert len(SEEN) - sound >= 150


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", BLIND)
def test_set_that_was_written_blind_is_in_both_languages(name: str, language: str) -> None:
    sound = [not entry.codes for entry in BLIND[name] if entry.language == language]
    fewest = 45 if name == "sourced" else 50
    assert min(sound.count(True), sound.count(False)) >= fewest


@pytest.mark.parametrize("entries", EVERY.values(), ids=EVERY)
def test_entry_has_a_field_a_language_and_codes_that_there_are(entries: list[Entry]) -> None:
    for entry in entries:
        assert entry.field in FIELDS, entry
        assert entry.language in LANGUAGES, entry
        assert entry.codes <= CODES.keys(), entry
        assert entry.rule.strip(), entry
        assert entry.direction in DIRECTIONS.get(entry.field, {None}), entry


@pytest.mark.parametrize("entries", EVERY.values(), ids=EVERY)
def test_only_what_is_blank_is_labelled_missing(entries: list[Entry]) -> None:
    for entry in entries:
        assert (not entry.reason.strip()) == ("SR301" in entry.codes), entry


@pytest.mark.parametrize("name", [*LANGUAGES, *BLIND])
def test_no_reason_is_there_twice_but_for_the_copies(name: str) -> None:
    reasons = [
        (entry.language, entry.reason.casefold().strip())
        for entry in load_corpus(name)
        if not entry.codes & {"SR301", "SR308"}
    ]
    assert [reason for reason, times in Counter(reasons).items() if times > 1] == []


def test_few_reasons_that_were_held_out_were_seen_before() -> None:
    """Those are stock phrases, such as `n/a`; docs/evaluation.md tells how many there are."""
    seen = {entry.reason.casefold().strip() for entry in SEEN}
    again = [entry for entry in HELD_OUT if entry.reason.casefold().strip() in seen]
    assert len(again) == 13
    assert all(entry.codes & {"SR304", "SR305"} for entry in again)
