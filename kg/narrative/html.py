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

_WHOLE = 0.8
_LINKED = 0.8


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
    blocks = _main(markup)
    text, titles = _written(blocks)
    if not text.strip():
        raise DataProblem("the page holds no text; if a script writes it, save what the browser shows as text")
    return Page(text, _title(markup, blocks), _source(markup), titles)


def _main(markup: Markup) -> list[Block]:
    """The blocks without links alone and without the regions set apart, but for one that holds nearly the whole page."""
    sizes = [0] * len(markup.parents)
    for block in markup.blocks:
        sizes[block.region] += _prose(block)
    whole = sum(sizes)
    for region in range(len(sizes) - 1, 0, -1):
        sizes[markup.parents[region]] += sizes[region]
    kept = [True] * len(sizes)
    for region in range(1, len(sizes)):
        kept[region] = kept[markup.parents[region]] and sizes[region] > _WHOLE * whole
    return [block for block in markup.blocks if kept[block.region] and not _link(block)]


def _prose(block: Block) -> int:
    text = block.text()
    return len(text.split()) if sentence_like(text) and not _link(block) else 0


def _link(block: Block) -> bool:
    """Whether a block, no heading, is nothing but a link or several."""
    text = block.text()
    if block.tag in elements("heading") or (len(text.split()) >= 15 and sentence_like(text)) or naming.header(text):
        return False
    return block.linked > _LINKED * len("".join(text.split()))


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
