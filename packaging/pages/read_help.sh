# SPDX-License-Identifier: GPL-3.0-or-later
# Reads what `siaga --help` says into arrays; sourced by the scripts beside it, never run by itself.
#
# Like a typist who copies the timetable: the man page and the completion say what the program says, command by command,
# so that they cannot drift from it. The catch: only the call and the columns are understood, no sentence is.

set -euo pipefail

program=$1
commands=()           # In the order of the help.
common=()             # Options of every command, each as "NAME|VALUE|TEXT"; no value for a flag.
declare -A call text  # By command.
declare -A own        # By command: its own options, one a line, as in common.
exit_codes=

# The help in English, whatever the language of who builds.
say_help()
{
    env -u LANGUAGE LC_ALL=C.UTF-8 "$program" "$@" --help
}

# option_of LINE: "  --to PERCENT    text" as "to|PERCENT|text". A flag has two blanks behind its name, a value one before it.
option_of()
{
    [[ $1 =~ ^\ \ --([a-z0-9-]+)(\ ([^ ]+))?\ +([^ ].*)$ ]] || return 1
    printf '%s|%s|%s\n' "${BASH_REMATCH[1]}" "${BASH_REMATCH[3]}" "${BASH_REMATCH[4]}"
}

read_command()
{
    local command=$1 said lines line option
    said=$(say_help "$command")
    mapfile -t lines <<<"$said"
    call[$command]=${lines[0]}
    text[$command]=${lines[1]}
    own[$command]=
    for line in "${lines[@]:3}"; do
        option=$(option_of "$line") || break
        [[ " ${common[*]%%|*} " == *" ${option%%|*} "* ]] || own[$command]+=$option$'\n'
    done
}

read_help()
{
    local said lines line option
    said=$(say_help)
    mapfile -t lines <<<"$said"
    for line in "${lines[@]}"; do
        if [[ $line =~ ^\ \ ([a-z][a-z-]*) ]]; then
            commands+=("${BASH_REMATCH[1]}")
        elif option=$(option_of "$line"); then
            common+=("$option")
        elif [[ $line == "Exit codes: "* ]]; then
            exit_codes=${line#Exit codes: }
        fi
    done
    for line in "${commands[@]}"; do
        read_command "$line"
    done
    if ((${#commands[@]} == 0 || ${#common[@]} == 0)) || [[ -z $exit_codes ]]; then
        echo "The help of $program is not laid out as packaging/pages/read_help.sh knows it." >&2
        exit 1
    fi
}

read_help
