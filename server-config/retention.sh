#!/bin/sh
# Asks MusicMuse's retention engine for a run, or how it stands: docs/operations.md.
#   bin/retention.sh run [RULE...] | dry [RULE...] | status | report RUN
# Reads MUSICMUSE_DB_URL, MUSICMUSE_DB_USER and MUSICMUSE_DB_PASSWORD. Exit code: 0 done, 1 needs somebody, 2 no answer.
home=$(cd "$(dirname "$0")/.." && pwd)
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" \
  -cp "$home/lib/musicmuse/retention-command.jar:$home/modules/org/postgresql/main/*:$home/glassfish/domains/domain1/lib/*" \
  io.astrionix.musicmuse.retention.command.RetentionCommand "$@"
