# make demo: set up and build the Kent rota.   make test: set up and run the tests.

PYTHON ?= python3
PROCESSES ?= 2
TESTS ?= tests
LOCK_OPTIONS ?=
BOOK ?= examples/kent
RULE ?=
INSTANCES ?=
SECONDS ?= 60
LARGE ?= 600
RUNGS ?=
BENCH_OPTIONS ?=

BIN := .venv/bin
VERSION = $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])')
ENVIRONMENT = .venv/.python$(VERSION)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
INSTALL_CHECKOUT := $(PIP) install --no-deps --no-build-isolation --editable .
BENCH_MICRO := $(BIN)/python -m pytest benchmarks/micro -o filterwarnings= \
	--benchmark-timer=time.process_time --benchmark-storage=file://build/bench/micro
LOCK := build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--fork-strategy fewest --no-strip-extras --generate-hashes --no-header \
	--no-annotate $(LOCK_OPTIONS)

.PHONY: demo test axe lint docs pictures lock clean coverage mutants
.PHONY: bench bench-micro bench-micro-save bench-rules bench-public bench-repair

demo: .venv/.runtime
	$(BIN)/rota demo

test: .venv/.development
	$(BIN)/python -m pytest -n $(PROCESSES) $(TESTS)

# What judges in the tests whether everybody can use the page.
axe: build/node_modules/axe-core

build/node_modules/axe-core:
	mkdir -p build
	npm install --silent --no-package-lock --no-save --prefix build axe-core@4.14.1

lint: .venv/.development
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/cog --check README.md docs/*.md
	$(BIN)/codespell

docs: .venv/.development
	$(BIN)/cog -r README.md docs/*.md

# Books of many sizes beside peers; some rungs only: make bench RUNGS="kent 3x52".
# Timefold is one of the peers where there is Java 17 or later.
bench: .venv/.development
	$(BIN)/python -m benchmarks.ladder $(RUNGS) $(BENCH_OPTIONS)

# Reading, eligibility, model and audit, beside the figures that were saved last: what
# takes the processor half as long again fails.
bench-micro: .venv/.development
	$(BENCH_MICRO) --benchmark-compare --benchmark-compare-fail=min:50%

bench-micro-save: .venv/.development
	$(BENCH_MICRO) --benchmark-autosave

# The pictures of the README; they need Chromium, LibreOffice and Poppler.
pictures: .venv/.development
	$(BIN)/rota build examples/kent --out build/kent
	PATH=$(abspath $(BIN)):$$PATH $(BIN)/python -m docs.pictures build/kent

bench-rules: .venv/.development
	$(BIN)/python -m benchmarks.rules $(BOOK)

# The folder with curtois, inem and score.py: make bench-public DATA=../instances.
# Some of them, for so long: INSTANCES='Instance5 INEM' SECONDS=60 LARGE=600.
bench-public: .venv/.development
	$(BIN)/python -m benchmarks.public $(DATA) $(INSTANCES) --seconds $(SECONDS) --large $(LARGE) --record

bench-repair: .venv/.development
	$(BIN)/rota build examples/kent --out build/kent
	$(BIN)/python -m benchmarks.repair build/kent

# The tests of the rules alone, on few random lives, pass by every branch of every rule.
coverage: .venv/.development
	ROTA_LIVES=150 $(BIN)/python -m pytest -n $(PROCESSES) tests/rules \
	-k 'not test_oracle or audit_finds or solver_charges' \
	--cov=constraints --cov-branch --cov-report=term-missing --cov-fail-under=100

# One rule: make mutants RULE=daily_rest.
mutants: .venv/.development
	$(BIN)/python -m tests.mutation $(RULE)

lock:
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip --disable-pip-version-check --quiet install uv
	$(LOCK) --group install --output-file requirements.txt pyproject.toml
	$(LOCK) --group dev --all-extras --output-file requirements-dev.txt pyproject.toml

clean:
	rm -rf .venv build dist .coverage .hypothesis .import_linter_cache
	rm -rf .mypy_cache .pytest_cache .ruff_cache

.venv/.runtime: requirements.txt pyproject.toml $(ENVIRONMENT)
	$(PIP) install --require-hashes --requirement $<
	$(INSTALL_CHECKOUT)
	@touch $@

.venv/.development: requirements-dev.txt pyproject.toml $(ENVIRONMENT)
	$(PIP) install --require-hashes --requirement $<
	$(INSTALL_CHECKOUT)
	@touch $@

# An environment of another Python is replaced; one of the same Python is kept.
.venv/.python%:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit( \
	"Python 3.11 or later is needed. Say which: make demo PYTHON=python3.12")'
	$(PYTHON) -m venv $(if $(wildcard .venv/lib/python$*),,--clear) .venv
	@touch $@
