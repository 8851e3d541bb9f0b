"""The region that each country belongs to, from ``groups.tsv``: for whoever shows more countries than can be told apart."""

from functools import cache

from kg.vocabulary.tables import listed, rows


@cache
def groups() -> dict[str, str]:
    """The region of each country, and of regions that lie within another; both by code.

    >>> groups()["LAO"], groups()["region:mekong-region"]
    ('region:southeast-asia', 'region:southeast-asia')
    """
    return {member: row["code"] for row in rows("groups") for member in listed(row["members"])}
