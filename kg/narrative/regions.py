"""Which regions of a page are its main text: what its elements and names set apart is none, unless that leaves no main text.

Names are chosen by those who build sites, and some call every paragraph a widget; panels that a reader can open were hidden when the
page was saved. So a name that sets nearly all prose apart is not believed, and what is hidden is believed where it belongs to a narrative.
"""

from collections import Counter
from collections.abc import Sequence

from kg.narrative import naming
from kg.narrative.headings import alone, before_prose
from kg.narrative.lines import sentence_like
from kg.narrative.markup import Block, Region, elements

WHOLE = 0.8
"""From how much of a page's prose on a region is the page itself, whatever it is called."""
LEAST = 0.2
"""How much of the prose must be left when a name sets regions apart; under it the name is not believed."""
_LINKED = 0.8


def main(blocks: Sequence[Block], regions: Sequence[Region]) -> list[Block]:
    """The blocks of the main text, without those that are links alone."""
    links = [is_link(block) for block in blocks]
    prose = [0 if link else _prose(block) for block, link in zip(blocks, links, strict=True)]
    own = [0] * len(regions)
    for block, size in zip(blocks, prose, strict=True):
        own[block.region] += size
    shown = _told(blocks, prose, regions)
    loose = {region.why for region in regions if region.why}
    believed = set(loose)
    kept = _kept(regions, own, believed, shown)
    most = sum(_inside(own, _kept(regions, own, set(), shown)))
    while believed and sum(_inside(own, kept)) < LEAST * most:
        apart = _apart_by(regions, own, believed, shown)
        believed.discard(max(believed, key=lambda why: (apart[why], sorted(why))))
        kept = _kept(regions, own, believed, shown)
    return [block for block, link in zip(blocks, links, strict=True) if kept[block.region] and not link]


def is_link(block: Block) -> bool:
    """Whether a block, no heading, is nothing but a link or several."""
    text = block.text()
    if block.tag in elements("heading") or (len(text.split()) >= 15 and sentence_like(text)) or naming.header(text):
        return False
    return block.linked > _LINKED * len("".join(text.split()))


def _prose(block: Block) -> int:
    text = block.text()
    return len(text.split()) if sentence_like(text) else 0


def _kept(regions: Sequence[Region], own: Sequence[int], believed: set[frozenset[str]], shown: set[int]) -> list[bool]:
    """Of each region, whether it is main text: set apart by nothing that is believed, or nearly the whole page."""
    sizes = list(own)
    for n in range(len(regions) - 1, 0, -1):
        sizes[regions[n].parent] += sizes[n]
    kept = [True] * len(regions)
    for n in range(1, len(regions)):
        region = regions[n]
        free = n in shown or (region.why is not None and region.why not in believed)
        kept[n] = kept[region.parent] and (free or sizes[n] > WHOLE * sizes[0])
    return kept


def _inside(own: Sequence[int], kept: Sequence[bool]) -> list[int]:
    return [size for size, inside in zip(own, kept, strict=True) if inside]


def _apart_by(regions: Sequence[Region], own: Sequence[int], believed: set[frozenset[str]], shown: set[int]) -> Counter[frozenset[str]]:
    """How much prose each of the names sets apart, by the outermost region that does."""
    found: Counter[frozenset[str]] = Counter()
    by: list[frozenset[str] | None] = [None] * len(regions)
    firm = [False] * len(regions)
    for n in range(1, len(regions)):
        region = regions[n]
        firm[n] = firm[region.parent] or (region.why is None and n not in shown)
        by[n] = by[region.parent] or (region.why if region.why in believed else None)
        if not firm[n] and (why := by[n]):
            found[why] += own[n]
    return found


def _told(blocks: Sequence[Block], prose: Sequence[int], regions: Sequence[Region]) -> set[int]:
    """The hidden regions that belong to a narrative, and are not shown elsewhere.

    A heading of one is in them, stands right before them, or is in the next of them.
    """
    within = _hiding(regions)
    if not any(within):
        return set()
    seen = {block.text() for block, size in zip(blocks, prose, strict=True) if size and not within[block.region]}
    new: Counter[int] = Counter()
    for block, size in zip(blocks, prose, strict=True):
        new[within[block.region]] += size if block.text() not in seen else -size
    found: set[int] = set()
    headed = False
    for block in blocks:
        at, heading = within[block.region], _headed(block)
        if at and (heading or (headed and at not in found)):
            found.add(at)
        headed = heading
    order = list(dict.fromkeys(within[block.region] for block in blocks))
    for earlier, later in zip(reversed(order[:-1]), reversed(order[1:]), strict=True):
        if earlier and later in found and regions[earlier].parent == regions[later].parent:
            found.add(earlier)
    return {at for at in found if new[at] >= 0}


def _hiding(regions: Sequence[Region]) -> list[int]:
    """For each region the outermost hidden one that it is in, 0 for none."""
    within = [0] * len(regions)
    for n in range(1, len(regions)):
        within[n] = within[regions[n].parent] or (n if regions[n].hidden else 0)
    return within


def _headed(block: Block) -> bool:
    """Whether a block is a heading of a narrative, or begins with one."""
    text = block.text()
    return bool(alone(text) or before_prose(text) or naming.header(text))
