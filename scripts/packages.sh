# Which Debian packages Qanat needs, and how to get those that are missing. Sourced by run.sh and test.sh.
# The only list of packages in this repository; README.md says what each is for.

packages_build="g++ cmake ninja-build pkg-config libicu-dev zlib1g-dev libzstd-dev libxxhash-dev libsimdjson-dev
  libxml2-dev libcurl4-openssl-dev nlohmann-json3-dev libsqlite3-dev libcli11-dev libboost-dev"
packages_node="nodejs npm"  # Node.js 18; wanted only where need_node does not find one
packages_browser="chromium fonts-noto-core"
packages_check="libgtest-dev libbenchmark-dev clang-format clang-tidy"
packages_fuzz="clang libclang-rt-dev"

say() { printf '== %s\n' "$*"; }
fail() { printf 'qanat: %s\n' "$*" >&2; exit 1; }

is_installed() {
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# need PACKAGE...: installs those that are missing, and says so; ends the script with one message where it may not.
need() {
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "not a Debian system: what these packages hold must be there already: $*"
    return 0
  fi
  local missing=() package as_root=()
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  local by_hand="apt-get update && apt-get install --no-install-recommends ${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    # Without a terminal nobody can type a password.
    if command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
      as_root=(sudo)
    else
      fail "packages are missing, and installing them wants root: $by_hand"
    fi
  fi
  say "installing ${missing[*]}"
  local options=(-qq -o DPkg::Lock::Timeout=300 -o APT::Update::Error-Mode=any)
  local log
  log=$(mktemp)
  # Package lists may be fresh enough already, and a machine may have packages but no network: so install first.
  if ! apt_install >"$log" 2>&1; then
    if ! { "${as_root[@]}" apt-get "${options[@]}" update && apt_install; } >"$log" 2>&1; then
      tail -n 5 "$log" >&2
      rm -f "$log"
      fail "apt could not install what is missing; is there a network? To try by hand: $by_hand"
    fi
  fi
  rm -f "$log"
}

# need_node: Node.js 18 or later and npm, from wherever; installs Debian's only where there are none.
need_node() {
  local version
  if command -v node >/dev/null && command -v npm >/dev/null; then
    version=$(node --version)
    version=${version#v}
    if [ "${version%%.*}" -ge 18 ]; then return 0; fi
    fail "node is ${version}, and the board needs 18 or later; put a newer one first in PATH"
  fi
  need $packages_node
}

# Private to need(), whose variables it uses.
apt_install() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get "${options[@]}" install -y --no-install-recommends \
    "${missing[@]}"
}

# configure PRESET [-DNAME=VALUE...]: with ccache where there is one. What was never built is built in units of several
# files, in half of the time; a folder that is there keeps what it was configured for.
configure() {
  local preset=$1
  shift
  local more=()
  if command -v ccache >/dev/null; then more+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache); fi
  if [ ! -e "build/$preset/CMakeCache.txt" ]; then more+=(-DQANAT_UNITY=ON); fi
  cmake --preset "$preset" --log-level=WARNING "${more[@]}" "$@"
}
