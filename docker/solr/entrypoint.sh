#!/bin/sh
# Puts the portal's configset into Solr's home, makes the core if there is none, and goes on with the command that was given.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
: "${SOLR_HOME:=/var/solr/data}"
export SOLR_HOME

mkdir -p "$SOLR_HOME"
cp "$here/solr.xml" "$SOLR_HOME/solr.xml"

# Always the one of this image: a file that an earlier version had must not stay.
rm -rf "$SOLR_HOME/configsets"
cp -R "$here/configsets" "$SOLR_HOME/configsets"
chmod -R u+w "$SOLR_HOME/configsets"

# Only when there is no core at all: a rebuilt index may have taken the place of the first one under another folder.
if [ ! -d "$SOLR_HOME/cores" ]; then
  rm -rf "$SOLR_HOME/cores.partial"
  mkdir -p "$SOLR_HOME/cores.partial/loa"
  printf 'name=loa\nconfigSet=loa\n' > "$SOLR_HOME/cores.partial/loa/core.properties"
  mv "$SOLR_HOME/cores.partial" "$SOLR_HOME/cores"
fi

SOLR_OPTS="${SOLR_OPTS:-} -Dloa.configsets=$SOLR_HOME/configsets -DdisableAdminUI=true"
export SOLR_OPTS
exec "$@"
