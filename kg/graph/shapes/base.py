"""The shapes of what all documents share: documents, evidence, readers, and what every fact has."""

from kg.facts.kinds import KINDS
from kg.facts.model import COMMON
from kg.facts.values import PLACE, TEXT, YEAR, Token
from kg.graph.shapes.blocks import Pair, classes, node_shape, property_shape
from kg.graph.shapes.rules import PERIOD
from kg.graph.shapes.values import constraint, place_pattern
from kg.graph.turtle import Block, block, listed, text
from kg.vocabulary.iris import DOCUMENT
from kg.vocabulary.schemes import tokens

HASH = ("sh:pattern", text("^[0-9a-f]{64}$"))
STRING = ("sh:datatype", "xsd:string")
WHOLE = ("sh:datatype", "xsd:integer")
OFFSET = (WHOLE, ("sh:minInclusive", "0"))


def document() -> list[Block]:
    """Documents and their sections."""
    tier = constraint(Token("tier"))
    fields = [
        property_shape("shape:Document-identifier", "dcterms:identifier", "A document has exactly one id.", STRING, least=1),
        property_shape("shape:Document-format", "dcterms:format", "A document has exactly one media type.", STRING, least=1),
        property_shape(
            "shape:Document-country",
            "tip:country",
            "A document is about exactly one country, given by its ISO 3166-1 alpha-3 code.",
            *constraint(PLACE).properties,
            least=1,
        ),
        property_shape("shape:Document-year", "tip:year", "A document is of at most one year.", *constraint(YEAR).properties),
        property_shape("shape:Document-tier", "tip:tier", f"A document names at most one tier: {tier.words}.", *tier.properties),
        property_shape(
            "shape:Document-textSha256", "tip:textSha256", "A document has exactly one SHA-256 of its text.", HASH, STRING, least=1
        ),
        property_shape(
            "shape:Document-copyOf",
            "tip:copyOf",
            "A document is a copy of at most one other document, given by its IRI.",
            ("sh:nodeKind", "sh:IRI"),
            ("sh:pattern", text(f"^{DOCUMENT}")),
        ),
        property_shape("shape:Document-text", "tip:text", "A document has at most one text.", STRING),
        property_shape(
            "shape:Document-section", "tip:section", "A document’s sections are sections.", ("sh:class", "tip:Section"), most=None
        ),
    ]
    year = property_shape(
        "shape:Document-yearKnown",
        "tip:year",
        "The year of the report is not known; questions by year pass this document over. Give it in the manifest.",
        least=1,
        most=None,
        severity="Warning",
    )
    words = property_shape(
        "shape:Document-textKept",
        "tip:text",
        "The text was left out, so the quotations cannot be compared with it.",
        least=1,
        most=None,
        severity="Info",
    )
    return [*node_shape("shape:Document", classes("tip:Document"), [*fields, year, words]), *_section()]


def _section() -> list[Block]:
    fields = [
        property_shape("shape:Section-sectionName", "tip:sectionName", "A section has exactly one name.", STRING, least=1),
        property_shape(
            "shape:Section-start",
            "tip:start",
            "A section begins at exactly one offset, which is not after its end.",
            *OFFSET,
            ("sh:lessThanOrEquals", "tip:end"),
            least=1,
        ),
        property_shape("shape:Section-end", "tip:end", "A section ends at exactly one offset.", WHOLE, least=1),
    ]
    return node_shape("shape:Section", classes("tip:Section"), fields)


def evidence() -> list[Block]:
    """Evidence and its two selectors."""
    part = [
        property_shape(
            "shape:Evidence-source",
            "oa:hasSource",
            "Evidence is a part of exactly one document, which is in the graph.",
            ("sh:class", "tip:Document"),
            least=1,
        ),
        property_shape(
            "shape:Evidence-start", listed(["oa:hasSelector", "oa:start"]), "Evidence has exactly one offset at which it starts.", least=1
        ),
        property_shape(
            "shape:Evidence-end", listed(["oa:hasSelector", "oa:end"]), "Evidence has exactly one offset at which it ends.", least=1
        ),
        property_shape("shape:Evidence-quote", listed(["oa:hasSelector", "oa:exact"]), "Evidence has exactly one quotation.", least=1),
    ]
    # how many there must be is said above; two shapes for one rule would tell the reader twice
    position = [
        property_shape(
            "shape:Position-start",
            "oa:start",
            "A position starts at an offset in code points before its end.",
            *OFFSET,
            ("sh:lessThan", "oa:end"),
            most=None,
        ),
        property_shape("shape:Position-end", "oa:end", "A position ends at an offset in code points.", WHOLE, most=None),
    ]
    quote = [
        property_shape("shape:Quote-exact", "oa:exact", "A quotation holds some words.", STRING, ("sh:minLength", "1"), most=None),
        property_shape("shape:Quote-prefix", "oa:prefix", "A quotation has at most one context before it.", STRING),
        property_shape("shape:Quote-suffix", "oa:suffix", "A quotation has at most one context after it.", STRING),
    ]
    return [
        *node_shape("shape:Evidence", classes("oa:SpecificResource"), part),
        *node_shape("shape:Position", classes("oa:TextPositionSelector"), position),
        *node_shape("shape:Quote", classes("oa:TextQuoteSelector"), quote),
    ]


