#!/usr/bin/env bash
# Follows docs/install-debian.md and docs/upgrade.md word for word: makes a clean Debian 12, boots it as a container of its
# own, runs every command of the pages as it stands there, and looks at the result. Needs root, debootstrap,
# systemd-container, socat and "./mvnw -DskipTests package"; takes some minutes and leaves the folder, so that the next run
# need not make Debian again.
#
#   server-config/systemd/try-install.sh wildfly|payara SERVER-ZIP FOLDER
#
# The container has a network of its own, on which it reaches Debian's mirror and nothing else.
set -euo pipefail

server=$1 zip=$(realpath "$2") folder=$(realpath -m "$3")
checkout=$(cd "$(dirname "$0")/../.." && pwd)
site=music.school.example
outside=10.77.0.1 inside=10.77.0.2
machine=$folder/machine files=$folder/machine/srv/musicmuse ca=$folder/ca
unit=musicmuse-$server
# The mirror that this machine gets Debian from.
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Codename: bookworm' 'Created-By: Packages' | head -1)
mirror_host=$(sed -E 's|^[a-z+]+://([^/:]+).*|\1|' <<<"$mirror")
case $server in
  wildfly) name=wildfly-39.0.1.Final.zip ;;
  payara) name=payara-6.2025.10.zip ;;
  *) exit 2 ;;
esac

# --- a clean Debian -------------------------------------------------------------------------------------------------------

clean_debian() {
  mkdir -p "$folder"
  if [ ! -e "$folder/debian.done" ]; then
    rm -rf "$folder/debian"
    debootstrap --variant=minbase --include=systemd-sysv,dbus,ca-certificates,iproute2 bookworm "$folder/debian" \
      "$mirror" >"$folder/debootstrap.log"
    touch "$folder/debian.done"
  fi
  rm -rf "$machine"
  cp -a "$folder/debian" "$machine"
  apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
    grep bookworm | sort -u >"$machine/etc/apt/sources.list"
  # How this machine reaches its mirror is this machine's matter.
  cp -a /etc/apt/apt.conf.d/. "$machine/etc/apt/apt.conf.d"
  printf '127.0.0.1 localhost debian logs.school.example\n%s %s\n' "$outside" "$mirror_host" >"$machine/etc/hosts"
  echo debian >"$machine/etc/hostname"
}

# Stands in for a public authority.
certificate() { # FILE NAME
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$2" -addext "subjectAltName=DNS:$2" \
    -keyout "$ca/$1.key" -out "$ca/$1.csr" 2>/dev/null
  openssl x509 -req -in "$ca/$1.csr" -CA "$ca/ca.pem" -CAkey "$ca/ca.key" -CAcreateserial -copy_extensions copy \
    -days 90 -out "$ca/$1.pem" 2>/dev/null
}

what_you_bring() {
  mkdir -p "$files" "$ca"
  chmod 700 "$files"
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 90 -subj "/CN=Test authority" \
    -keyout "$ca/ca.key" -out "$ca/ca.pem" 2>/dev/null
  certificate site "$site"
  certificate log debian
  certificate collector logs.school.example
  cp "$zip" "$files/$name"
  cp "$checkout/ear/target/musicmuse.ear" "$checkout/server-config/$server/target/musicmuse-$server.zip" "$files"
  cat "$ca/site.pem" "$ca/ca.pem" >"$files/fullchain.pem"
  cp "$ca/site.key" "$files/privkey.pem"
  cp "$ca/ca.pem" "$machine/usr/local/share/ca-certificates/test-authority.crt"
  cp "$ca/ca.pem" "$files/log-ca.pem"
  cp "$ca/log.pem" "$ca/log.key" "$files"
}

# --- the container --------------------------------------------------------------------------------------------------------

