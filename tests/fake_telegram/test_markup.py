"""HTML and MarkdownV2 as Telegram reads them; expectations are those of TDLib's own tests."""

from __future__ import annotations

import pytest

from tests.fake_telegram.errors import ApiError
from tests.fake_telegram.markup import RESERVED, parse

Found = list[tuple[str, int, int]]

HTML: list[tuple[str, str, Found]] = [
    ("a &lt; b &amp;&quot;&#33;&copy;", 'a < b &"!&copy;', []),
    ("🏟 🏟<i>🏟 &lt🏟</i>", "🏟 🏟🏟 <🏟", [("italic", 5, 6)]),
    ("🏟 🏟<i>🏟 &gt;<b aba   =   caba>&lt🏟</b></i>", "🏟 🏟🏟 ><🏟", [("italic", 5, 7), ("bold", 9, 3)]),
    ("🏟 🏟&lt;<i    aba  =  '&lt;&gt;&quot;'>a</>", "🏟 🏟<a", [("italic", 6, 1)]),
    ("🏟 🏟&lt;<i>a</i   >", "🏟 🏟<a", [("italic", 6, 1)]),
    ("🏟 🏟&lt;<b></b>", "🏟 🏟<", []),
    ('<span class = "tg-spoiler">➡️</span><STRONG>➡️</STRONG>', "➡️➡️", [("spoiler", 0, 2), ("bold", 2, 2)]),
    (
        "<u>a</u><ins>b</ins><s>c</s><del>d</del><em>e</em>",
        "abcde",
        [
            ("underline", 0, 1),
            ("underline", 1, 1),
            ("strikethrough", 2, 1),
            ("strikethrough", 3, 1),
            ("italic", 4, 1),
        ],
    ),
    ("<a href=telegram.org>x</a>", "x", [("text_link", 0, 1)]),
    ("<a>telegram.org</a><a> </a>", "telegram.org ", [("text_link", 0, 12)]),
    (
        "<blockquote   expandable>a&lt;<pre  >b;</></>",
        "a<b;",
        [("expandable_blockquote", 0, 4), ("pre", 2, 2)],
    ),
    ('<blockquote cite="">a</blockquote>', "a", [("blockquote", 0, 1)]),
    ('<pre><code class="language-fift">🏟</></>', "🏟", [("pre", 0, 2)]),
    ("<code>x</code>", "x", [("code", 0, 1)]),
]

WRONG_HTML: list[tuple[str, str]] = [
    ("🏟 🏟&lt;<abacaba", "Unclosed start tag at byte offset 13"),
    ("🏟 🏟&lt;<abac aba>", 'Unsupported start tag "abac" at byte offset 13'),
    ("a < b", 'Unsupported start tag "" at byte offset 2'),
    ("<br>", 'Unsupported start tag "br" at byte offset 0'),
    ("🏟 🏟&lt;<i   =aba>", 'Empty attribute name in the tag "i" at byte offset 13'),
    (
        "🏟 🏟&lt;<i    aba>",
        'Expected equal sign in declaration of an attribute of the tag "i" at byte offset 13',
    ),
    ("🏟 🏟&lt;<i    aba  =  ", 'Unclosed start tag "i" at byte offset 13'),
    ("🏟 🏟&lt;<i    aba  =  190azAz-.,", "Unexpected end of name token at byte offset 27"),
    ('🏟 🏟&lt;<i    aba  =  "&lt;&gt;&quot;>', "Unclosed start tag at byte offset 13"),
    ("🏟 🏟&lt;</", "Unexpected end tag at byte offset 13"),
    ("🏟 🏟&lt;<b></b></", "Unexpected end tag at byte offset 20"),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ("<b><i>test</b></i>", 'Unmatched end tag at byte offset 10, expected "</i>", found "</b>"'),
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
]

