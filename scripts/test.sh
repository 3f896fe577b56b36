#!/usr/bin/env bash
# Every check, from the quickest to the slowest. In CI nothing may be skipped.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh test
# shellcheck source=scripts/environment.sh
source scripts/environment.sh

step() { printf '\n== %s (%s s so far)\n' "$1" "$SECONDS"; }

step "format"
cargo fmt --all --check

step "clippy, the server's half"
cargo clippy --quiet --all-targets -p domain -p content -p migration -p store -p server -p app --features app/ssr -- -D warnings

step "clippy, the browser's half"
cargo clippy --quiet -p frontend --target wasm32-unknown-unknown -- -D warnings

step "what the browser's half is made of"
scripts/check-architecture.sh

step "unit, store and route tests on SQLite and PostgreSQL"
scripts/with-postgres.sh cargo test --quiet -p domain -p content -p migration -p store -p server -p app --features app/ssr

step "a hundred thousand exercises of each kind and level"
cargo test --quiet --release -p domain drills

step "release build"
scripts/build.sh

step "the bytes of the first wasm"
scripts/check-bytes.sh

step "content"
"$TARGET_DIR/release/startlinje" content check content

step "the API, asked by its own description"
scripts/check-api.sh

step "browser tests"
(cd end2end && npx playwright test)

step "all checks have passed"
