import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from spelregels.rich import (
    find_links,
    find_objections,
    is_allowed_address,
    to_html,
)

Told = tuple[str, str]
"""The name of a check, and what an objection says."""

HEADING = (
    "forbidden-markup",
    "a heading has no place in this text; the page brings its own headings",
)
DEEP = (
    "forbidden-markup",
    "lists are nested more than 8 deep, or quotes more than 17; make it flatter",
)
LONG = ("forbidden-markup", "this text is longer than 20 kB; no reader finishes it")


def link_to(address: str) -> Told:
    return (
        "forbidden-markup",
        f"a link may not lead to '{address}'; start it with https://, http://, mailto: or tel:, "
        "or write it as rules/name-of-the-rule/",
    )


def picture(address: str) -> Told:
    return ("forbidden-markup", f"the picture '{address}' comes from elsewhere; put it in docs/")


def tag(typed: str) -> Told:
    return ("raw-html", f"'{typed}' is shown as it stands here; HTML does not work in texts")


def objections_to(text: str) -> list[Told]:
    return [(each.name, each.message.within("en")) for each in find_objections(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wait your turn.", "<p>Wait your turn.</p>"),
        ("Wait.\n\nThen *ask* for **meat**.",
         "<p>Wait.</p>\n<p>Then <em>ask</em> for <strong>meat</strong>.</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("a `<b>` c", "<p>a <code>&lt;b&gt;</code> c</p>"),
        ("```sh\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>"),
        ("    <b>", "<pre><code>&lt;b&gt;\n</code></pre>"),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("a\n\n***\n\nb", "<p>a</p>\n<hr>\n<p>b</p>"),
        ("[a](https://x.example/?b=c&d)",
         '<p><a href="https://x.example/?b=c&amp;d">a</a></p>'),
        ('[a](https://x.example "t")', '<p><a title="t" href="https://x.example">a</a></p>'),
        ("<https://x.example>", '<p><a href="https://x.example">https://x.example</a></p>'),
        ("<jo@x.example>", '<p><a href="mailto:jo@x.example">jo@x.example</a></p>'),
        ("[a](tel:+31612345678)", '<p><a href="tel:+31612345678">a</a></p>'),
        ("[a][b]\n\n[b]: https://x.example", '<p><a href="https://x.example">a</a></p>'),
        ("![a](pictures/a.svg)", '<p><img alt="a" src="pictures/a.svg"></p>'),
        ("A List<int>, 3 < 4 & 5 > 2.", "<p>A List&lt;int&gt;, 3 &lt; 4 &amp; 5 &gt; 2.</p>"),
        ("&copy; 3 &lt; 4 &#60; 5", "<p>© 3 &lt; 4 &lt; 5</p>"),
        ("https://x.example", "<p>https://x.example</p>"),
        ("", ""),
    ],
)  # fmt: skip
def test_markdown_becomes_html(text: str, expected: str) -> None:
    assert to_html(text) == expected
    assert objections_to(text) == []


def test_columns_of_a_table_are_aligned_without_a_style() -> None:
    text = "a | b | c\n--- | :-: | --:\n1 | 2 | 3"
    assert to_html(text) == (
        "<table>\n<thead>\n<tr>\n"
        '<th>a</th>\n<th align="center">b</th>\n<th align="right">c</th>\n'
        "</tr>\n</thead>\n<tbody>\n<tr>\n"
        '<td>1</td>\n<td align="center">2</td>\n<td align="right">3</td>\n'
        "</tr>\n</tbody>\n</table>"
    )
    assert objections_to(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](rules/b/#c)", '<p><a href="../../rules/b/#c">a</a></p>'),
        ("![a](b.png)", '<p><img alt="a" src="../../b.png"></p>'),
        ("[a](https://x.example)", '<p><a href="https://x.example">a</a></p>'),
        ("[a](mailto:jo@x.example)", '<p><a href="mailto:jo@x.example">a</a></p>'),
    ],
)
def test_address_within_the_site_is_counted_from_the_root(text: str, expected: str) -> None:
    assert to_html(text, "../../") == expected


@pytest.mark.parametrize(
    "address",
    ["https://x.example", "HTTPS://x.example", "http://x", "mailto:a@b", "tel:112", "a", "a/b/",
     "rules/a/", "rules/a/?b=c", "rules/a/#b", "é/", "a%20b", "a..b/", "a/.b"],
)  # fmt: skip
def test_address_is_allowed(address: str) -> None:
    assert is_allowed_address(address)


REFUSED = [
    "javascript:alert(1)", "JavaScript:alert(1)", "jAvAsCrIpT:alert(1)", " javascript:alert(1)",
    "\tjavascript:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "vbscript:x", "data:text/html,x", "DATA:text/html;base64,x", "file:///etc/passwd",
    "ftp://x.example", "blob:x", "about:blank", "view-source:x", "ws://x", "x:y",
    "//x.example", "///x.example", "/\\x.example", "\\\\x.example", "\\/x.example", "/a", "/",
    "https:", "mailto:", "", "#a", "?a", ".", "..", "../a", "./a", "a/../../b", "a/..",
    "a/%2e%2e/%2E./b", "a\\b", "a b", "a:b", "%6aavascript:x", "%2e%2e/a", "a?b:c",
]  # fmt: skip


