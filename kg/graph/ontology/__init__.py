"""The ontology and its vocabularies, generated from the declarations and the tables and kept in ``ontology/`` as Turtle."""
