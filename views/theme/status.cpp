// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/status.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace siaga::views {

QString word(Status status)
{
    switch (status) {
    case Status::healthy:
        return QCoreApplication::translate("Status", "healthy");
    case Status::unknown:
        return QCoreApplication::translate("Status", "unknown");
    case Status::warning:
        return QCoreApplication::translate("Status", "warning");
    case Status::critical:
        return QCoreApplication::translate("Status", "critical");
    case Status::emergency:
        return QCoreApplication::translate("Status", "emergency");
    }
    return {};
}

QString word(Mode mode)
{
    // Not translated: the word is typed in confirmations and read aloud on calls between offices.
    switch (mode) {
    case Mode::live:
        return u"LIVE"_s;
    case Mode::lab:
        return u"LAB"_s;
    case Mode::drill:
        return u"DRILL"_s;
    case Mode::replay:
        return u"REPLAY"_s;
    }
    return {};
}

} // namespace siaga::views
