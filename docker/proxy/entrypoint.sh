#!/bin/sh
# Fills in the configuration of nginx, checks it and starts nginx. With a certificate and a key everything goes by TLS.
# "entrypoint.sh -t" only checks.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
: "${LOA_PROXY_WORK:=/tmp/loa}" "${LOA_PROXY_APP:=app:8080}"
: "${LOA_PROXY_HTTP:=8080}" "${LOA_PROXY_HTTPS:=8443}" "${LOA_PROXY_HEALTH:=8081}"
: "${LOA_PROXY_CERTIFICATE:=/run/secrets/tls_certificate}" "${LOA_PROXY_KEY:=/run/secrets/tls_key}"

site=plain
if [ -s "$LOA_PROXY_CERTIFICATE" ] && [ -s "$LOA_PROXY_KEY" ]; then
  site=tls
fi

base=${LOA_BASE_URL:-}
base=${base%/}
case "$base" in
  *[!A-Za-z0-9.:/_-]*) echo "LOA_BASE_URL must be the address of the portal, but is \"$base\"." >&2; exit 1 ;;
  http://?*|https://?*) ;;
  *) echo "LOA_BASE_URL must begin with http:// or https://, but is \"$base\"." >&2; exit 1 ;;
esac

# Addresses and networks of what stands before this proxy, for example to bring TLS. Nobody else is believed.
trust() {
  case "$1" in
    *[!0-9a-fA-F.:/,\ ]*) echo "LOA_PROXY_TRUSTED must name addresses or networks such as 203.0.113.7, but is \"$1\"." >&2; exit 1 ;;
  esac
  for network in $(printf %s "$1" | tr , ' '); do
    echo "set_real_ip_from $network;"
  done
  echo "real_ip_header X-Forwarded-For;"
  echo "real_ip_recursive on;"
}

# Who knows the address of the app: in a container, what Docker wrote there. An address with a zone nginx cannot read.
if [ -z "${LOA_PROXY_RESOLVER:-}" ]; then
  LOA_PROXY_RESOLVER=$(awk '$1 == "nameserver" && $2 !~ /%/ { print $2 ~ /:/ ? "[" $2 "]" : $2; exit }' /etc/resolv.conf)
  : "${LOA_PROXY_RESOLVER:=127.0.0.11}"
fi

# Writes the configuration for one of the ways to find the app.
fill_in() {
  for file in nginx plain tls portal "$1"; do
    sed -e "s|@WORK@|$LOA_PROXY_WORK|g" -e "s|@PAGES@|$here/pages|g" \
      -e "s|@UPSTREAM@|$1|g" -e "s|@RESOLVER@|$LOA_PROXY_RESOLVER|g" \
      -e "s|@SITE@|$site|g" -e "s|@APP@|$LOA_PROXY_APP|g" -e "s|@BASE@|$base|g" \
      -e "s|@HTTP@|$LOA_PROXY_HTTP|g" -e "s|@HTTPS@|$LOA_PROXY_HTTPS|g" -e "s|@HEALTH@|$LOA_PROXY_HEALTH|g" \
      -e "s|@CERTIFICATE@|$LOA_PROXY_CERTIFICATE|g" -e "s|@KEY@|$LOA_PROXY_KEY|g" \
      "$here/$file.conf" > "$LOA_PROXY_WORK/$file.conf"
  done
}

check() {
  nginx -t -q -e /dev/stderr -c "$LOA_PROXY_WORK/nginx.conf"
}

mkdir -p "$LOA_PROXY_WORK"
trust "${LOA_PROXY_TRUSTED:-}" > "$LOA_PROXY_WORK/trusted.conf"
fill_in upstream-named
# nginx before 1.27.3 does not understand that one. What else may be wrong, the second check says.
if ! check 2> /dev/null; then
  fill_in upstream-asked
  check
fi
[ "${1:-}" != -t ] || exit 0
exec nginx -e /dev/stderr -c "$LOA_PROXY_WORK/nginx.conf" -g 'daemon off;'
