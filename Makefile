# Names only: what they do is in embedded/ and .ci/run.

PYTHON ?= python3
INSIDE := .venv/bin/python
COMPILE := $(INSIDE) -m uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-annotate --custom-compile-command "make lock" --upgrade
# ARGS may choose tests of one kind alone; pytest then says 5 for the other.
NONE_CHOSEN := test $$? -eq 5

.PHONY: help run test check bench lock services install

help: ## This list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 20

run: ## The whole portal at http://127.0.0.1:8000 (HOST and PORT change that); stop with Ctrl-C
	@exec $(PYTHON) -m embedded run

test: install ## The whole suite on every core, then what needs the machine for itself
	@$(INSIDE) -m pytest --numprocesses auto -m "not slow" $(ARGS) || $(NONE_CHOSEN)
	@$(INSIDE) -m pytest -m slow $(ARGS) || $(NONE_CHOSEN)

check: ## Everything a change must pass: style, layers, checks, catalogues, tests
	@exec bash .ci/run

bench: install ## Speed, size and memory beside a bare Django view; then twenty years of reports
	@$(INSIDE) -m bench
	@exec $(INSIDE) -m bench.scale

services: ## The database and the broker alone, for manage.py beside them
	@exec $(PYTHON) -m embedded services

install: ## Only .venv, with everything the tests need
	@exec $(PYTHON) -m embedded install-dev

lock: install ## Renew requirements/*.txt: the newest versions that pyproject.toml allows
	$(COMPILE) --all-extras -o requirements/dev.txt
	$(COMPILE) --extra embedded -c requirements/dev.txt -o requirements/embedded.txt
	$(COMPILE) -c requirements/dev.txt -o requirements/portal.txt
