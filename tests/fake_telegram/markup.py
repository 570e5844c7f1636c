"""Read parse_mode HTML and MarkdownV2 into text and entities, with Telegram's words for mistakes."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from tests.fake_telegram.entities import utf16_length, whole_url, why_url_is_wrong
from tests.fake_telegram.errors import ApiError, bad_request, not_modelled
from tests.fake_telegram.world import Json

TAGS = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    **dict.fromkeys(("tg-spoiler", "span"), "spoiler"),
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_REFERENCE = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);?")
_SPACE = re.compile(r"\s*")
_TAG_NAME = re.compile(r"<([^\s>]*)")
_END_TAG = re.compile(r"</([^\s>]*)\s*>")
_ATTRIBUTE_NAME = re.compile(r"[^\s=>]*")
_BARE_VALUE = re.compile(r"[A-Za-z0-9.-]+(?=[\s>])")
_LINK_TARGET = re.compile(r"\]\(((?:\\.|[^)\\])*)\)")
RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
# Longest mark first: "__" is underline and not two italics.
MARKS = (
    ("```", "pre", "Pre"),
    ("__", "underline", "Underline"),
    ("||", "spoiler", "Spoiler"),
    ("*", "bold", "Bold"),
    ("_", "italic", "Italic"),
    ("~", "strikethrough", "Strikethrough"),
    ("`", "code", "Code"),
)


def parse(text: str, mode: str) -> tuple[str, list[Json]]:
    match mode.lower():
        case "html":
            return _Html(text).parse()
        case "markdownv2":
            return _Markdown(text).parse()
        case "markdown":
            raise not_modelled("the old Markdown parse_mode")
    raise bad_request("unsupported parse_mode")


def _cannot(words: str) -> ApiError:
    return bad_request(f"can't parse entities: {words}")


@dataclass
class _Open:
    name: str
    place: int  # in the source
    offset: int  # in the text that comes out, UTF-16
    more: Json


@dataclass
class _Reader:
    source: str
    at: int = 0
    out: str = ""
    stack: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def offset(self, place: int | None = None) -> int:
        """Errors name the byte."""
        return len(self.source[: self.at if place is None else place].encode())

    def write(self, text: str, width: int | None = None) -> None:
        self.out += text
        self.at += len(text) if width is None else width

    def open(self, name: str, **more: str) -> None:
        self.stack.append(_Open(name, self.at, utf16_length(self.out), dict(more)))

    def close(self, kind: str, **more: str) -> None:
        opened = self.stack.pop()
        length = utf16_length(self.out) - opened.offset
        if length and kind:
            self.entities.append({"type": kind, "offset": opened.offset, "length": length, **more})

    def text_of(self, opened: _Open) -> str:
        units = self.out.encode("utf-16-le")[2 * opened.offset :]
        return units.decode("utf-16-le")

    def result(self) -> tuple[str, list[Json]]:
        return self.out, sorted(self.entities, key=lambda entity: (entity["offset"], -entity["length"]))


class _Html(_Reader):
    def parse(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            if self.source.startswith("</", self.at):
                self._end_tag()
            elif self.source[self.at] == "<":
                self._start_tag()
            elif reference := _REFERENCE.match(self.source, self.at):
                self.write(html.unescape(reference[0]), len(reference[0]))
            else:
                self.write(self.source[self.at])
        if self.stack:
            raise _cannot(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].name}"')
        return self.result()

    def _start_tag(self) -> None:
        head = _TAG_NAME.match(self.source, self.at)
        assert head is not None
        if head.end() == len(self.source):
            raise _cannot(f"Unclosed start tag at byte offset {self.offset()}")
        name = head[1].lower()
        if name not in TAGS:
            raise _cannot(f'Unsupported start tag "{name}" at byte offset {self.offset()}')
        attributes, end = self._attributes(name, head.end())
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise _cannot(f'Tag "span" must have class "tg-spoiler" at byte offset {self.offset()}')
        self.open(name, **attributes)
        self.at = end

    def _attributes(self, tag: str, at: int) -> tuple[dict[str, str], int]:
        found: dict[str, str] = {}
        while not self.source.startswith(">", at := self._skip_space(at)):
            if at == len(self.source):
                raise _cannot(f"Unclosed start tag at byte offset {self.offset()}")
            name = self._match(_ATTRIBUTE_NAME, at)
            if not name:
                raise _cannot(f'Empty attribute name in the tag "{tag}" at byte offset {self.offset()}')
            at = self._skip_space(at + len(name))
            value = ""
            if self.source.startswith("=", at):
                value, at = self._value(tag, self._skip_space(at + 1))
            elif tag != "blockquote":
                raise _cannot(
                    f'Expected equal sign in declaration of an attribute of the tag "{tag}"'
                    f" at byte offset {self.offset()}"
                )
            found[name.lower()] = html.unescape(value)
        return found, at + 1

    def _value(self, tag: str, at: int) -> tuple[str, int]:
        quote = self.source[at : at + 1]
        if not quote:
            raise _cannot(f'Unclosed start tag "{tag}" at byte offset {self.offset()}')
        if quote in "\"'":
            value, closed, _ = self.source[at + 1 :].partition(quote)
            if not closed:
                raise _cannot(f"Unclosed start tag at byte offset {self.offset()}")
            return value, at + len(value) + 2
        value = self._match(_BARE_VALUE, at)
        if not value:
            raise _cannot(f"Unexpected end of name token at byte offset {self.offset(at)}")
        return value, at + len(value)

    def _skip_space(self, at: int) -> int:
        return at + len(self._match(_SPACE, at))

    def _match(self, pattern: re.Pattern[str], at: int) -> str:
        found = pattern.match(self.source, at)
        return found[0] if found else ""

    def _end_tag(self) -> None:
        if not self.stack:
            raise _cannot(f"Unexpected end tag at byte offset {self.offset()}")
        end = _END_TAG.match(self.source, self.at)
        if end is None:
            raise _cannot(f"Unclosed end tag at byte offset {self.offset()}")
        opened, name = self.stack[-1], end[1].lower()
        if name and name != opened.name:
            place = self.offset()
            raise _cannot(
                f'Unmatched end tag at byte offset {place}, expected "</{opened.name}>", found "</{name}>"'
            )
        self._close_tag(opened)
        self.at = end.end()

    def _close_tag(self, opened: _Open) -> None:
        kind, more = TAGS[opened.name], {}
        if opened.name == "a":
            url = opened.more.get("href") or self.text_of(opened)
            kind, more = "" if why_url_is_wrong(url) else kind, {"url": whole_url(url)}
        elif opened.name == "code" and (language := opened.more.get("class", "").removeprefix("language-")):
            more = {"language": language}
        elif "expandable" in opened.more:
            kind = "expandable_blockquote"
        self.close(kind, **more)

    def result(self) -> tuple[str, list[Json]]:
        """Code that fills a pre gives it its language; code has none itself."""
        text, entities = super().result()
        blocks = {(e["offset"], e["length"]): e for e in entities if e["type"] == "pre"}
        for code in [entity for entity in entities if entity["type"] == "code"]:
            language = code.pop("language", None)
            block = blocks.get((code["offset"], code["length"]))
            if block:
                entities.remove(code)
                block |= {"language": language} if language else {}
        return text, entities


class _Markdown(_Reader):
    def parse(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            self._step()
        self._end_quote()
        if self.stack:
            opened = self.stack[-1]
            place = self.offset(opened.place)
            raise _cannot(f"Can't find end of {opened.more['label']} entity at byte offset {place}")
        return self.result()

    def _step(self) -> None:
        character = self.source[self.at]
        following = self.source[self.at + 1 : self.at + 2]
        mark = next((mark for mark in MARKS if self.source.startswith(mark[0], self.at)), None)
        if character == "\\" and following.isascii() and following:
            self.write(following, 2)
        elif self.stack and self.stack[-1].name in {"code", "pre"}:
            self._verbatim(self.stack[-1].name)
        elif character == ">" and self.out[-1:] in {"", "\n"}:
            self._quote()
        elif mark:
            self._mark(*mark)
        elif character == "[":
            self.open("text_link", label="TextUrl")
            self.at += 1
        elif character == "]" and self.stack and self.stack[-1].name == "text_link":
            self._link()
        elif character in RESERVED:
            raise _cannot(f"Character '{character}' is reserved and must be escaped with the preceding '\\'")
        else:
            self._plain(character, following)

    def _plain(self, character: str, following: str) -> None:
        if character == "\n" and following != ">":
            self._end_quote()
        self.write(character)

    def _mark(self, mark: str, kind: str, label: str) -> None:
        if self.stack and self.stack[-1].name == kind:
            self.close(kind)
        else:
            self.open(kind, label=label)
        self.at += len(mark)

    def _verbatim(self, kind: str) -> None:
        """Inside of code only its own mark ends it."""
        mark = "`" if kind == "code" else "```"
        if not self.source.startswith(mark, self.at):
            return self.write(self.source[self.at])
        opened = self.stack[-1]
        language = re.match(r"([^\s`]+)\n", self.text_of(opened)) if kind == "pre" else None
        if language:
            body = self.text_of(opened)[language.end() :]
            self.out = self.out[: -len(self.text_of(opened))] + body
        self.close(kind, **({"language": language[1]} if language else {}))
        self.at += len(mark)
        return None

    def _quote(self) -> None:
        if not any(opened.name == "blockquote" for opened in self.stack):
            self.open("blockquote", label="BlockQuote")
        self.at += 1

    def _end_quote(self) -> None:
        if self.stack and self.stack[-1].name == "blockquote":
            self.close("blockquote")

    def _link(self) -> None:
        target = _LINK_TARGET.match(self.source, self.at)
        if target is None:
            raise _cannot(f"Can't find end of a URL at byte offset {self.offset() + 2}")
        url = re.sub(r"\\(.)", r"\1", target[1])
        self.close("" if why_url_is_wrong(url) else "text_link", url=whole_url(url))
        self.at = target.end()
