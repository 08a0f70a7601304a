from collections.abc import Mapping
from pathlib import Path

import pytest

from rulebooks import write_file
from spelregels.scan import scan_site

HOME = "https://rules.example/"
RUNS = "could run something, or names no scheme"
RESTYLES = "could run or restyle the page"
DRAWING = "a drawing may hold elements only, written in UTF-8"


def findings(folder: Path, files: Mapping[str, str | bytes], site_url: str = HOME) -> list[str]:
    for name, text in files.items():
        write_file(folder / name, text if isinstance(text, str) else text.decode("latin-1"))
    return [str(finding) for finding in scan_site(folder, site_url)]


def no_place(tag: str) -> str:
    return f"an element <{tag}> has no place in the site"


def refused(address: str) -> str:
    return f"the address '{address}' {RUNS}"


def loads(tag: str, address: str) -> str:
    return f"<{tag}> loads '{address}' from elsewhere"


def nowhere(link: str) -> str:
    return f"the link '{link}' leads nowhere"


SPOILED = {
    "<script>alert(1)</script>": ["a script stands in the page itself"],
    "<SCRIPT\n>alert(1)</SCRIPT>": ["a script stands in the page itself"],
    "<script type=module>1</script>": ["a script stands in the page itself"],
    '<script src="https://evil.example/x.js"></script>': [
        loads("script", "https://evil.example/x.js")
    ],
    '<script src="//evil.example/x.js"></script>': [refused("//evil.example/x.js")],
    '<img src="a.png" onerror="alert(1)">': ["an attribute 'onerror' on <img> " + RESTYLES],
    "<p OnMouseOver=alert(1)>x</p>": ["an attribute 'onmouseover' on <p> " + RESTYLES],
    "<p/onclick=alert(1)>x": ["an attribute 'onclick' on <p> " + RESTYLES],
    '<p style="color: red">x</p>': ["an attribute 'style' on <p> " + RESTYLES],
    "<style>p { color: red }</style>": [no_place("style")],
    '<a href="javascript:alert(1)">x</a>': [refused("javascript:alert(1)")],
    '<a href=" JavaScript:alert(1)">x</a>': [refused(" JavaScript:alert(1)")],
    '<a href="java\nscript:alert(1)">x</a>': [refused("java\nscript:alert(1)")],
    '<a href="java&#9;script:alert(1)">x</a>': [refused("java\tscript:alert(1)")],
    '<a href="&#1;javascript:alert(1)">x</a>': [refused("\x01javascript:alert(1)")],
    '<a href="javascript&colon;alert(1)">x</a>': [refused("javascript:alert(1)")],
    '<a href="&#x6A;avascript:alert(1)">x</a>': [refused("javascript:alert(1)")],
    '<a href="data:text/html,x">x</a>': [refused("data:text/html,x")],
    '<a href="vbscript:x">x</a>': [refused("vbscript:x")],
    '<a href="blob:x">x</a>': [refused("blob:x")],
    '<a href="//evil.example/">x</a>': [refused("//evil.example/")],
    '<a href="/\\evil.example/">x</a>': [refused("/\\evil.example/")],
    '<a href="\\\\evil.example">x</a>': [refused("\\\\evil.example")],
    '<a href="./" ping="https://evil.example/">x</a>': [loads("a", "https://evil.example/")],
    '<img src="https://evil.example/x.png">': [loads("img", "https://evil.example/x.png")],
    '<img src="data:image/png;base64,AA">': [refused("data:image/png;base64,AA")],
    '<img srcset="a.png 1x, https://evil.example/x.png 2x">': [
        loads("img", "https://evil.example/x.png")
    ],
    '<link rel="preload" imagesrcset="https://evil.example/x.png 2x">': [
        loads("link", "https://evil.example/x.png")
    ],
    '<img src="a.png" attributionsrc="https://evil.example/">': [
        loads("img", "https://evil.example/")
    ],
    '<link rel="stylesheet" href="https://evil.example/x.css">': [
        loads("link", "https://evil.example/x.css")
    ],
    '<link rel="canonical" href="https://evil.example/">': [
        loads("link", "https://evil.example/")
    ],
    '<link rel="canonical stylesheet" href="https://rules.example/">': [
        loads("link", "https://rules.example/")
    ],
    '<form action="https://evil.example/"></form>': [loads("form", "https://evil.example/")],
    '<button formaction="javascript:x">x</button>': [refused("javascript:x")],
    '<video poster="https://evil.example/x.png"></video>': [
        loads("video", "https://evil.example/x.png")
    ],
    "<iframe></iframe>": [no_place("iframe")],
    '<iframe srcdoc="<script>1</script>"></iframe>': [no_place("iframe")],
    '<object data="a.png"></object>': [no_place("object")],
    '<embed src="a.png">': [no_place("embed")],
    '<base href="https://evil.example/">': [
        no_place("base"),
        loads("base", "https://evil.example/"),
    ],
    "<template><script>1</script></template>": [no_place("template")],
    "<svg><script>1</script></svg>": ["a script stands in the page itself"],
    "<svg><style>*{}</style></svg>": [no_place("style")],
    '<svg><a xlink:href="javascript:1"><text>x</text></a></svg>': [refused("javascript:1")],
    '<svg><a><set attributeName="href" to="javascript:1"/></a></svg>': [no_place("set")],
    '<svg><use href="https://evil.example/x.svg#a"/></svg>': [
        loads("use", "https://evil.example/x.svg#a")
    ],
    '<meta http-equiv="refresh" content="0; url=https://evil.example/">': [
        loads("meta", "https://evil.example/")
    ],
    "<meta http-equiv=' REFRESH' content='0,URL=\"//evil.example/\"'>": [
        refused("//evil.example/")
    ],
    '<meta http-equiv="refresh" content="0 javascript:alert(1)">': [
        refused("javascript:alert(1)")
    ],
    '<meta http-equiv="refresh" content="0; url=gone/">': [nowhere("gone/")],
    '<a href="gone/">x</a>': [nowhere("gone/")],
    '<a href="/gone/">x</a>': [nowhere("/gone/")],
    '<a href="gone.pdf">x</a>': [nowhere("gone.pdf")],
    '<img src="gone.png">': [nowhere("gone.png")],
    '<a href="#gone">x</a>': ["the link '#gone' leads to a place that is not on its page"],
    '<a href="other/#gone">x</a>': [
        "the link 'other/#gone' leads to a place that is not on its page"
    ],
    '<a href="../../../etc/passwd">x</a>': [nowhere("../../../etc/passwd")],
    '<a href="..%2f..%2fetc/passwd">x</a>': [nowhere("..%2f..%2fetc/passwd")],
}

