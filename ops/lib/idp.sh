# The demo's identity providers (ops/idp): started on a free port, kept alive, stopped by their own id. Sourced after common.sh and build.sh.

idp=

# start_idp DATA HTTP_PORT: starts them and sets COORDINATION_IDP_* and COORDINATION_OIDC__* for the API and the tools.
start_idp() {
  local data=$1 http_port=$2 port log="$1/logs/idp.log"
  need_node
  npm_ci "$root/ops/idp" || die "the demo's identity providers cannot be installed"
  [ -s "$data/secrets/idp-secret" ] || (umask 077 && head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$data/secrets/idp-secret")
  port=$(free_port)
  export COORDINATION_IDP_SECRET COORDINATION_IDP_URL=http://127.0.0.1:$port
  COORDINATION_IDP_SECRET=$(<"$data/secrets/idp-secret")
  say "Starting the demo's identity providers"
  : >"$log"
  (
    node=
    trap '[ -z "$node" ] || kill "$node" 2>/dev/null; exit 0' TERM
    trap '' INT
    while true; do
      node "$root/ops/idp/server.mjs" --port "$port" --keys "$data/secrets/idp-keys.json" --portal "http://127.0.0.1:$http_port" --portal "http://localhost:$http_port" >>"$log" 2>&1 &
      node=$!
      wait "$node" || true
      sleep 1 & wait $!
    done
  ) 9>&- </dev/null &
  idp=$!
  for _ in {1..150}; do
    [ "$(http_status "$port" /structure/.well-known/openid-configuration)" = 200 ] && break
    sleep 0.1
  done
  [ "$(http_status "$port" /structure/.well-known/openid-configuration)" = 200 ] || { tail -n 10 "$log" >&2; die "the demo's identity providers do not start, see $log"; }
  export COORDINATION_OIDC__0__NAME=psc COORDINATION_OIDC__0__CONVENTION=ProSanteConnect COORDINATION_OIDC__0__ISSUER=$COORDINATION_IDP_URL/psc
  export COORDINATION_OIDC__1__NAME=structure COORDINATION_OIDC__1__CONVENTION=Keycloak COORDINATION_OIDC__1__ISSUER=$COORDINATION_IDP_URL/structure
  local n
  for n in 0 1; do export "COORDINATION_OIDC__${n}__CLIENT_ID=coordination-portal" "COORDINATION_OIDC__${n}__CLIENT_SECRET=$COORDINATION_IDP_SECRET"; done
}

stop_idp() {
  [ -n "$idp" ] || return 0
  kill -TERM "$idp" 2>/dev/null && wait "$idp" 2>/dev/null || true
  idp=
}
