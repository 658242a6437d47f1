// SPDX-License-Identifier: GPL-3.0-or-later
// `siaga open LINK`: the window that is open on this data goes to what the link names.
#pragma once

#include "app/command.h"

namespace siaga {

class OpenCommand : public Command
{
    Q_OBJECT

public:
    OpenCommand(const Arguments &arguments, Instance &instance, const Reply &reply);
};

/// Asks the window that is open on this data to go there. False when there is none, or it is not of this version.
bool openInRunning(const Arguments &arguments, const QString &link);

} // namespace siaga
