"""Lists of bare numbers that refer one by one to a list told before: 27 prosecutions and 12 convictions, compared with *25 and nine*."""

from collections.abc import Sequence

from kg.facts.reading.statistic_count import Count
from kg.facts.reading.statistic_links import Reading, link
from kg.facts.reading.statistic_scene import Scene


def respective(where: Scene, count: Count, done: Sequence[Reading]) -> tuple[Reading, Count] | None:
    """What a bare number of a list refers to, one by one: 27 prosecutions and 12 convictions, compared with *25 and nine*.

    The last number of the list comes with it, since its period is that of all.
    """
    run = run_of(where, count)
    if len(run) < 2:
        return None
    compared = link(where, run[0]) == "comparison"
    after = {t.lower for t in where.tokens[run[-1].last : min(run[-1].last + 4, where.sentence.last)]}
    if not (compared or "respectively" in after):
        return None
    told = [r for r in done if not r.how and r.count.first < run[0].first][-len(run) :]
    distinct = len({r.fact.measure for r in told}) == len(run)
    return (told[run.index(count)], run[-1]) if distinct else None


def run_of(where: Scene, count: Count) -> list[Count]:
    """The bare numbers around a count that only commas and conjunctions separate."""
    run: list[Count] = []
    for c in where.counts:
        joined = bool(run) and all(t.lower in {",", "and"} for t in where.tokens[run[-1].last : c.first])
        if c.group != "*" or c.money or (run and not joined):
            if count in run:
                break
            run = []
        if c.group == "*" and not c.money:
            run.append(c)
    return run if count in run else []
