"""Where the names of bodies begin and end in a run of words in capitals."""

import re
from collections.abc import Iterator
from typing import Final

from kg.language.body_kinds import begins_known, ends_in_head, is_head, kind_of, word
from kg.language.periods import MONTH

_UPPER: Final = "A-ZÀ-ÞČĆĎĐĚĞĢİĶĻŁŃŇŅŌŐŘŚŠŞŤŪŮŰŹŻŽȘȚ"
WORD: Final = rf"(?:(?:[A-Z]\.){{2,}}|[{_UPPER}][\w’'-]*(?:/(?=[A-Z][a-z])[\w’'-]+)?(?:\.(?=[A-Z])|\.(?:ch|org|com|net|info)\b)?)"
"""A word of a name in capitals."""
INTRODUCED: Final = re.compile(
    r"(?:['’]s)?\s*,?\s*\(\s*(?:hereafter\s+|hereinafter\s+|known as\s+|or\s+)?(?:the\s+)?"
    r"[\"“”']?(?P<acronym>[A-Z][A-Za-z&]*[A-Z][A-Za-z-]*)[\"“”']?\s*[);]"
)
LEAD: Final = re.compile(
    rf"^(?:(?:The|A|An|In|On|At|By|For|From|To|With|Under|After|Before|During|Since|While|When|Although|Though|Both|Its|Their"
    rf"|(?:Together|Along|Jointly|Working) with"
    rf"|(?:Funding|Funds|Money|Support|Aid|Assistance|Training|Referrals)\s+(?:for|from|to|by)"
    rf"|His|Her|This|That|These"
    rf"|Those|And|But|Or|As|If|Some|Many|Most|All|Each|Several|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Also|Late|Early|Officials|Police(?!\s+[A-Z])|{MONTH}"
    rf"|Government|Local|Foreign(?!\s+(?:Employment|Affairs|Ministry|Office|Relations|Service|Workers?|Labou?r|Domestic)\b)"
    rf"|Nongovernmental|According|Past|Former|Then|See|Meanwhile|However|(?:NGO|CSO|INGO)s?|Through|Between|Per|Within|Unlike|Despite"
    rf"|Besides|Only|Neither|Until"
    rf"|Because|Once|Where|Other|No|Following|Another|Callers|Calls|Members|Staff|Tier)(?:,)?\s+(?:of\s+)?(?:the\s+)?)+|^(?:of|on|and|for|in"
    rf"|to|at|by|with|the)\s+(?:the\s+)?"
)
_JOINT: Final = re.compile(
    r",\s+(?:and\s+|as\s+well\s+as\s+)?(?:the\s+)?|\s+(?:and|with|to|in|at|for|by|of|on)\s+the\s+|\s+and\s+|['’]s\s+"
)
_TAIL: Final = re.compile(rf"(?:,?\s+(?:on|in|of|since)\s+{MONTH}\b.*|(?:,?\s+(?:and|with|to|in|at|for|by|of|on|the|,))*[,\s’']*)$")
_OPEN: Final = re.compile(r",\s+|\s+(?:and|of|in|for|at|to|with|on|by)\s+the\s+")
_PLURAL: Final = re.compile(
    r"(?P<first>[A-Z][\w’'-]*s)\s+(?:(?:of|from|in|at|by|between|among)\s+(?:the\s+)?|(?:with|for|to|and)\s+the\s+)"
)
"""The word in capitals that opens a sentence before a name: «*Leaders of the* Coalition of …»."""


def parts(text: str, start: int, end: int, places: frozenset[tuple[int, int]] = frozenset()) -> Iterator[tuple[int, int]]:
    """A run of capitals cut where another body begins, and freed of what stands before it; names of places are not cut."""
    cuts = [start]
    for joint in _JOINT.finditer(text, start, end):
        if not any(s < joint.start() and joint.end() < e for s, e in places) and _cuts(text, cuts[-1], joint, end):
            cuts.append(joint.end())
    for first, last in zip(cuts, [*cuts[1:], end], strict=True):
        piece = _TAIL.sub("", _JOINT.sub("", text[first:last]) if _JOINT.fullmatch(text[first:last]) else text[first:last])
        at = opening.end() if first == 0 and (opening := _PLURAL.match(piece)) and not is_head(opening["first"]) else 0
        while (lead := LEAD.match(piece[at:])) and at + lead.end() < len(piece):
            at += lead.end()
        piece = re.sub(r"['’]s$|-(?:operated|run|led|based|funded|managed|sponsored|supported|backed)$", "", piece)
        if not lead and at < len(piece):
            yield first + at, first + len(piece)


def _cuts(text: str, start: int, joint: re.Match[str], end: int) -> bool:
    """Whether a joint parts two bodies: before a body a comma and «and the» do; other joints only between two bodies."""
    before, after = text[start : joint.start()], text[joint.end() : end]
    introduced = INTRODUCED.match(text, end)
    if introduced and introduced["acronym"] == "".join(w[0] for w in text[start:end].split() if w[0].isupper()):
        return False
    fields, words = word("fields").search(before), joint.group().split()
    body = _is_body(after) and not (fields and word("field").match(after))
    if "," in joint.group():
        alone = re.fullmatch(r"[^,]+,\s+and\s+(?:the\s+)?(?P<last>[^,]+)", after)
        listed = (
            (re.search(r",?\s+and\s", after) and not (alone and _is_body(alone["last"]) and not word("field").match(alone["last"])))
            or "and" in words
        ) and " in " not in _OPEN.split(after)[0].replace(" in Persons", "")
        closed = re.search(r"\s+and\s+[^,]*$", before)
        return bool(body or closed or not (fields and listed))
    if words[:2] == ["and", "the"]:
        return body or (" of " not in before and " for " not in before and ends_in_head(before))
    lead = LEAD.match(before)
    bare = before[lead.end() :] if lead else before
    typed = kind_of(bare) or re.fullmatch(r"[A-Z]{2,}", bare)
    if joint.group()[0] in "'’":
        ended = (fields or not is_head(after.split(maxsplit=1)[0])) and typed and not word("person").search(before)
        return bool((body and (typed or " of " in before)) or ended)
    return bool(body and typed)


def _is_body(words: str) -> bool:
    """Whether words begin with the name of a body."""
    first = _OPEN.split(words)[0]
    single = " " not in first and words[len(first) :].lstrip().startswith(("of ", "for ", "against ")) and is_head(first)
    return bool(kind_of(first) or kind_of(re.split(r"\s+and\s+", first)[0]) or begins_known(words) or single)
