#!/usr/bin/env bash
# Fuzzes each target for so many seconds: scripts/fuzz.sh [SECONDS [TARGET...]]
# Ends at the first finding, which it leaves in build/fuzz/findings; put it into fuzz/corpus/TARGET once it is mended.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/packages.sh

seconds=${1:-60}
[ $# -eq 0 ] || shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(html warc jsonl syndication charset)

# shellcheck disable=SC2086  # a list of packages
need $packages_build $packages_fuzz
configure fuzz
for target in "${targets[@]}"; do
  say "building fuzz_$target"
  cmake --build --preset fuzz --target "fuzz_$target"
done
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=1:allocator_may_return_null=0}
export UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1}
mkdir -p build/fuzz/findings
for target in "${targets[@]}"; do
  say "fuzzing $target for $seconds s"
  mkdir -p "build/fuzz/grown/$target"
  dictionary=()
  [ ! -f "fuzz/$target.dict" ] || dictionary=("-dict=fuzz/$target.dict")
  "build/fuzz/fuzz/fuzz_$target" -max_total_time="$seconds" -max_len=32768 -timeout=10 -rss_limit_mb=2048 \
    -print_final_stats=1 "${dictionary[@]}" -artifact_prefix="build/fuzz/findings/$target-" \
    "build/fuzz/grown/$target" "fuzz/corpus/$target"
done
say "nothing found"
