#!/bin/sh
# Asks nginx whether it lives. Whether the portal does is the portal's own check.
exec wget -q -T 4 -O /dev/null "http://127.0.0.1:${LOA_PROXY_HEALTH:-8081}/"
