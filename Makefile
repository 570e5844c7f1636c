# make run   sets everything up and starts the bot (the console chat where no token is set)
# make test  sets everything up and passes all checks
PYTHON ?= python3
BIN = .venv/bin
LOCK_OPTIONS = --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-options \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

.PHONY: run test system check format bench score lock clean
.DELETE_ON_ERROR:

run: .venv/.run
	@exec $(BIN)/sohop run

test: system check

# What apt provides (apt.txt): OCR. Installed where that is allowed, told where it is not; tests of it skip then.
system:
	@if tesseract --list-langs 2>/dev/null | grep -qx vie; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$(cat apt.txt) >/dev/null \
		|| echo "apt did not install: $$(tr '\n' ' ' < apt.txt)"; \
	else echo "No OCR here: apt install $$(tr '\n' ' ' < apt.txt)"; fi

check: .venv/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses=auto --cov --cov-report=term

format: .venv/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/.bench
	$(BIN)/python -m benchmarks

# Reading measured on labelled reports, where the corpus stands beside the checkout.
CORPUS ?= ../shared/corpus/dev
SCORE ?= ../shared/tools/score.py

score: .venv/.run
	@test -d $(CORPUS) || { echo "No labelled reports at $(CORPUS) (make score CORPUS=FOLDER SCORE=score.py)."; exit 1; }
	@mkdir -p build
	@$(BIN)/sohop extract $(CORPUS)/*.txt > build/read.jsonl
	@$(PYTHON) $(SCORE) $(CORPUS) build/read.jsonl

.venv/bin/python:
	$(PYTHON) -m venv .venv

# The locks name all that is needed: nothing is resolved anew, whatever was released since (an extra of a pinned package would be).
.venv/.run: requirements.lock pyproject.toml | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: requirements-dev.lock .venv/.run
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.lock
	@touch $@

.venv/.bench: requirements-bench.lock .venv/.dev
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-bench.lock
	@touch $@

# Resolve the ranges of pyproject.toml anew; the locks name exact versions and hashes, and no index. All three
# have the same versions: what is started is what was tested.
COMPILE = build/lock/bin/pip-compile $(LOCK_OPTIONS) --extra build
PINS = sed -n 's/^\([a-z][^ ]*==[^ ]*\).*/\1/p'

lock:
	$(PYTHON) -m venv build/lock && build/lock/bin/pip install --quiet pip-tools
	$(COMPILE) --extra dev --extra bench --output-file requirements-bench.lock pyproject.toml
	$(PINS) requirements-bench.lock > build/pins.txt
	$(COMPILE) --constraint build/pins.txt --extra dev --output-file requirements-dev.lock pyproject.toml
	$(COMPILE) --constraint build/pins.txt --output-file requirements.lock pyproject.toml

clean:
	rm -rf .venv build dist .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis
