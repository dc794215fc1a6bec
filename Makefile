# `make run` serves the site with the sample briefs, `make test` checks everything; both make the environment themselves.

PYTHON ?= python3
PORT ?= 8000
# One more than two cores: a worker whose browser waits for a page leaves its core to the others.
JOBS ?= 3
PY := .venv/bin/python
INSTALLED := .venv/.installed
AT := $(if $(filter-out 8000,$(PORT)),SITE_URL=http://localhost:$(PORT))

.DEFAULT_GOAL := run
.PHONY: run test lint bench clean

# The commands run as modules, not by the scripts in .venv/bin: those break when the checkout is moved.
$(INSTALLED): requirements.txt
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Pincite needs Python 3.11 or newer: make PYTHON=/path/to/python3")'
	@echo "Making the environment in .venv; the first time this takes a minute or two."
	@test -x $(PY) || $(PYTHON) -m venv .venv
	@$(PY) -m pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

# gunicorn and not runserver: it is the server the site is deployed with. WhiteNoise serves the static files collected
# here, compressed and hashed. The samples' sign-ins are made with DEBUG, which a checkout without settings of its own
# has; the site is served without it, as readers will see it.
run: $(INSTALLED)
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py reindex --missing
	@DEBUG=false $(PY) manage.py collectstatic --no-input --verbosity 0
	@$(AT) $(PY) manage.py load_samples
	@echo "Ctrl-C stops it."
	@$(AT) DEBUG=false WORKER=1 exec $(PY) -m gunicorn -c clinic/gunicorn.py --bind 127.0.0.1:$(PORT) clinic.wsgi

# Compiled files are kept: without them each of the tests' many short processes would compile the site again.
unexport PYTHONDONTWRITEBYTECODE

# A file's tests stay on one worker, so that what they share is made once.
test: lint
	@$(PY) -m pytest -n $(JOBS) --dist loadfile -q -o cache_dir=var/pytest

lint: $(INSTALLED)
	@$(PY) -m ruff check --quiet .
	@$(PY) -m ruff format --check --quiet .
	@find templates -name '*.html' -exec .venv/bin/djade --check --target-version 5.2 {} +
	@$(PY) -m mypy --no-error-summary
	@$(PY) .venv/bin/lint-imports --cache-dir var/imports --no-logo
	@$(PY) manage.py makemigrations --check --dry-run --verbosity 0

# Pages are measured in the local database, and taken back.
bench: $(INSTALLED)
	@$(PY) manage.py migrate --verbosity 0
	@DEBUG=false $(PY) manage.py collectstatic --no-input --verbosity 0
	@$(PY) -m tests.bench

# What can be made again. The data in var/postgres stay.
clean:
	rm -rf .venv var/static var/ruff var/mypy var/pytest var/hypothesis var/imports var/exports
	find . -name __pycache__ -not -path './.venv/*' -exec rm -rf {} +
