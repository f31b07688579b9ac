# Everything in one command each, on a machine that has nothing but make and a Python of 3.11 to 3.14 with venv.
#   make app    the dashboard, with the seed story in it        make story  the main job in the terminal
#   make test   ruff, mypy and every test                       make lint   ruff and mypy alone
#   make gold GOLD=DIR   the figures on a folder of coded articles
#   make audit           whether a vulnerability is known of what is pinned, where a service can be asked
#   make ftm             the library that one test of the exports reads with
#   make pipeline        train the language pipeline again

PY := .venv/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --no-input

.PHONY: app story test lint gold pipeline audit ftm
.DELETE_ON_ERROR:

app: .venv/.installed
	@exec $(PY) -m extract serve

story: .venv/.installed
	@$(PY) -m extract run seeds/*.txt

lint: .venv/.tested
	$(PY) -m ruff check .
	$(PY) -m mypy

# Two files of tests side by side: half an hour on a slow machine is a quarter of one.
test: lint
	$(PY) -m pytest -n 2 --dist loadfile

gold: .venv/.installed
	@$(PY) -m benchmarks.gold --gold $(or $(GOLD),tests/gold/public)

# In an environment of its own, since it needs much that nothing else does.
audit: .venv/.installed
	@test -x .venv/audit/bin/python || { $(PY) -m venv .venv/audit && .venv/audit/bin/pip install --quiet pip-audit==2.10.1 || rm -r .venv/audit; }
	@if test -x .venv/audit/bin/python; then .venv/audit/bin/python .ci/audit.py; else echo "audit: pip-audit cannot be installed; not checked"; fi

# The library of FollowTheMoney, to read our export with: it is built from source (apt-get install libicu-dev pkg-config g++).
ftm: .venv/.ftm

.venv/.ftm: tests/ftm-requirements.txt .venv/.installed
	@$(PY) -m venv --clear .venv/ftm
	@.venv/ftm/bin/pip install --quiet --disable-pip-version-check --no-input -r tests/ftm-requirements.txt
	@touch $@

pipeline: .venv/.installed
	$(MAKE) -C training pipeline

.venv/.installed: requirements.txt
	@sh .ci/venv
	@echo "Installing what requirements.txt pins: once, some 220 MB"
	@$(PIP) -r requirements.txt
	@touch $@

.venv/.tested: tests/requirements.txt .venv/.installed
	@echo "Installing what tests/requirements.txt pins (once)"
	@$(PIP) -r tests/requirements.txt
	@touch $@
