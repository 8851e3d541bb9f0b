"""``python -m kg.graph.questions`` writes the catalogue of the questions beside them."""

from pathlib import Path

from kg.graph.questions.catalogue import catalogue

Path(__file__).with_name("catalogue.ttl").write_text(catalogue(), encoding="utf-8")
