#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests of packaging/steps.sh, with fakes for the programs that it asks: nothing is installed, built or opened.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
steps=$here/../../packaging/steps.sh
bash=$(command -v bash)
fakes=$(mktemp -d)
trap 'rm -rf "$fakes"' EXIT
failed=0

# steps COMMAND...: runs a line of shell after steps.sh, in a shell of its own whose PATH begins with the fakes.
steps()
{
    env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM PATH="$fakes:$PATH" "$bash" -c ". '$steps'; $1"
}

fake()
{
    printf '#!%s\n%s\n' "$bash" "$2" >"$fakes/$1"
    chmod +x "$fakes/$1"
}

# expect NAME yes|no|TEXT LINE: the line succeeds, fails, or fails and says TEXT.
expect()
{
    local name=$1 wanted=$2 output code=0
    output=$(steps "$3" 2>&1 </dev/null) || code=$?
    case $wanted in
        yes) ((code == 0)) && return ;;
        no) ((code != 0)) && return ;;
        *) ((code != 0)) && [[ $output == *"$wanted"* ]] && return ;;
    esac
    printf 'FAILED: %s: wanted %s, exit code %d: %s\n' "$name" "$wanted" "$code" "$output"
    failed=1
}

# A window is needed by the console alone.
expect "the console" yes "needs_display"
expect "the console with a fleet" yes "needs_display --fleet fleet.yaml --theme dark"
expect "the console with data in a folder called status" yes "needs_display --data status"
expect "the console at a link" yes "needs_display siaga://alert/17"
expect "the console at a socket called status" yes "needs_display --connect status"
expect "a command" no "needs_display status"
expect "a command behind options" no "needs_display --data D status"
expect "a command behind a flag" no "needs_display --json --fleet=f.yaml audit verify"
expect "a question" no "needs_display -h"
expect "a question behind options" no "needs_display --data D --version"
expect "an option without its value" yes "needs_display --data"

# A display that nobody serves is none.
cat >"$fakes/sockets" <<'END'
Num       RefCount Protocol Flags    Type St Inode Path
ffff0001: 00000002 00000000 00010000 0001 01 1001 @/tmp/.X11-unix/X7
ffff0002: 00000002 00000000 00010000 0001 01 1002 /run/user/7/wayland-1
ffff0003: 00000003 00000000 00000000 0001 03 1003 /tmp/.X11-unix/X8
END
sockets="export SIAGA_UNIX_SOCKETS='$fakes/sockets' XDG_RUNTIME_DIR=/run/user/7"
expect "no display" no "$sockets; has_display"
expect "a display that is served" yes "$sockets DISPLAY=:7.0; has_display"
expect "a display that is only connected to" no "$sockets DISPLAY=:8; has_display"
expect "a dead display" no "$sockets DISPLAY=:99; has_display"
expect "a display elsewhere" yes "$sockets DISPLAY=localhost:10.0; has_display"
expect "a wayland that is served" yes "$sockets WAYLAND_DISPLAY=wayland-1; has_display"
expect "a dead wayland" no "$sockets WAYLAND_DISPLAY=wayland-9; has_display"
expect "a dead wayland beside a display" yes "$sockets WAYLAND_DISPLAY=wayland-9 DISPLAY=:7; has_display"
expect "a platform by name" yes "$sockets QT_QPA_PLATFORM=offscreen; has_display"

# Debian 12 and nothing else.
printf 'ID=debian\nVERSION_ID="12"\n' >"$fakes/debian-12"
printf 'ID=fedora\nVERSION_ID=41\n' >"$fakes/fedora"
expect "Debian 12" yes "SIAGA_OS_RELEASE='$fakes/debian-12'; require_debian_12"
expect "Fedora" "this is: fedora 41." "SIAGA_OS_RELEASE='$fakes/fedora'; require_debian_12"
expect "Fedora, what to do" "cmake --preset release" "SIAGA_OS_RELEASE='$fakes/fedora'; require_debian_12"
expect "no system named" "knows Debian 12 only" "SIAGA_OS_RELEASE='$fakes/none'; require_debian_12"

# Without root and without sudo that may answer, one line says what to run.
fake dpkg-query '[[ $* == *ninja-build* || $* == *cmake* ]] || printf installed'
fake id 'echo 1000'
fake sudo 'exit 1'
expect "no root" "su -c 'apt-get update && apt-get install --no-install-recommends cmake ninja-build'" "install_packages build"
fake dpkg-query 'printf installed'
expect "nothing is missing" yes "install_packages build | grep -q 'Nothing is missing'"

# With root it installs just what is missing, and nothing is asked.
fake dpkg-query '[[ $* == *ninja-build* ]] || printf installed'
fake id 'echo 0'
fake env 'echo "ran: $*"' # The only program that it starts then.
expect "root" yes "install_packages build | grep -q 'ran: DEBIAN_FRONTEND=noninteractive bash .*packaging/install ninja-build'"

# Which step ends the run, and that a step that fails does.
expect "until" yes "export SIAGA_UNTIL=install; step install true; exit 7"
expect "a step that fails" no "step install false; exit 0"

exit $failed
