#!/usr/bin/env bash
# Whoever asks again with the ETag of the answer before is told 304 and nothing else, as long as nothing changed.
set -euo pipefail
tag=$(curl -sS --fail-with-body -b "$JAR" -o /dev/null -D - "$BASE/api/indicators?lang=zh-CN" | tr -d '\r' | sed -n 's/^etag: //Ip')
curl -sS -b "$JAR" -o /dev/null -w '%{http_code}\n' -H "if-none-match: $tag" "$BASE/api/indicators?lang=zh-CN"
