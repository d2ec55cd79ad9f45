#!/usr/bin/env bash
# clang-tidy over every source of the rooms. Not over the tests: the test library's macros make each take half a minute.
# usage: scripts/tidy.sh BUILD_FOLDER JOBS
#
# Sources are looked at in the units of cmake/Rooms.cmake, eight at a time, since most of the time goes to the headers
# that they share; those that no unit holds, alone. One check sees only the file that clang-tidy is called with: files
# with something for it to see are given to it one by one.
#
# A unit takes a minute, so one that was found clean is not looked at again while its sources, the project's headers
# that they include, .clang-tidy and the tool stay the same: build/tidy/ holds an empty file named by the hash of all
# these for each.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export build=$1 clean=build/tidy
jobs=$2
mkdir -p "$clean"
export version
version=$(clang-tidy --version)

# Nine tenths of the time went to paths through the longest functions; what the analyzer finds it finds early.
export paths=30000  # of a function, an eighth of the default

# tidy_one FILE [CHECKS]
tidy_one() {
  local file=$1 checks=${2-} includes key out
  # -MM lists the file and the project's headers; -MG: a missing one is clang-tidy's to report.
  includes=$(c++ -std=c++20 -MM -MG -Isrc "$file" | tr -d '\\' | tr ' ' '\n' | sed "s|^$PWD/||" | grep '^src/' | sort -u)
  key=$({
    echo "$version" "$file" "$checks" "$paths"
    cat .clang-tidy
    # shellcheck disable=SC2086
    sha256sum $includes
  } | sha256sum | cut -c1-32)
  [ ! -e "$clean/$key" ] || return 0
  if out=$(clang-tidy -p "$build" --quiet --extra-arg=-Wno-unknown-warning-option \
      --extra-arg=-Wno-unused-command-line-argument ${checks:+"--checks=$checks"} \
    --extra-arg=-Xclang --extra-arg=-analyzer-config --extra-arg=-Xclang --extra-arg="max-nodes=$paths" "$file" 2>&1)
  then
    touch "$clean/$key"
  else
    printf '%s\n' "$out"
    return 1
  fi
}
export -f tidy_one

# The units that the build knows: of earlier configurations others may be left.
units=$(grep -o '"file": ".*/UnifiedSource_[^"]*"' "$build/compile_commands.json" | cut -d '"' -f 4 | sort -u)
[ -n "$units" ] || { echo "tidy.sh: $build knows no units; configure it first" >&2; exit 1; }
{
  for unit in $units; do printf '%s\0\0' "$unit"; done
  # shellcheck disable=SC2086
  comm -23 <(find src -name '*.cc' | sort) <(sed -n "s|^#include \"$PWD/\([^\"]*\)\".*|\1|p" $units | sort) |
    while read -r file; do printf '%s\0\0' "$file"; done
  grep -rlE --include='*.cc' '^ *using [A-Za-z_0-9:]+;' src | sort |
    while read -r file; do printf '%s\0%s\0' "$file" '-*,misc-unused-using-decls'; done
  # xargs goes on after a failure and fails in the end, so that one run tells of all files.
} | xargs -0 -n 2 -P "$jobs" bash -c 'tidy_one "$1" "$2" || exit 1' tidy
