"""Plan: a plan of action, strategy or set of guidelines against trafficking."""

from dataclasses import dataclass
from typing import ClassVar

from kg.facts.model import Fact, Kind
from kg.facts.values import PARTY, TEXT, Token, has


@dataclass(frozen=True, kw_only=True)
class Plan(Fact):
    """A plan of action, strategy or set of guidelines against trafficking."""

    kind: ClassVar[Kind] = Kind(
        name="plan",
        label="Plan",
        definition="A plan of action, strategy or set of guidelines against trafficking.",
        example="A national plan awaits the Cabinet’s approval.",
    )

    title: str | None = has(TEXT, "The title as written.", "National Plan of Action", identifies=True)
    status: str | None = has(Token("plan_status"), "How far it has come.", "pending_approval")
    body: str | None = has(PARTY, "Who approved it or must approve it.", "Prime Minister’s Office")
    years: str | None = has(TEXT, "The years it covers.", "2018/2022")
