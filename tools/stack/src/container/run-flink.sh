#!/bin/sh
# The three roles of the image of jobs/live-stats.
set -eu
settings=/opt/settings
runtime=org.apache.flink.runtime
mkdir -p /flink/checkpoints /flink/savepoints /flink/tmp /flink/web /flink/jars
# shellcheck disable=SC2046 # one flag a word
java() { exec /opt/java/openjdk/bin/java $(cat "$settings/$1.flags") -cp '/opt/flink/*' "$runtime.$2" --configDir "$settings"; }
case "$1" in
  jobmanager) java jobmanager entrypoint.StandaloneSessionClusterEntrypoint ;;
  taskmanager) java taskmanager taskexecutor.TaskManagerRunner ;;
  job) exec node /opt/keeper/main.ts ;;
  *) echo "$1: jobmanager, taskmanager or job" >&2; exit 1 ;;
esac
