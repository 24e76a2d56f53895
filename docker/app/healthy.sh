#!/bin/bash
# Asks the portal whether it lives; bash speaks TCP itself, so the image needs no other program for it. That PostgreSQL and Solr are
# well is another question, /health/ready, because the portal goes on without them.
set -eu
exec 3<>"/dev/tcp/127.0.0.1/${LOA_PORT:-8080}"
printf 'GET /health/live HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r -t 8 protocol status _ <&3
[ "$status" = 200 ] || { echo "$protocol $status" >&2; exit 1; }
