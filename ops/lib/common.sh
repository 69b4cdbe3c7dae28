# Shared by the scripts of ops/: where things are, what is said, what is installed. Sourced, never run.
# The caller has `set -euo pipefail`.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
artifacts="$root/artifacts"
configuration=Release
api_dll="$root/Coordination.Api/bin/$configuration/net10.0/Coordination.Api.dll"
simulator_dll="$root/ops/Simulator/bin/$configuration/net10.0/Coordination.Simulator.dll"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

say() { printf '%s\n' "$*"; }
warn() { printf '%s\n' "$*" >&2; }
die() { warn "$(basename "$0"): $*"; exit 1; }

# A command that fails where nobody handles it ends the script: say where.
set -E
trap 'warn "$(basename "$0"): failed at line $LINENO of ${BASH_SOURCE[0]##*/}"' ERR

is_root() { [ "$(id -u)" -eq 0 ]; }

# need_value OPTION COUNT: an option that takes a value must have one.
need_value() { [ "$2" -ge 2 ] || die "$1: a value is expected"; }

# check_port NAME VALUE
check_port() {
  [[ $2 =~ ^[0-9]{1,5}$ ]] && ((10#$2 >= 1 && 10#$2 <= 65535)) || die "$1: a port from 1 to 65535 is expected, not '$2'"
}

# True when something listens on this port of this machine.
port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# A free port below the range that the system gives to outgoing connections.
free_port() {
  local port
  for _ in {1..50}; do
    port=$((20000 + RANDOM % 12000))
    port_taken "$port" || { printf '%s\n' "$port"; return; }
  done
  die "no free port found between 20000 and 32000"
}

# The status of GET http://127.0.0.1:PORT/PATH, without curl; empty when nothing answers.
http_status() {
  timeout 3 bash -c '
    exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 0
    printf "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n" "$2" >&3
    read -r _ status _ <&3 && printf "%s" "$status"' bash "$1" "$2" 2>/dev/null || true
}

# apt_install PACKAGE…: true once they are installed; false when this user or this system cannot.
apt_updated=
apt_install() {
  is_root && command -v apt-get >/dev/null || return 1
  say "Installing $* with apt"
  if [ -z "$apt_updated" ]; then
    apt-get -qq update >&2 || warn "apt-get update failed, trying with the lists at hand"
    apt_updated=1
  fi
  DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@" >/dev/null
}

need_dotnet() {
  local wanted
  wanted=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$root/global.json" | head -n 1)
  command -v dotnet >/dev/null && (cd "$root" && dotnet --version >/dev/null 2>&1) ||
    die "the .NET SDK $wanted is needed (global.json): https://dotnet.microsoft.com/download/dotnet/10.0, or 'curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --version $wanted'"
  # The portal sorts names as French does: without ICU .NET does not start.
  if ! ldconfig -p 2>/dev/null | grep -q libicuuc && [ -z "$(find /usr/lib /lib -name 'libicuuc.so*' -print -quit 2>/dev/null)" ]; then
    local icu
    icu=$(apt-cache search --names-only '^libicu[0-9]+$' 2>/dev/null | sort -V | tail -n 1 | cut -d ' ' -f 1)
    apt_install "${icu:-libicu72}" || die "the ICU library is needed: apt install ${icu:-libicu72} (as root)"
  fi
}

node_major() { node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/'; }

need_node() {
  local major
  major=$(node_major)
  if [ -z "$major" ] || ! command -v npm >/dev/null; then
    apt_install nodejs npm || die "Node 20 or later with npm is needed for the portal: apt install nodejs npm (as root), or https://nodejs.org/en/download"
    major=$(node_major)
  fi
  [ "${major:-0}" -ge 20 ] || die "Node 20 or later is needed for the portal, this is $(node --version): https://nodejs.org/en/download"
}

# hash_sources PATHSPEC…: a hash of names and contents, of files that git tracks and of new ones that it does not ignore.
hash_sources() {
  (
    cd "$root"
    if command -v git >/dev/null && [ -e .git ]; then
      git -c safe.directory='*' ls-files -z --cached --others --exclude-standard -- "$@"
    else
      # A source archive without git.
      find . -type f \( -path '*/bin/*' -o -path '*/obj/*' -o -path '*/node_modules/*' -o -path '*/wwwroot/*' -o -path './.data/*' -o -path './artifacts/*' \) -prune -o -type f -print0
    # A tracked file that was deleted has no sum, and so changes the whole.
    fi | LC_ALL=C sort -z | { xargs -0 sha256sum 2>/dev/null || true; } | sha256sum | cut -c 1-64
  )
}
