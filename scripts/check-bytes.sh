#!/usr/bin/env bash
# Holds what a first visit fetches of code to its gate: the first wasm and its glue, 200 KB in brotli.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/environment.sh
source scripts/environment.sh

gate=$((200 * 1024))
# What `make bench` counts besides: the headers of the three responses.
headers=1000

bytes="$headers"
for name in startlinje.*.wasm startlinje.*.js __wasm_split.*.js; do
  # Unquoted: the middle of the name is a hash of what is in the file.
  # shellcheck disable=SC2086
  file="$(cd "$TARGET_DIR/site/pkg" && ls $name.br)"
  size="$(stat -c %s "$TARGET_DIR/site/pkg/$file")"
  printf '%8d  %s\n' "$size" "$file"
  bytes=$((bytes + size))
done
printf '%8d  with headers, of %d\n' "$bytes" "$gate"
if [ "$bytes" -gt "$gate" ]; then
  echo "check-bytes: the first wasm is over its gate. Is a page's code used outside its lazy_pages!? See app/src/lazy.rs." >&2
  exit 1
fi