def provenance() -> list[Block]:
    """Activities, the agents that took part in them, and the organizations that facts mention."""
    activity = [
        property_shape("shape:Activity-used", "prov:used", "A reading used exactly one document.", ("sh:class", "tip:Document"), least=1),
        property_shape(
            "shape:Activity-agent",
            "prov:wasAssociatedWith",
            "A reading was done by at least one program or language model.",
            ("sh:class", "prov:SoftwareAgent"),
            least=1,
            most=None,
        ),
    ]
    agent = [
        property_shape("shape:Agent-name", "rdfs:label", "A program or language model has exactly one name.", STRING, least=1),
        property_shape("shape:Agent-version", "tip:version", "A program or language model has exactly one version.", STRING, least=1),
        property_shape("shape:Agent-sha256", "tip:sha256", "A language model has at most one SHA-256.", STRING, HASH),
    ]
    body = [property_shape("shape:Body-name", "skos:altLabel", "An organization has at least one name.", STRING, least=1, most=None)]
    return [
        *node_shape("shape:Activity", classes("prov:Activity"), activity),
        *node_shape("shape:Agent", classes("prov:SoftwareAgent"), agent),
        *node_shape("shape:Body", classes("org:Organization"), body),
    ]


def fact() -> list[Block]:
    """What every fact has, and the value shapes that several kinds use."""
    polarity, certainty = (constraint(COMMON[name].type) for name in ("polarity", "certainty"))
    kinds = [f"tip:{kind.kind.term}" for kind in KINDS]
    fields = [
        property_shape(
            "shape:Fact-kind",
            "rdf:type",
            "A fact is a fact and of one of the kinds that are declared.",
            ("sh:in", listed(["tip:Fact", "qb:Observation", *kinds])),
            least=2,
            most=None,
        ),
        property_shape("shape:Fact-doc", "tip:doc", "A fact is from exactly one document.", ("sh:class", "tip:Document"), least=1),
        property_shape(
            "shape:Fact-copy",
            listed(["tip:doc", "tip:copyOf"]),
            "A copy says no facts: those of its narrative are with the document that it is a copy of.",
            most=0,
        ),
        property_shape(
            "shape:Fact-evidence",
            "tip:evidence",
            "A fact needs evidence: at least one part of its document whose words say it.",
            ("sh:class", "oa:SpecificResource"),
            least=1,
            most=None,
        ),
        property_shape(
            "shape:Fact-reading",
            "prov:wasGeneratedBy",
            "A fact was read by exactly one activity.",
            ("sh:class", "prov:Activity"),
            least=1,
        ),
        property_shape(
            "shape:Fact-polarity", "tip:polarity", f"A fact has exactly one polarity: {polarity.words}.", *polarity.properties, least=1
        ),
        property_shape(
            "shape:Fact-certainty", "tip:certainty", f"A fact has exactly one certainty: {certainty.words}.", *certainty.properties, least=1
        ),
        property_shape(
            "shape:Fact-period",
            "tip:period",
            "A fact has at most one period: a year, a month, a span of either, or the words reporting or previous.",
            STRING,
            ("sh:pattern", text(PERIOD)),
        ),
        property_shape("shape:Fact-rule", "tip:rule", "A fact names at most one rule that read it.", *constraint(TEXT).properties),
        property_shape(
            "shape:Fact-page",
            "tip:page",
            "A fact stands on at most one page, counted from 1.",
            ("sh:datatype", "xsd:integer"),
            ("sh:minInclusive", "1"),
        ),
    ]
    targets: list[Pair] = [*classes("tip:Fact", *kinds), ("sh:targetSubjectsOf", ["tip:doc", "tip:evidence"])]
    return [*node_shape("shape:Fact", targets, fields), *_values()]


def _values() -> list[Block]:
    known = place_pattern(f"party/({'|'.join(tokens('party'))})")
    return [
        block("shape:Integer", ("a", "sh:NodeShape"), ("sh:datatype", "xsd:integer")),
        block("shape:Decimal", ("a", "sh:NodeShape"), ("sh:datatype", "xsd:decimal")),
        block("shape:Name", ("a", "sh:NodeShape"), STRING, ("sh:minLength", "1")),
        block("shape:Place", ("a", "sh:NodeShape"), ("sh:nodeKind", "sh:IRI"), ("sh:pattern", text(place_pattern()))),
        block("shape:Party", ("a", "sh:NodeShape"), ("sh:nodeKind", "sh:IRI"), ("sh:pattern", text(known))),
    ]
