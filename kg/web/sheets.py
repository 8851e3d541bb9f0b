"""Pictures on pages: each drawn for windows of several widths, of which the style of the page shows one."""

from collections.abc import Callable
from html import escape
from typing import Final

from kg.flows.frame import MEDIUM, NARROW, WIDE, Sheet
from kg.flows.looks import Show

SHEETS: Final = {"wide": WIDE, "medium": MEDIUM, "narrow": NARROW}
"""By the class that the style of pages knows."""

MAP: Final = "Map; plus and minus magnify it, arrow keys move it"
PICTURE: Final = "Picture of the flows"


def sheets(draw: Callable[[Sheet], str], show: Show = "map") -> str:
    """The elements of a picture, one for each width."""
    label = escape(MAP if show == "map" else PICTURE)
    frame = f'<div class="frame" tabindex="0" role="region" aria-label="{label}">'
    return "".join(f'<div class="sheet {name}">{frame}{draw(sheet)}</div></div>' for name, sheet in SHEETS.items())
