# Builds what changed since the last build: C# and portal each have a stamp of their sources. Sourced after common.sh.

csharp_sources=(Coordination.Api Coordination.Domain Coordination.Projections platform ops/Simulator ':(glob)*.props' global.json .editorconfig
  ':(exclude)Coordination.Api/Portal/src' ':(exclude)Coordination.Api/Portal/public' ':(exclude,glob)**/*.md')
portal_sources=(Coordination.Api/Portal Coordination.Api/schema.graphqls)
portal="$root/Coordination.Api/Portal"

fresh() { [ -f "$artifacts/stamps/$1" ] && [ "$(<"$artifacts/stamps/$1")" = "$2" ]; }
stamp() { mkdir -p "$artifacts/stamps" && printf '%s' "$2" >"$artifacts/stamps/$1"; }

# dotnet_build PROJECT…: quiet, and without build processes that stay behind. Errors only are shown, the whole is in artifacts/.
dotnet_build() {
  local project log
  for project in "$@"; do
    log="$artifacts/build-$(basename "$project" .csproj).log"
    if ! (cd "$root" && dotnet build "$project" -c "$configuration" -v minimal -tl:off -nodeReuse:false -p:UseSharedCompilation=false -p:BuildWeb=false) >"$log" 2>&1; then
      grep -E ': (error|warning) ' "$log" | sort -u | head -n 30 >&2 || true
      warn "Building $project failed, see ${log#"$root"/}"
      return 1
    fi
  done
}

npm_ci() {
  local folder=$1 lock
  lock=$(sha256sum <"$folder/package-lock.json")
  [ -f "$folder/node_modules/.lock.stamp" ] && [ "$(<"$folder/node_modules/.lock.stamp")" = "$lock" ] && return
  (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error >"$artifacts/npm-$(basename "$folder").log" 2>&1) ||
    { tail -n 20 "$artifacts/npm-$(basename "$folder").log" >&2; warn "npm ci failed in ${folder#"$root"/}"; return 1; }
  printf '%s' "$lock" >"$folder/node_modules/.lock.stamp"
  # The same mark as that of the MSBuild target, so that a later `dotnet build` does not install again.
  touch "$folder/node_modules/.ci.stamp"
}

# Into a folder aside: the C# build that runs meanwhile lists wwwroot, and must not see it change.
build_portal() {
  npm_ci "$portal" || return 1
  (cd "$portal" && npm run build --silent -- --outDir "$artifacts/wwwroot" --emptyOutDir) >"$artifacts/portal.log" 2>&1 ||
    { tail -n 30 "$artifacts/portal.log" >&2; warn "Building the portal failed, see artifacts/portal.log"; return 1; }
  touch "$artifacts/wwwroot/.web.stamp"
}

# build_all [PROJECT…]: portal, simulator (and the API that it references), then further projects, if their sources changed.
build_all() {
  local csharp_hash portal_hash='' portal_job='' csharp_due='' failed=''
  mkdir -p "$artifacts"
  exec 8>"$artifacts/build.lock"
  flock -n 8 || { say "Waiting for another build of this folder"; flock 8; }
  csharp_hash=$(hash_sources "${csharp_sources[@]}")
  fresh csharp "$csharp_hash" && [ -f "$api_dll" ] && [ -f "$simulator_dll" ] || csharp_due=1
  if [ -f "$portal/package.json" ]; then
    portal_hash=$(hash_sources "${portal_sources[@]}")
    if ! fresh portal "$portal_hash" || [ ! -f "$root/Coordination.Api/wwwroot/index.html" ]; then
      need_node
      say "Building the portal"
      build_portal 8>&- &
      portal_job=$!
    fi
  fi
  if [ -n "$csharp_due" ] || [ $# -gt 0 ]; then
    need_dotnet
    say "Building C#"
    if [ -n "$csharp_due" ]; then
      dotnet_build ops/Simulator/Coordination.Simulator.csproj 8>&- && stamp csharp "$csharp_hash" || failed=1
    fi
    [ -n "$failed" ] || [ $# -eq 0 ] || dotnet_build "$@" 8>&- || failed=1
  fi
  if [ -n "$portal_job" ]; then
    wait "$portal_job" && rm -rf "$root/Coordination.Api/wwwroot" && mv "$artifacts/wwwroot" "$root/Coordination.Api/wwwroot" &&
      stamp portal "$portal_hash" || failed=1
  fi
  exec 8>&-
  [ -z "$failed" ] || die "the build failed"
}
