// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/peer.h"

#include "core/base/text.h"

#include <QLocalSocket>

#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace siaga {

std::optional<unsigned> peerOf(const QLocalSocket &socket)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    if (getsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0)
        return std::nullopt;
    return peer.uid;
}

bool isOurs(std::optional<unsigned> user)
{
    return user == getuid();
}

std::string accountOf(unsigned user)
{
    const passwd *entry = getpwuid(user);
    return entry ? plainText(entry->pw_name, 64) : std::to_string(user);
}

} // namespace siaga
