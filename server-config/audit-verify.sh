#!/bin/sh
# Verifies MusicMuse's audit log without the application: docs/operations.md.
#   bin/audit-verify.sh KEYS-FILE ANCHOR-FILE
# Reads MUSICMUSE_DB_URL, MUSICMUSE_DB_USER and MUSICMUSE_DB_PASSWORD. Exit code: 0 whole, 1 damaged, 2 not checked.
home=$(cd "$(dirname "$0")/.." && pwd)
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" \
  -cp "$home/lib/musicmuse/audit-chain.jar:$home/modules/org/postgresql/main/*:$home/glassfish/domains/domain1/lib/*" \
  io.astrionix.musicmuse.audit.control.chain.VerifyCommand "$@"
