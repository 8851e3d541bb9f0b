"""Headings of the reports, from ``headings.tsv``: on a line of their own, or at the beginning of a paragraph."""

import re
from functools import cache
from typing import Literal, cast

from kg.narrative.lines import sentence_like
from kg.narrative.model import SectionName
from kg.vocabulary.tables import rows

Opening = SectionName | Literal["efforts"]
"""The section a heading opens; ``efforts`` stands for prosecution, protection and prevention in one."""

_MARKS = re.compile(r"^(?:[#*_>=\s]+|(?:[IVX]{1,4}|[A-Za-z]|\d{1,2})[.)]\s+)+")
_LONGEST = 120


@cache
def _openings() -> dict[str, Opening]:
    return {row["heading"]: cast(Opening, row["section"]) for row in rows("headings")}


@cache
def _phrases() -> str:
    forms = sorted(_openings(), key=len, reverse=True)
    return "|".join(f"(?P<h{i}>{_pattern(form)})" for i, form in enumerate(forms))


@cache
def _order() -> tuple[Opening, ...]:
    return tuple(_openings()[form] for form in sorted(_openings(), key=len, reverse=True))


def _pattern(form: str) -> str:
    return re.escape(form).replace(r"\*", r"[^:;.!?\n]{2,70}?").replace(r"\ ", r"\s+").replace("'", "['’]")


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"(?:{_phrases()})[\s:.*_#–—-]*", re.IGNORECASE)


@cache
def _before_prose() -> re.Pattern[str]:
    return re.compile(rf"(?:{_phrases()})[*_]*\s*[:.–—][*_]*\s+(?=\S)", re.IGNORECASE)


def _opening(found: re.Match[str]) -> Opening:
    return next(_order()[i] for i in range(len(_order())) if found[f"h{i}"] is not None)


def alone(line: str) -> Opening | None:
    """The section that a line opens which is nothing but a heading."""
    if len(line) > _LONGEST:
        return None
    found = _alone().fullmatch(_MARKS.sub("", line))
    return _opening(found) if found else None


def before_prose(text: str) -> tuple[Opening, int] | None:
    """The section a paragraph's first words open, and where its prose begins ("Recommendations for Laos: Increase ...")."""
    marks = _MARKS.match(text)
    skipped = marks.end() if marks and text[0] in "#*_" else 0
    found = _before_prose().match(text[: skipped + _LONGEST], skipped) if text[skipped : skipped + 1].isupper() else None
    return (_opening(found), found.end()) if found else None


def marked(line: str) -> bool:
    """Whether a line is marked as a heading ("## c. Prohibition of Child Labor") and is no sentence that was marked by mistake."""
    return line.startswith("#") and (not sentence_like(line) or len(line.split()) < 4)
