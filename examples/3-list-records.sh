#!/usr/bin/env bash
# The two newest records, then the two after them: `next` of a page is `after` of the following one.
set -euo pipefail
page=$(curl -sS --fail-with-body -b "$JAR" "$BASE/api/records?limit=2")
echo "$page"
next=$(sed -n 's/.*"next":"\([^"]*\)".*/\1/p' <<<"$page")
[ -z "$next" ] || curl -sS --fail-with-body -b "$JAR" -G --data-urlencode "after=$next" -d limit=2 "$BASE/api/records"
echo
