#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/pages/bash_completion.sh PROGRAM: prints bash's completion, its words taken from the program's own help.
. "$(dirname "${BASH_SOURCE[0]}")/read_help.sh"

# first_words COMMAND: which words may stand first behind it: "open|close NAME | simulate" is open, close, simulate.
first_words()
{
    local behind=${call[$1]#siaga "$1"} way word
    behind=${behind%% --*}
    while IFS= read -r way; do
        read -r word _ <<<"$way" || true
        word=${word//[\[\]]/}
        [[ -n $word && $word == "${word,,}" ]] && printf '%s ' "${word//|/ }"
    done <<<"${behind// | /$'\n'}"
    return 0
}

# names KIND LINES: "--fleet --data": the options of the lines whose value is of a kind: a flag, file, folder or other.
names()
{
    local name value kind
    while IFS='|' read -r name value _; do
        case $value in
            '') kind=flag ;;
            *FILE*) kind=file ;;
            *DIR*) kind=folder ;;
            *) kind=other ;;
        esac
        [[ -n $name && ($1 == any || $1 == "$kind") ]] && printf -- '--%s ' "$name"
    done <<<"$2"
    return 0
}

every=$(printf '%s\n' "${common[@]}" "${own[@]}")

cat <<HEAD
# Completion of siaga for bash. Made from the help of the program; to change it, change that.
_siaga()
{
    local commands='${commands[*]}'
    local common='$(names any "$(printf '%s\n' "${common[@]}")")'
    local files=' $(names file "$every")' folders=' $(names folder "$every")' others=' $(names other "$every")'
    local -A own=() words=() reads=()
HEAD
for command in "${commands[@]}"; do
    printf "    own[%s]='%s' words[%s]='%s'" "$command" "$(names any "${own[$command]}")" "$command" "$(first_words "$command")"
    [[ ${call[$command]} == *" FILE"* ]] && printf " reads[%s]=yes" "$command"
    printf '\n'
done
cat <<'TAIL'

    # Which command stands before the cursor, and how many words behind it. bash makes three words of --fleet=FILE.
    local command='' behind=0 index word
    for ((index = 1; index < COMP_CWORD; ++index)); do
        word=${COMP_WORDS[index]}
        if [[ $word == -* ]]; then
            if [[ ${COMP_WORDS[index + 1]} == = ]]; then
                ((index += 2))
            elif [[ "$files$folders$others" == *" $word "* ]]; then
                ((++index))
            fi
        elif [[ -z $command ]]; then
            command=$word
        else
            ((++behind))
        fi
    done

    local current=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]}
    if [[ $current == = ]]; then
        current=
    elif [[ $option == = ]]; then
        option=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    COMPREPLY=()
    if [[ $files == *" $option "* ]]; then
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    elif [[ $folders == *" $option "* ]]; then
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -d -- "$current")
    elif [[ $others == *" $option "* ]]; then
        return
    elif [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "${command:+${own[$command]}} $common" -- "$current")
    elif [[ -z $command ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$current")
    elif ((behind == 0)) && [[ -n ${reads[$command]} ]]; then
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    elif ((behind == 0)); then
        mapfile -t COMPREPLY < <(compgen -W "${words[$command]}" -- "$current")
    fi
}
complete -F _siaga siaga
TAIL
