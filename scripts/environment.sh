# shellcheck shell=bash
# Where tools and build results are kept. Sourced by the other scripts and by the Makefile's recipes.

# Tools are shared by every checkout on the machine.
export BUILD_CACHE_DIR="${BUILD_CACHE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/startlinje}"

# A checkout of a CI run is new each time; what it has built is worth keeping.
if [ -n "${CI:-}" ]; then
  export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$BUILD_CACHE_DIR/target}"
fi
checkout="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
export TARGET_DIR="${CARGO_TARGET_DIR:-$checkout/target}"

# Where the toolchain for wasm is Debian's, setup has noted it here.
if [ -z "${RUSTUP_TOOLCHAIN:-}" ] && [ -f "$BUILD_CACHE_DIR/toolchain" ]; then
  RUSTUP_TOOLCHAIN="$(cat "$BUILD_CACHE_DIR/toolchain")"
  export RUSTUP_TOOLCHAIN
fi

export PATH="$BUILD_CACHE_DIR/tools/bin:$checkout/style/node_modules/.bin:$PATH"
export SASS_PATH="$checkout/style/node_modules"
export KOLIBRI_VENV="$BUILD_CACHE_DIR/kolibri"
export SCHEMATHESIS_VENV="$BUILD_CACHE_DIR/schemathesis"
export LEPTOS_SITE_ROOT="$TARGET_DIR/site"
# Both halves must agree on the addresses of server functions, wherever they were built.
export SERVER_FN_OVERRIDE_KEY=startlinje
