#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tests/packaging/test_pages.sh PROGRAM FOLDER: the man page and the completion in the folder say all that the program's
# help says, found here by simpler means than those that made them.
set -euo pipefail

program=$1
pages=$2
export LC_ALL=C.UTF-8
unset LANGUAGE
failed=0

wrong()
{
    printf 'FAILED: %s\n' "$*"
    failed=1
}

# offered WORD...: what the completion offers for the last word.
offered()
{
    bash -c '. "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _siaga; echo " ${COMPREPLY[*]} "' - "$pages/siaga.bash" "$@"
}

offers()
{
    local wanted=$1 output
    shift
    output=$(offered "$@")
    [[ $output == *" $wanted "* ]] || wrong "'$*' is completed by:$output, and not by $wanted"
}

# The page as people read it, in lines so long that no sentence is broken.
if command -v groff >/dev/null; then
    complaints=$(groff -man -ww -z -K utf8 -T utf8 "$pages/siaga.1" 2>&1)
    [[ -z $complaints ]] || wrong "groff complains: $complaints"
    page=$(groff -man -K utf8 -T utf8 -rLL=1000n -P -c -P -b -P -u "$pages/siaga.1" | tr -s ' ')
else
    page=$(sed 's/\\f[BIR]//g; s/\\-/-/g; s/\\&//g' "$pages/siaga.1" | tr -s ' ')
fi
[[ $(gzip -dc "$pages/siaga.1.gz") == "$(<"$pages/siaga.1")" ]] || wrong "the packed man page is another one"

help=$("$program" --help)
commands=$(sed -n 's/^  \([a-z][a-z-]*\) .*/\1/p' <<<"$help")
[[ $(wc -w <<<"$commands") -ge 16 ]] || wrong "too few commands in the help: $commands"
for command in $commands; do
    said=$("$program" "$command" --help)
    call=$(sed -n 1p <<<"$said")
    text=$(sed -n 2p <<<"$said")
    [[ $page == *" $call"* ]] || wrong "the man page lacks: $call"
    [[ $page == *"${text^}."* ]] || wrong "the man page lacks: ${text^}."
    offers "$command" siaga "${command:0:2}"
    while read -r option; do
        [[ $page == *" $option"* ]] || wrong "the man page lacks $option of $command"
        offers "$option" siaga "$command" "$option"
    done < <(grep -o '^  --[a-z-]*' <<<"$said")
done
for option in $(sed -n 's/^  \(--[a-z-]*\).*/\1/p' <<<"$help"); do
    offers "$option" siaga "$option"
done
[[ $page == *"$("$program" --version)"* ]] || wrong "the man page names another version"
[[ $page == *"$(sed -n 's/^Exit codes: //p' <<<"$help")"* ]] || wrong "the man page lacks the exit codes"

# Every field of the fleet file stands in its reference, which is not from another build.
[[ $("$program" fleet reference) == "$(<"$pages/fleet.md")" ]] || wrong "fleet.md is not what the program says"
(($(grep -c '^| `' "$pages/fleet.md") >= 80)) || wrong "too few fields in fleet.md"

# What the completion understands of a call.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
touch "$folder/my.yaml"
offers "verify" siaga audit ''
offers "simulate" siaga breaker s
offers "heal" siaga --lab lab ''
offers "status" siaga --data "$folder" sta
offers "$folder/my.yaml" siaga check "$folder/m"
offers "$folder/my.yaml" siaga --fleet "$folder/m"
offers "$folder/my.yaml" siaga --fleet = "$folder/m"
offers "--note" siaga --fleet = fleet.yaml acknowledge --no
[[ $(offered siaga --env '') == "  " ]] || wrong "a value that nobody knows is completed"
[[ $(offered siaga audit verify '') == "  " ]] || wrong "a second word is offered behind audit verify"
[[ $(offered siaga status --no) == "  " ]] || wrong "an option of another command is offered"

exit $failed
