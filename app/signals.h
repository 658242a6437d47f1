// SPDX-License-Identifier: GPL-3.0-or-later
// SIGTERM and SIGINT as an orderly end of the event loop.
#pragma once

#include <QObject>

namespace siaga {

/// From now on the two signals quit the application; the first one only, a second one kills as usual.
void quitOnSignals(QObject *parent);

} // namespace siaga
