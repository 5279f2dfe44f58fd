#!/usr/bin/env bash
# Records a lecture with 30 people. Whoever sends chooses the ids (UUID), so that sending again after a lost answer does nothing twice.
set -euo pipefail
uuid() { cat /proc/sys/kernel/random/uuid; }
order="{\"id\":\"$(uuid)\",\"programme\":\"lectures\",\"command\":\"record\",\"record\":{\"id\":\"$(uuid)\"},
  \"input\":{\"title\":\"巾帼大宣讲\",\"attended\":30,\"setting\":\"village\",\"form\":\"talk\"}}"
for _ in 1 2; do
  curl -sS --fail-with-body -b "$JAR" -H 'content-type: application/json' -H "origin: $BASE" -d "$order" "$BASE/api/orders"
  echo
done
