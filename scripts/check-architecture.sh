#!/usr/bin/env bash
# The invariants of ARCHITECTURE.md that a tool can see.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/environment.sh
source scripts/environment.sh

fail() {
  printf 'architecture: %s\n' "$1" >&2
  exit 1
}

# Nothing of the server reaches the browser.
tree="$(cargo tree --quiet -p frontend --target wasm32-unknown-unknown -e normal --prefix none)"
for crate in sea-orm sqlx axum tokio store content; do
  if grep -qE "^$crate v" <<<"$tree"; then
    fail "the browser's half holds $crate: see cargo tree -p frontend -i $crate"
  fi
done

# Only the store knows the database, only the server knows axum.
grep -rln 'sea_orm' --include='*.rs' app server | grep -vE '^server/(store|migration)/' &&
  fail "sea-orm is used outside the store (files above)"
grep -rln 'use axum' --include='*.rs' app server/store server/content server/migration &&
  fail "axum is used outside the server (files above)"

# The rules do no I/O and read no clock.
grep -rnE 'std::(fs|net|env)|Timestamp::now|tokio' --include='*.rs' app/domain/src &&
  fail "the domain does I/O or reads a clock (lines above)"

printf 'the arrows point the right way\n'
