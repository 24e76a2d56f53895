# What backup and restore have in common; they read it in and have set "here" to this folder. An archive is one OpenPGP message, so
# it is both encrypted and protected against every change. In it stand, one after the other: a line that says how many bytes the
# database has, the database as its own OpenPGP message (so that it never lies on a disk in the clear), and the media as a tar stream.
set -eu
umask 077
: "${LOA_BACKUP_PASSPHRASE_FILE:=$here/secrets/backup_passphrase}"

refuse() {
  echo "$1" >&2
  exit 1
}

command -v gpg > /dev/null || refuse "gpg is not installed; backups are encrypted with it."
[ -s "$LOA_BACKUP_PASSPHRASE_FILE" ] \
  || refuse "There is no passphrase in $LOA_BACKUP_PASSPHRASE_FILE (LOA_BACKUP_PASSPHRASE_FILE); docker/make-secrets makes one."

work=$(mktemp -d)
trap 'clean_up' EXIT
trap 'exit 1' HUP INT TERM

clean_up() {
  gpgconf --homedir "$work" --kill gpg-agent 2> /dev/null || :
  rm -rf "$work" "${archive:-$work}.database" "${archive:-$work}.partial"
}

# What fails in the middle of a pipe leaves a note, because the shell asks only how the last program of a pipe ended.
failed() {
  : > "$work/failed"
}

all_went_well() {
  [ ! -e "$work/failed" ]
}

openpgp() {
  gpg --homedir "$work" --batch --quiet --no-tty --pinentry-mode loopback \
    --passphrase-file "$LOA_BACKUP_PASSPHRASE_FILE" "$@"
}

encrypt() {
  openpgp --symmetric --cipher-algo AES256 --s2k-digest-algo SHA512 --s2k-count 65011712 --compress-algo none --output -
}

decrypt() {
  openpgp --decrypt --output - -
}

# The bucket that holds the media when they are kept in an object storage (compose.s3.yaml); nothing when they are files.
bucket() {
  sed -n 's/^LOA_S3_BUCKET=//p' "$here/.env" 2> /dev/null | tail -n 1
}

compose() {
  if [ -n "$(bucket)" ]; then
    docker compose -f "$here/compose.yaml" -f "$here/compose.s3.yaml" "$@"
  else
    docker compose -f "$here/compose.yaml" "$@"
  fi
}

# Runs a program of PostgreSQL as the role of the portal, which owns the database.
in_database() {
  program=$1
  shift
  compose exec -T postgres sh -c 'PGPASSWORD=$(cat /run/secrets/database_password) exec "$@"' sh \
    "$program" --host=127.0.0.1 --username=portal --dbname=loa "$@"
}

# Runs a command in a container of its own with the volume of the app, whether the app runs or not.
in_data() {
  compose run --rm -T --no-deps --entrypoint sh app -c "$1"
}
