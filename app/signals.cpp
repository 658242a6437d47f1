// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/signals.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace siaga {

namespace {

std::array<int, 2> ends{-1, -1}; // A handler may only write; the loop reads at the other end.

void tell(int)
{
    const char byte = 1;
    static_cast<void>(!write(ends[0], &byte, 1));
}

} // namespace

void quitOnSignals(QObject *parent)
{
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return;
    auto *notifier = new QSocketNotifier(ends[1], QSocketNotifier::Read, parent);
    QObject::connect(notifier, &QSocketNotifier::activated, parent, [] {
        QCoreApplication::exit(0); // Not quit(), which asks the windows, and a window may ask a person.
    });
    struct sigaction action{};
    action.sa_handler = tell;
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
}

} // namespace siaga
