"""``python -m kg.graph.shapes [FOLDER]`` writes the shapes as Turtle, into ``shapes/`` where no folder is named."""

import sys
from pathlib import Path

from kg.graph.shapes.files import files
from kg.graph.turtle import write

write(files(), Path(sys.argv[1]) if len(sys.argv) > 1 else Path("shapes"))
