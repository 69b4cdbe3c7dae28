# Runs a verb of the simulator's built binary for the platform of the data folder. Sourced after common.sh, with the verb set.

data=${COORDINATION_DATA:-$root/.data}
case $data in /*) ;; *) data=$PWD/$data ;; esac
export COORDINATION_DATA=$data

# Ports and database of the run that uses this folder; what the environment says already stays.
if [ -r "$data/run.env" ]; then
  while IFS='=' read -r name value; do
    [ -n "${!name:-}" ] || export "$name=$value"
  done <"$data/run.env"
fi
export ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Development}

if [ ! -f "$simulator_dll" ]; then
  source "$root/ops/lib/build.sh"
  need_dotnet
  warn "Building the simulator"
  mkdir -p "$artifacts"
  dotnet_build ops/Simulator/Coordination.Simulator.csproj || exit 1
fi
exec dotnet "$simulator_dll" "$verb" "$@"
