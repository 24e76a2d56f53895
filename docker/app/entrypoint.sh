#!/bin/sh
# Starts the portal. Settings are the LOA_ variables; options for Java stand in JDK_JAVA_OPTIONS, which Java reads itself.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
: "${LOA_DATA:=/var/lib/loa}"
export LOA_DATA

# The heap takes half of the memory that the container may use: threads, code and the buffers of slow clients take the rest.
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" \
  -XX:MaxRAMPercentage=50 \
  -Xss512k \
  -XX:+ExitOnOutOfMemoryError \
  -Djava.awt.headless=true \
  -Dfile.encoding=UTF-8 \
  -jar "$here/launcher.jar" "$here/loa.war" "$LOA_DATA/work"
