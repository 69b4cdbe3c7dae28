# Runs a verb of the simulator against a private platform that is thrown away at the end, or the one that runs on --data.
# Sourced after common.sh and platform.sh.

work=

# on_platform DATA VERB…: DATA empty starts a platform and stops it.
on_platform() {
  local data=$1 result=0
  shift
  if [ -n "$data" ]; then
    [ -r "$data/run.env" ] || die "no platform runs on $data: start one with ops/run --data $data"
    COORDINATION_DATA=$data simulator "$@" || result=$?
    return "$result"
  fi
  work=$(mktemp -d)
  trap 'stop_platform; rm -rf "$work"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  warn "Starting a platform in $work"
  start_platform "$work" || die "the platform does not start"
  simulator "$@" || result=$?
  kill -0 "$platform_pid" 2>/dev/null || { warn "ops/run did not survive"; tail -n 5 "$work/run.log" >&2; result=1; }
  return "$result"
}

# simulator VERB…: with ports and database of the platform that runs on COORDINATION_DATA.
simulator() (
  verb=$1
  shift
  source "$root/ops/lib/simulator.sh"
)
