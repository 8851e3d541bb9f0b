"""The terms that no declaration of a kind of fact gives: documents, evidence, readers, places, shortcuts."""

from dataclasses import dataclass

from kg.graph.turtle import Block, block, text


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property of the ontology; values of ``more`` are written as Turtle."""

    name: str
    type: str
    label: str
    definition: str
    example: str
    more: tuple[tuple[str, str], ...] = ()


def written(term: Term, module: str) -> Block:
    """A term as Turtle."""
    return block(
        f"tip:{term.name}",
        ("a", term.type),
        ("rdfs:label", text(term.label, "en")),
        ("skos:definition", text(term.definition, "en")),
        ("skos:example", text(term.example)),
        *term.more,
        ("rdfs:isDefinedBy", module),
    )


DATA, OBJECT, CLASS, ANY = "owl:DatatypeProperty", "owl:ObjectProperty", "owl:Class", "rdf:Property"


def of(domain: str, range: str) -> tuple[tuple[str, str], ...]:
    """The domain and range of a property."""
    return (("rdfs:domain", domain), ("rdfs:range", range))


DOCUMENTS = (
    Term(
        "Document",
        CLASS,
        "Document",
        "One narrative: the text about one country in one report, as it was read and stored.",
        "document:LAO-2011",
        (("rdfs:subClassOf", "prov:Entity, dcterms:BibliographicResource"),),
    ),
    Term("Section", CLASS, "Section", "A run of a document’s text under one heading.", "section:52347eca6159356acd02"),
    Term(
        "text",
        DATA,
        "text",
        "A document’s text as stored, to which all offsets refer, in Unicode code points.",
        "LAOS (Tier 2)",
        of("tip:Document", "xsd:string"),
    ),
    Term(
        "textSha256",
        DATA,
        "SHA-256 of the text",
        "The SHA-256 of a document’s text in UTF-8, also where the text itself was left out.",
        "7c44f501b3d4eed050c49ef4a5a4ecfd69cf6145ae5a7a8a78a994ec13c62d9c",
        of("tip:Document", "xsd:string"),
    ),
    Term(
        "copyOf",
        OBJECT,
        "copy of",
        "The document that tells the same narrative (same country, year and report, nearly the same words) and says the facts for both; "
        "its id is the first of all that do.",
        "document:LAO-2011",
        (*of("tip:Document", "tip:Document"), ("rdfs:subPropertyOf", "dcterms:isFormatOf, prov:alternateOf")),
    ),
    Term(
        "wordSketch",
        DATA,
        "word sketch",
        "The smallest hashes of the runs of three words in a document, by which copies are found; it stands on the document’s graph, in a "
        "graph for each country, year and report, and is in no export.",
        "AAGUfAACkPM=",
        (("rdfs:range", "xsd:string"),),
    ),
    Term(
        "laidAside",
        DATA,
        "laid aside",
        "What a copy says, packed, so that it counts again when the document that it is a copy of goes or changes; it stands on the "
        "copy’s graph and is in no export.",
        "eNqzSbQqtlOwSbQqAJP5dgp6XAA6gwUq",
        (("rdfs:range", "xsd:string"),),
    ),
    Term("section", OBJECT, "has section", "A section of a document.", "section:52347eca6159356acd02", of("tip:Document", "tip:Section")),
    Term(
        "sectionName",
        DATA,
        "section name",
        "What a section is about: header, profile, recommendations, prosecution, protection, prevention or other.",
        "prosecution",
        of("tip:Section", "xsd:string"),
    ),
    Term("start", DATA, "section start", "The offset at which a section begins.", "0", of("tip:Section", "xsd:integer")),
    Term("end", DATA, "section end", "The offset at which a section ends, exclusive.", "219", of("tip:Section", "xsd:integer")),
)

PROVENANCE = (
    Term(
        "pendingCopies",
        OBJECT,
        "copies to work out",
        "A graph of word sketches of which copies are still to be worked out; it stands on the store’s catalogue.",
        "https://w3id.org/tip-kg/tellings/LAO-2011-tip",
    ),
    Term(
        "version",
        DATA,
        "version",
        "The version of the program or language model that read a document.",
        "3.8.0",
        of("prov:SoftwareAgent", "xsd:string"),
    ),
    Term(
        "sha256",
        DATA,
        "SHA-256 of the model",
        "The SHA-256 of the language model that read a document.",
        "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779",
        of("prov:SoftwareAgent", "xsd:string"),
    ),
    Term("storeFormat", DATA, "store format", "The version of what a store holds and how; it stands on the store’s catalogue.", "1"),
)

EVIDENCE = (
    Term(
        "evidence",
        OBJECT,
        "evidence",
        "The part of the document whose words say the fact, with a position and a quotation selector.",
        "evidence:5a26f8fddea74c450416",
        of("tip:Fact", "oa:SpecificResource"),
    ),
    Term(
        "doc",
        OBJECT,
        "document of the fact",
        "The document that says the fact.",
        "document:LAO-2011",
        (*of("tip:Fact", "tip:Document"), ("rdfs:subPropertyOf", "prov:wasDerivedFrom")),
    ),
    Term(
        "page",
        DATA,
        "page",
        "The page of a paginated document on which the first evidence of a fact stands, counted from 1.",
        "3",
        of("tip:Fact", "xsd:integer"),
    ),
)

SENTENCES = (
    Term(
        "sentence",
        DATA,
        "sentence",
        "The words that say a fact: its quotations in the order of the text, with … between them; derived from the evidence.",
        "Lao women are trafficked to Thailand.",
        of("tip:Fact", "xsd:string"),
    ),
    Term("offset", DATA, "offset", "Where the words of a fact begin in the text.", "219", of("tip:Fact", "xsd:integer")),
)

PLACES = (
    Term(
        "Place",
        CLASS,
        "Country or region",
        "A country or a region.",
        "place:LAO",
        (("rdfs:subClassOf", "skos:Concept, dcterms:Location"),),
    ),
    Term(
        "Country",
        CLASS,
        "Country or territory",
        "A country or territory with an ISO 3166-1 alpha-3 code, or Kosovo with XKX.",
        "place:LAO",
        (("rdfs:subClassOf", "tip:Place"),),
    ),
    Term(
        "Region",
        CLASS,
        "Region",
        "An area that is no country, named by its words in kebab case; regions that are not listed are made from their words.",
        "region:western-europe",
        (("rdfs:subClassOf", "tip:Place"),),
    ),
    Term(
        "demonym",
        DATA,
        "demonym",
        "An adjective or a word for the people of a place.",
        "Lao",
        of("tip:Place", "xsd:string"),
    ),
)

ORGANIZATIONS = (
    Term(
        "organization",
        OBJECT,
        "body of the organization fact",
        "The body that an organization fact mentions; facts of several documents may mention one body.",
        "organization:ad746ca30183a71c2ddc",
        of("tip:Organization", "org:Organization"),
    ),
)

SHORTCUTS = (
    Term(
        "traffickedTo",
        OBJECT,
        "trafficked to",
        "Some document states, without denial or doubt, a flow from the first place to the second.",
        "place:LAO tip:traffickedTo place:THA",
        of("tip:Place", "tip:Place"),
    ),
    Term(
        "traffickedThrough",
        OBJECT,
        "trafficked through",
        "Some document states, without denial or doubt, a flow from the first place by way of the second.",
        "place:VNM tip:traffickedThrough place:LAO",
        of("tip:Place", "tip:Place"),
    ),
    Term(
        "hasRole",
        OBJECT,
        "has role",
        "Some document states, without denial or doubt, that the place is a source, a place of transit or a destination.",
        "place:LAO tip:hasRole role:source",
        of("tip:Place", "skos:Concept"),
    ),
)
