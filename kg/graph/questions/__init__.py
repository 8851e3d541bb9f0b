"""The shipped example questions: one SPARQL file each, described, tagged and with its parameters in the comment that it begins with.

The comment says what is asked, then ``tags:`` and for each parameter ``parameter NAME (TYPE): what it means``. Where a parameter
acts, a line ends in ``# NAME`` and holds its values in braces: ``VALUES ?destination_iri { place:THA } # destination``. A line that is
a comment itself does nothing until a value is given. The file is SPARQL as it stands.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kg.errors import UsageProblem
from kg.graph.questions.header import Parameter, header
from kg.graph.sparql import keywords

__all__ = ["Parameter", "Question", "list_questions", "question", "read_question"]


@dataclass(frozen=True, slots=True)
class Question:
    """A question that can be asked by name."""

    name: str
    description: str
    sparql: str
    tags: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()

    @property
    def is_select(self) -> bool:
        """Whether it has rows; else it is answered with yes or no."""
        return "SELECT" in keywords(self.sparql)


@cache
def list_questions() -> tuple[Question, ...]:
    """All questions, by name."""
    found = [f for f in files("kg.graph.questions").iterdir() if f.name.endswith(".rq")]
    questions = (read_question(f.name.removesuffix(".rq"), f.read_text(encoding="utf-8")) for f in found)
    return tuple(sorted(questions, key=lambda q: q.name))


def question(name: str) -> Question:
    """The question of a name; UsageProblem where there is none."""
    known = {q.name: q for q in list_questions()}
    if name not in known:
        raise UsageProblem(f"there is no question {name!r}; the questions are {', '.join(known)}")
    return known[name]


def read_question(name: str, sparql: str) -> Question:
    """A question from its SPARQL, with what its comment says."""
    found = header(sparql)
    return Question(name, found.description, sparql, found.tags, found.parameters)
