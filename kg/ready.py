"""Imported by the process of which reading processes are copies: the language model and all tables are loaded once for all of them."""

from contextlib import suppress

from kg.build import Job, read_document
from kg.errors import CannotRun
from kg.narrative.text import document

with suppress(CannotRun):  # what is missing is told by the process that was started by a person
    read_document(document("Women from Laos are exploited in Thailand.", id="ready", country="LAO", year=2011), Job())
