#!/usr/bin/env bash
# Runs a command with a throwaway PostgreSQL cluster.
#
#   scripts/with-postgres.sh cargo test -p store
#
# With --durable before the command it flushes every commit to the disk, as it must where people book: for figures.
# The command finds the cluster in TEST_DATABASE_URL, as a superuser. The cluster is stopped and removed afterwards, whatever
# happens. Where TEST_DATABASE_URL is set already, the command is simply run.
set -euo pipefail

durability="-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
if [ "${1:-}" = --durable ]; then
  durability=
  shift
fi

if [ $# -eq 0 ]; then
  echo "usage: with-postgres.sh [--durable] COMMAND [ARGUMENT…]" >&2
  exit 64
fi

if [ -n "${TEST_DATABASE_URL:-}" ]; then
  exec "$@"
fi

# The directory of PostgreSQL's server programs; Debian keeps the newest apart from PATH.
find_programs() {
  if command -v initdb >/dev/null; then
    dirname "$(command -v initdb)"
    return
  fi
  local newest
  newest=$(find /usr/lib/postgresql -mindepth 3 -maxdepth 3 -path '*/bin/initdb' 2>/dev/null | sort -V | tail -n 1)
  [ -n "$newest" ] && dirname "$newest"
}

if ! programs=$(find_programs); then
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends postgresql >&2
    programs=$(find_programs)
  else
    echo "with-postgres.sh: PostgreSQL is missing: install the package 'postgresql', or set TEST_DATABASE_URL to a superuser's address" >&2
    exit 69
  fi
fi

directory=$(mktemp -d "${TMPDIR:-/tmp}/startlinje-postgres.XXXXXX")

# PostgreSQL refuses to run as root.
as_owner() {
  if [ "$(id -u)" -eq 0 ]; then
    (cd / && setpriv --reuid=postgres --regid=postgres --init-groups -- "$@")
  else
    "$@"
  fi
}

# shellcheck disable=SC2317 # It is reached by the trap.
clean_up() {
  if [ -f "$directory/data/postmaster.pid" ]; then
    as_owner "$programs/pg_ctl" stop --pgdata="$directory/data" --mode=immediate --silent >/dev/null 2>&1 || true
  fi
  rm -rf "$directory"
}
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

if [ "$(id -u)" -eq 0 ]; then
  chown postgres:postgres "$directory"
fi

as_owner "$programs/initdb" --pgdata="$directory/data" --username=postgres --auth=trust \
  --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$directory/initdb.log" 2>&1 || {
  cat "$directory/initdb.log" >&2
  exit 70
}

# Ports are tried at random: somebody else may take one between looking and listening.
port=
for _ in 1 2 3 4 5; do
  candidate=$((20000 + RANDOM % 20000))
  if as_owner "$programs/pg_ctl" start --pgdata="$directory/data" --silent --wait --log="$directory/data/server.log" \
    --options="-c listen_addresses=127.0.0.1 -c port=$candidate -c unix_socket_directories=$directory \
      $durability -c max_connections=200" >/dev/null 2>&1; then
    port=$candidate
    break
  fi
done
if [ -z "$port" ]; then
  echo "with-postgres.sh: PostgreSQL does not start:" >&2
  cat "$directory/data/server.log" >&2
  exit 70
fi

export TEST_DATABASE_URL="postgres://postgres@127.0.0.1:$port/postgres"
# pg_dump and pg_restore, for tests of backups.
PATH="$PATH:$programs"

status=0
"$@" || status=$?
exit "$status"
