"""Periods as years: what a report means by the reporting and the previous period, and which periods can be one."""

import re
from functools import cache

from kg.vocabulary.tables import rows

_PERIOD = re.compile(r"(\d{4})(?:-\d\d)?(?:/(\d{4})(?:-\d\d)?)?")


def resolved(period: str | None, report: int | None) -> str | None:
    """A period with the years that a report of a year means by it; None where that cannot be known.

    >>> resolved("reporting", 2011), resolved("previous", 2011), resolved("2010-04", 2011)
    ('2010', '2009', '2010-04')
    """
    if period not in ("reporting", "previous"):
        return period
    before = _convention(report).get(period) if report is not None else None
    return None if before is None or report is None else str(report - before)


def year_of(period: str | None) -> int | None:
    """The one year in which a period lies; None for a period of several years or none.

    >>> year_of("2013-01/2013-03"), year_of("2007/2010")
    (2013, None)
    """
    found = _PERIOD.fullmatch(period or "")
    return int(found[1]) if found and found[2] in (None, found[1]) else None


def span(period: str | None) -> tuple[int, int] | None:
    """The first and the last year of a period."""
    found = _PERIOD.fullmatch(period or "")
    return (int(found[1]), int(found[2] or found[1])) if found else None


@cache
def _convention(report: int) -> dict[str, int]:
    """How many years before its own a report means by the words for its periods."""
    found = next((row for row in rows("report_years") if int(row["first"]) <= report <= int(row["last"])), None)
    return {name: int(found[name]) for name in ("reporting", "previous")} if found else {}
