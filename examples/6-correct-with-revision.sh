#!/usr/bin/env bash
# A correction names the revision it was made from. When somebody was quicker it is refused, and the answer says what changed.
set -euo pipefail
uuid() { cat /proc/sys/kernel/random/uuid; }
send() {
  curl -sS -b "$JAR" -H 'content-type: application/json' -H "origin: $BASE" -d "$1" "$BASE/api/orders"
  echo
}
record=$(uuid)
made=$(send "{\"id\":\"$(uuid)\",\"programme\":\"lectures\",\"command\":\"record\",\"record\":{\"id\":\"$record\"},
  \"input\":{\"title\":\"四进宣讲\",\"attended\":12,\"setting\":\"village\",\"form\":\"talk\"}}")
shard=$(sed -n 's/.*"shard":\([0-9]*\).*/\1/p' <<<"$made")
correct() {
  send "{\"id\":\"$(uuid)\",\"programme\":\"lectures\",\"command\":\"correct\",\"record\":{\"shard\":$shard,\"id\":\"$record\"},\"revision\":1,
    \"input\":{\"attended\":$1,\"reason\":\"数错了\"}}"
}
correct 15 # goes through: the record is at its second revision now
correct 20 # 409: still made from the first
