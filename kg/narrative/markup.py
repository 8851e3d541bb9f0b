"""The stream of an HTML page's events as blocks of text, each with the region of the page that it stands in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from lxml import etree

from kg.errors import DataProblem
from kg.narrative.characters import visible
from kg.vocabulary.tables import listed, rows

_SPLIT = re.compile(r"[\s_]+|-+")
_HIDDEN = re.compile(r"display\s*:\s*none")
HIDDEN = frozenset({"hidden"})
Attributes = Mapping[str | bytes, str | bytes]


@dataclass(slots=True)
class Block:
    """A run of text between the ends and beginnings of block elements; ``linked`` and ``bold`` count its characters."""

    tag: str
    region: int
    group: int
    """The list it is an item of, 0 outside lists."""
    titled: bool
    """Whether its element is a heading or is called a title."""
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    bold: int = 0

    def text(self) -> str:
        """Its lines with single spaces between words."""
        lines = "".join(self.pieces).split("\n")
        return "\n".join(" ".join(line.split()) for line in lines).strip()


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a page that is set apart, 0 being the page itself."""

    parent: int
    why: frozenset[str] | None = None
    """The names that set it apart, where nothing but names that do not always mean it does; ``hidden`` is one of them."""

    @property
    def hidden(self) -> bool:
        """Whether it is set apart for being hidden alone."""
        return self.why == HIDDEN


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    region: int
    group: int
    silent: bool


class Markup:
    """What a page holds, collected from the parser's events."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.regions: list[Region] = [Region(0)]
        self.metas: dict[str, str] = {}
        self.heads: list[str] = []
        """The pieces of the page's title."""
        self._open: list[_Open] = []
        self._depth: dict[str, int] = {}
        self._groups = 0
        self._block: Block | None = None

    def start(self, tag: str | bytes, attrib: Attributes) -> None:
        """An element begins."""
        name = str(tag)
        attributes = {str(key): str(value) for key, value in attrib.items()} if attrib else {}
        self._keep_meta(name, attributes)
        if name in elements("void"):
            if name == "br" and self._block:
                self._block.pieces.append("\n")
            elif name in elements("block"):
                self._end_block()
            return
        around = self._open[-1] if self._open else _Open("", 0, 0, False)
        opened = _Open(
            name, self._region(name, attributes, around.region), self._group(name, around.group), self._silent(name, attributes, around)
        )
        self._open.append(opened)
        self._depth[name] = self._depth.get(name, 0) + 1
        if name in elements("block") and not opened.silent:
            self._end_block()
            titled = name in elements("heading") or "title" in words(attributes)
            self._block = Block(name, opened.region, opened.group, titled)

    def end(self, tag: str | bytes) -> None:
        """An element ends."""
        if not self._open or self._open[-1].tag != tag:
            return
        name = self._open.pop().tag
        self._depth[name] -= 1
        if name in elements("block"):
            self._end_block()

    def data(self, data: str | bytes) -> None:
        """Text stands here."""
        text = visible(str(data))
        if self._inside("title") and not self._inside("svg"):
            self.heads.append(text)
            return
        at = self._open[-1] if self._open else _Open("", 0, 0, False)
        if at.silent or (self._block is None and not text.strip()):
            return
        if self._block is None:
            self._block = Block(at.tag if at.tag in elements("block") else "p", at.region, at.group, False)
        self._block.pieces.append(text if self._inside("pre") else text.replace("\n", " ").replace("\r", " "))
        size = len("".join(text.split()))
        self._block.linked += size * self._inside("a")
        self._block.bold += size * (self._inside("b") or self._inside("strong"))

    def comment(self, text: str | bytes) -> None:
        """A comment is none of the text."""

    def close(self) -> "Markup":
        """The page ends."""
        self._end_block()
        return self

    def _inside(self, name: str) -> bool:
        return self._depth.get(name, 0) > 0

    def _end_block(self) -> None:
        if self._block and self._block.text():
            self.blocks.append(self._block)
        self._block = None

    def _group(self, name: str, around: int) -> int:
        if name in elements("heading"):
            return 0
        if name not in {"ul", "ol"}:
            return around
        self._groups += 1
        return self._groups

    def _silent(self, name: str, attributes: Mapping[str, str], around: _Open) -> bool:
        if around.silent or name in elements("silent") or name in elements("block"):
            return around.silent or name in elements("silent")
        return _hidden(attributes) or any(_parts().get(word) == "inline" for word in words(attributes))

    def _region(self, name: str, attributes: Mapping[str, str], around: int) -> int:
        """The region of an element: a new one if it is set apart from the main text."""
        apart, why = self._apart(name, attributes)
        if not apart:
            return around
        self.regions.append(Region(around, why))
        return len(self.regions) - 1

    def _apart(self, name: str, attributes: Mapping[str, str]) -> tuple[bool, frozenset[str] | None]:
        """Whether an element is set apart, and by which names if by none that always means it."""
        if name not in elements("block") or name in elements("whole") or name in elements("heading"):
            return False, None
        if name == "header" and (self._inside("article") or self._inside("main")):
            return False, None
        called = {word: _parts()[word] for word in words(attributes) & _parts().keys()}
        if name == "header" or name in elements("apart") or not {"firm", "inline"}.isdisjoint(called.values()):
            return True, None
        why = frozenset(word for word, meaning in called.items() if meaning == "loose")
        why |= HIDDEN if _hidden(attributes) and "panel" not in called.values() else frozenset()
        return bool(why), why or None

    def _keep_meta(self, name: str, attributes: Mapping[str, str]) -> None:
        key = attributes.get("property") or attributes.get("name")
        if name == "meta" and key and (value := attributes.get("content")):
            self.metas.setdefault(key.lower(), value)
        if name == "link" and attributes.get("rel", "").lower() == "canonical" and (address := attributes.get("href")):
            self.metas.setdefault("canonical", address)


def parse(page: str) -> Markup:
    """The blocks of a decoded page; neither the depth nor the size of its tree matters, for none is built."""
    reader = Markup()
    parser = etree.HTMLParser(target=reader, encoding="utf-8", huge_tree=True, remove_comments=True)
    try:
        parser.feed(page.replace("\0", "").encode("utf-8", "replace"))
        parser.close()
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise DataProblem(f"the page cannot be read as HTML ({error}); save it as text") from None
    return reader


@cache
def elements(role: str) -> frozenset[str]:
    """The elements that have a role in ``elements.tsv``."""
    return frozenset(row["element"] for row in rows("elements") if role in listed(row["roles"]))


@cache
def _parts() -> Mapping[str, str]:
    return {row["word"]: row["meaning"] for row in rows("page_parts")}


def words(attributes: Mapping[str, str]) -> set[str]:
    """The words that class, id and role of an element are made of."""
    named = [attributes[key] for key in ("class", "id", "role") if key in attributes]
    names = " ".join(named).lower()
    return {*names.split(), *_SPLIT.split(names)} if named else set()


def _hidden(attributes: Mapping[str, str]) -> bool:
    return attributes.get("aria-hidden") == "true" or "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style", "")))
