# `make site` builds the site and `make test` tests it; both set up what they need in .venv.
# Another interpreter: make site PYTHON=python3.12

PYTHON ?= python3
FORMAT ?= text
MINUTES ?= 60
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check --no-input

# The stamps carry a checksum of what was installed: set-up runs again when that changes, and only then.
checksum  = $(shell cat $(1) | cksum | cut -d ' ' -f 1)
INSTALLED := $(VENV)/installed-$(call checksum,pyproject.toml requirements.lock)
DEV       := $(VENV)/dev-$(call checksum,pyproject.toml requirements-dev.lock)

COMPILE := CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --generate-hashes \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options \
	--strip-extras --allow-unsafe

# The programs with which the benchmark compares, apart from everything else.
BENCH  := .venv-bench
PEERS  := $(BENCH)/installed-$(call checksum,requirements-bench.lock)

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help site serve check links archive stale admin test lint bench accuracy words format lock \
	licences sbom audit dist attack faults reproduce fuzz trials quality screenshots clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

site: $(INSTALLED) ## Check the records and build the site into site/
	@$(BIN)/brief build

serve: $(INSTALLED) ## Preview the site while you edit
	@$(BIN)/brief serve

check: $(INSTALLED) ## Check the records only (FORMAT=text, github or json)
	@$(BIN)/brief check --format $(FORMAT)

admin: $(INSTALLED) ## Install the form for people without git, under /admin/ (needs Node.js)
	@sh supply/admin/install.sh $(BIN)/python

links: $(INSTALLED) ## Look whether links still answer; asks their hosts (FORMAT=text, markdown or json)
	@$(BIN)/brief links --format $(FORMAT) --minutes $(MINUTES)

archive: $(INSTALLED) ## Give articles a copy in the Wayback Machine (FORMAT=text, markdown or json)
	@$(BIN)/brief archive --format $(FORMAT)

stale: $(INSTALLED) ## List key figures past their shelf life (FORMAT=text, markdown or json)
	@$(BIN)/brief stale --format $(FORMAT)

test: lint ## Run every test, in a real browser too
	@sh tests/browser/install.sh $(BIN)/python
	@sh supply/admin/install.sh $(BIN)/python --if-possible
	@sh tests/workflows/install.sh
	@$(BIN)/python -m pytest --numprocesses logical --dist loadfile

lint: $(DEV) ## Check style and types
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

bench: $(DEV) $(PEERS) ## Time builds, beside other programs (BENCH_SIZES=100,1000 pages, BENCH_PEERS=mkdocs,hugo)
	@sh tests/browser/install.sh $(BIN)/python
	@$(BIN)/python -m benchmarks

accuracy: $(INSTALLED) ## Say how often quantities are read and drifts found rightly
	@$(BIN)/python -m benchmarks.accuracy

attack: $(DEV) ## Open hostile texts in a real browser (PAYLOADS=file or folder, ATTACKS=number)
	@sh tests/browser/install.sh $(BIN)/python
	@$(BIN)/python -m trials.attack

faults: $(DEV) ## Kill, interrupt, starve and double builds (KILLS=200)
	@$(BIN)/python -m trials.faults

reproduce: $(DEV) ## Build the site in ten different surroundings and compare (BUILDS=10)
	@$(BIN)/python -m trials.reproduce

trials: $(DEV) ## Write docs/trials.md from what the trials found
	@$(BIN)/python -m trials.page

quality: $(DEV) ## Have Lighthouse and html-validate look at the built site (needs Node.js)
	@command -v npm >/dev/null || { echo "make quality needs Node.js 20.19 or newer with npm, and found none." >&2; exit 1; }
	@sh tests/browser/install.sh $(BIN)/python
	@cd tests/quality && { cmp -s package-lock.json node_modules/.installed || { npm ci --ignore-scripts --silent && \
		cp package-lock.json node_modules/.installed; }; }
	@$(BIN)/python -m pytest --quiet tests/workflows/test_workflows.py
	@$(BIN)/brief build
	@$(BIN)/python -m trials.quality

screenshots: $(DEV) ## Show each kind of page, on a phone, a desktop, in the dark and on paper, in screenshots/
	@sh tests/browser/install.sh $(BIN)/python
	@$(BIN)/brief build
	@$(BIN)/python -m trials.screenshots

fuzz: $(DEV) ## Try inputs made by chance (FUZZ_MINUTES=10)
	@$(BIN)/python -m trials.fuzz

words: $(INSTALLED) ## Bring the catalogues of the site's words up to date (LANGUAGE=de begins one)
	@$(BIN)/python -m translating $(LANGUAGE)

format: $(DEV) ## Put the code into its format
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

lock: $(DEV) ## Resolve the dependencies again (UPGRADE=--upgrade for the latest)
	@$(COMPILE) $(UPGRADE) --build-deps-for editable --output-file requirements.lock pyproject.toml
	@$(COMPILE) $(UPGRADE) --build-deps-for editable --extra dev --extra engines --extra cluster --constraint requirements.lock \
		--output-file requirements-dev.lock pyproject.toml
	@$(COMPILE) $(UPGRADE) --output-file requirements-bench.lock benchmarks/peers.in

licences: $(DEV) ## List every dependency's licence in docs/dependencies.md, and refuse those that will not do
	@$(BIN)/python -m supply.tables

sbom: $(DEV) ## Write the bill of materials, dist/briefwright.cdx.json (CycloneDX)
	@$(BIN)/python -m supply.bill

audit: $(DEV) ## Ask whether a fault is known in a locked version (needs the network)
	@$(BIN)/python -m supply.audit

dist: $(DEV) ## Build the package into dist/, as sdist and wheel
	@sh supply/admin/install.sh $(BIN)/python --if-possible
	@$(BIN)/python -m hatchling build

clean: ## Remove what was built and installed
	@rm -rf site dist $(VENV) $(BENCH)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Briefwright needs Python 3.11 or newer; $(PYTHON) is not. Name another: make site PYTHON=python3.12" >&2; exit 1; }
	@echo "Creating $(VENV)"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "$(PYTHON) cannot create a virtual environment. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }

$(INSTALLED): | $(BIN)/python
	@echo "Installing requirements.lock, which takes about a minute"
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q generator # as pip does with all but what is installed to be edited
	@rm -f $(VENV)/installed-*
	@touch $@

$(DEV): | $(INSTALLED)
	@echo "Installing requirements-dev.lock"
	@$(PIP) install --require-hashes --requirement requirements-dev.lock
	@rm -f $(VENV)/dev-*
	@touch $@

$(PEERS): | $(BIN)/python
	@echo "Installing requirements-bench.lock into $(BENCH)"
	@$(BIN)/python -m venv $(BENCH)
	@$(BENCH)/bin/python -m pip --quiet --quiet --disable-pip-version-check --no-input install \
		--require-hashes --requirement requirements-bench.lock
	@rm -f $(BENCH)/installed-*
	@touch $@
