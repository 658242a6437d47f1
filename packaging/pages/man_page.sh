#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/pages/man_page.sh PROGRAM: prints siaga(1), its commands and options taken from the program's own help.
. "$(dirname "${BASH_SOURCE[0]}")/read_help.sh"

version=$(LC_ALL=C.UTF-8 "$program" --version)

# roff TEXT: the text with what roff would take for an order made plain.
roff()
{
    local text=${1//\\/\\e}
    text=${text//-/\\-}
    case $text in
        [.\']*) text="\\&$text" ;;
    esac
    printf '%s\n' "$text"
}

# sentence TEXT: the help's words with a capital and a full stop.
sentence()
{
    roff "${1^}."
}

# options LINES: each as a paragraph.
options()
{
    local name value words
    while IFS='|' read -r name value words; do
        [[ -n $name ]] || continue
        printf '.TP\n\\fB\\-\\-%s\\fR' "${name//-/\\-}"
        [[ -z $value ]] || printf ' \\fI%s\\fR' "$(roff "$value")"
        printf '\n'
        sentence "$words"
    done <<<"$1"
}

cat <<PAGE
.\\" Made from the help of the program; to change it, change that.
.TH SIAGA 1 "" "$version" "User Commands"
.SH NAME
siaga \\- operations console for services that run in several regions
.SH SYNOPSIS
.B siaga
.RB [ \\-\\-fleet
.IR FILE ]
.RB [ \\-\\-data
.IR DIR ]
.RI [ COMMAND ]
.SH DESCRIPTION
Siaga watches a service that runs in several regions, decides what is wrong, and changes what serves users only through
plans that can be read beforehand. Everything is kept in a journal whose records are chained by hashes.
.PP
Without a command the console's window opens: on the fleet that
.B \\-\\-fleet
names, else on the last one, else on that of
.IR \\(ti/.config/siaga/fleet.yaml ,
else on a lab of simulated regions where nothing is real.
.PP
Commands speak to the console or server that runs on the same data. Where none runs, they look around and act by
themselves.
.SH COMMANDS
PAGE
for command in "${commands[@]}"; do
    printf '.TP\n\\fB%s\\fR\n' "$(roff "${call[$command]}")"
    sentence "${text[$command]}"
    if [[ -n ${own[$command]} ]]; then
        printf '.RS\n'
        options "${own[$command]}"
        printf '.RE\n'
    fi
done
printf '.SH OPTIONS\nThey work with every command, before it or behind it.\n'
options "$(printf '%s\n' "${common[@]}")"
cat <<PAGE
.SH EXIT STATUS
$(roff "$exit_codes")
.SH FILES
.TP
.I \\(ti/.local/share/siaga/journal.sqlite
The journal, unless
.B \\-\\-data
names another folder.
.TP
.I \\(ti/.config/siaga/fleet.yaml
The fleet that the service watches, and that opens when no other was opened before;
.B siaga init
writes one.
.TP
.I \\(ti/.config/siaga/siaga.ini
Which file the last fleet of each data folder came from.
.TP
.I /usr/share/doc/siaga/examples/example.yaml
A fleet file with comments.
.TP
.I /usr/share/doc/siaga/fleet.md
Every field of the fleet file, as
.B siaga fleet reference
prints it.
.SH THE SERVICE
.I siaga.service
is a unit of the user's own service manager; it watches and acts without a window:
.PP
.nf
    systemctl \\-\\-user enable \\-\\-now siaga
    loginctl enable\\-linger        # so that it goes on when you log out
.fi
.SH EXAMPLES
.nf
    siaga demo                                  # the whole loop at work, in a lab
    siaga init                                  # a fleet file of your own servers, by a few questions
    siaga check fleet.yaml                      # every mistake of a fleet file
    siaga endpoints doctor                      # what is wrong with its servers, and what to do
    siaga \\-\\-fleet fleet.yaml status            # what is bad, where, since when
    siaga evacuate eu\\-west                     # prints the plan; nothing happens yet
.fi
.SH SEE ALSO
.BR systemctl (1),
.BR journalctl (1),
.BR haproxy (1)
PAGE
