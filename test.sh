#!/usr/bin/env bash
# Everything that must hold before a change goes in.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source scripts/packages.sh

usage() {
  cat <<'TEXT'
usage: ./test.sh [--quick] [STEP...]

Steps, in this order; without STEP all of them, with --quick the first two:
  format      sources are as clang-format would write them
  tests       release build, every test
  board       the board's types and units, and every view in Chromium against the real server; pictures in build/screens/
  tidy        clang-tidy finds nothing; files are looked at again only when they or what they include changed
  sanitizers  the same tests under the address and undefined behaviour sanitizers

On Debian 12 it installs the packages that are missing (as root, or with sudo).
TEXT
}

steps=()
for argument in "$@"; do
  case $argument in
    -h | --help) usage; exit 0 ;;
    --quick) steps+=(format tests) ;;
    format | tests | board | tidy | sanitizers) steps+=("$argument") ;;
    *) usage >&2; exit 2 ;;
  esac
done
[ ${#steps[@]} -gt 0 ] || steps=(format tests board tidy sanitizers)
wants() { [[ " ${steps[*]} " == *" $1 "* ]]; }

need $packages_build $packages_check
jobs=$(nproc)

build_and_test() {
  configure "$1"
  cmake --build --preset "$1" --parallel "$jobs"
  ctest --preset "$1" --parallel "$jobs"
}

if wants format; then
  say "format"
  scripts/format.sh --check
fi
if wants tests; then
  say "release build and tests"
  build_and_test release
fi
if wants board; then
  say "the board"
  need_node
  need $packages_browser
  configure release -DQANAT_BOARD=ON
  cmake --build --preset release --parallel "$jobs" --target qanat
  (cd web && npm run --silent check && npm run --silent test && npm run --silent browser)
fi
if wants tidy; then
  say "clang-tidy"
  configure release
  scripts/tidy.sh build/release "$jobs"
fi
if wants sanitizers; then
  say "sanitizer build and tests"
  build_and_test sanitizers
fi
