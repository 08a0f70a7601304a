"""Problems to report, made of nothing but what a test says."""

from spelregels.checks import PAGES
from spelregels.checks.explanations import explain
from spelregels.diagnostics import Diagnostic, Location, Severity

HOSTILE = (
    "a\r\nb\tc::error file=x::d, e: 100% | `f` *g* <script>h</script> <!-- [i](javascript:j) "
    "{0} @k #1 https://l.example m@n.example &lt; \\| ]]> \x1b[31mo\x00\x85\ufffe"
)
"""Everything that means something to one of those who read a report."""


def diagnostic(
    line: int = 1,
    column: int = 1,
    end_line: int = 1,
    end_column: int = 2,
    *,
    path: str = "a.yaml",
    message: str = "wrong",
    severity: Severity = Severity.ERROR,
    name: str = "owner-not-business",
) -> Diagnostic:
    """Return a problem of the check `name`, wherever and however bad a test wants it."""
    place = Location(path, line, column, end_line, end_column)
    return Diagnostic(place, severity, PAGES[name].CODE, name, message, "Mend it.")


def mend_of(name: str, language: str = "en") -> str:
    """Return how the page of a check says to mend what it finds."""
    return explain(PAGES[name], language).mend
