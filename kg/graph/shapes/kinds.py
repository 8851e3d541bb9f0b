"""The shape of each kind of fact: its fields as declared, and its rules."""

from collections.abc import Iterator

from kg.facts.model import COMMON, Fact, declared, many
from kg.facts.statistic import Statistic
from kg.facts.values import Value
from kg.graph.shapes.blocks import Pair, classes, node_shape, property_shape
from kg.graph.shapes.rules import DERIVED, NONE, RULES, Rules
from kg.graph.shapes.values import constraint
from kg.graph.turtle import Block, block, listed, text, with_article
from kg.vocabulary.iris import camel


def shapes(kind: type[Fact]) -> list[Block]:
    """The node shape of a kind, its property shapes, and one shape for each rule that joins fields."""
    rules = RULES.get(kind.kind.name, NONE)
    fields = [_field(kind, name, value, rules) for name, value in declared(kind).items()]
    return [*node_shape(_name(kind), _targets(kind), [*fields, *_joined(kind, rules)]), _closed(kind)]


def _closed(kind: type[Fact]) -> Block:
    return block(
        f"{_name(kind)}Closed",
        ("a", "sh:NodeShape"),
        *_targets(kind),
        ("sh:closed", "true"),
        ("sh:ignoredProperties", listed([*_common(kind), *map(_path, declared(kind)), *(f"tip:{name}" for name in _derived(kind))])),
        ("sh:message", text(f"{_a(kind)} has only the properties that are declared for it.", "en")),
    )


def _derived(kind: type[Fact]) -> tuple[str, ...]:
    """What derived graphs add to a fact, where all graphs are validated as one."""
    return (*DERIVED[Fact], *DERIVED.get(kind, ()))


def _targets(kind: type[Fact]) -> list[Pair]:
    return classes(f"tip:{kind.kind.term}")


def _field(kind: type[Fact], name: str, value: Value, rules: Rules) -> Block:
    several, required = name in many(kind), name in rules.required
    found = constraint(value.type)
    pattern = next(((p, words) for field, p, words in rules.patterns if field == name), None)
    words = pattern[1] if pattern else found.words
    meaning = _lower(value.definition)
    if several and not required:
        sentence = f"Each “{_words(name)}” of {_lower(_a(kind))} ({meaning}) is {words}."
    else:
        count = "at most one" if not required else "at least one" if several else "exactly one"
        sentence = f"{_a(kind)} has {count} “{_words(name)}” ({meaning}), which is {words}."
    more = [("sh:pattern", text(pattern[0]))] if pattern else []
    return property_shape(
        _name(kind, name), _path(name), sentence, *found.properties, *more, least=int(required), most=None if several else 1
    )


def _joined(kind: type[Fact], rules: Rules) -> Iterator[Block]:
    if rules.any_of:
        some = " or ".join(f"“{_words(name)}”" for name in rules.any_of)
        path = f"[ sh:alternativePath {listed(map(_path, rules.any_of))} ]"
        sentence = f"{_a(kind)} must have {some}: without, it says nothing."
        yield property_shape(_name(kind, "known"), path, sentence, least=1, most=None)
    if rules.should_any_of:
        some = " or ".join(f"“{_words(name)}”" for name in rules.should_any_of)
        path = f"[ sh:alternativePath {listed(map(_path, rules.should_any_of))} ]"
        sentence = f"{_a(kind)} should have {some}; read its words again."
        yield property_shape(_name(kind, "known"), path, sentence, least=1, most=None, severity="Warning")
    for low, high in rules.ranges:
        sentence = f"In {_lower(_a(kind))}, “{_words(low)}” must not be above “{_words(high)}”."
        constraint = ("sh:lessThanOrEquals", _path(high))
        yield property_shape(_name(kind, f"{low}_not_above"), _path(low), sentence, constraint, most=None)
    for name in rules.two_of:
        sentence = f"{_a(kind)} should have two “{_words(name)}” or more; read its words again."
        yield property_shape(_name(kind, f"{name}_two"), _path(name), sentence, least=2, most=None, severity="Warning")


def _common(kind: type[Fact]) -> list[str]:
    """The properties that every fact may have, and those that the mapping adds for a kind."""
    common = ["rdf:type", "tip:doc", "tip:evidence", "tip:page", "prov:wasGeneratedBy", *(_path(name) for name in COMMON)]
    added = {"organization": ["tip:organization"], Statistic.kind.name: ["qb:dataSet"]}
    return common + added.get(kind.kind.name, [])


def _name(kind: type[Fact], part: str = "") -> str:
    return f"shape:{kind.kind.term}" + (f"-{camel(part)}" if part else "")


def _path(name: str) -> str:
    return f"tip:{camel(name)}"


def _words(name: str) -> str:
    return name.replace("_", " ")


def _a(kind: type[Fact]) -> str:
    words = with_article(kind.kind.label.lower())
    return words[0].upper() + words[1:]


def _lower(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:].rstrip(".")
