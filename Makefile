# Wisal. Every target sets up what it needs by itself; repeating one takes seconds.
SHELL := /bin/bash
.DEFAULT_GOAL := help

.PHONY: help run dev build test bench lighthouse lint fmt clean

help: ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: ## set up, build and serve the demonstration at http://127.0.0.1:3000
	@tools/setup run
	@tools/site dev
	@tools/with sh -c '"$${CARGO_TARGET_DIR:-target}"/debug/wisal serve --demo --data data/demo'

dev: ## the same, rebuilt whenever a file changes
	@tools/setup run
	@tools/with cargo leptos watch -- serve --demo --data data/demo

build: ## the release: target/release/wisal with its site beside it
	@tools/setup run
	@tools/site release

test: ## set up, then every test: rules, SQLite and PostgreSQL, HTTP, and journeys in a real browser
	@tools/test

bench: ## measure the release beside its yardsticks: start, memory, pages, submissions, first load on a phone
	@tools/bench

lighthouse: ## ask Lighthouse about every public page of the release, as a phone sees it
	@tools/lighthouse

lint: ## format and lints, as in the tests
	@tools/setup run
	@tools/lint

fmt: ## format the sources
	@tools/setup run
	@tools/with cargo fmt

clean: ## remove what was built and the demonstration's data
	rm -rf target data/demo
