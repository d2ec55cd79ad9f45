#!/usr/bin/env bash
# clang-tidy over every source of the rooms. Not over the tests: the test library's macros make each take half a minute.
# usage: scripts/tidy.sh BUILD_FOLDER JOBS
#
# clang-tidy takes seconds a file, so a file that was found clean is not looked at again while it, the project's
# headers that it includes, .clang-tidy and the tool stay the same: build/tidy/ holds an empty file named by the hash of all
# these for each.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export build=$1 clean=build/tidy
mkdir -p "$clean"
export version
version=$(clang-tidy --version)

tidy_one() {
  local file=$1 key out
  # -MM lists the file and the project's headers; -MG: a missing one is clang-tidy's to report.
  key=$({
    cat .clang-tidy "$(dirname "$file")"/.clang-tidy 2>/dev/null
    echo "$version"
    c++ -std=c++20 -MM -MG -Isrc -Itests "$file" | tr -d '\\' | tr ' ' '\n' | grep -E '^(src|tests|bench)/' | sort -u |
      xargs sha256sum
  } | sha256sum | cut -c1-32)
  [ ! -e "$clean/$key" ] || return 0
  if out=$(clang-tidy -p "$build" --quiet --extra-arg=-Wno-unknown-warning-option "$file" 2>&1); then
    touch "$clean/$key"
  else
    printf '%s\n' "$out"
    return 1
  fi
}
export -f tidy_one

# xargs goes on after a failure and fails in the end, so that one run tells of all files.
find src -name '*.cc' -print0 | sort -z | xargs -0 -n 1 -P "$2" bash -c 'tidy_one "$1" || exit 1' tidy
