"""Numbers that share the verb of the number before them, which is not said again."""

from kg.facts.reading.statistic_count import Count
from kg.facts.reading.statistic_scene import Scene


def gapped(where: Scene, last: Count, count: Count) -> bool:
    """Whether a verb is to be repeated for another who acted: IOM assisted 44, *the Red Cross 12*."""
    between = where.tokens[last.last : count.first]
    after = where.tokens[count.last].text if count.last < where.sentence.last else "."
    named = all(t.pos in {"DET", "PROPN", "NOUN", "ADJ"} for t in between[1:] if t.lower != "and") and any(
        t.pos == "PROPN" for t in between
    )
    placed = [t.lower for t in between[:3]] in (["and", "the", "one"], ["and", "that", "in"], ["and", "the", "other"])
    placed = placed or (len(between) == 2 and between[0].lower == "and" and between[1].tag in {"NNS", "NNPS", "NNP"})
    same = count.group == "*" and (last.group == "*" or placed)
    opens = 2 <= len(between) <= 6 and ((between[0].text == "," and named) or (placed and between[-1].pos in {"PROPN", "NOUN"}))
    return same and bool(opens) and after in {",", ".", ";", "more"}


def alone(where: Scene, count: Count) -> bool:
    """Whether a part of a sentence is no more than a number and a period: 60 were opened; *48 in 2012*."""
    rest = [i for i in range(count.last, where.sentence.last) if where.tokens[i].pos not in {"ADP", "PUNCT"}]
    dated = [m for m in where.sentence.of("period") if m.first >= count.last]
    return count.group == "*" and bool(dated) and all(dated[0].first <= i < dated[0].last for i in rest)
