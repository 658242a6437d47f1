// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/free_port.h"

#include <QHostAddress>
#include <QTcpServer>

namespace siaga {

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

} // namespace siaga
