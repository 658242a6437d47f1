// SPDX-License-Identifier: GPL-3.0-or-later
// What the user asked for on the command line, run against an instance: in this process, or in the one that already
// runs on the same data. The command cannot tell which.
#pragma once

#include "app/arguments.h"
#include "app/instance.h"

#include <functional>
#include <memory>

namespace siaga {

/// Where a command speaks to; each line is plain text without a line end.
struct Reply
{
    std::function<void(const QString &)> line;
    std::function<void(const QString &)> error;
    std::function<void(int)> finish; ///< Called once, last.
};

/// A command under way. It ends by Reply::finish, and is destroyed then or when nobody listens any more.
class Command : public QObject
{
    Q_OBJECT
};

/// Starts `status`, `health`, `evacuate` or `restore`; nullptr for other words. `person` is who asks. A fresh instance
/// is first given time to look around.
std::unique_ptr<Command> startCommand(const Arguments &arguments, Instance &instance, const std::string &person, const Reply &reply);

} // namespace siaga
