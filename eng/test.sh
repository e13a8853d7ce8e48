#!/usr/bin/env bash
# Installs what the tests need, builds everything and runs the tests. Ends with "N passed, N failed".
#   (nothing)  the embedded server's own tests, minutes of starting and killing it, only where it differs from main
#   --full     all of them
set -euo pipefail
cd "$(dirname "$0")/.."
. eng/prerequisites.sh

full=false
case "${1:-}" in
  "") ;;
  --full) full=true ;;
  *) echo "usage: $0 [--full]" >&2; exit 2 ;;
esac

# On main itself the commit before counts; without a history nobody can say that nothing changed.
server_changed() {
  local base paths=(src/Tongliao.GreenDev.EmbeddedPostgres tests/Tongliao.GreenDev.EmbeddedPostgres.Tests)
  base=$(git merge-base HEAD origin/main 2>/dev/null || git merge-base HEAD main 2>/dev/null) || return 0
  [ "$base" != "$(git rev-parse HEAD)" ] || base=HEAD~1
  ! git diff --quiet "$base" -- "${paths[@]}" 2>/dev/null || [ -n "$(git status --porcelain -- "${paths[@]}")" ]
}

# The summaries are read below, and both the SDK and the test host translate them.
export DOTNET_CLI_UI_LANGUAGE=en VSLANG=1033

require_dotnet
require_portal_packages
missing=()
command -v chromium-headless-shell >/dev/null || missing+=(chromium-headless-shell)
[ -n "$(fc-list 2>/dev/null | grep "Noto Sans CJK")" ] || missing+=(fonts-noto-cjk)
command -v soffice >/dev/null || missing+=(libreoffice-calc)
compgen -G "/usr/lib*/libreoffice/program/libswlo.so" >/dev/null || missing+=(libreoffice-writer)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
has_nginx || missing+=(nginx)
has_postgres || missing+=(postgresql)
if [ ${#missing[@]} -gt 0 ]; then ensure_packages "${missing[@]}"; fi

dotnet build Tongliao.GreenDev.sln -c Release -v quiet --nologo
# The browser tests drive published output, as in production.
dotnet publish src/Tongliao.GreenDev.Web -c Release -o artifacts/portal -v quiet --nologo

results=artifacts/test-results
# No test takes two minutes on two cores.
hang_limit=4m
rm -rf "$results" && mkdir -p "$results"

# Runs one project. One test that hangs is named and ends the run instead of keeping it.
run() {
  local name=Tongliao.GreenDev.$1 verbosity=$2 status=0
  dotnet test "tests/$name" -c Release --no-build --nologo -v quiet --logger "console;verbosity=$verbosity" \
    --logger "trx;LogFileName=$name.trx" --results-directory "$results" --blame-hang-timeout "$hang_limit" --blame-hang-dump-type none || status=$?
  echo "$status" >"$results/$name.status"
}

# Runs projects one after the other, and shows what each printed when it has ended.
lane() {
  local project
  for project in "$@"; do
    run "$project" minimal >"$results/$project.log" 2>&1
    printf '== %s\n%s\n' "$project" "$(cat "$results/$project.log")"
  done
}

# Two lanes: while one waits for its database, the other reckons. The browser tests have the machine to themselves; they take minutes,
# and each is told when it ends.
others=()
for project in tests/*.Tests; do
  project=${project#*GreenDev.}
  case $project in
    Application.Tests | EndToEnd.Tests) continue ;;
    EmbeddedPostgres.Tests)
      if ! $full && ! server_changed; then
        echo "$project left out: the embedded server is as on main; --full runs them"
        continue
      fi ;;
  esac
  others+=("$project")
done
lane Application.Tests &
lane "${others[@]}"
wait
echo "== EndToEnd.Tests"
run EndToEnd.Tests normal

passed=0 failed=0
for project in Application.Tests "${others[@]}" EndToEnd.Tests; do
  name=Tongliao.GreenDev.$project
  # A run that broke off may have no counts, and grep's failure would end this script before its last line.
  counts=$(grep -oE '<Counters [^>]*' "$results/$name.trx" || true)
  project_passed=$(sed -nE 's/.* passed="([0-9]+)".*/\1/p' <<<"$counts")
  project_failed=$(sed -nE 's/.* failed="([0-9]+)".*/\1/p' <<<"$counts")
  passed=$((passed + ${project_passed:-0}))
  failed=$((failed + ${project_failed:-0}))
  # A run that broke off, or a project that ran nothing, is a failure whatever it counted.
  status=$(cat "$results/$name.status" || echo none)
  if { [ "$status" != 0 ] && [ "${project_failed:-0}" -eq 0 ]; } || [ "${project_passed:-0}" -eq 0 ]; then
    echo "$name ended with status $status and no complete result" >&2
    failed=$((failed + 1))
  fi
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
