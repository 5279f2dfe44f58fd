#!/usr/bin/env bash
# The same list as an Excel file: same filters, same rights.
set -euo pipefail
curl -sS --fail-with-body -b "$JAR" -o "${SHEET:-records.xlsx}" -w '%{http_code} %{content_type} %{size_download}\n' "$BASE/api/records.xlsx?programme=lectures"