GOOD = """\
<!doctype html>
<html lang="nl"><head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=other/">
<link rel="canonical" href="https://rules.example/nl/">
<link rel="alternate" hreflang="en" href="https://rules.example/en/">
<link rel="stylesheet" href="look.css">
<script src="a.js"></script>
<script type="application/json">{"base": "."}</script>
<script type="application/ld+json">{"name": "a \\u003c b"}</script>
</head><body id="_top">
<p>javascript:alert(1) is only text, and so is &lt;script&gt; or onclick=x.</p>
<a href="#_top">Up</a> <a href="">Here</a> <a href="other/#place">There</a>
<a href="/nl/other/">There</a> <a href="./other">There</a> <a href="other/index.html?q=1">q</a>
<a href="https://elsewhere.example/?a=b#c">Out</a> <a href="mailto:a@b.example">Mail</a>
<a href="tel:+31201234567">Call</a> <a href="a%20b.png">Space</a>
<img src="a b.png" srcset="a%20b.png 1x, a%20b.png 2x" alt="">
<svg viewBox="0 0 1 1"><path d="M0 0h1"/><use href="a.svg#x"/></svg>
</body></html>
"""
AROUND: Mapping[str, str] = {
    "nl/a b.png": "",
    "nl/a.js": "",
    "nl/a.png": "",
    "nl/a.svg": '<?xml version="1.0" encoding="UTF-8"?>\n<svg><path id="x" d="M0 0"/></svg>',
    "nl/look.css": "a { background: url(a.png) }",
    "en/index.html": "",
    "nl/other/index.html": '<p id="place">There</p>',
}

