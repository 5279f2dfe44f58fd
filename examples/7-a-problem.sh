#!/usr/bin/env bash
# A refusal says in plain words what is wrong and what to do; `code` and `issues` are for programs (RFC 9457).
set -euo pipefail
uuid() { cat /proc/sys/kernel/random/uuid; }
curl -sS -i -b "$JAR" -H 'content-type: application/json' -H "origin: $BASE" \
  -d "{\"id\":\"$(uuid)\",\"programme\":\"lectures\",\"command\":\"record\",\"record\":{\"id\":\"$(uuid)\"},\"input\":{\"attended\":-3}}" "$BASE/api/orders"
echo
