#!/usr/bin/env bash
# How fast the server answers: wrk, a second process, asks over loopback with 32 connections. Bounded in time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/packages.sh

usage() {
  cat <<'TEXT'
usage: bench/api.sh LEDGER [SECONDS]

Starts build/release/qanat serve on LEDGER and measures each read for SECONDS (2) with 32 connections. "asked again": the
same question over and over, as a board that many look at. "asked first": every question another one (channels, articles,
days, words of the ledger's own headlines), so that nothing is kept. Milliseconds.
TEXT
}

[ $# -ge 1 ] && [ $# -le 2 ] && [ -f "$1" ] || { usage >&2; exit 2; }
ledger=$1
seconds=${2:-2}
qanat=build/release/qanat
[ -x "$qanat" ] || fail "build first: cmake --preset release && cmake --build --preset release --target qanat"
need wrk curl python3

work=$(mktemp -d)
"$qanat" serve --ledger "$ledger" --port 0 >"$work/out" &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 100); do
  base=$(sed -n 's/^qanat: \(http.*\)\/$/\1/p' "$work/out")
  [ -z "$base" ] || break
  sleep 0.1
done
[ -n "${base:-}" ] || fail "the server did not start"

python3 bench/api_questions.py "$base" "$work"
printf '%-24s %10s %10s %12s   %s\n' read p50 p99 "answers/s" ""
for file in "$work"/again-*.txt "$work"/first-*.txt; do
  name=$(basename "$file" .txt)
  name=${name#*-}
  kind="asked again"
  [[ $(basename "$file") == first-* ]] && kind="asked first"
  QANAT_QUESTIONS=$file wrk -t1 -c32 -d"${seconds}s" -s bench/api.lua "$base" |
    awk -v name="$name" -v kind="$kind" '/^figures/ { printf "%-24s %10.2f %10.2f %12.0f   %s\n", name, $2, $3, $4, kind;
      if ($5 > 0) { printf "%s: %d answers were no answers\n", name, $5 > "/dev/stderr"; exit 1 } }'
done
