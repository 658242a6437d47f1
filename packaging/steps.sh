# SPDX-License-Identifier: GPL-3.0-or-later
# The steps that packaging/run, packaging/test and packaging/deb share; sourced by them, never run by itself.
#
# Like a checklist read aloud: each step says its name before it begins and its time when it is done. The first that
# fails ends the run. SIAGA_UNTIL=install, configure or build ends it after that step.

set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export CCACHE_SLOPPINESS=pch_defines,time_macros

fail()
{
    printf '%s\n' "$@" >&2
    exit 1
}

# step NAME COMMAND...: runs one step from the top of the tree.
step()
{
    local name=$1 begun=$SECONDS
    shift
    printf '\n==> %s\n' "$name"
    "$@"
    printf '    %s: %d s\n' "$name" $((SECONDS - begun))
    if [[ ${SIAGA_UNTIL:-} == "$name" ]]; then
        exit 0
    fi
}

# Whether the console's window is asked for: there is no command word (status, serve, ...) and no question (--help).
needs_display()
{
    while (($#)); do
        case $1 in
            -h | --help | -v | --version) return 1 ;;
            --fleet | --env | --data | --connect | --theme) shift ;; # What stands behind them is a name, never a command.
            -* | siaga://*) ;; # A link opens the console where it leads.
            *) return 1 ;;
        esac
        (($#)) && shift
    done
    return 0
}

# Whether something listens at a unix socket; a file without a listener is what a dead server leaves behind. The eighth
# field is the path, an abstract one begins with @; the fourth says "listening".
listens()
{
    awk -v path="$1" '$4 == "00010000" && ($8 == path || $8 == "@" path) { found = 1 } END { exit !found }' \
        "${SIAGA_UNIX_SOCKETS:-/proc/net/unix}"
}

# Whether a window can open: a platform asked for by name, or a display that answers. A display on another machine
# (ssh -X) is taken at its word.
has_display()
{
    local wayland=${WAYLAND_DISPLAY:-}
    if [[ -n ${QT_QPA_PLATFORM:-} ]]; then
        return 0
    fi
    if [[ -n $wayland ]]; then
        [[ $wayland == /* ]] || wayland=${XDG_RUNTIME_DIR:-/run/user/$(id -u)}/$wayland
        listens "$wayland" && return 0
    fi
    case ${DISPLAY:-} in
        '') return 1 ;;
        :* | unix:*) local number=${DISPLAY#*:}; listens "/tmp/.X11-unix/X${number%%.*}" ;;
        *) return 0 ;;
    esac
}

require_debian_12()
{
    local system
    system=$(. "${SIAGA_OS_RELEASE:-/etc/os-release}" 2>/dev/null && printf '%s %s' "${ID:-}" "${VERSION_ID:-}") || system=unknown
    [[ $system == "debian 12" ]] ||
        fail "This script knows Debian 12 only, and this is: $system." \
             "Elsewhere install what packaging/packages lists under your system's names (Qt 6.4 or newer), then run:" \
             "    cmake --preset release && cmake --build --preset release"
}

# listed FILE...: the packages that the lists in packaging/packages name.
listed()
{
    (cd "$top/packaging/packages" && sed 's/#.*//' "$@" | xargs -n 1 | sort -u)
}

is_installed()
{
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# How to become root: nothing when we are, sudo when it may answer; fails when there is no way.
root_prefix()
{
    if [[ $(id -u) == 0 ]]; then
        return 0
    fi
    command -v sudo >/dev/null || return 1
    # Without a terminal a question for a password would wait for ever.
    [[ -t 0 ]] || sudo -n true 2>/dev/null || return 1
    echo sudo
}

# install_packages LIST...: installs what is missing from the lists, starts no service, and asks nothing.
install_packages()
{
    local missing=() package root
    for package in $(listed "$@"); do
        is_installed "$package" || missing+=("$package")
    done
    if ((${#missing[@]} == 0)); then
        echo "    Nothing is missing."
        return
    fi
    root=$(root_prefix) ||
        fail "These packages are missing, and installing them needs root. Run this line, then try again:" \
             "    su -c 'apt-get update && apt-get install --no-install-recommends ${missing[*]}'"
    echo "    Missing: ${missing[*]}"
    $root env DEBIAN_FRONTEND=noninteractive bash "$top/packaging/install" "${missing[@]}"
}

# configure FOLDER OPTION...: the release preset into build/FOLDER.
configure()
{
    local folder=$1
    shift
    if command -v ccache >/dev/null; then
        set -- -DCMAKE_CXX_COMPILER_LAUNCHER=ccache "$@"
    fi
    (cd "$top" && cmake --preset release -B "build/$folder" "$@")
}

build()
{
    cmake --build "$top/build/$1" --parallel "$(nproc)"
}
