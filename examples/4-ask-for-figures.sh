#!/usr/bin/env bash
# Lectures and attendances of the unit $UNIT in a year, month by month. Recorded, opening and reported values stand apart.
set -euo pipefail
year=$(date +%Y)
curl -sS --fail-with-body -b "$JAR" -H 'content-type: application/json' -H "origin: $BASE" \
  -d "{\"indicators\":[\"lectures.sessions\",\"lectures.attendances\"],\"unit\":$UNIT,\"rows\":\"indicators\",\"columns\":\"months\",
       \"from\":\"$year-01-01\",\"to\":\"$year-12-31\"}" "$BASE/api/figures"
echo
