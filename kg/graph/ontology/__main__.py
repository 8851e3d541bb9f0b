"""``python -m kg.graph.ontology [FOLDER]`` writes the ontology as Turtle, into ``ontology/`` where no folder is named."""

import sys
from pathlib import Path

from kg.graph.ontology.files import files
from kg.graph.turtle import write

write(files(), Path(sys.argv[1]) if len(sys.argv) > 1 else Path("ontology"))
