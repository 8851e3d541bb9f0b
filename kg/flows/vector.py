"""The finish of an SVG file: a title and a description for readers and screen readers, tooltips, rims of texts, nothing from outside."""

from collections.abc import Mapping
from typing import Final
from xml.etree import ElementTree

from kg.flows.shapes import Area, Line, Scene

SVG: Final = "http://www.w3.org/2000/svg"
LINK: Final = "http://www.w3.org/1999/xlink"

FLOW: Final = "flow-"
"""The beginning of the id of what stands for flows; the number of the shape follows."""

RIM: Final = "rim"
"""The id of texts that get a rim."""

FONTS: Final = "'DejaVu Sans', Verdana, sans-serif"
"""Verdana is nearest to DejaVu where a reader has none."""

RIM_STYLE: Final = "paint-order: stroke; stroke: {}; stroke-width: 2px; stroke-linejoin: round; "


def finished(drawn: bytes, scene: Scene, titles: Mapping[str, str]) -> bytes:
    """The file with its texts for readers; ``titles`` are those of flows by key."""
    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", LINK)
    root = ElementTree.fromstring(drawn)
    for metadata in root.findall(f"{{{SVG}}}metadata"):
        root.remove(metadata)
    for element in list(root.iter()):
        if "DejaVu" in (style := element.get("style", "")):
            element.set("style", style.replace("'DejaVu Sans'", FONTS))
        if (name := element.get("id", "")).startswith(FLOW):
            shape = scene.shapes[int(name.removeprefix(FLOW))]
            assert isinstance(shape, Area | Line)
            _titled(element, "\n".join(titles[flow] for flow in shape.flows if flow in titles))
        elif name == RIM:
            del element.attrib["id"]
            for text in element.iter(f"{{{SVG}}}text"):
                text.set("style", RIM_STYLE.format(scene.paper) + text.get("style", ""))
    description = ElementTree.Element(f"{{{SVG}}}desc")
    description.text = scene.description
    root.insert(0, description)
    _titled(root, scene.title)
    root.set("role", "img")
    body: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return body + b"\n"


def _titled(element: ElementTree.Element, text: str) -> None:
    title = ElementTree.Element(f"{{{SVG}}}title")
    title.text = text
    element.insert(0, title)
