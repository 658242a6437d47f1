// SPDX-License-Identifier: GPL-3.0-or-later
// Who is at the other end of a local socket, by the kernel's word.
//
// Like looking through the spyhole before one opens: a name that is only called through the door proves nothing. The
// catch: over a forwarded socket one sees the forwarder, so whom that lets in is ssh's business.
#pragma once

#include <functional>
#include <optional>
#include <string>

class QLocalSocket;

namespace siaga {

/// The other end's user; nullopt when the kernel cannot tell. Tests put other answers in its place.
using PeerSource = std::function<std::optional<unsigned>(const QLocalSocket &)>;
std::optional<unsigned> peerOf(const QLocalSocket &socket);

/// True for the user that this process runs as, and for no other, also not root.
bool isOurs(std::optional<unsigned> user);

/// The name of a user's account, as it is journaled.
std::string accountOf(unsigned user);

} // namespace siaga
