"""To whom facilities are closed, and for whom there is none at all, told without a noun for one or of those told before."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.facts.facility import Facility
from kg.facts.reading.evidence import told_in
from kg.facts.reading.facility_cues import cue
from kg.facts.reading.facility_nouns import Noun
from kg.facts.reading.facility_operators import right_before
from kg.facts.reading.facility_where import whom
from kg.facts.reading.periods import period_in
from kg.facts.reading.wording import clause_at, clause_evidence, folded
from kg.language.model import Annotated, Sentence
from kg.language.sieve import search

NEAR: Final = 2
"""How many sentences back one told before may be."""
_SERVICES_WORDS: Final = re.compile(r"services|facilit(?:y|ies)|refuge|accommodation|housing")
_SERVICES: Final = re.compile(
    r"\b(?:there (?:are|were|is|was) (?:still )?no|no|lack of|had no|have no|has no) (?:\w+ ){0,3}"
    r"(?P<what>services|facilities|facility|nowhere|place(?:s)? of refuge|refuge|accommodation|housing)(?: \w+)?"
    r" (?:(?:exist\w*|are|were|available|is|was) )*(?:available )?for (?P<whom>[^.;,]{3,50})"
    r"|\b(?:services|facilities) (?:dedicated to |designed for |for |aimed at )(?P<whose>[^.;,]{3,40}?) (?:did|do|does) not exist"
)
_CONTRAST: Final = re.compile(r"\b(?:but|while|although|whereas|yet)\b|;")
"""What parts those for whom there are facilities from those for whom there are none."""
_SUCH_WORDS: Final = re.compile(
    r"not be (?:acc|shel|lodg|hous|taken)|nobody|no one|no ngo|no organi|no agenc|no such |no (?:comparable|similar|equivalent|like) |"
    r"nowhere|anywhere|none |nothing to|set aside|equivalent|counterpart|without|elsewhere|"
    r"there (?:was|is|were|are) no|no (?:such |)(?:bed|place|room|refuge)|for whom no"
    r"|shelter (?:was|is|for|to|services|and|or) |(?:access to|eligible for|entitled to|denied|refused) (?:\w+ ){0,2}shelter"
)
_SUCH: Final = re.compile(
    r"(?P<whom>[^.;]{3,40})\s+(?:had|have|has|were\s+left\s+with)\s+(?:no\s+such\s+(?:place|facility|refuge|home|option)|nowhere(?!\s+to\s+(?:send|lodge|house|shelter|place|put|offer|accommodate|report|complain))|no\s+(?:place|refuge)\s+to)\b"
    r"|\bfor\s+(?P<these>[^.;,]{3,40}?),?\s+there\s+(?:was|is|were|are)\s+(?:nothing|nowhere|none|no\s+such\s+place)\b"
    r"|\bnowhere\s+(?:\w+\s+)?for\s+(?P<those>[^.;,]{3,40}?)\s+to\s+(?:go|stay|turn|live)\b"
    r"|\bno\s+(?:beds?|places?|rooms?)\s+(?:was|were|is|are)\s+(?:\w+\s+){0,2}for\s+(?P<people>[^.;,]{3,40})"
    r"|\bthere\s+(?:was|is|were|are)\s+no\s+(?:beds?|places?|rooms?|refuges?|room)\s+(?:\w+\s+)?for\s+(?P<bedless>[^.;,]{3,40})"
    r"|(?P<placeless>[^.;,]{3,40}),\s+for\s+whom\s+(?:there\s+(?:was|is|were|are)\s+(?:no|nowhere|nothing)|no\s+(?:such\s+)?(?:place|shelter|facilit|home|bed|refuge))"
    r"|\bshelter\s+for\s+(?P<lacking>[^.;,]{3,40}?)\s+(?:was|is)\s+(?:not\s+(?:available|provided|offered)|unavailable)"
    r"|\b(?:(?:did|does|do|has|have|had|could|can)\s+not\s+(?!only\b)(?:\w+\s+){0,2}?(?:provide[sd]?|offer(?:ed)?|give|given)\s+(?:\w+\s+){0,2}?|(?:provid|offer)(?:e[sd]|ed|s)\s+no\s+)"
    r"shelter(?:\s+services)?(?:\s+(?:and|or)\s+(?:\w+\s+){0,2}\w+)?\s+(?:to|for)\s+(?P<unsheltered>[^.;,]{3,40})"
    r"|(?P<without>[^.;]{3,40}?)\s+(?:has|have|had)\s+(?:had\s+)?to\s+(?:do|go|manage)\s+without(?:\s+(?:one|it|them))?(?=\s*(?:[.;,]|$))"
    r"|\bthere\s+(?:was|is|were|are)\s+no\s+(?:equivalents?|counterparts?|comparable\s+\w+|similar\s+\w+|such\s+\w+)\s+(?:available\s+)?for\s+(?P<equal>[^.;,]{3,40})"
    r"|\bnone\s+(?:could\s+be\s+found|(?:was|were|is|are)\s+(?:available|open|dedicated|reserved|set\s+aside|to\s+be\s+found)|existed|exists)\s+(?:for|to)\s+(?P<found>[^.;,]{3,40})"
    r"|\b(?:had|has|have|(?:did|does|do)\s+not\s+have|without|not\s+have\s+was)\s+(?:nowhere|anywhere|no\s+place|nothing|any\s+place)\s+"
    r"(?:to\s+(?:send|lodge|house|shelter|place|put|offer|accommodate)|set\s+aside\s+for)\s+(?P<sent>[^.;,]{3,40})"
    r"|\b(?:nobody|no\s+one|no\s+(?:ngos?|organi[sz]ations?|agenc(?:y|ies)|bod(?:y|ies)|shelters?))\s+(?:\w+ly\s+)?(?:offer|provid|g[ai]v)\w*\s+"
    r"(?:shelter|lodging|accommodation|refuge|housing)\s+(?:to|for)\s+(?P<nobody>[^.;,]{3,40})"
    r"|\bno\s+(?:such|comparable|similar|equivalent|like)\s+(?:cent(?:er|re)|shelter|home|house|facilit(?:y|ies)|place|institution)s?\s+"
    r"(?:exist(?:s|ed)?|(?:was|were|is|are)\s+(?:available|open))\s+(?:for|to)\s+(?P<comparable>[^.;,]{3,40})"
    r"|\bneither\b[^.;]{3,200}\shad\s+any\s+(?:place|room|home|facility)\s+(?:set\s+aside\s+)?for\s+(?P<aside>[^.;,]{3,40})"
    r"|\bshelter\s+(?:was|is)\s+(?:not\s+(?:available|open|offered|given|provided)|unavailable|denied)\s+to\s+(?P<refused>[^.;,]{3,40})"
    r"|(?P<unhoused>[^.;,]{3,50}?)\s+(?:could|can|would)\s+not\s+be\s+(?:accommodated|sheltered|lodged|housed|taken\s+in(?!to))\b"
    r"|(?P<barred>[^.;,]{3,50}?)\s+(?:(?:were|was|are|is)\s+(?:not\s+(?:eligible\s+for|entitled\s+to|given\s+access\s+to)|ineligible\s+for|denied|refused)"
    r"|(?:did|do|does)\s+not\s+have\s+access\s+to|(?:had|have|has)\s+no\s+access\s+to|lack(?:ed|s)?\s+access\s+to)"
    r"\s+(?:any\s+|government\s+|state\s+|public\s+|long-term\s+|specialized\s+){0,2}shelter\b(?!\s+(?:home|facilit))"
)
"""Ways to say that there is no shelter for some, without a noun for one."""
_DENIED: Final = re.compile(
    r"(?P<whom>[^.;]{3,60}?)\b(?:were|are|was|is) (?:offered|given|provided) neither [^.;]{0,40}?\bnor (?P<second>counsel+ing)\b"
)


def refused(annotated: Annotated, sentence: Sentence, here: list[Noun], known: list[Facility]) -> Iterator[Facility]:
    """Whom facilities turn away, and for whom there are no services at all."""
    words = folded(annotated.document.text[sentence.start : sentence.end])
    refused = search(cue("refuses"), words) if here and here[0].type != "hotline" else None
    if refused:
        group = refused.span(refused.lastgroup) if refused.lastgroup else (max(0, refused.start() - 50), refused.start())
        yield from _negated(annotated, sentence, refused.start(), here[0].type, whom(sentence, *group), "refused")
    such = _SUCH.search(words) if search(_SUCH_WORDS, words) else None
    if such and (such.lastgroup == "comparable" or not any(n.start < such.end() for n in here)):
        turned = whom(sentence, *such.span(such.lastgroup or 0))
        some = such.lastgroup in {"lacking", "refused", "sent", "aside", "found", "those"} and re.search(
            r"\b(?:victims?|them)\b", such.group()
        )
        who = right_before(annotated, sentence, words, such.start()) if such.lastgroup == "sent" else ()
        if "nothing" in such.group() and not who:
            return
        told = _such_as(known) if such.lastgroup == "comparable" and " such " in such.group() else None
        found = _negated(annotated, sentence, such.start(), told or "shelter", turned, "missing", some=bool(some))
        yield from (replace(fact, operators=who) for fact in found)
    denied = _DENIED.search(words) if " neither " in words else None
    if denied:
        turned = whom(sentence, *denied.span("whom"))
        yield from _negated(annotated, sentence, denied.start(), "counseling_center", turned, "refused")
    services = _SERVICES.search(words) if search(_SERVICES_WORDS, words) else None
    if services and not any(
        services.start() - 30 < n.start < services.end() and not _CONTRAST.search(words, n.end, services.start()) for n in here
    ):
        turned = whom(sentence, *services.span("whom" if services["whom"] else "whose"))
        kind = "other" if services["what"] in {"services", None} else "shelter"
        yield from _negated(annotated, sentence, services.start(), kind, turned, "no_services")


def _such_as(known: list[Facility]) -> str | None:
    """The type of the facilities told last, of which «no such centers» speaks."""
    return next((f.type for f in reversed(known) if f.type and f.polarity == "affirmed"), None)


def neither(annotated: Annotated, sentence: Sentence, known: list[Facility]) -> Iterator[Facility]:
    """That the facilities told before are closed to some: «Male victims had access to neither»."""
    words = folded(annotated.document.text[sentence.start : sentence.end])
    found = search(cue("neither"), words)
    if found is None:
        return
    before = max([found.start() - 60, 0, *(m.end() for m in _CONTRAST.finditer(words, 0, found.start()))])
    turned = whom(sentence, *(found.span("behind") if found["behind"] else (before, found.start())))
    last = known[-1] if found.group().startswith("none for ") else None
    kinds = {f.type for f in known if f.polarity == "affirmed" and f.type and sentence.index - told_in(annotated, f) <= NEAR}
    for kind in sorted({"shelter"} & kinds or kinds):
        for fact in _negated(annotated, sentence, found.start(), kind, turned, "refused"):
            yield replace(fact, operators=last.operators) if last and last.type == kind else fact


def _negated(
    annotated: Annotated, sentence: Sentence, start: int, kind: str, turned: tuple[str, ...], rule: str, *, some: bool = False
) -> Iterator[Facility]:
    clause = clause_at(annotated, sentence, sentence.start + start)
    if turned or some:
        yield Facility(
            doc=annotated.document.id,
            type=kind,
            serves=turned,
            polarity="negated",
            period=period_in(annotated, sentence, clause),
            evidence=(clause_evidence(annotated, clause),),
            rule=f"facility.{rule}",
        )
