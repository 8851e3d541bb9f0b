"""The shipped example questions: one SPARQL file each, described by the comment that it begins with."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kg.errors import UsageProblem


@dataclass(frozen=True, slots=True)
class Question:
    """A question that can be asked by name."""

    name: str
    description: str
    sparql: str


@cache
def list_questions() -> tuple[Question, ...]:
    """All questions, by name."""
    found = [f for f in files("kg.graph.questions").iterdir() if f.name.endswith(".rq")]
    return tuple(sorted((_question(f.name.removesuffix(".rq"), f.read_text(encoding="utf-8")) for f in found), key=lambda q: q.name))


def question(name: str) -> Question:
    """The question of a name; UsageProblem where there is none."""
    known = {q.name: q for q in list_questions()}
    if name not in known:
        raise UsageProblem(f"there is no question {name!r}; the questions are {', '.join(known)}")
    return known[name]


def _question(name: str, sparql: str) -> Question:
    lines = [line.lstrip("# ").strip() for line in sparql.split("\n\n", 1)[0].splitlines() if line.startswith("#")]
    return Question(name, " ".join(lines), sparql)
