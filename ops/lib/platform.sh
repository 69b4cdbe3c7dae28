# Starts a private platform in a folder of its own and stops it. Sourced after common.sh; the caller calls stop_platform when it ends.

platform_pid=

# start_platform FOLDER: ops/run on FOLDER/data with free ports; sets COORDINATION_* for what follows. False, with the log's end, if it does not start.
start_platform() {
  local folder=$1
  export COORDINATION_DATA="$folder/data" COORDINATION_HTTP_PORT COORDINATION_MLLP_PORT
  COORDINATION_HTTP_PORT=$(free_port) COORDINATION_MLLP_PORT=$(free_port)
  # The data is thrown away; the cluster's user has to get through the folder all the same.
  chmod 711 "$folder"
  env -u ConnectionStrings__Coordination ASPNETCORE_ENVIRONMENT=Development "$root/ops/run" >"$folder/run.log" 2>&1 &
  platform_pid=$!
  while kill -0 "$platform_pid" 2>/dev/null && ! grep -q '^Ready: ' "$folder/run.log"; do sleep 0.2; done
  grep -q '^Ready: ' "$folder/run.log" || { tail -n 20 "$folder/run.log" >&2; return 1; }
}

stop_platform() {
  [ -n "$platform_pid" ] || return 0
  kill -TERM "$platform_pid" 2>/dev/null && wait "$platform_pid" || true
  platform_pid=
}
