#!/usr/bin/env bash
# Formats every source; with --check only says which are not formatted, and fails if there are any.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mode=(-i)
if [ "${1-}" = --check ]; then mode=(--dry-run --Werror); fi
folders=(src tests)
if [ -d bench ]; then folders+=(bench); fi
find "${folders[@]}" \( -name '*.cc' -o -name '*.h' \) -print0 | sort -z | xargs -0 clang-format "${mode[@]}"