boot() {
  # A private view of the machine's control groups, in the form that Debian's systemd expects, wherever this runs.
  unshare --mount --propagation private bash -c '
    if [ "$(stat -fc %T /sys/fs/cgroup)" != cgroup2fs ]; then
      umount -R /sys/fs/cgroup
      mount -t cgroup2 none /sys/fs/cgroup
    fi
    mkdir -p /sys/fs/cgroup/musicmuse-try-install
    echo $$ >/sys/fs/cgroup/musicmuse-try-install/cgroup.procs
    exec systemd-nspawn --quiet --boot --directory "$1" --machine mm-try --network-veth --register=no --keep-unit \
      --console=pipe --resolv-conf=off --timezone=off' - "$machine" </dev/null >"$folder/console.log" 2>&1 &
  nspawn=$!
  trap shut_down EXIT
  await_boot
  socat "TCP-LISTEN:80,bind=$outside,reuseaddr,fork" "TCP:$mirror_host:80" &
  relay=$!
}

await_boot() {
  timeout 60 bash -c 'until ip link show ve-mm-try >/dev/null 2>&1; do sleep 0.2; done'
  ip address replace "$outside/24" dev ve-mm-try
  ip link set ve-mm-try up
  for _ in $(seq 60); do
    leader=$(pgrep --parent "$nspawn" | head -1)
    if [ -n "$leader" ] && in_machine 'systemctl is-system-running --wait' >/dev/null 2>&1; then
      break
    fi
    sleep 1
  done
  in_machine "ip address replace $inside/24 dev host0 && ip link set host0 up"
}

