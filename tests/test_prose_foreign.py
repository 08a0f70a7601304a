"""Whether a text is in the language under which it stands."""

import pytest

from spelregels.prose.foreign import find_other_language

DUTCH = "Dan wordt degene die het hardst roept als eerste geholpen."
ENGLISH = "Then whoever shouts loudest would be served before the others."


@pytest.mark.parametrize(
    ("text", "language", "other"),
    [
        (DUTCH, "en", "nl"),
        (ENGLISH, "nl", "en"),
        (DUTCH, "nl", None),
        (ENGLISH, "en", None),
        (f"The sign says: {DUTCH}", "en", None),
        ("Het is gratis.", "en", None),
        ("Backup, restore, Office 365, Teams.", "nl", None),
        (DUTCH, "de", None),
    ],
    ids=["Dutch", "English", "right", "right too", "quoted", "short", "names", "unknown"],
)
def test_language_of_a_text_is_told_by_its_smallest_words(
    text: str, language: str, other: str | None
) -> None:
    assert find_other_language(text, language) == other
