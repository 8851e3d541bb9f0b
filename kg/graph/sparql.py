"""What must be known of a SPARQL query before it runs: what it may not do, and where it is broken."""

import re
from functools import cache

from kg.errors import UsageProblem
from kg.vocabulary.iris import BASE, PREFIXES
from kg.vocabulary.schemes import schemes

_GAP = r"(?:\s|\#[^\r\n]*(?:[\r\n]|$))*"
_SERVICE = re.compile(
    rf"SERVICE{_GAP}(?:SILENT{_GAP})?(?:<[^>]*>|[?$]\w+|[^\s{{}}()<>\"':]*:[^\s{{}}]*){_GAP}\{{",
    re.IGNORECASE,
)
"""A SERVICE clause wherever it may stand, in strings and comments too; it refuses too much rather than too little."""

_IRI = re.compile(r"""<[A-Za-z][^<>"'{}|^`\\\x00-\x20]*>|<(?=\s)""")
"""An IRI that cannot be mistaken, or a sign for “less than”."""

_IRI_STRING_OR_COMMENT = re.compile(rf"""{_IRI.pattern}|\#[^\r\n]*|"[^"\r\n]*"|'[^'\r\n]*'""")

_MISTAKABLE = re.compile(r"""<|\\|\"\"\"|'''""")
"""What can make two readers part a query into words in two ways."""

_VARIABLE_BEFORE = re.compile(r"[?$]\w*\Z")

_SKIPPED = re.compile(
    r"""<[^<>"{}|^`\\\x00-\x20]*>|\#[^\r\n]*|\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''"""
    r"""|"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'|[?$]\w+|@[A-Za-z][\w-]*|[\w.-]*:(?:[\w.:%-]|\\[_~.!$&'()*+,;=/?\#@%-])*""",
    re.DOTALL,
)
"""IRIs, comments, strings, variables, language tags and prefixed names: all in which a word is no keyword."""

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")

_ERROR = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)

_PREFIX = "Prefix not found"

UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"})


@cache
def prefixes() -> dict[str, str]:
    """The prefixes that a query and an export may use: the known ones and one for each vocabulary."""
    return {**PREFIXES, **{scheme: f"{BASE}{scheme}/" for scheme in schemes()}}


def must_be_allowed(query: str) -> None:
    """Refuse what would reach out of the store: UsageProblem for SERVICE and for every update, LOAD among them."""
    must_only_read(query)
    for text in map(_without_words, (query, _unescaped(query))):
        for found in _SERVICE.finditer(text):
            if not _VARIABLE_BEFORE.search(text, 0, found.start()):
                raise UsageProblem("SERVICE is refused: a query may read this store only")


def _without_words(query: str) -> str:
    """The query without its strings and comments, where there is but one way to tell what they are; else all of it."""
    if _MISTAKABLE.search(_IRI.sub("", query)):
        return query
    return _IRI_STRING_OR_COMMENT.sub(lambda m: m[0] if m[0].startswith("<") else " ", query)


def must_only_read(query: str) -> None:
    """Refuse every update, LOAD among them: UsageProblem."""
    first = next((word for word in keywords(query) if word not in ("PREFIX", "BASE")), "")
    if first in UPDATES:
        raise UsageProblem(f"{first} is refused: the store is read only here; a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE")


def has_dataset(query: str) -> bool:
    """Whether the query names its own dataset with FROM."""
    return "FROM" in keywords(query)


def keywords(query: str) -> list[str]:
    """The bare words of a query, in capitals.

    >>> keywords("SELECT ?from { <http://from> ?p 'from' } # from")
    ['SELECT']
    """
    return [word.upper() for word in re.findall(r"[A-Za-z_]\w*", _SKIPPED.sub(" ", query))]


def broken(query: str, error: SyntaxError) -> UsageProblem:
    """A broken query's error in one line, with the place and what stands there."""
    found = _ERROR.search(str(error))
    if not found:
        return UsageProblem(f"the query cannot be read: {' '.join(str(error).split())}")
    why = _reason(found[3])
    if why and why != _PREFIX:
        return UsageProblem(f"the query has an error: {why[0].lower()}{why[1:]}")
    number, column = (int(found[1]), int(found[2])) if why else _place(query) or (int(found[1]), int(found[2]))
    line = (query.expandtabs().split("\n") + [""] * number)[number - 1]
    before, rest = line[: column - 1].rstrip(), line[column - 1 :].strip()
    near = f"near “{rest[:40]}”" if rest else f"after “{before[-40:]}”" if before else "at the end"
    told = _unknown_prefix(before, rest) if why else "from here on it is no SPARQL" if rest else "the query ends too early"
    return UsageProblem(f"the query has an error at line {number}, column {column}, {near}: {told}")


def _place(query: str) -> tuple[int, int] | None:
    """The line and column from which on the grammar fits no more, by rdflib's parser, or None where it fits.

    Oxigraph names the place up to which it has looked ahead, which is often the end of the query.
    """
    from rdflib.plugins.sparql.parser import parseQuery  # noqa: PLC0415 - slow to load, and needed for errors only

    try:
        parseQuery(query)
    except Exception as error:  # its errors have no class in common; those of the grammar know their place
        line, column = getattr(error, "lineno", None), getattr(error, "col", None)
        return (line, column) if isinstance(line, int) and isinstance(column, int) else None
    return None


def _reason(words: str) -> str:
    """What the parser says in a sentence; its lists of what it would have liked mislead more often than they help."""
    found = re.search(r"(?:^expected |one of |, )([A-Z][a-z]+ [^,\[\]]+)", words)
    return found[1].strip() if found else ""


def _unknown_prefix(before: str, rest: str) -> str:
    name = re.search(r"[\w.-]*:[^\s;,.]*$", before) or re.match(r"[\w.-]*:", rest)
    prefix = name[0].split(":")[0] if name else ""
    return f"the prefix {prefix}: is not known; declare it with PREFIX {prefix}: <IRI>"


def _unescaped(query: str) -> str:
    return _ESCAPE.sub(lambda m: chr(min(int(m[1] or m[2], 16), 0x10FFFF)), query)
