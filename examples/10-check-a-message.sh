#!/usr/bin/env bash
# A system that is told of changes checks that a message comes from here (Standard Webhooks): HMAC-SHA256 over id, time and body.
# SECRET was shown once when it was connected; ID, TIME, SIGNATURE are the headers webhook-id, webhook-timestamp, webhook-signature.
set -euo pipefail
key=$(printf %s "${SECRET#whsec_}" | base64 -d | od -An -vtx1 | tr -d ' \n')
expected="v1,$(printf %s "$ID.$TIME.$BODY" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | base64)"
[ "$expected" = "$SIGNATURE" ] && echo genuine || { echo forged; exit 1; }
