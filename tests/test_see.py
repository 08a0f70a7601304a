"""The rules at a glance: the map of quality and price, what each saves, how stable each is."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from textwrap import dedent

import pytest
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborNode

from histories import pages_of as pages_of_edition
from histories import publication_of, write_shop
from rulebooks import write_fragments, write_history
from sites import build, served
from spelregels.history import History
from spelregels.loader import load_rulebook
from spelregels.models import Rulebook
from spelregels.render import Publication, Unit, navigation, render_pages
from spelregels.render.drawing import Bar, Scale
from test_render import body_of, lines_of
from visitors import watched_page

RULE = "rules/wait-your-turn.yaml"
VIEWS = ("effects.md", "savings.md", "stability.md")
PRICES = {
    "laptops": "{direction: lower, percent: -8, basis: measured, because: Spares.}",
    "app": "{direction: lower, percent: -6.5, basis: estimated, because: No makers.}",
    "spares": "{direction: higher, percent: 3, basis: measured, because: Shelves.}",
    "factor": "{direction: higher, percent: 1, basis: estimated, because: Keys.}",
    "guess": "{direction: lower, percent: -1, because: Fewer parts.}",
    "desk": "{direction: lower, because: Fewer calls.}",
    "own": "{direction: higher, because: More forms.}",
    "wait-your-turn": "{direction: same, because: One pair of hands.}",
}
"""What the rules of a rulebook do to the price."""
QUALITIES = {"factor": "same", "desk": "worse", "own": "worse"}
"""What those do to quality that do not make it better."""


def rules_of(prices: Mapping[str, str], more: str = "") -> dict[str, str]:
    """Return the files of rules that do this to the price, titled by their ids."""
    return {
        f"rules/{name}.yaml": dedent(f"""\
            title: The {name}
            effect:
              quality: {{direction: {QUALITIES.get(name, "better")}, because: Ask for {name}.}}
              price: {price}
            {more}
        """)
        for name, price in prices.items()
    }


def rulebook_of(folder: Path, prices: Mapping[str, str], more: str = "") -> Rulebook:
    return load_rulebook(write_fragments(folder, rules_of(prices, more))).rulebook


def pages_of(rulebook: Rulebook) -> dict[str, str]:
    publication = Publication(rulebook, Unit("en", "draft"))
    return {page.path: page.content for page in render_pages(publication)}


def text_of(node: LexborNode) -> str:
    return " ".join(node.text().split())


def rows_of(page: str, selector: str) -> list[list[str]]:
    """Return the cells of the rows of a table, as they are read out."""
    rows = body_of(page).css(f"{selector} tr")
    return [[text_of(cell) for cell in row.css("th, td")] for row in rows]


def shapes_of(page: str, selector: str) -> Iterator[tuple[str, dict[str, str | None]]]:
    for shape in body_of(page).css(selector):
        yield shape.tag or "", dict(shape.attributes)


@pytest.mark.parametrize(
    ("values", "value", "place"),
    [
        ((-8, 3), -8, "0"),
        ((-8, 3), 0, "72.73"),
        ((-8, 3), 3, "100"),
        ((-8, -2), 0, "100"),
        ((2, 8), 0, "0"),
        ((2, 8), 2, "25"),
        ((Decimal("-0.1"), Decimal("0.3")), 0, "25"),
        ((-1, 2), 0, "33.33"),
        ((0,), 0, "0"),
        ((), 0, "0"),
    ],
)
def test_place_is_exact_to_a_hundredth_of_a_percent(
    values: tuple[int, ...], value: int, place: str
) -> None:
    assert Scale.around_zero(values).place(value) == place


@pytest.mark.parametrize(
    ("one", "other", "bar"),
    [
        (-8, 0, Bar("0", "72.73")),
        (3, 0, Bar("72.73", "27.27")),
        (0, 3, Bar("72.73", "27.27")),
        (0, 0, Bar("72.73", "0")),
        (-4, -2, Bar("36.36", "18.19")),
    ],
)
def test_bars_that_meet_leave_no_gap(one: int, other: int, bar: Bar) -> None:
    assert Scale(-8, 3).bar(one, other) == bar


def test_every_rule_in_force_stands_on_the_map_once(tmp_path: Path) -> None:
    page = pages_of(rulebook_of(tmp_path, PRICES))["effects.md"]
    cells = {
        text_of(cell.css("p")[0]): [
            (text_of(dot), dot.attributes["href"]) for dot in cell.css(".sr-dot")
        ]
        for cell in body_of(page).css(".sr-map-cell")
    }
    assert cells == {
        "Better and cheaper 3 rules": [
            ("1 The app", "../rules/app/"),
            ("2 The guess", "../rules/guess/"),
            ("3 The laptops", "../rules/laptops/"),
        ],
        "Better, same price 1 rule": [("4 The wait-your-turn", "../rules/wait-your-turn/")],
        "Better, but costs more 1 rule": [("5 The spares", "../rules/spares/")],
        "Just as good, cheaper 0 rules": [],
        "Just as good, same price 0 rules": [],
        "Just as good, but costs more 1 rule": [("6 The factor", "../rules/factor/")],
        "Worse, but cheaper 1 rule": [("7 The desk", "../rules/desk/")],
        "Worse, same price 0 rules": [],
        "Worse, and costs more 1 rule": [("8 The own", "../rules/own/")],
    }


def test_list_below_the_map_has_the_same_numbers(tmp_path: Path) -> None:
    body = body_of(pages_of(rulebook_of(tmp_path, PRICES))["effects.md"])
    dots = [text_of(dot) for dot in body.css(".sr-dot")]
    listed = [
        f"{number} {text_of(link)}"
        for entries in body.css(".sr-legend ol")
        for number, link in enumerate(entries.css("a"), int(entries.attributes["start"] or 0))
    ]
    assert listed == dots
    anchors = [link.attributes["href"] for link in body.css(".sr-map-cell p a")]
    assert anchors == [f"#{heading.attributes['id']}" for heading in body.css(".sr-legend h3")]


def test_balance_counts_gains_trades_and_losses(tmp_path: Path) -> None:
    body = body_of(pages_of(rulebook_of(tmp_path, PRICES))["effects.md"])
    assert [text_of(line) for line in body.css(".sr-balance li")] == [
        "4 rules make something better or cheaper, and nothing worse or more expensive.",
        "2 rules are a trade: better but more expensive, or cheaper but worse.",
        "2 rules make something worse or more expensive, and nothing better or cheaper. "
        "Each rule says why we have it all the same.",
    ]


def test_figures_stand_in_their_order_with_how_they_are_known(tmp_path: Path) -> None:
    page = pages_of(rulebook_of(tmp_path, PRICES))["savings.md"]
    assert rows_of(page, ".sr-bars") == [
        ["Rule← lowerhigher →", "Price"],
        ["The laptops", "\u22128 % measured"],
        ["The app", "\u22126.5 % estimated"],
        ["The guess", "\u22121 % origin unknown"],
        ["The factor", "+1 % estimated"],
        ["The spares", "+3 % measured"],
    ]
    bars = [
        (shape.get("class", ""), shape["x"], shape["width"])
        for _, shape in shapes_of(page, ".sr-bars rect")
    ]
    assert bars == [
        ("", "0%", "72.73%"),
        ("sr-figure-open", "13.64%", "59.09%"),
        ("sr-figure-open", "63.64%", "9.09%"),
        ("sr-figure-open", "72.73%", "9.09%"),
        ("", "72.73%", "27.27%"),
    ]
    assert {line["x1"] for _, line in shapes_of(page, ".sr-bars line")} == {"72.73%"}


def test_sums_stand_apart_by_how_the_figures_are_known(tmp_path: Path) -> None:
    page = pages_of(rulebook_of(tmp_path, PRICES))["savings.md"]
    assert rows_of(page, ".sr-sums") == [
        ["", "Rules", "lower", "higher", "together"],
        ["Measured", "2", "\u22128 %", "+3 %", "\u22125 %"],
        ["Estimated", "2", "\u22126.5 %", "+1 %", "\u22125.5 %"],
        ["Origin unknown", "1", "\u22121 %", "none", "\u22121 %"],
        ["All", "5", "\u221215.5 %", "+4 %", "\u221211.5 %"],
    ]
    lines = lines_of(page)
    assert "5 of the 8 rules have a figure." in lines
    uncounted = "3 rules have no figure and are not counted. "
    assert f"{uncounted}That does not mean that they do nothing." in lines


def test_rules_without_a_figure_are_named_by_the_way_they_move_the_price(tmp_path: Path) -> None:
    lines = lines_of(pages_of(rulebook_of(tmp_path, PRICES))["savings.md"])
    assert lines[lines.index("Rules without a figure") :] == [
        "Rules without a figure",
        *("1 rule lowers the price, we do not know by how much", "The desk"),
        *("1 rule raises the price, we do not know by how much", "The own"),
        *("1 rule leaves the price the same", "The wait-your-turn"),
    ]


@pytest.mark.parametrize(
    ("names", "coverage", "sums"),
    [
        (("laptops",), "Every rule has a figure.", []),
        (("wait-your-turn",), "No rule has a figure. Which way it moves the price", []),
        (("laptops", "desk"), "Of the 2 rules, 1 has a figure.", []),
        (("laptops", "spares"), "Every rule has a figure.", ["Measured"]),
    ],
)
def test_few_figures_are_not_added_up(
    tmp_path: Path, names: tuple[str, ...], coverage: str, sums: list[str]
) -> None:
    rulebook = rulebook_of(tmp_path, {name: PRICES[name] for name in names})
    rules = {name: rulebook.rules[name] for name in names}
    page = pages_of(rulebook.model_copy(update={"rules": rules, "requests": {}}))["savings.md"]
    assert any(line.startswith(coverage) for line in lines_of(page))
    assert [row[0] for row in rows_of(page, ".sr-sums")[1:]] == sums


def test_savings_of_more_than_the_whole_price_are_not_added_up(tmp_path: Path) -> None:
    price = "{direction: lower, percent: -50, basis: estimated, because: Of it.}"
    rules = dict.fromkeys(("one", "two"), price)
    lines = lines_of(pages_of(rulebook_of(tmp_path, rules))["savings.md"])
    assert lines[lines.index("Added up") + 1].startswith("Added up, these rules would save")
    assert "Why it is only an indication" not in lines


def test_rules_that_do_not_hold_are_in_no_drawing(tmp_path: Path) -> None:
    rulebook = rulebook_of(tmp_path, PRICES, "status: proposed")
    pages = pages_of(rulebook)
    for path in VIEWS[:2]:
        lines = lines_of(pages[path])
        assert "There are no rules in force yet." in lines
        assert not body_of(pages[path]).css("svg, table, a[href*='rules/']")


def test_pages_lead_to_each_other_and_stand_together_in_the_menu(tmp_path: Path) -> None:
    rulebook = rulebook_of(tmp_path, PRICES)
    publication = Publication(rulebook, Unit("en", "draft"))
    entry = next(item for item in navigation(publication) if item.title == "At a glance")
    assert tuple(item.path for item in entry.items) == VIEWS
    pages = pages_of(rulebook)
    for path in VIEWS:
        ways = body_of(pages[path]).css(".sr-views a")
        assert [way.attributes["href"] for way in ways] == [
            f"../{name.removesuffix('.md')}/" for name in VIEWS
        ]
        here = [way for way in ways if way.attributes.get("aria-current") == "page"]
        assert [way.attributes["href"] for way in here] == [f"../{path.removesuffix('.md')}/"]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_shop(tmp_path_factory.mktemp("shop"))


def test_each_rule_tells_how_long_it_is_the_same(shop: Path) -> None:
    page = pages_of_edition(shop, "2026.2")["stability.md"]
    lives, editions = body_of(page).css("table.sr-bars")
    assert [[text_of(cell) for cell in row.css("th, td")] for row in lives.css("tr")] == [
        ["Rule1 January 202515 December 2026", "Changed"],
        ["Since 1 January 2025: 23 months 1 rule"],
        ["Closed every Monday", "never"],
        ["Since 1 February 2026: 10 months 1 rule"],
        ["Dogs stay outside", "never"],
        ["Since 15 December 2026: not yet a month 2 rules"],
        ["Cash only", "never"],
        ["Wait your turn", "2 times"],
    ]
    assert [[text_of(cell) for cell in row.css("th, td")] for row in editions.css("tr")] == [
        ["Edition", "Rules"],
        ["2026.2", "3"],
        ["2026.1", "2"],
        ["2025.2", "1"],
    ]
    assert [bar.attributes["width"] for bar in editions.css("rect")] == [
        *("100%", "66.67%", "33.33%")
    ]


def test_life_of_a_rule_is_drawn_from_its_coming_to_the_edition(shop: Path) -> None:
    """By hand: the last edition came 713 days after the first, and the second 195 days."""
    page = pages_of_edition(shop, "2026.2")["stability.md"]
    row = next(row for row in body_of(page).css(".sr-bars tr") if "Wait your turn" in row.text())
    whole, rest = row.css("rect")
    assert (whole.attributes["x"], whole.attributes["width"]) == ("0%", "100%")
    assert (rest.attributes["x"], rest.attributes["width"]) == ("100%", "0%")
    assert [dot.attributes["cx"] for dot in row.css("circle")] == ["0%", "27.35%", "100%"]


def test_stability_is_counted(shop: Path) -> None:
    lines = lines_of(pages_of_edition(shop, "2026.2")["stability.md"])
    start = lines.index("Not changed since they came: 3 of the 4 rules.")
    assert lines[start : start + 2] == [
        "Not changed since they came: 3 of the 4 rules.",
        "At least half of the rules have been the same for 10 months.",
    ]


def test_draft_names_the_rules_that_are_in_no_edition(tmp_path: Path) -> None:
    write_history(tmp_path, {}, {RULE: "title: Wait here\n"})
    write_fragments(tmp_path, {"rules/no-dogs.yaml": "title: No dogs\n"})
    lines = lines_of(pages_of_edition(tmp_path, "draft")["stability.md"])
    at = lines.index("Not in any edition yet")
    assert lines[at : at + 2] == ["Not in any edition yet", "No dogs"]


def test_without_a_second_edition_a_sentence_stands_in_for_the_chart(tmp_path: Path) -> None:
    write_fragments(tmp_path, {})
    publication = Publication(load_rulebook(tmp_path).rulebook, Unit("en", "draft"))
    none = {page.path: page.content for page in render_pages(publication)}["stability.md"]
    write_history(tmp_path, {})
    first = pages_of_edition(tmp_path, "2026.1")["stability.md"]
    assert lines_of(none)[-1].startswith("There is no edition yet.")
    assert lines_of(first)[-1].startswith(
        "There is only one edition so far: that of 2 March 2026."
    )
    assert not body_of(none + first).css("svg, table")


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (("2024-01-31", "2024-02-29"), "1 month"),
        (("2024-02-01", "2024-02-29"), "not yet a month"),
        (("2024-01-15", "2025-12-15"), "23 months"),
        (("2024-01-15", "2026-01-15"), "2 years"),
        (("2024-01-15", "2026-02-20"), "2 years and 1 month"),
    ],
)
def test_age_is_told_as_people_count(tmp_path: Path, days: tuple[str, str], told: str) -> None:
    write_history(tmp_path, {}, {"rules/no-dogs.yaml": "title: No dogs\n"})
    publication = publication_of(tmp_path, "2026.2")
    editions = tuple(
        replace(edition, in_force=date.fromisoformat(day))
        for edition, day in zip(publication.history.editions, days, strict=True)
    )
    publication = replace(publication, history=History(editions))
    pages = {page.path: page.content for page in render_pages(publication)}
    groups = body_of(pages["stability.md"]).css("[scope=rowgroup]")
    assert text_of(groups[0]).partition(": ")[2] == f"{told} 1 rule"


def test_three_hundred_rules_are_all_there(tmp_path: Path) -> None:
    one = rulebook_of(tmp_path, {"laptops": PRICES["laptops"]})
    rules = {f"rule-{number}": one.rules["laptops"] for number in range(300)}
    many = one.model_copy(update={"rules": rules, "requests": {}})
    pages = pages_of(many)
    assert len(body_of(pages["effects.md"]).css(".sr-dot")) == 300
    assert len(body_of(pages["savings.md"]).css(".sr-bars rect")) == 300


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a site with rules of every kind, in one language."""
    folder = tmp_path_factory.mktemp("see")
    write_fragments(folder / "rulebook", rules_of(PRICES))
    build(folder / "rulebook", folder / "site")
    with served(folder / "site") as address:
        yield address


