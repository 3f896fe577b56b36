#!/usr/bin/env bash
# Asks every operation of the API, by its own description, for what it should and should not take. Fails on a 5xx, and on
# every answer that the description does not have. The description itself is held against OpenAPI's schema first.
#
# The program is $END2END_PROGRAM, or the release; the database is an SQLite file that is thrown away.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/environment.sh
source scripts/environment.sh

# Nothing of the surroundings: their database must never be the one that is booked in.
unset DATABASE_URL "${!STARTLINJE_@}"

readonly SECONDS_OF_ASKING=40
program="${END2END_PROGRAM:-$TARGET_DIR/release/startlinje}"
folder="$(mktemp -d)"
server=""
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT

startlinje() { STARTLINJE_LOG=warn "$program" "$@" --data-dir "$folder"; }

startlinje demo load
token="$(startlinje token add --name Schemathesis \
  --scope appointments:read --scope appointments:write --scope contacts:read --scope schedule:read)"

STARTLINJE_LOG=server=info STARTLINJE_LOG_FORMAT=json "$program" serve --addr 127.0.0.1:0 --data-dir "$folder" \
  2>"$folder/log" &
server=$!
for _ in $(seq 100); do
  address="$(sed -n 's/.*"message":"serving \(http:[^"]*\)".*/\1/p' "$folder/log")"
  [ -n "$address" ] && break
  sleep 0.1
done

curl --silent --fail "$address/api/v1/openapi.json" >"$folder/openapi.json"
"$SCHEMATHESIS_VENV/bin/openapi-spec-validator" --schema 3.1 "$folder/openapi.json"
"$SCHEMATHESIS_VENV/bin/schemathesis" --config-file scripts/schemathesis.toml run "$address/api/v1/openapi.json" \
  --header "Authorization: Bearer $token" --max-time "$SECONDS_OF_ASKING" --warnings off
if grep -q panicked "$folder/log"; then
  grep panicked "$folder/log" >&2
  exit 1
fi