STYLES = [
    "@import 'other.css';",
    "a { background: url(//evil.example/x.png) }",
    "a { background: URL( 'https://evil.example/x.png' ) }",
    "a { background: url(\\2f\\2f evil.example/x.png) }",
    'a { background: image-set("https://evil.example/x.png" 1x) }',
    "@\\69mport 'other.css';",
    "/* caf\xe9 */ a { background: url(//evil.example/) }",
]
DRAWINGS = {
    "<svg><script>1</script></svg>": [
        "an element <script> has no place in a drawing",
        "a script stands in the page itself",
    ],
    '<svg onload="alert(1)"/>': ["an attribute 'onload' on <svg> " + RESTYLES],
    '<s:svg xmlns:s="http://www.w3.org/2000/svg"/>': [
        "an element <s:svg> has no place in a drawing"
    ],
    "<svg><foreignObject/></svg>": ["an element <foreignObject> has no place in a drawing"],
    '<!DOCTYPE svg [<!ENTITY x "y">]><svg/>': [DRAWING],
    '<?xml-stylesheet href="https://evil.example/x.css"?><svg/>': [DRAWING],
    '<?xml version="1.0" encoding="iso-2022-jp"?><svg/>': [DRAWING],
    "<svg><title><![CDATA[ > <!-- ]]></title></svg>": [DRAWING],
    "<\0s\0v\0g\0/\0>\0": [DRAWING],
}


@pytest.mark.parametrize("body", SPOILED)
def test_what_may_not_be_on_a_page_is_found(tmp_path: Path, body: str) -> None:
    found = findings(tmp_path, {**AROUND, "nl/index.html": f"<!doctype html>{body}"})
    assert found == [f"nl/index.html: {message}" for message in SPOILED[body]]


def test_good_page_gives_nothing(tmp_path: Path) -> None:
    assert findings(tmp_path, {**AROUND, "nl/index.html": GOOD}) == []


@pytest.mark.parametrize("style", STYLES)
def test_stylesheet_that_loads_from_elsewhere_is_found(tmp_path: Path, style: str) -> None:
    (tmp_path / "x.CSS").write_bytes(style.encode("latin-1"))
    told = [str(finding) for finding in scan_site(tmp_path)]
    assert told == ["x.CSS: a stylesheet loads something from elsewhere"]


@pytest.mark.parametrize("text", DRAWINGS)
@pytest.mark.parametrize("name", ["x.svg", "x.SVG"])
def test_what_may_not_be_in_a_drawing_is_found(tmp_path: Path, name: str, text: str) -> None:
    assert findings(tmp_path, {name: text})[:2] == [f"{name}: {each}" for each in DRAWINGS[text]]


def test_address_from_the_root_counts_from_where_the_site_stands(tmp_path: Path) -> None:
    body = '<a href="/rules/nl/">here</a> <a href="/nl/">another site</a>'
    found = findings(tmp_path, {"nl/index.html": body}, "https://example.org/rules/")
    assert found == [f"nl/index.html: {nowhere('/nl/')}"]


def test_findings_are_in_the_order_of_the_pages(tmp_path: Path) -> None:
    names = ["b/index.html", "a/index.html", "404.html"]
    found = findings(tmp_path, dict.fromkeys(names, "<iframe></iframe>"))
    assert found == [f"{name}: {no_place('iframe')}" for name in sorted(names)]


def test_showcase_has_nothing_that_may_not_be_there(showcase: Path) -> None:
    assert list(scan_site(showcase, "https://spelregels.example/")) == []
