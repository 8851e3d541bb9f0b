"""Pictures on pages, for windows of several widths: the page comes with the widest, a script asks for another where the window wants it."""

from collections.abc import Mapping
from html import escape
from typing import Final

from kg.flows.frame import MEDIUM, NARROW, WIDE, Sheet
from kg.flows.looks import Show

SHEETS: Final[Mapping[str, Sheet]] = {"wide": WIDE, "medium": MEDIUM, "narrow": NARROW}
"""By the class that the style of pages knows."""

MAP: Final = "Map; plus and minus magnify it, arrow keys move it"
PICTURE: Final = "Picture of the flows"


def framed(svg: str, name: str, show: Show = "map") -> str:
    """The element of a picture of one width; around the widest those of the others too, in which nothing stands yet."""
    label = escape(MAP if show == "map" else PICTURE)
    frame = f'<div class="frame" tabindex="0" role="region" aria-label="{label}">{svg}</div>'
    if name != "wide":
        return frame
    others = (f'<div class="sheet {other}" data-sheet="{other}">Drawing…</div>' for other in SHEETS if other != "wide")
    return f'<div class="sheet wide">{frame}</div>{"".join(others)}'
