#!/usr/bin/env bash
# Builds and starts the portal on http://127.0.0.1:5080 : ./eng/run.sh [--empty]
#   (nothing)  labelled demo data for all nine regions, 2024Q1–2025Q4
#   --empty    the plan only; the administrator's one-time password is printed
# Settings: GREENDEV_DATA (data folder, default .data/), ASPNETCORE_URLS, ConnectionStrings__GreenDev.
set -euo pipefail
cd "$(dirname "$0")/.."
. eng/prerequisites.sh

with_demo=true
case "${1:-}" in
  "") ;;
  --empty) with_demo=false ;;
  *) echo "usage: $0 [--empty]" >&2; exit 2 ;;
esac

require_dotnet
require_portal_packages

data=${GREENDEV_DATA:-$PWD/.data}
if ! $with_demo && [ -f "$data/demo" ]; then
  data=$data/empty
  say "默认数据目录中是演示数据，空库改用 $data"
fi
export GREENDEV_DATA=$data

say "正在编译……"
dotnet publish src/Tongliao.GreenDev.Web -c Release -o artifacts/portal -v quiet --nologo >&2
portal=(dotnet artifacts/portal/Tongliao.GreenDev.Web.dll)

if $with_demo; then
  "${portal[@]}" seed-demo
  mkdir -p "$data" && touch "$data/demo"
fi

exec "${portal[@]}"
