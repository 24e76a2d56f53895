# Runs a server and never lets it outlive the program that started this script: guard.sh signal program argument...
# The standard input comes from that program. Its end is the order to stop; it comes too when that program dies.
signal=$1; shift
exec 3<&0
session=$(command -v setsid || :)
$session "$@" </dev/null 3<&- &
server=$!
(
  # A signal to the whole group must not end who stops the server.
  trap '' INT TERM HUP
  while read -r line <&3; do :; done
  kill -s "$signal" $server 2>/dev/null
  tries=0
  while kill -0 $server 2>/dev/null; do
    tries=$((tries + 1))
    [ $tries -gt 60 ] && kill -s KILL $server 2>/dev/null
    sleep 0.25
  done
) &
watch=$!
trap '' INT TERM HUP
wait $server
status=$?
kill -s KILL $watch 2>/dev/null
# Nothing is left behind, not for a moment.
wait $watch 2>/dev/null
exit $status
