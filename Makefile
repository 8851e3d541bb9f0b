# The development tasks; «make help» lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
KG := $(BIN)/kg
READY := $(VENV)/ready
DEMO := build/demo
SHARED := ../shared
GOLD := tests/gold/dev tests/gold/test tests/gold/closed tests/gold/passages/dev tests/gold/passages/test
UV ?= uv

.DEFAULT_GOAL := help
.PHONY: help demo test check gold floors docs bench lock clean

help: ## list the tasks
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-6s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(READY): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(None if (3, 11) <= sys.version_info < (3, 14) else "tip-kg needs Python 3.11, 3.12 or 3.13, this is " + sys.version.split()[0] + "; name another: make PYTHON=python3.12 …")'
	@echo "setting up $(VENV), which takes a minute or two"
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY) ## build, validate, query and draw the graph of examples/
	rm -rf $(DEMO) && mkdir -p $(DEMO)
	$(KG) build examples/*.txt --manifest examples/manifest.csv --store $(DEMO)/store
	$(KG) validate --store $(DEMO)/store
	$(KG) query --store $(DEMO)/store corridors
	$(KG) query --store $(DEMO)/store convictions
	$(KG) export --store $(DEMO)/store --format turtle -o $(DEMO)/facts.ttl
	$(KG) flows --store $(DEMO)/store -o $(DEMO)/flows.html
	$(KG) flows --store $(DEMO)/store -o $(DEMO)/flows.svg
	@printf '\nmade from examples/:\n  %s/store      the graph\n  %s/facts.ttl  the graph as Turtle\n  %s/flows.html the flows, to look at in a browser\n  %s/flows.svg  the same as a picture\n\nto explore it in a browser: %s serve --store %s/store\n' $(DEMO) $(DEMO) $(DEMO) $(DEMO) $(KG) $(DEMO)

test: $(READY) ## run everything that must pass
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

check: $(READY) ## install the wheel into a new environment and build a graph with it
	@BIN=$(BIN) sh tests/install.sh

gold: $(READY) ## measure the reading against the gold sets
	@for part in $(GOLD); do echo "$$part:"; $(KG) evaluate $$part/gold --texts $$part/texts || exit; done
	@if [ -d $(SHARED)/gold/dev ]; then $(KG) evaluate $(SHARED)/gold/dev --texts $(SHARED)/corpus; fi

floors: $(READY) ## raise the floors of accuracy to what is reached now
	@for part in $(GOLD); do $(KG) evaluate $$part/gold --texts $$part/texts --floors $$part/floors.json --raise-floors || exit; done
	@if [ -d $(SHARED)/gold/dev ]; then \
		$(KG) evaluate $(SHARED)/gold/dev --texts $(SHARED)/corpus --floors tests/gold/shared-floors.json --raise-floors; \
	fi

docs: $(READY) ## write the pages of all commands and of the ontology
	$(BIN)/python -m kg.cli.reference > docs/commands.md
	$(BIN)/python -m kg.graph.ontology.page > docs/ontology.html

BENCH ?= reading

bench: $(READY) ## measure the speed of reading; BENCH=graph, archive, explorer, scale, kills, pages or fuzz for the others
	$(BIN)/python -m benchmarks.$(BENCH)

lock: ## resolve the dependencies again and write both lock files (needs uv)
	$(UV) pip compile $(LOCK) pyproject.toml --all-extras --output-file requirements.lock
	$(UV) pip compile $(LOCK) pyproject.toml --all-extras --group dev --constraint requirements.lock --output-file requirements-dev.lock

LOCK := --quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes --no-annotate \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

clean: ## remove what was made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
