# make run   sets everything up and starts the bot (the console chat where no token is set)
# make test  sets everything up and passes all checks
PYTHON ?= python3
BIN = .venv/bin
LOCK_OPTIONS = --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-options \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

.PHONY: run test check format bench lock clean
.DELETE_ON_ERROR:

run: .venv/.run
	@exec $(BIN)/sohop run

test: check

check: .venv/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses=auto --cov --cov-report=term

format: .venv/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/.dev
	$(BIN)/python -m benchmarks

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.run: requirements.lock pyproject.toml | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: requirements-dev.lock .venv/.run
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

# Resolve the ranges of pyproject.toml anew; the locks name exact versions and hashes, and no index.
lock: .venv/.dev
	$(PYTHON) -m venv build/lock && build/lock/bin/pip install --quiet pip-tools
	build/lock/bin/pip-compile $(LOCK_OPTIONS) --extra build --output-file requirements.lock pyproject.toml
	build/lock/bin/pip-compile $(LOCK_OPTIONS) --extra build --extra dev --output-file requirements-dev.lock pyproject.toml

clean:
	rm -rf .venv build dist .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis
