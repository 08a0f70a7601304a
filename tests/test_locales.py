import pytest

from spelregels.locales import find_language


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "nl"}, "nl"),
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl_BE@euro"}, "nl"),
        ({"LANG": "NL"}, "nl"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "nl_NL.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LC_MESSAGES": "nl_NL.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LC_ALL": "en_US.UTF-8", "LANGUAGE": "nl"}, "nl"),
        ({"LC_ALL": "", "LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANGUAGE": "fr:nl"}, "nl"),
        ({"LANGUAGE": "fr:nl:en"}, "nl"),
        ({"LANGUAGE": "en:nl"}, "en"),
        ({"LANGUAGE": "fr:de", "LANG": "nl_NL.UTF-8"}, "en"),
        ({"LANGUAGE": ":"}, "en"),
    ],
)
def test_language_is_that_of_the_first_variable_that_says_one(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert find_language() == language


@pytest.mark.parametrize(
    ("given", "language"), [("nl", "nl"), ("en", "en"), ("fr", "en"), ("", "nl"), (None, "nl")]
)
def test_language_that_is_given_wins(
    monkeypatch: pytest.MonkeyPatch, given: str | None, language: str
) -> None:
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    assert find_language(given) == language
