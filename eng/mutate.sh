#!/usr/bin/env bash
# Changes the domain's code in hundreds of ways and reports which of them no test notices, as artifacts/mutation/reports.
#   ./eng/mutate.sh                        all of Domain
#   ./eng/mutate.sh -m '**/Rating/*.cs'    a part of it; other arguments of dotnet stryker likewise
# The last score, and why those that are left are left: docs/testing.md.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_UI_LANGUAGE=en

# The tests' project takes xunit's runner on the Microsoft Testing Platform while this is set (see there); through the
# usual one a mutant took longer.
export Mutating=true

dotnet tool restore
output=$PWD/artifacts/mutation
cd tests/Tongliao.GreenDev.Domain.Tests
exec nice dotnet stryker --output "$output" "$@"