@pytest.mark.parametrize("address", REFUSED)
def test_address_is_refused(address: str) -> None:
    assert not is_allowed_address(address)


def hrefs(html: str) -> list[str | None]:
    tree = LexborHTMLParser(html)
    return [node.attributes.get("href") for node in tree.css("a")]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("[a](javascript:alert(1))", "javascript:alert(1)"),
        ("[a](JaVaScRiPt:alert(1))", "JaVaScRiPt:alert(1)"),
        ("[a](<javascript:alert(1)>)", "javascript:alert(1)"),
        ("[a](javascript&#58;alert(1))", "javascript:alert(1)"),
        ("[a](javascript&#x3a;alert(1))", "javascript:alert(1)"),
        ("[a](&#106;avascript&colon;alert(1))", "javascript:alert(1)"),
        ("[a](java&Tab;script:alert(1))", "java%09script:alert(1)"),
        ("[a](java&NewLine;script:alert(1))", "java%0Ascript:alert(1)"),
        ("[a](&#1;javascript:alert(1))", "&#1;javascript:alert(1)"),
        ("[a](< javascript:alert(1)>)", "javascript:alert(1)"),
        ("[a](javascript\\:alert(1))", "javascript:alert(1)"),
        ("[a](data:text/html,x)", "data:text/html,x"),
        ("[a](vbscript:x)", "vbscript:x"),
        ("[a](//x.example)", "//x.example"),
        ("[a](\\/\\/x.example)", "//x.example"),
        ("[a](\\\\x.example)", "%5Cx.example"),
        ("[a](&sol;&sol;x.example)", "//x.example"),
        ("[a](../../x/)", "../../x/"),
        ("[a](x/%2e%2e/%2e%2e/y/)", "x/%2e%2e/%2e%2e/y/"),
        ("[a]()", ""),
        ("[a](<>)", ""),
        ("<javascript:alert(1)>", "javascript:alert(1)"),
        ("<data:text/html,x>", "data:text/html,x"),
        ("<ftp://x.example>", "ftp://x.example"),
        ("[a]\n\n[a]: javascript:alert(1)", "javascript:alert(1)"),
        ("[a][b]\n\n[B]:\n  javascript:alert(1)", "javascript:alert(1)"),
        ("[![a](b.png)](javascript:alert(1))", "javascript:alert(1)"),
        ("> - [a](javascript:alert(1))", "javascript:alert(1)"),
        ("a | b\n--|--\n[a](javascript:alert(1)) | c", "javascript:alert(1)"),
        ("[a [b] c](javascript:alert(1))", "javascript:alert(1)"),
    ],
)
def test_link_that_is_refused_is_told_and_leads_nowhere(text: str, address: str) -> None:
    assert objections_to(text) == [link_to(address)]
    assert hrefs(to_html(text, "../")) == [None]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("![a](https://x.example/a.png)", "https://x.example/a.png"),
        ("![a](//x.example/a.png)", "//x.example/a.png"),
        ("![a](data:image/png;base64,x)", "data:image/png;base64,x"),
        ("![a](javascript:alert(1))", "javascript:alert(1)"),
        ("![a][b]\n\n[b]: https://x.example/a.png", "https://x.example/a.png"),
        ("[![a](https://x.example/a.png)](rules/b/)", "https://x.example/a.png"),
        ("![a]()", ""),
    ],
)
def test_picture_from_elsewhere_is_told_and_not_fetched(text: str, address: str) -> None:
    assert objections_to(text) == [picture(address)]
    images = LexborHTMLParser(to_html(text)).css("img")
    assert [node.attributes.get("src") for node in images] == [None]


@pytest.mark.parametrize(
    "text",
    ["# A", "###### A", "A\n===", "A\n---", "- # A", "> A\n> ---", "a\n\n- b\n  ===", "  ## A",
     "1. A\n   --", "#\tA", "#"],
)  # fmt: skip
def test_heading_is_told(text: str) -> None:
    assert objections_to(text) == [HEADING]
    assert LexborHTMLParser(to_html(text)).css("h1, h2, h3, h4, h5, h6") == []


