#!/usr/bin/env bash
# From a fresh clone to a ledger, in one command.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source scripts/packages.sh

usage() {
  cat <<'TEXT'
usage: ./run.sh [--serve] [PATH...]

Builds qanat, reads pages into a ledger and shows what it holds: the channels, what contradicts what, and one channel
with the sentences that it stands on. Without PATH it reads samples/ into a new ledger, build/samples.qanat. With files
or folders (text, JSONL; gzip and zstd too) it adds them to build/ledger.qanat.

  --serve  builds the board too and opens the ledger to a browser: http://127.0.0.1:8017/; Ctrl-C ends it

On Debian 12 it installs the packages that are missing (as root, or with sudo).
TEXT
}

paths=()
serve=no
for argument in "$@"; do
  case $argument in
    -h | --help) usage; exit 0 ;;
    --serve) serve=yes ;;
    -*) usage >&2; exit 2 ;;
    # Relative to where the user stands, not to this folder.
    /*) paths+=("$argument") ;;
    *) paths+=("$OLDPWD/$argument") ;;
  esac
done
ledger=build/ledger.qanat
if [ ${#paths[@]} -eq 0 ]; then
  paths=(samples)
  ledger=build/samples.qanat
  rm -f "$ledger" "$ledger-wal" "$ledger-shm"
fi

need $packages_build
board=()
if [ $serve = yes ]; then
  need_node
  board=(-DQANAT_BOARD=ON)
fi
say "building (build/release/qanat)"
configure release -DQANAT_TESTS=OFF -DQANAT_BENCH=OFF "${board[@]}"
cmake --build --preset release --target qanat

qanat=build/release/qanat
say "qanat ingest ${paths[*]} --ledger $ledger"
# 1: some input gave nothing, which the ingest has told; what else was read is in.
"$qanat" ingest "${paths[@]}" --ledger "$ledger" || [ $? -eq 1 ]
if [ $serve = yes ]; then
  say "qanat serve --ledger $ledger"
  exec "$qanat" serve --ledger "$ledger"
fi
say "qanat channels --ledger $ledger"
"$qanat" channels --ledger "$ledger"
say "qanat conflicts --ledger $ledger"
"$qanat" conflicts --ledger "$ledger"

# The channel of the first conflict is worth a look; where nothing conflicts, the first channel.
first_id() { sed -n "s/.*\"$1\": *\"\([0-9a-f]\{12\}\)\".*/\1/p" | head -n 1; }
id=$("$qanat" conflicts --json --ledger "$ledger" | first_id channel_id || true)
if [ -z "$id" ]; then id=$("$qanat" channels --json --ledger "$ledger" | first_id id || true); fi
if [ -n "$id" ]; then
  say "qanat channel $id --ledger $ledger"
  "$qanat" channel "$id" --ledger "$ledger"
fi
say "more: $qanat --help"