@pytest.mark.parametrize("width", [320, 1280])
def test_circles_do_not_overlap_and_can_be_tapped(browser: Browser, site: str, width: int) -> None:
    with watched_page(browser, site, viewport={"width": width, "height": 800}) as page:
        page.goto(f"{site}en/draft/effects/")
        boxes = [dot.bounding_box() for dot in page.locator(".sr-dot").all()]
        found = [(box["x"], box["y"], box["width"], box["height"]) for box in boxes if box]
        assert len(found) == len(PRICES)
        assert all(min(box[2:]) >= 24 for box in found)
        for index, (x, y, wide, high) in enumerate(found):
            for other_x, other_y, _, _ in found[index + 1 :]:
                assert abs(other_x - x) >= wide or abs(other_y - y) >= high


def test_name_of_a_circle_is_seen_from_the_keyboard(browser: Browser, site: str) -> None:
    with watched_page(browser, site) as page:
        page.goto(f"{site}en/draft/effects/")
        page.get_by_role("link", name="Better and cheaper").focus()
        page.keyboard.press("Tab")
        first = page.get_by_role("link", name="1 The app")
        expect(first).to_be_focused()
        below = page.locator(".sr-map-cells").bounding_box()
        name = first.locator("span").bounding_box()
        assert below is not None
        assert name is not None
        assert name["y"] >= below["y"] + below["height"]
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("The app")


@pytest.mark.parametrize("path", ["effects", "savings", "stability"])
def test_drawings_need_no_sideways_scrolling(browser: Browser, site: str, path: str) -> None:
    with watched_page(browser, site, viewport={"width": 320, "height": 800}) as page:
        page.goto(f"{site}en/draft/{path}/")
        wide = page.evaluate("""() => [...document.querySelectorAll('.sr-page *')].filter(
            each => each.getBoundingClientRect().right > document.documentElement.clientWidth
        ).map(each => each.outerHTML)""")
        assert wide == []


def test_filled_and_open_bars_differ_without_colours(browser: Browser, site: str) -> None:
    with watched_page(browser, site, forced_colors="active") as page:
        page.goto(f"{site}en/draft/savings/")
        fills = page.locator(".sr-bars rect").evaluate_all(
            "shapes => shapes.map(shape => getComputedStyle(shape).fill)"
        )
        assert fills[0] == fills[-1]
        assert len({fills[0], fills[1]}) == 2
