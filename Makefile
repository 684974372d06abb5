# Everything a newcomer needs: `make run` and `make test`. CONTRIBUTING.md tells of the rest.
PYTHON ?= python3
IN = .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run test lint format bench attack fuzz lighthouse messages demo-reset lock screenshots

help:  ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup:  ## virtual environment, front-end assets, messages
	@$(PYTHON) ops/setup.py run

setup-dev:
	@$(PYTHON) ops/setup.py dev

run: setup  ## start the portal with its database, broker, worker and clock
	@$(IN) -m ops.run

test: setup-dev  ## run every test on servers of its own
	@$(IN) -m ops.browser
	@$(IN) -m ops.test

lint: setup-dev  ## style, types, walls between the rooms, migrations, messages
	@$(IN) -m ops.lint

format: setup-dev  ## put the code into its one layout
	@$(IN) -m ruff check --fix --quiet . ; $(IN) -m ruff format --quiet .

bench: setup-dev  ## measure the speed goals, as ratios in one run
	@$(IN) -m bench

attack: setup-dev  ## let wapiti3 and sqlmap loose on a started portal of its own
	@$(IN) -m ops.attack
fuzz: setup-dev  ## ask the API for all that its description allows and more, for some minutes
	@$(IN) -m ops.fuzz

lighthouse: setup-dev  ## Lighthouse's four scores of four pages on a phone
	@$(IN) -m ops.browser
	@$(IN) -m bench.on_a_phone

messages: setup-dev  ## bring the message catalogues up to date with the code
	@$(IN) -m ops.messages update

demo-reset: setup  ## empty the portal's own database and fill it with the demo school again
	@$(IN) -m ops.run --demo-reset

lock: setup-dev  ## resolve the dependencies anew, with hashes and without addresses
	@$(IN) -m ops.lock

screenshots: setup-dev  ## take the pictures of README and guide
	@$(IN) -m ops.browser
	@$(IN) -m ops.screenshots
