"""The SHACL shapes, generated from the declarations of the kinds of fact and kept in ``shapes/`` as Turtle."""
