# The environment is made from requirements.lock by the first target that needs it. Settings:
#   make PYTHON=/path/to/python3.12 ...   another Python (3.11 or later)
#   make VENV=/path/to/folder ...         another place for the environment
SHELL   := /bin/bash
PYTHON  ?= python3
VENV    ?= .venv
BIN     := $(VENV)/bin
SCHEMES  = $(patsubst src/xingping/schemes/%/scheme.nt,%,$(wildcard src/xingping/schemes/*/scheme.nt))
CODE    := src tests bench tools

.DEFAULT_GOAL := help
.PHONY: help demo test check bench soak fmt docs overlays lock env clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

demo: env ## rate a made-up year of an office and of a county, with reasons (writes ./demo)
	@$(BIN)/xingping demo

test: env ## run all tests (a few minutes on two cores)
	@$(BIN)/python -m pytest -n 2 -m "not soak"

check: env ## formatting, lint, types, import arrows, guards, faults in the built-in schemes
	@$(BIN)/ruff format --check $(wildcard $(CODE))
	@$(BIN)/ruff check $(wildcard $(CODE))
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python -m pytest -q tests/guards
	@for scheme in $(SCHEMES); do $(BIN)/xingping check $$scheme || exit 1; done

bench: env ## time the engine against the same scheme written by hand
	@$(BIN)/python -m bench

soak: env ## the property tests again, with far more cases (half an hour)
	@SOAK=1 $(BIN)/python -m pytest -n 2

fmt: env ## format the code, mend what can be mended safely
	@$(BIN)/ruff format $(wildcard $(CODE))
	@$(BIN)/ruff check --fix --quiet $(wildcard $(CODE)) || true

docs: env ## write docs/reference and the editors' grammar anew from the code
	@$(BIN)/python tools/reference.py docs/reference
	@$(BIN)/python tools/highlighting.py editors

overlays: env ## show what the overlays under tests change by now; write the digests of their bases into them
	@for each in tests/policies/overlays/*/overlay.nt; do $(BIN)/xingping digest $$each --accept || exit 1; done

lock: env ## choose the newest packages that fit, and pin them by hash
	@$(BIN)/uv pip compile pyproject.toml --group dev --group bench --universal --python-version 3.11 \
	  --generate-hashes --no-annotate --no-header --upgrade --quiet --output-file requirements.lock

env: ## make the environment, if it is not there yet
	@$(PYTHON) tools/bootstrap.py $(VENV)

clean: ## remove what builds, tests and the demo leave behind (the environment stays)
	@rm -rf demo dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find $(wildcard $(CODE)) -name __pycache__ -prune -exec rm -rf {} +
