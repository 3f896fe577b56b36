#!/usr/bin/env bash
# Installs what building and testing need. Every step is skipped where it has been done, so it can run before anything.
#
#   scripts/setup.sh build   what `make build` and `make serve` need
#   scripts/setup.sh test    the same, and PostgreSQL, a browser and Schemathesis
#   scripts/setup.sh bench   the same, and SQLite's own program
#   scripts/setup.sh cluster what `make build` needs, and PostgreSQL, SQLite's program and haproxy
#   scripts/setup.sh peers   what `make build` needs, and what `make bench-peers` compares with
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/environment.sh
source scripts/environment.sh

readonly CARGO_LEPTOS_VERSION=0.3.11
readonly KOLIBRI_VERSION=0.19.5
readonly OPENAPI_VALIDATOR_VERSION=0.9.0
readonly SCHEMATHESIS_VERSION=4.32.5
readonly WASM_TARGET=wasm32-unknown-unknown

say() { printf 'setup: %s\n' "$*"; }

fail() {
  printf 'setup: %s\n' "$1" >&2
  printf '       what to do: %s\n' "$2" >&2
  exit 1
}

is_debian_root() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

apt_install() {
  is_debian_root || fail "$1 is missing" "install it, or run this once as root on Debian"
  shift
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

has_wasm_target() {
  local folder
  folder="$(rustc --print target-libdir --target "$WASM_TARGET" 2>/dev/null)" || return 1
  compgen -G "$folder/libcore-*.rlib" >/dev/null
}

rust() {
  command -v cargo >/dev/null || fail "Rust is missing" "install it from https://rustup.rs"
  has_wasm_target && return
  say "adding Rust's wasm target"
  if command -v rustup >/dev/null && rustup target add "$WASM_TARGET" >/dev/null 2>&1 && has_wasm_target; then
    return
  fi
  debian_rust
}

# Debian carries a Rust that is kept new for browsers, with its source: its standard library is built for wasm here.
debian_rust() {
  say "the target cannot be fetched: taking Debian's Rust and building its standard library for wasm"
  apt_install "Rust's wasm target" rustc-web cargo-web rust-web-src rust-web-llvm rust-web-clippy rustfmt-web
  # Debian's Rust names its linker by a link, to a program that is a package of its own.
  apt_install "the linker for wasm" "$(basename "$(readlink /usr/bin/rust-lld)")"
  rustup toolchain link debian /usr
  mkdir -p "$BUILD_CACHE_DIR"
  echo debian >"$BUILD_CACHE_DIR/toolchain"
  export RUSTUP_TOOLCHAIN=debian
  has_wasm_target || build_wasm_std
}

build_wasm_std() {
  local crate libdir
  crate="$(mktemp -d)"
  libdir="$(rustc --print sysroot)/lib/rustlib/$WASM_TARGET/lib"
  cargo init --quiet --lib --name empty "$crate"
  (
    cd "$crate"
    RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes CARGO_TARGET_DIR="$crate/target" \
      cargo build --quiet --release -Z build-std=std,panic_abort,panic_unwind --target "$WASM_TARGET"
  )
  mkdir -p "$libdir"
  find "$crate/target/$WASM_TARGET/release/deps" -name '*.rlib' ! -name 'libempty-*' -exec cp {} "$libdir" \;
  rm -rf "$crate"
  has_wasm_target || fail "the standard library for wasm was not built" "install Rust from https://rustup.rs and run again"
}

# The bindings' generator must be the very version that Cargo.lock has.
wasm_bindgen_version() {
  sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock
}

cargo_tool() {
  local name="$1" version="$2" note="$3"
  shift 3
  local stamp="$BUILD_CACHE_DIR/tools/$name.installed"
  if [ "$(cat "$stamp" 2>/dev/null)" = "$version $*" ]; then return; fi
  say "installing $name $version ($note)"
  # A debug build of a tool takes a third of the time and builds the project as fast.
  CARGO_PROFILE_DEV_DEBUG=0 CARGO_TARGET_DIR="$BUILD_CACHE_DIR/tools-target" \
    cargo install --quiet --force --debug --root "$BUILD_CACHE_DIR/tools" --version "$version" "$@" ||
    fail "$name could not be installed" "read the message above; a full disk and no network are the usual causes"
  printf '%s' "$version $*" >"$stamp"
}

cargo_tools() {
  # Without its lock file: that has wasm_split_cli_support 0.2.3, which often leaves the data of every chunk in the first
  # wasm (30 KB). It asks for a newer compiler than it needs.
  cargo_tool cargo-leptos "$CARGO_LEPTOS_VERSION" "about 5 minutes" \
    --ignore-rust-version --features no_downloads cargo-leptos
  cargo_tool wasm-bindgen "$(wasm_bindgen_version)" "about 3 minutes" wasm-bindgen-cli
  rm -rf "$BUILD_CACHE_DIR/tools-target"
}

# Packages are installed again when their lock file has changed.
node_packages() {
  local folder="$1"
  command -v npm >/dev/null || fail "Node.js is missing" "install Node.js 20 or newer"
  local stamp="$folder/node_modules/.installed"
  if [ -f "$stamp" ] && cmp -s "$folder/package-lock.json" "$stamp"; then return; fi
  say "installing the npm packages of $folder"
  (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error)
  cp "$folder/package-lock.json" "$stamp"
}

postgres() {
  compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null && return
  command -v initdb >/dev/null && return
  say "installing PostgreSQL"
  apt_install "PostgreSQL" postgresql
}

browser() {
  [ -n "${CHROMIUM_PATH:-}" ] && return
  command -v chromium >/dev/null && return
  if is_debian_root; then
    say "installing Chromium"
    apt_install "Chromium" chromium
  else
    say "fetching Chromium"
    (cd end2end && npx playwright install chromium) ||
      fail "Chromium is missing" "install it, or name one in CHROMIUM_PATH"
  fi
}

sqlite() {
  command -v sqlite3 >/dev/null && return
  say "installing SQLite's program"
  apt_install "sqlite3" sqlite3
}

proxy() {
  command -v haproxy >/dev/null && return
  say "installing haproxy"
  apt_install "haproxy" haproxy
}

# In an environment of its own, which nothing else is installed into.
kolibri() {
  [ "$(cat "$KOLIBRI_VENV/version" 2>/dev/null)" = "$KOLIBRI_VERSION" ] && return
  say "installing Kolibri $KOLIBRI_VERSION (about 1 minute, 400 MB)"
  python3 -c 'import ensurepip' 2>/dev/null || apt_install "Python with venv" python3 python3-venv
  rm -rf "$KOLIBRI_VENV"
  python3 -m venv "$KOLIBRI_VENV"
  "$KOLIBRI_VENV/bin/pip" install --quiet --disable-pip-version-check "kolibri==$KOLIBRI_VERSION" ||
    fail "Kolibri could not be installed" "read the message above; a Python it does not know yet is a usual cause"
  echo "$KOLIBRI_VERSION" >"$KOLIBRI_VENV/version"
}

# What asks the API, and what knows OpenAPI's own schema.
schemathesis() {
  local versions="$SCHEMATHESIS_VERSION $OPENAPI_VALIDATOR_VERSION"
  [ "$(cat "$SCHEMATHESIS_VENV/version" 2>/dev/null)" = "$versions" ] && return
  say "installing Schemathesis $SCHEMATHESIS_VERSION (about 1 minute)"
  python3 -c 'import ensurepip' 2>/dev/null || apt_install "Python with venv" python3 python3-venv
  rm -rf "$SCHEMATHESIS_VENV"
  python3 -m venv "$SCHEMATHESIS_VENV"
  "$SCHEMATHESIS_VENV/bin/pip" install --quiet --disable-pip-version-check \
    "schemathesis==$SCHEMATHESIS_VERSION" "openapi-spec-validator==$OPENAPI_VALIDATOR_VERSION" ||
    fail "Schemathesis could not be installed" "read the message above; no network is the usual cause"
  echo "$versions" >"$SCHEMATHESIS_VENV/version"
}

rust
cargo_tools
node_packages style
case "${1:-build}" in
  test | bench)
    node_packages end2end
    postgres
    browser
    ;;&
  test) schemathesis ;;
  bench) sqlite ;;
  cluster)
    node_packages end2end
    postgres
    sqlite
    proxy
    ;;
  peers)
    node_packages end2end
    kolibri
    ;;
esac
