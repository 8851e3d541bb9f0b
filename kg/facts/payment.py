"""Payment: money that victims, migrants or offenders pay or are paid."""

from dataclasses import dataclass
from typing import ClassVar

from kg.facts.model import Fact, Kind
from kg.facts.values import NUMBER, PLACE, TEXT, has


@dataclass(frozen=True, kw_only=True)
class Payment(Fact):
    """Money that victims, migrants or offenders pay or are paid."""

    kind: ClassVar[Kind] = Kind(
        name="payment",
        label="Payment",
        definition="Money that victims, migrants or offenders pay or are paid.",
        example="They pay brokers $70 to $200.",
    )

    min: float | None = has(NUMBER, "The lower end.", "70", identifies=True)
    max: float | None = has(NUMBER, "The upper end.", "200", identifies=True)
    currency: str | None = has(TEXT, "The currency’s ISO 4217 code.", "USD", identifies=True)
    purpose: str | None = has(TEXT, "What it is for.", "recruitment_fee")
    payer: str | None = has(TEXT, "Who pays, as written.", "migrants")
    place: str | None = has(PLACE, "The country it is paid in or for.", "THA")
