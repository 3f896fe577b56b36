#!/usr/bin/env bash
# Builds the release of both halves. Does nothing when nothing has changed since the last time.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/environment.sh
source scripts/environment.sh

# What a build is made of, by the sources' own bytes: a checkout's times of change say nothing.
fingerprint() {
  {
    git ls-files --cached --others --exclude-standard -z -- app frontend server style Cargo.toml Cargo.lock scripts \
      ':!:server/tests' ':!:server/store/tests' |
      sort -z | xargs -0 sha256sum 2>/dev/null
    rustc --version
    pwd
  } | sha256sum | cut -d' ' -f1
}

stamp="$TARGET_DIR/startlinje-build"
now="$(fingerprint)"
if [ -x "$TARGET_DIR/release/startlinje" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$now" ]; then
  exit 0
fi
printf 'build: the release of both halves (about 10 minutes the first time)\n'
rm -f "$stamp"
rm -rf "$LEPTOS_SITE_ROOT"
# What the browser's half says of its sources does not tell where they stood on this machine, and is as long on any other.
# The flag stands in .cargo/config.toml too, which this replaces.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--cfg erase_components --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src="
cargo leptos build --release --split --precompress
node scripts/shorten-names.mjs "$LEPTOS_SITE_ROOT" "$TARGET_DIR/release/hash.txt"
# The names of the built files, where a tarball and the bench find them too.
cp "$TARGET_DIR/release/hash.txt" "$LEPTOS_SITE_ROOT/hash.txt"
printf '%s' "$now" >"$stamp"
