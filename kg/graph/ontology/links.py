"""The terms of what follows from the facts of several documents: things over the years, and links between facts."""

from collections.abc import Iterator

from kg.facts.agreement import Agreement
from kg.facts.facility import Facility
from kg.facts.law import Law
from kg.facts.model import Fact
from kg.facts.organization import Organization
from kg.facts.plan import Plan
from kg.graph.linking.words import ALIKE, BEGINNING
from kg.graph.ontology.terms import CLASS, DATA, OBJECT, Term, of

ENTITIES: dict[type[Fact], tuple[str, str]] = {
    Organization: ("Bodies of one country with one name, or with one acronym and words of the name in common.", ", org:Organization"),
    Law: ("Laws of one country with the same words in the title, years aside, or the same number, and the same provision.", ""),
    Agreement: ("Agreements of one type between the same parties, of the same year or on a similar subject, whoever tells of them.", ""),
    Plan: ("Plans of one country with the same words in the title and the same years, where years are named.", ""),
    Facility: ("Facilities of one type and country with the same name, else the same place, else the same operators.", ""),
}
"""What makes facts of a kind mention one thing, and further classes of that thing."""


def terms() -> Iterator[Term]:
    """All terms of derived graphs but the shortcuts."""
    yield Term(
        "Entity",
        CLASS,
        "Thing over documents",
        "One thing that facts of several documents and years mention.",
        "entity:52347eca6159356acd02",
    )
    for kind, (rule, more) in ENTITIES.items():
        name = kind.kind.label.lower()
        above = (("rdfs:subClassOf", f"tip:Entity{more}"),)
        yield Term(
            f"Known{kind.kind.term}",
            CLASS,
            f"{kind.kind.label} over documents",
            f"One {name} over years. {rule}",
            "entity:52347eca6159356acd02",
            above,
        )
    yield from ENTITY_PROPERTIES
    yield from LINKS
    yield PENDING


ENTITY_PROPERTIES = (
    Term("mention", OBJECT, "mentioned by", "A fact that mentions the thing.", "fact:fbea523bd331c90531b5", of("tip:Entity", "tip:Fact")),
    Term(
        "unites",
        OBJECT,
        "unites",
        "A body of one name that is the organization.",
        "organization:ad746ca30183a71c2ddc",
        of("tip:KnownOrganization", "org:Organization"),
    ),
    Term(
        "identifiedBy",
        DATA,
        "identified by",
        "Why the facts are held to mention one thing.",
        "same acronym and words of the name",
        of("tip:Entity", "xsd:string"),
    ),
    Term("firstReport", DATA, "first report", "The year of the first report that mentions it.", "2009", of("tip:Entity", "xsd:integer")),
    Term("lastReport", DATA, "last report", "The year of the last report that mentions it.", "2019", of("tip:Entity", "xsd:integer")),
)

LINKS = (
    Term(
        "inYear",
        DATA,
        "in year",
        "The one year that a figure is about; the reporting period of a report is the year before its own.",
        "2010",
        of("tip:Statistic", "xsd:integer"),
    ),
    Term(
        "restates",
        OBJECT,
        "restates",
        "A later report gives the same number for the same measure, actor, exploitation, victims and period; units may be unnamed.",
        "fact:fbea523bd331c90531b5",
        of("tip:Statistic", "tip:Statistic"),
    ),
    Term(
        "differsFrom",
        OBJECT,
        "differs from",
        "A later report gives another number for the same measure, sort of unit, actor, exploitation, victims and period.",
        "fact:fbea523bd331c90531b5",
        of("tip:Statistic", "tip:Statistic"),
    ),
    Term(
        "repeats",
        OBJECT,
        "repeats",
        "The recommendation of the year before that is most like this one: of the words that tell, cut to their first "
        f"{BEGINNING} letters, the Dice coefficient is {ALIKE:g} or more.",
        "fact:fbea523bd331c90531b5",
        of("tip:Recommendation", "tip:Recommendation"),
    ),
    Term(
        "yearsRunning",
        DATA,
        "years running",
        "For how many years running, this one included, a recommendation has been made.",
        "3",
        of("tip:Recommendation", "xsd:integer"),
    ),
    Term(
        "droppedIn",
        DATA,
        "dropped in",
        "The year of the next report, which has recommendations but none like this one.",
        "2012",
        of("tip:Recommendation", "xsd:integer"),
    ),
    Term(
        "previousRanking",
        OBJECT,
        "previous ranking",
        "The ranking of the country in the last year before for which there is one.",
        "fact:fbea523bd331c90531b5",
        of("tip:TierRanking", "tip:TierRanking"),
    ),
    Term(
        "tierChange",
        DATA,
        "change of tier",
        "Whether the tier is better than that of the previous ranking: upgraded, downgraded or unchanged.",
        "downgraded",
        of("tip:TierRanking", "xsd:string"),
    ),
)

PENDING = Term(
    "pendingLink",
    DATA,
    "link to work out",
    "A country, or a body, whose facts are still to be linked to those of other documents; it stands on the store’s catalogue.",
    "country LAO",
)
