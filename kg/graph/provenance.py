"""Who read a document, with what: PROV-O without clock time, path or host name, so that the same input gives the same graph."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Protocol

from pyoxigraph import Literal, NamedNode

from kg import __version__
from kg.graph.terms import document_node, label, prov, tip, type_
from kg.graph.values import Statement
from kg.narrative.model import Document
from kg.vocabulary.iris import ACTIVITY, AGENT, hashed


class Model(Protocol):
    """What must be known of a language model."""

    @property
    def name(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def sha256(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Activity:
    """The reading of documents by one version of the program with one language model."""

    model: str
    model_version: str
    model_sha256: str
    version: str = __version__


def activity(model: Model) -> Activity:
    """The reading by this version of the program with a language model."""
    return Activity(model.name, model.version, model.sha256)


def digest(document: Document, *, with_text: bool = True) -> str:
    """The SHA-256 of everything that a document's graph depends on but the reader."""
    content = json.dumps([asdict(document), with_text], ensure_ascii=False, sort_keys=True)
    return sha256(content.encode()).hexdigest()


def activity_node(document: Document, activity: Activity, *, with_text: bool = True) -> NamedNode:
    """The node of one activity: one for each content of a document and each reader."""
    reader = (activity.version, activity.model, activity.model_version, activity.model_sha256)
    return NamedNode(hashed(ACTIVITY, digest(document, with_text=with_text), *reader))


def triples(document: Document, activity: Activity, node: NamedNode) -> Iterator[Statement]:
    """The activity and its two agents: the program and the language model."""
    program = NamedNode(hashed(AGENT, "tip-kg", activity.version))
    model = NamedNode(hashed(AGENT, activity.model, activity.model_version, activity.model_sha256))
    yield node, type_, prov("Activity")
    yield node, prov("used"), document_node(document.id)
    yield node, prov("wasAssociatedWith"), program
    yield node, prov("wasAssociatedWith"), model
    yield from _agent(program, "tip-kg", activity.version)
    yield from _agent(model, activity.model, activity.model_version)
    yield model, tip("sha256"), Literal(activity.model_sha256)


def _agent(node: NamedNode, name: str, version: str) -> Iterator[Statement]:
    yield node, type_, prov("SoftwareAgent")
    yield node, label, Literal(name)
    yield node, tip("version"), Literal(version)
