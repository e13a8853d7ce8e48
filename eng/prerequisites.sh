# Sourced by run.sh and test.sh: makes sure that what the portal needs is on this machine.
# On Debian and its kin, as root or with password-less sudo, it installs; otherwise it prints the exact command.

say() { printf '%s\n' "$*" >&2; }

# ensure_packages PACKAGE... : installs Debian packages, or says how and ends.
ensure_packages() {
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as_root=(sudo -n); else as_root=(none); fi
  fi
  if ! command -v apt-get >/dev/null; then
    say "缺少：$*。请用本机的包管理器安装后重试（Debian：apt-get install -y $*；macOS：brew install postgresql node）。"
    exit 1
  fi
  if [ "${as_root[0]:-}" = none ]; then
    say "缺少：$*。请先执行：sudo apt-get update && sudo apt-get install -y $*"
    exit 1
  fi
  say "正在安装：$*"
  # A fresh image has no package lists; an install without them fails at once.
  "${as_root[@]}" apt-get update -qq >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}

has_postgres() {
  command -v initdb >/dev/null && return 0
  local bin
  if command -v pg_config >/dev/null && [ -x "$(pg_config --bindir)/initdb" ]; then return 0; fi
  for bin in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin; do
    [ -x "$bin/initdb" ] && return 0
  done
  return 1
}

# Debian keeps it in /usr/sbin, which not every user's PATH has.
has_nginx() { command -v nginx >/dev/null || [ -x /usr/sbin/nginx ]; }

require_dotnet() {
  if ! command -v dotnet >/dev/null || ! dotnet --list-sdks | grep -q '^10\.'; then
    say "缺少 .NET 10 SDK。请先安装（https://dotnet.microsoft.com/download/dotnet/10.0），再执行本脚本。"
    exit 1
  fi
}

# PostgreSQL server binaries unless a server of one's own is named, and Node.js with npm for the chart library.
require_portal_packages() {
  local missing=()
  if [ -z "${ConnectionStrings__GreenDev:-}" ] && ! has_postgres; then missing+=(postgresql); fi
  command -v node >/dev/null || missing+=(nodejs)
  command -v npm >/dev/null || missing+=(npm)
  if [ ${#missing[@]} -gt 0 ]; then ensure_packages "${missing[@]}"; fi
}
