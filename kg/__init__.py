"""Read Trafficking in Persons narratives into a validated, queryable RDF graph."""

__version__ = "0.1.0"
