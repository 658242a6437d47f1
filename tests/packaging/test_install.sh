#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tests/packaging/test_install.sh SOURCE BUILD: what is installed is all that is listed here and nothing else, and
# desktops and the service manager accept it; the same of the package, if one was built there.
set -euo pipefail

source=$1
build=$2
id=id.merajutasa.Siaga
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
failed=0

wrong()
{
    printf 'FAILED: %s\n' "$*"
    failed=1
}

# accepts COMMAND...: the command succeeds, or is not here to be asked.
accepts()
{
    local output
    command -v "$1" >/dev/null || { echo "not here: $1"; return; }
    output=$("$@" 2>&1) || wrong "$*: $output"
}

listed="usr/bin/siaga
usr/lib/systemd/user/siaga.service
usr/share/applications/$id.desktop
usr/share/bash-completion/completions/siaga
usr/share/doc/siaga/README.md
usr/share/doc/siaga/changelog.gz
usr/share/doc/siaga/copyright
usr/share/doc/siaga/examples/example.yaml
usr/share/doc/siaga/fleet.md
usr/share/icons/hicolor/scalable/apps/$id.svg
usr/share/icons/hicolor/symbolic/apps/$id-symbolic.svg
usr/share/man/man1/siaga.1.gz
usr/share/metainfo/$id.metainfo.xml"

DESTDIR=$root cmake --install "$build" --prefix /usr >/dev/null
installed=$(cd "$root" && find . -type f -printf '%P\n' | LC_ALL=C sort)
[[ $installed == "$listed" ]] || wrong "installed is: $(diff <(echo "$listed") <(echo "$installed"))"

share=$root/usr/share
accepts desktop-file-validate "$share/applications/$id.desktop"
# Links open the console: the scheme is named, and the program is given the link.
grep -qx "MimeType=x-scheme-handler/siaga;" "$share/applications/$id.desktop" || wrong "siaga:// links have no handler"
grep -qx "Exec=siaga %u" "$share/applications/$id.desktop" || wrong "the program is not given the link"
accepts appstreamcli validate --no-net "$share/metainfo/$id.metainfo.xml"
accepts bash -n "$share/bash-completion/completions/siaga"

# One name for the desktop file, its icon, the metadata, and what the window says of itself.
grep -qx "Icon=$id" "$share/applications/$id.desktop" || wrong "the desktop file names another icon"
grep -q "<id>$id</id>" "$share/metainfo/$id.metainfo.xml" || wrong "the metadata is about another program"
grep -rq "setDesktopFileName(.*\"$id\"" "$source/app" || wrong "the program does not say which desktop file is its own"

# Files that are read as XML are.
for file in "$share"/icons/hicolor/*/apps/*.svg; do
    accepts python3 -c 'import sys, xml.dom.minidom as dom; assert dom.parse(sys.argv[1]).documentElement.tagName == "svg"' "$file"
done

# The unit, with a program that is where the manager looks for it.
if command -v systemd-analyze >/dev/null; then
    mkdir -p "$root/unit" "$root/run"
    sed 's/^ExecStart=siaga/ExecStart=true/; /^Documentation=/d' "$root/usr/lib/systemd/user/siaga.service" >"$root/unit/siaga.service"
    export XDG_RUNTIME_DIR=$root/run
    complaints=$(systemd-analyze --user verify "$root/unit/siaga.service" 2>&1 | grep -F siaga.service) || true
    [[ -z $complaints ]] || wrong "the service: $complaints"
fi
call=$(sed -n 's/^ExecStart=siaga //p' "$root/usr/lib/systemd/user/siaga.service")
[[ " $call " == *" serve "* ]] || wrong "the service does not serve: $call"
# The program understands the words of the service: it finds no fleet there, which is another exit code than wrong words.
code=0
(cd "$root" && env HOME="$root" XDG_DATA_HOME="$root/data" "$root/usr/bin/siaga" ${call//%E/$root} >/dev/null 2>&1) || code=$?
((code == 4)) || wrong "the service's call ended with exit code $code without a fleet, and not with 4"

version=$("$root/usr/bin/siaga" --version)
changes=$(gzip -dc "$share/doc/siaga/changelog.gz")
[[ $changes == "siaga (${version#siaga })"* ]] || wrong "the newest entry of the changelog is not about $version"

# The package, where `packaging/deb` left one since it was last said what is in it.
for package in "$source"/build/siaga_*.deb; do
    [[ $package -nt $source/packaging/CMakeLists.txt ]] && command -v dpkg-deb >/dev/null || continue
    packed=$(dpkg-deb -c "$package" | awk '!/^d/ { print substr($6, 3) }' | LC_ALL=C sort)
    [[ $packed == "$listed" ]] || wrong "${package##*/} holds: $(diff <(echo "$listed") <(echo "$packed"))"
    dpkg-deb -c "$package" | awk '$2 != "root/root" { print; bad = 1 } END { exit bad }' || wrong "not all is root's"
    for library in libqt6widgets6 libqt6svg6 libsqlite3-0; do
        [[ $(dpkg-deb -f "$package" Depends) == *"$library ("* ]] || wrong "${package##*/} does not ask for $library"
    done
done

exit $failed
