// SPDX-License-Identifier: GPL-3.0-or-later
// A TCP port on loopback that nobody listens on, for servers that cannot choose one themselves.
//
// Like a parking space that was free a moment ago. The catch: nothing keeps it; take it soon, or try again.
#pragma once

#include <QtGlobal>

namespace siaga {

/// Just closed, so a connection to it is refused and a server may bind to it.
quint16 freePort();

} // namespace siaga
