#!/usr/bin/env bash
# Anybody may check a certificate by the code in its picture, without an account: 200 with a masked name, or 404 for one there is not.
set -euo pipefail
curl -sS -o /dev/null -w '%{http_code} %{content_type}\n' "$BASE/api/certificates/${CODE:-AAAAAAAAAAAAAAAAAAAAAAAAAAA}"
