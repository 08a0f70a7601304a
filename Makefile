# GNU make 3.81 (what macOS has) and Python 3.11 are enough; all the rest goes into .venv.

PYTHONS = python3 python3.14 python3.13 python3.12 python3.11
PYTHON ?=
ARGS =
LOCKFLAGS =

PIP_INSTALL = .venv/bin/python -m pip install --quiet --disable-pip-version-check

# Any of these in the environment would make .venv see, or fill, another folder.
unexport PIP_USER PYTHONHOME PYTHONPATH
# With this one, each of the many short runs would compile the program anew.
unexport PYTHONDONTWRITEBYTECODE

.DELETE_ON_ERROR:
.PHONY: help site serve check lint test fuzz kill crawl evaluate bench format lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' Makefile

site: .venv/.site ## check the rulebook and build the website in site/
	.venv/bin/spelregels check
	.venv/bin/spelregels build
	@echo 'The website is in site/. To look at it: make serve'

serve: .venv/.site ## show the website on this machine
	.venv/bin/spelregels serve

check: lint test ## lint and test: what a change must pass

lint: .venv/.dev ## check the format, the style and the types of the code
	.venv/bin/ruff format --check
	.venv/bin/ruff check
	.venv/bin/mypy

test: .venv/.dev ## run every test, in a real browser too (some of them: ARGS='-k name')
	@SPELREGELS_CHROMIUM=$$(sh tools/ensure-browser .venv/bin/python) || exit 1; \
	export SPELREGELS_CHROMIUM; \
	echo "SPELREGELS_CHROMIUM='$$SPELREGELS_CHROMIUM'" .venv/bin/pytest $(ARGS); \
	.venv/bin/pytest $(ARGS)

fuzz: .venv/.dev ## look at length for input that breaks the reading (short in `make test`)
	SPELREGELS_FUZZ=long .venv/bin/pytest tests/test_plain.py tests/test_report*.py \
	  tests/test_rich.py tests/test_source*.py

kill: .venv/.dev ## kill many builds, and see that the site never suffers (short in `make test`)
	SPELREGELS_KILLS=100 .venv/bin/pytest tests/test_publish.py -k killed

crawl: .venv/.dev ## try every link of a large site (of a small one in `make test`)
	SPELREGELS_CRAWL=full .venv/bin/pytest tests/test_crawl.py

evaluate: .venv/.dev ## measure how well hollow reasons are found (which not: ARGS=--list)
	.venv/bin/python tests/evaluate.py $(ARGS)

bench: .venv/.dev ## measure how the time of a check grows with the rulebook
	.venv/bin/python tests/bench.py

format: .venv/.dev ## mend the format, and what can be mended of the style
	.venv/bin/ruff check --fix --exit-zero
	.venv/bin/ruff format

# No pip settings of your own: a mirror may hold other files, with other hashes.
PIP_COMPILE = PIP_CONFIG_FILE=/dev/null PIP_FIND_LINKS= PIP_INDEX_URL= PIP_EXTRA_INDEX_URL= \
	.venv/bin/pip-compile --quiet --generate-hashes --allow-unsafe --all-build-deps \
	--strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header

# pip-compile looks only at the Python it runs on, so the last command asks whether the pins suit
# the oldest one too. What does not is held back: LOCKFLAGS="--upgrade-package 'name<version'"
lock: .venv/.dev ## renew the lock files (newer versions too: LOCKFLAGS=--upgrade)
	$(PIP_COMPILE) $(LOCKFLAGS) --output-file=requirements.txt pyproject.toml
	$(PIP_COMPILE) $(LOCKFLAGS) --extra=dev --constraint=requirements.txt \
	  --output-file=requirements-dev.txt pyproject.toml
	$(PIP_INSTALL) --dry-run --target=.venv/lock --no-deps --only-binary=:all: \
	  --python-version=3.11.0 --require-hashes -r requirements-dev.txt

clean: ## remove .venv, site/ and every cache
	rm -rf .venv site .site.* dist .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -prune -exec rm -rf {} +

# No stamp: when the Python behind the link is gone, so is this file for make, and .venv is remade.
.venv/bin/python:
	@seen=; \
	for python in $(if $(PYTHON),"$(PYTHON)",$(PYTHONS)); do \
	  version=$$("$$python" --version 2>&1) || continue; \
	  seen="$$seen; $$python is $$version"; \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || continue; \
	  seen="$$seen but cannot make a virtual environment"; \
	  "$$python" -c 'import ensurepip, venv' 2>/dev/null || continue; \
	  echo "Making .venv with $$version"; \
	  "$$python" -m venv --clear .venv && exit 0; \
	  rm -rf .venv; \
	done; \
	echo "spelregels needs Python 3.11 or newer$${seen:-; found none}." \
	  "Install one (on Debian: python3-venv), or name it: make site PYTHON=/path/to/python3" >&2; \
	exit 1

.venv/.site: pyproject.toml requirements.txt .venv/bin/python
	@echo 'Installing spelregels and what it needs into .venv'
	@$(PIP_INSTALL) --require-hashes -r requirements.txt
	@$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

# After .site, so that the two never install at once under -j; it only adds to it.
.venv/.dev: requirements-dev.txt .venv/.site
	@echo 'Installing the tools for development into .venv'
	@$(PIP_INSTALL) --require-hashes -r requirements-dev.txt
	@touch $@