MARKDOWN: list[tuple[str, str, Found]] = [
    ("🏟 🏟_abac \\* asd _", "🏟 🏟abac * asd ", [("italic", 5, 11)]),
    ("🏟 🏟_🏟 *🏟*_", "🏟 🏟🏟 🏟", [("italic", 5, 5), ("bold", 8, 2)]),
    ("🏟 🏟__🏟 _🏟_ __", "🏟 🏟🏟 🏟 ", [("underline", 5, 6), ("italic", 8, 2)]),
    ("||test|| ~x~", "test x", [("spoiler", 0, 4), ("strikethrough", 5, 1)]),
    ("🏟 🏟**", "🏟 🏟", []),
    ("[ ](telegram.org)[ ](as)", "  ", [("text_link", 0, 1)]),
    ("`_* *_`", "_* *_", [("code", 0, 5)]),
    ("```py\nx = 1```", "x = 1", [("pre", 0, 5)]),
    (">a\n>b\nc", "a\nb\nc", [("blockquote", 0, 3)]),
    ("\\\\\\a\\1", "\\a1", []),
]

WRONG_MARKDOWN: list[tuple[str, str]] = [
    ("🏟 🏟_abacaba", "Can't find end of Italic entity at byte offset 9"),
    ("🏟 🏟_abac * asd ", "Can't find end of Bold entity at byte offset 15"),
    ("🏟 🏟_abac * asd _", "Can't find end of Italic entity at byte offset 21"),
    ("🏟 🏟`", "Can't find end of Code entity at byte offset 9"),
    ("🏟 🏟```", "Can't find end of Pre entity at byte offset 9"),
    ("🏟 🏟_🏟 🏟__", "Can't find end of Underline entity at byte offset 19"),
    ("🏟 🏟||test\\|", "Can't find end of Spoiler entity at byte offset 9"),
    ("[telegram\\.org](asd", "Can't find end of a URL at byte offset 16"),
    ("65,5%.", "Character '.' is reserved and must be escaped with the preceding '\\'"),
]


@pytest.mark.parametrize(("source", "text", "found"), HTML)
def test_html_is_read(source: str, text: str, found: Found) -> None:
    out, entities = parse(source, "HTML")

    assert out == text
    assert [(e["type"], e["offset"], e["length"]) for e in entities] == found


@pytest.mark.parametrize(("source", "words"), WRONG_HTML)
def test_wrong_html_is_refused(source: str, words: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse(source, "html")

    assert caught.value.description == f"Bad Request: can't parse entities: {words}"


@pytest.mark.parametrize(("source", "text", "found"), MARKDOWN)
def test_markdown_is_read(source: str, text: str, found: Found) -> None:
    out, entities = parse(source, "MarkdownV2")

    assert out == text
    assert [(e["type"], e["offset"], e["length"]) for e in entities] == found


@pytest.mark.parametrize(("source", "words"), WRONG_MARKDOWN)
def test_wrong_markdown_is_refused(source: str, words: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse(source, "MarkdownV2")

    assert caught.value.description == f"Bad Request: can't parse entities: {words}"


@pytest.mark.parametrize("character", sorted(RESERVED - set("_*[~`>")))
def test_reserved_characters_are_escaped(character: str) -> None:
    assert parse(f"\\{character}", "MarkdownV2") == (character, [])
    with pytest.raises(ApiError, match="is reserved and must be escaped"):
        parse(character, "MarkdownV2")


def test_languages_and_addresses_are_kept() -> None:
    [code] = parse('<pre><code class="language-fift">x</code></pre>', "HTML")[1]
    [link] = parse("<a href=telegram.org>x</a>", "HTML")[1]
    [block] = parse("```py\nx```", "MarkdownV2")[1]

    assert code["language"] == "fift"
    assert link["url"] == "http://telegram.org/"
    assert block["language"] == "py"


def test_the_old_markdown_is_not_modelled() -> None:
    with pytest.raises(ApiError, match="501"):
        parse("*x*", "Markdown")
