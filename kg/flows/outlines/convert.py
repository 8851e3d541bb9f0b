"""Makes ``countries.json`` from the TopoJSON of Natural Earth's countries: ``python -m kg.flows.outlines.convert countries-110m.json``.

TopoJSON: arcs of delta-encoded, quantized positions (TopoJSON format specification, 2.1.3 and 2.1.4).
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from kg.vocabulary.places import places

Point = tuple[int, int]
"""Longitude and latitude in hundredths of a degree."""
Ring = list[Point]

TURN = 36000
LEFT_OUT = ("Antarctica",)
HERE = Path(__file__).parent


def outlines(topology: dict[str, Any]) -> dict[str, list[list[int]]]:
    """The rings of every country by code."""
    arcs = [_positions(arc, topology["transform"]) for arc in topology["arcs"]]
    codes = _codes()
    indices: dict[str, list[list[int]]] = defaultdict(list)
    for country in topology["objects"]["countries"]["geometries"]:
        name = country["properties"]["name"]
        if name not in LEFT_OUT:
            indices[codes[name.casefold()]] += _ring_indices(country)
    return {code: [_numbers(_unwrapped(_ring(ring, arcs))) for ring in _dissolved(indices[code])] for code in sorted(indices)}


def _codes() -> dict[str, str]:
    lines = [line.split("\t") for line in (HERE / "names.tsv").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {name.casefold(): place.code for place in places() for name in place.names} | {name.casefold(): code for name, code in lines[1:]}


def _positions(arc: Sequence[Sequence[int]], transform: dict[str, list[float]]) -> Ring:
    (scale_x, scale_y), (x, y) = transform["scale"], transform["translate"]
    steps = accumulate(arc, lambda at, step: (at[0] + step[0], at[1] + step[1]))
    return [(round((px * scale_x + x) * 100), round((py * scale_y + y) * 100)) for px, py in steps]


def _ring_indices(country: dict[str, Any]) -> Iterator[list[int]]:
    polygons = [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]
    return (ring for polygon in polygons for ring in polygon)


def _dissolved(rings: list[list[int]]) -> list[list[int]]:
    """Areas of one country without the border between them: rings that share an arc, one of them against its direction, become one."""
    found: list[list[int]] = []
    for ring in rings:
        merged = list(ring)
        for other in [other for other in found if any(~arc in other for arc in merged)]:
            found.remove(other)
            merged = _without_border(merged, other)
        found.append(merged)
    return found


def _without_border(ring: list[int], other: list[int]) -> list[int]:
    at = next(n for n, arc in enumerate(ring) if ~arc in other)
    there = other.index(~ring[at])
    joined = ring[at + 1 :] + ring[:at] + other[there + 1 :] + other[:there]
    while any(first == ~second for first, second in pairwise([*joined, joined[0]])):
        n = next(n for n in range(len(joined)) if joined[n] == ~joined[(n + 1) % len(joined)])
        joined = [arc for m, arc in enumerate(joined) if m not in (n, (n + 1) % len(joined))]
    return joined


def _ring(indices: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """The arcs one after another, those with a negative index reversed; the ring is not closed by repetition."""
    ring: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += [point for point in arc[:-1] if not ring or point != ring[-1]]
    return ring


def _unwrapped(ring: Ring) -> Ring:
    """The ring without the jump from 180 to -180 degrees: it goes on past the antimeridian, and no point is there twice."""
    found: Ring = []
    for x, y in ring:
        last = found[-1][0] if found else x
        point = (x - TURN * round((x - last) / TURN), y)
        found += [point] if not found or point != found[-1] else []
    return found


def _numbers(ring: Ring) -> list[int]:
    return [number for point in ring for number in point]


def main() -> None:
    """Convert the file that is named on the command line."""
    made = outlines(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    lines = [f'"{code}":{json.dumps(rings, separators=(",", ":"))}' for code, rings in made.items()]
    (HERE / "countries.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
