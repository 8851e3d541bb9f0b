"""Agreement: a memorandum of understanding, treaty or other agreement between parties."""

from dataclasses import dataclass
from typing import ClassVar

from kg.facts.model import Fact, Kind
from kg.facts.values import PARTY, TEXT, Token, has, has_many


@dataclass(frozen=True, kw_only=True)
class Agreement(Fact):
    """A memorandum of understanding, treaty or other agreement between parties."""

    kind: ClassVar[Kind] = Kind(
        name="agreement",
        label="Agreement",
        definition="A memorandum of understanding, treaty or other agreement between parties.",
        example="The governments signed an MOU on repatriation.",
    )

    type: str | None = has(Token("agreement_type"), "What sort of agreement.", "mou", identifies=True)
    parties: tuple[str, ...] = has_many(PARTY, "Who agreed.", "VNM", identifies=True)
    subject: str | None = has(TEXT, "What it is about, as written.", "victim repatriation", identifies=True)
    status: str | None = has(Token("agreement_status"), "How far it has come.", "signed")
