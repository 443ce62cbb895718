# The four things one does here; CONTRIBUTING.md says more. `make check` is what a commit should pass.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: check test fix generated
check: .venv
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

test: .venv
	$(BIN)/python -m pytest -n auto

fix: .venv
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

generated: .venv
	$(BIN)/doclint rules --markdown > rules/README.md

.venv: pyproject.toml
	$(PYTHON) -m venv .venv && $(BIN)/pip install -q -e '.[dev]' && touch .venv
