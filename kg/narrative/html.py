"""The main text of an HTML page as plain text: headings, paragraphs and list items, each a line or a paragraph.

The page is read as a stream of events, so that neither depth nor size of its tree matters. What belongs to menus, forms,
comments and the like is told by its element and by the words of ``page_parts.tsv`` in its class, id or role.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.errors import DataProblem
from kg.narrative import naming
from kg.narrative.characters import without_credentials
from kg.narrative.lines import sentence_like
from kg.narrative.markup import Block, Markup, elements, parse
from kg.narrative.regions import main


@dataclass(frozen=True, slots=True)
class Page:
    """A converted page; ``titles`` are the offsets in ``text`` of the lines that were headings."""

    text: str
    title: str | None
    source: str | None
    titles: tuple[int, ...]


def convert(page: str) -> Page:
    """Convert a decoded page; raises DataProblem if nothing of it is text."""
    markup = parse(page)
    blocks = main(markup.blocks, markup.regions)
    text, titles = _written(blocks)
    if not text.strip():
        raise DataProblem("the page holds no text; if a script writes it, save what the browser shows as text")
    return Page(text, _title(markup, blocks), _source(markup), titles)


def _written(blocks: Sequence[Block]) -> tuple[str, tuple[int, ...]]:
    """The text of the blocks, list items with a bullet on lines of their own, and where the titles are in it."""
    text: list[str] = []
    titles: list[int] = []
    length = 0
    before: Block | None = None
    for block in blocks:
        together = before is not None and before.tag == block.tag == "li" and before.group == block.group
        gap = "" if before is None else "\n" if together else "\n\n"
        own = ("• " if block.tag == "li" else "") + block.text()
        if _titled(block, own):
            titles.append(length + len(gap))
        text.append(gap + own)
        length += len(gap) + len(own)
        before = block
    return "".join(text) + "\n" * bool(text), tuple(titles)


def _titled(block: Block, text: str) -> bool:
    if "\n" in text or len(text.split()) > 25:
        return False
    bold = block.bold > 0.9 * len("".join(text.split())) and not sentence_like(text)
    return block.tag in elements("heading") or (block.titled and not sentence_like(text)) or (bold and block.tag != "li")


def _title(markup: Markup, blocks: Sequence[Block]) -> str | None:
    """The page's title: of its first headings and its meta title the one that names a country, else a report, else any."""
    headings = [" ".join(block.text().split()) for block in blocks if block.tag == "h1"][:3]
    named = [" ".join(t.split()) for t in (markup.metas.get("og:title", ""), "".join(markup.heads)) if t.strip()]
    candidates = [*headings, *named]
    for fits in (naming.header, naming.report_year):
        if found := next((c for c in candidates if fits(c)), None):
            return found
    return next(iter([*named, *headings]), None)


def _source(markup: Markup) -> str | None:
    addresses = (markup.metas.get("canonical"), markup.metas.get("og:url"))
    return next((without_credentials(a.strip()) for a in addresses if a and re.match(r"https?://", a.strip(), re.IGNORECASE)), None)
