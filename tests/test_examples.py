from textwrap import dedent

import pytest

from spelregels.checks import PAGES
from spelregels.checks.examples import Example, File, read_examples
from spelregels.checks.explanations import explain
from spelregels.checks.pages import to_document
from spelregels.messages import load_catalogue, say

EXAMPLES = dedent("""\
    Bad (also SR409: the reviews themselves):

        # rules/a.yaml
        title: A

        rule: >-
          Two lines.

        # rules/b.yaml (no such file)

    Good:

        # editions/2026.1.json (as frozen in 2026.2, in force after -1 days)
        title: B""")


def test_examples_are_read_with_their_files() -> None:
    said = "as frozen in {edition}, in force after {days} days"
    frozen = say(said, edition="2026.2", days="-1")
    title = "title: A\n\nrule: >-\n  Two lines."
    reason = say("the reviews themselves")
    bad = (File("rules/a.yaml", None, title), File("rules/b.yaml", say("no such file"), ""))
    good = (File("editions/2026.1.json", frozen, "title: B"),)
    assert read_examples(EXAMPLES) == (
        Example(False, say("Bad"), "SR409", reason, bad),
        Example(True, say("Good"), "", say(""), good),
    )


@pytest.mark.parametrize(
    ("note", "dutch"),
    [
        ("as frozen in 2026.1", "zoals vastgelegd in 2026.1"),
        (
            "as frozen in 2026.1, in force after 7 days",
            "zoals vastgelegd in 2026.1, geldt na 7 dagen",
        ),
        ("taken out from before 2026.2", "weggehaald, terwijl 2026.2 erop volgt"),
        ("a link to ../elsewhere.yaml", "een koppeling naar ../elsewhere.yaml"),
        ("the whole file", "het hele bestand"),
        ("something new", "something new"),
    ],
)
def test_note_on_a_file_is_told_in_dutch(note: str, dutch: str) -> None:
    (example,) = read_examples(f"Good:\n\n    # rules/a.yaml ({note})\n    title: A")
    (file,) = example.files
    assert file.note is not None
    assert (file.note.within("en"), file.note.within("nl")) == (note, dutch)


@pytest.mark.parametrize("name", PAGES)
def test_whatever_is_said_of_an_example_is_known_in_dutch(name: str) -> None:
    for example in read_examples(explain(PAGES[name], "en").examples):
        notes = [file.note for file in example.files if file.note]
        told = [example.label, *notes, *([example.reason] if example.also else [])]
        assert {message.template for message in told} <= load_catalogue("nl").keys()


def test_examples_are_labelled_in_the_language_of_the_page() -> None:
    english, dutch = (to_document(PAGES["overdue-owner"], each) for each in ("en", "nl"))
    labels = {
        "\nBad (also SR409: the reviews themselves):\n": (
            "\nFout (ook SR409: de regels zelf, die te laat zijn):\n"
        ),
        "\nGood:\n": "\nGoed:\n",
    }
    examples = english[english.index("\nBad") :]
    for own, other in labels.items():
        assert own in english
        examples = examples.replace(own, other)
    assert dutch.endswith(examples)