shut_down() {
  kill "${relay:-$nspawn}" 2>/dev/null || true
  kill "$nspawn" 2>/dev/null || true
  wait "$nspawn" 2>/dev/null || true
  rmdir /sys/fs/cgroup/musicmuse-try-install/* /sys/fs/cgroup/musicmuse-try-install 2>/dev/null || true
}

in_machine() { # COMMANDS, as root there
  nsenter --target "$leader" --all --wdns=/ env -i HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin bash -euo pipefail -c "$1"
}

# --- the page -------------------------------------------------------------------------------------------------------------

block() { # PAGE NAME
  sed -n "/^\`\`\`sh $2\$/,/^\`\`\`\$/{/^\`\`\`/d;p}" "$checkout/docs/$1"
}

password() { # NAME in the environment file
  sed -n "s/^$1=//p" "$machine/etc/musicmuse/musicmuse.env"
}

# What is typed at the prompts of a command.
typed() { # NAME of the block
  if [ "$1" = database ]; then
    local owner application
    owner=$(password MUSICMUSE_DB_OWNER_PASSWORD) application=$(password MUSICMUSE_DB_PASSWORD)
    printf '%s\n' "$owner" "$owner" "$application" "$application"
  fi
}

follow() { # PAGE, and of its blocks those that fit the PATTERN
  local name
  for name in $(sed -n 's/^```sh //p' "$checkout/docs/$1" | grep -xE "$2"); do
    case $name in
      settings) continue ;;
      wildfly-* | payara-*) [ "${name%%-*}" = "$server" ] || continue ;;
    esac
    echo "== $1: $name"
    typed "$name" | in_machine "$(block "$1" settings | sed "s/^SERVER=wildfly/SERVER=$server/")
$(block "$1" "$name")" >"$folder/$name.log" 2>&1 || fail "block $name: $(tail -5 "$folder/$name.log")"
  done
}

# --- what must be so afterwards -------------------------------------------------------------------------------------------

failures=0
fail() {
  echo "FAILED: $*" >&2
  exit 1
}
check() { # WHAT COMMAND...
  local what=$1
  shift
  if "$@" >"$folder/check.log" 2>&1; then
    echo "ok      $what"
  else
    echo "FAILED  $what: $(tail -3 "$folder/check.log")"
    failures=$((failures + 1))
  fi
}
inside() { in_machine "$1"; }
outside() {
  curl --silent --show-error --max-time 20 --cacert "$ca/ca.pem" --resolve "$site:443:$inside" --resolve "$site:80:$inside" "$@"
}
shows() { # TEXT CURL-ARGUMENTS...
  local text=$1
  shift
  outside --include "$@" | tr -d '\r' | grep -iE "$text"
}
await_ready() {
  in_machine 'for i in $(seq 120); do curl -sf http://127.0.0.1:9990/health/ready && exit; sleep 1; done; exit 1'
}
await_page() {
  local i
  for i in $(seq 60); do
    outside --fail --output /dev/null "https://$site/" && return
    sleep 1
  done
  return 1
}
mode() { # FILE MODE OWNER
  in_machine "[ \"\$(stat -c '%a %U:%G' $1)\" = '$2 $3' ] || { stat -c '%n %a %U:%G' $1; exit 1; }"
}

check_site() {
  check "a page over HTTPS" shows '^HTTP/[0-9.]+ 200' "https://$site/"
  check "HSTS" shows '^strict-transport-security: max-age=63072000; includeSubDomains' "https://$site/"
  check "HTTP leads to HTTPS" shows "^location: https://$site/signin.xhtml" "http://$site/signin.xhtml"
  check "ready, on loopback" inside 'curl -sf http://127.0.0.1:9990/health/ready | grep UP'
  check "one setup link" inside "grep -c 'MUSICMUSE-SETUP.*https://$site/' /var/log/musicmuse/server.log"
  check "nothing wrong in the settings" inside '! grep MUSICMUSE-CONFIG /var/log/musicmuse/server.log'
}

check_strangers() {
  local port
  for port in 22 4848 5432 8080 9990 19532; do
    check "port $port is closed to the network" bash -c "! timeout 3 bash -c '</dev/tcp/$inside/$port' 2>/dev/null"
  done
  check "management and database listen on loopback only" inside \
    "! ss -Hltn | awk '{print \$4}' | grep -vE '^(127\\.|\\[::1\\]|\\[::ffff:127|(0.0.0.0|\\*|\\[::\\]):(80|443|19532)\$)'"
  if [ "$server" = wildfly ]; then
    check "WildFly has no management users" inside \
      "! grep -h '^[^#]' /opt/wildfly/standalone/configuration/mgmt-users.properties"
    check "its management asks who one is" inside \
      '[ "$(curl -so /dev/null -w "%{http_code}" http://127.0.0.1:9990/management)" = 401 ]'
  else
    check "Payara's admin needs the password" inside \
      '[ "$(curl -so /dev/null -w "%{http_code}" -u admin: http://127.0.0.1:4848/management/domain)" = 401 ]'
  fi
  check "MusicMuse can begin nothing that is not on its list" inside \
    "curl --silent http://$mirror_host/ >/dev/null; ! runuser -u musicmuse -- curl --silent --max-time 5 http://$mirror_host/"
}

check_files() {
  check "settings" mode /etc/musicmuse/musicmuse.env 640 root:musicmuse
  check "certificate" mode /etc/musicmuse/musicmuse.p12 640 root:musicmuse
  check "keys" mode /var/lib/musicmuse/musicmuse.keys 600 musicmuse:musicmuse
  check "data folder" mode /var/lib/musicmuse 750 musicmuse:musicmuse
  check "log folder" mode /var/log/musicmuse 2750 musicmuse:adm
  check "log" mode /var/log/musicmuse/server.log 640 musicmuse:adm
  check "others read neither logs nor settings" inside \
    'for f in /var/log/musicmuse/server.log /etc/musicmuse/musicmuse.env /etc/musicmuse/musicmuse.p12 \
      /opt/*/standalone/configuration /opt/*/glassfish/domains/domain1/config; do
      if [ -e "$f" ] && runuser -u nobody -- ls "$f"; then exit 1; fi
    done'
  check "the server's programs are not its own" inside \
    "! runuser -u musicmuse -- find -L /opt/$server \\( -path '*/standalone' -o -path '*/domain1' \\) -prune -o \
      -type f -writable -print | grep ."
  check "a log of 91 days goes, one of 89 stays" inside 'cd /var/log/musicmuse
    touch -d "91 days ago" server.log.old; touch -d "89 days ago" server.log.young
    systemd-tmpfiles --clean; [ ! -e server.log.old ]; [ -e server.log.young ]; rm server.log.young'
  check "the log is in the journal too" inside "journalctl -u $unit | grep -c MUSICMUSE-SETUP"
  check "no password is in a log" inside "journalctl -u $unit >/tmp/journal
    sed -n 's/^MUSICMUSE_.*PASSWORD=//p' /etc/musicmuse/musicmuse.env >/tmp/passwords
    [ \$(wc -l </tmp/passwords) = 3 ]; ! grep -F -f /tmp/passwords /tmp/journal /var/log/musicmuse/*"
  check "updates come by themselves" inside 'apt-config dump APT::Periodic::Unattended-Upgrade | grep 1'
}

check_shipping() {
  in_machine "mkdir -p /tmp/collector; cp /srv/musicmuse/collector.* /tmp/collector
    chown -R systemd-journal-remote /tmp/collector
    systemd-run --quiet --unit collector /lib/systemd/systemd-journal-remote --listen-https=19532 --split-mode=none \
      --key=/tmp/collector/collector.key --cert=/tmp/collector/collector.pem \
      --output=/tmp/collector/all.journal; sleep 2; systemctl restart systemd-journal-upload"
  check "the journal goes to another machine" inside \
    "for i in \$(seq 60); do
      journalctl --file /tmp/collector/all.journal -u $unit 2>/dev/null | grep MUSICMUSE-SETUP && exit
      sleep 1
    done; exit 1"
  in_machine 'systemctl stop systemd-journal-upload collector'
}

check_unit() {
  check "systemd-analyze verify" inside "! systemd-analyze verify /etc/systemd/system/$unit.service 2>&1 | grep $unit"
  in_machine "systemd-analyze security --no-pager $unit | tail -1"
  check "security exposure at most 3.0" inside "systemd-analyze security --threshold=30 --no-pager $unit"
  local before after
  # A clean Debian has no pgrep.
  local javas="find /proc -maxdepth 2 -path '*/exe' -lname '*/java' -user musicmuse | cut -d/ -f3 | sort -n"
  before=$(in_machine "systemctl show -p MainPID --value $unit")
  in_machine "kill -KILL \$($javas)"
  sleep 8
  check "starts again after a kill" await_ready
  after=$(in_machine "systemctl show -p MainPID --value $unit")
  check "out of memory is an end" inside "grep -qz ExitOnOutOfMemoryError /proc/\$($javas | tail -1)/cmdline"
  check "as another process" [ "$before" != "$after" ]
  check "a page over HTTPS after the kill" await_page
  check "stop" inside "systemctl stop $unit"
  check "stopped in good order" inside "[ \"\$(systemctl is-failed $unit)\" = inactive ]"
  check "stop leaves nothing" inside '[ -z "$(find /proc -maxdepth 1 -user musicmuse)" ]'
  in_machine 'systemctl poweroff'
  wait "$nspawn" || true
  kill "$relay"
  boot
  check "starts with the machine" await_ready
  check "a page over HTTPS after the restart" await_page
  check "the firewall is up" inside 'nft list chain inet musicmuse begun_by_musicmuse'
  check "the journal outlived the restart" inside "journalctl --boot=-1 -u $unit | grep -c MUSICMUSE-SETUP"
}

# The same version once more in the place of a newer one.
check_update() {
  in_machine 'runuser -u postgres -- psql -q musicmuse -c "create table public.before_update ()"'
  follow upgrade.md '(wildfly|payara)-close|keep|kit|(wildfly|payara)-update'
  check "a page over HTTPS after an update" await_page
  in_machine 'runuser -u postgres -- psql -q musicmuse -c "create table public.after_update ()"'
  follow upgrade.md '(wildfly|payara)-back'
  check "a page over HTTPS after the way back" await_page
  check "the database is as it was before the update" inside \
    "runuser -u postgres -- psql -At musicmuse -c '\\dt public.*' >/tmp/tables
    grep before_update /tmp/tables; ! grep after_update /tmp/tables"
}

clean_debian
what_you_bring
cp "$ca"/collector.* "$files"
boot
in_machine update-ca-certificates >/dev/null
follow install-debian.md '.*'
check_site
check_strangers
check_files
check_shipping
check_unit
check_update
echo "$failures failures"
[ "$failures" = 0 ]
