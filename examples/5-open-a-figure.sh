#!/usr/bin/env bash
# Every number carries a handle. Opened, it says what it counts and from which records.
set -euo pipefail
year=$(date +%Y)
table=$(curl -sS --fail-with-body -b "$JAR" -H 'content-type: application/json' -H "origin: $BASE" \
  -d "{\"indicators\":[\"lectures.sessions\"],\"unit\":$UNIT,\"rows\":\"indicators\",\"columns\":\"none\",\"from\":\"$year-01-01\",\"to\":\"$year-12-31\"}" \
  "$BASE/api/figures")
handle=$(sed -n 's/.*"handle":"\([^"]*\)".*/\1/p' <<<"$table")
curl -sS --fail-with-body -b "$JAR" "$BASE/api/figures/$handle"
echo
curl -sS --fail-with-body -b "$JAR" "$BASE/api/figures/$handle/records?limit=5"
echo
