#!/usr/bin/env bash
# Signs in by user name and password. The answer sets a cookie; the other examples send it along.
# `origin` must be the address the platform is opened at: a browser sends it by itself.
set -euo pipefail
curl -sS --fail-with-body -c "$JAR" -H 'content-type: application/json' -H "origin: $BASE" \
  -d "{\"username\":\"$NAME\",\"password\":\"$PASSWORD\"}" "$BASE/api/auth/sign-in/username"
echo
# who am I, and which posts do I hold
curl -sS --fail-with-body -b "$JAR" "$BASE/api/me"
echo
