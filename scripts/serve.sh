#!/usr/bin/env bash
# Fills the embedded database with the demonstration and serves it.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/environment.sh
source scripts/environment.sh

startlinje="$TARGET_DIR/release/startlinje"
STARTLINJE_LOG=warn "$startlinje" demo load
cat <<END

  Startlinje is served at  http://127.0.0.1:3000
  Demonstration sign-ins at http://127.0.0.1:3000/personale/log-ind
    adviser, coordinator, teacher, volunteer, admin  (password: fjordby-demo)
  Ctrl-C stops it.

END
exec "$startlinje" serve --addr 127.0.0.1:3000