@pytest.mark.parametrize("text", ["#A", "A #", "\\# A", "`# A`", "    # A", "---", "a\n\n---\n"])
def test_what_only_looks_like_a_heading_is_let_be(text: str) -> None:
    assert objections_to(text) == []


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("a <b>b</b>", "<b>"),
        ("<script>alert(1)</script>", "<script>"),
        ("<SCRIPT src=x>", "<SCRIPT src=x>"),
        ('<img src="x" onerror="alert(1)">', '<img src="x" onerror="alert(1)">'),
        ("a<br/>b", "<br/>"),
        ("</div>", "</div>"),
        ("<iframe src=x>", "<iframe src=x>"),
        ("<svg onload=alert(1)>", "<svg onload=alert(1)>"),
    ],
)
def test_tag_is_shown_as_typed_and_told(text: str, typed: str) -> None:
    assert objections_to(text) == [tag(typed)]
    tree = LexborHTMLParser(to_html(text))
    assert tree.body is not None
    assert tree.body.text().strip() == text


@pytest.mark.parametrize(
    "text", ["List<int>", "`<b>`", "a < b > c", "<bold>", "<!-- a -->", "<?a?>"]
)
def test_angle_brackets_that_are_no_tag_are_honest_text(text: str) -> None:
    assert objections_to(text) == []


def test_objection_is_told_once() -> None:
    assert objections_to("# A\n\n# B\n\n<b> <b>") == [HEADING, tag("<b>")]


def test_text_may_be_twenty_thousand_bytes() -> None:
    assert objections_to("é" * 10_000) == []
    assert objections_to("é" * 10_000 + "x") == [LONG]


def lists(depth: int, indent: str) -> str:
    """Return lists in each other, indented with tabs where `indent` is one: four columns."""
    lead = ("  " * level for level in range(depth))
    return "".join(f"{spaces.replace('    ', indent)}- a{len(spaces)}\n" for spaces in lead)


NESTED = [("> " * 17 + "a", "> " * 18 + "a"), ("- " * 8 + "a", "- " * 9 + "a")]
NESTED += [("1. " * 8 + "a", "1. " * 9 + "a"), (lists(8, "    "), lists(9, "    "))]
NESTED += [(lists(8, "\t"), lists(9, "\t"))]


@pytest.mark.parametrize(("most", "more"), NESTED)
def test_nesting_is_told_before_anything_is_lost(most: str, more: str) -> None:
    assert objections_to(most) == []
    assert objections_to(more) == [DEEP]
    tree = LexborHTMLParser(to_html(more))
    assert tree.body is not None
    assert tree.body.text().split() == [word for word in more.split() if word.startswith("a")]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("[a](rules/b/) and [c](https://x.example)", ["rules/b/"]),
        ("[a][b]\n\n[b]: rules/c/", ["rules/c/"]),
        ('[a](rules/b/#c "t")', ["rules/b/#c"]),
        ("`[a](rules/b/)`", []),
        ("[a](javascript:x) [b](../c) [d](/e)", []),
        ("rules/b/", []),
    ],
)
def test_links_within_the_site_are_found(text: str, links: list[str]) -> None:
    assert list(find_links(text)) == links


PIECES = st.sampled_from(
    ["[", "]", "(", ")", "![", "<", ">", "`", "```\n", "*", "**", "_", "\\", "&", "&#58;", "|",
     "&colon;", "javascript:", "data:", "//", "https://x.example", "\n", "\n\n", "    ", "- ",
     "1. ", "# ", "> ", "<script>", "</script>", "<img src=x onerror=alert(1)>", " onload=x ",
     "<iframe>", '"', "'", "]: ", "](", "](<", "a", "b", "\t", "\u200b", "<style>", "--", "==",
     "~~~\n", ":-:", "a | b\n--|--\n"]
)  # fmt: skip


@given(st.text(max_size=300) | st.lists(PIECES, max_size=60).map("".join))
def test_html_of_any_text_is_harmless(text: str) -> None:
    list(find_objections(text))
    html = to_html(text, "../")
    tree = LexborHTMLParser(f"<main>{html}</main>")
    assert tree.css("script, style, iframe, object, embed, form, base, meta, svg, h1, h2") == []
    for node in tree.css("main *"):
        assert set(node.attributes) <= {"href", "src", "alt", "title", "start", "align"}
        for name in ("href", "src"):
            address = node.attributes.get(name)
            assert address is None or is_allowed_address(address.removeprefix("../"))
    assert len(tree.css("main")) == 1


HOSTILE = [
    "[",
    "![",
    "*a ",
    "_a ",
    "**",
    "`",
    "` ",
    "<",
    "[a](",
    "[](",
    "> ",
    "- ",
    "[a]: b\n",
    "]",
]
HOSTILE += [
    "[a][",
    "&",
    "\\",
    "](x)",
    "|",
    "|a\n",
    "a|",
    "1. ",
    "\t- ",
    "\n",
    "<b>",
    "<a:",
    '[a]("',
]
HOSTILE += ["*a**", "~~", "<https://x>", "<a ", "&#", "![a](b) ", "\u0301", "a\n=\n", "   "]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_comes_to_an_end(piece: str) -> None:
    text = piece * (20_000 // len(piece.encode()))
    list(find_objections(text))
    list(find_links(text))
    assert len(to_html(text)) < 1_000_000
