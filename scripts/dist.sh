#!/usr/bin/env bash
# Packs what `make build` has built into one tarball that runs where it is unpacked.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/environment.sh
source scripts/environment.sh

fail() {
  printf 'dist: %s\n' "$1" >&2
  printf '      what to do: %s\n' "$2" >&2
  exit 1
}

program="$TARGET_DIR/release/startlinje"
[ -x "$program" ] || fail "$program is missing" "run make build"
# Without the names of the built files in the site itself, pages would ask for files that are not there.
[ -f "$LEPTOS_SITE_ROOT/hash.txt" ] || fail "$LEPTOS_SITE_ROOT/hash.txt is missing" "run make build"
beside=(startlinje.example.toml README.md LICENSE scripts/startlinje.service)
for file in "${beside[@]}"; do
  [ -f "$file" ] || fail "$file is missing" "it belongs to the checkout: restore it"
done

# The program itself knows best which version it is.
version="$("$program" --version)"
name="startlinje-${version##* }-$(uname -m)"

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir "$work/$name"
cp "$program" "${beside[@]}" "$work/$name"
cp -R "$LEPTOS_SITE_ROOT" "$work/$name/site"
cp -R content "$work/$name/content"
# Whoever unpacks it is often root, with a strict umask here or there: everybody may read, nobody but the owner may write.
chmod -R u=rwX,go=rX "$work/$name"

# Names in order, no owner and the program's own time: packing the same build again gives the same bytes.
mkdir -p dist
tarball="dist/$name.tar.gz"
tar --create --directory "$work" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$(stat -c %Y "$program")" "$name" |
  gzip -n -9 >"$work/tarball"
mv "$work/tarball" "$tarball"
printf 'dist: %s (%s)\n' "$PWD/$tarball" "$(du -h "$tarball" | cut -f1)"
