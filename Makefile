# Every recipe runs in the environment of scripts/environment.sh.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help
ENTER := source scripts/environment.sh

.PHONY: help serve build watch test bench bench-peers fight cluster dist fonts clean

help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1|/' | column -t -s '|'

serve: build ## Set up, build, fill the embedded database, and serve http://127.0.0.1:3000
	@$(ENTER)
	scripts/serve.sh

build: ## Set up and build the release: the program in target/release, the site in target/site
	@scripts/setup.sh build
	scripts/build.sh

watch: ## Serve a debug build and reload the page when something changes
	@scripts/setup.sh build
	$(ENTER)
	cargo run --quiet -p server -- demo load
	exec cargo leptos watch --split -- serve

test: ## Set up and run every check
	@scripts/test.sh

bench: build ## Measure requests per second, bytes, paint times, memory, a class at once and growth
	@scripts/setup.sh bench
	$(ENTER)
	scripts/with-postgres.sh --durable node end2end/bench/run.mjs

bench-peers: build ## Measure a course page beside Kolibri's, which is installed for it
	@scripts/setup.sh peers
	$(ENTER)
	node end2end/bench/peers.mjs

fight: build ## Let 64 clients fight for times, on SQLite and on PostgreSQL, and count the overlaps
	@scripts/setup.sh cluster
	$(ENTER)
	node end2end/fight/run.mjs sqlite
	scripts/with-postgres.sh node end2end/fight/run.mjs postgres

cluster: build ## The same through a proxy with two servers, one of which is killed in the middle
	@scripts/setup.sh cluster
	$(ENTER)
	scripts/with-postgres.sh node end2end/fight/run.mjs cluster

dist: build ## Pack program, site, content and a systemd unit into one tarball
	@scripts/dist.sh

fonts: ## Cut the fonts down to what is used (their files are committed)
	@scripts/setup.sh build
	cd style && npm run fonts

clean: ## Remove what was built in this checkout
	@rm -rf target dist
