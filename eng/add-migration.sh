#!/usr/bin/env bash
# Writes an EF migration for the changes of the model: ./eng/add-migration.sh AddSomething
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -eq 1 ] || { echo "usage: $0 NAME" >&2; exit 2; }
dotnet run --project eng/Migrations -- "$1" "$PWD/src/Tongliao.GreenDev.Application"
