// SPDX-License-Identifier: GPL-3.0-or-later
// Something asked for on the command line, run against an instance: in this process, or in the one that already
// runs on the same data. The command cannot tell which.
#pragma once

#include "app/arguments.h"
#include "app/instance.h"

#include <functional>
#include <memory>

class QJsonObject;

namespace siaga {

/// Where a command speaks to; each line is plain text without a line end. With `json` a command says objects only.
struct Reply
{
    std::function<void(const QString &)> line;
    std::function<void(const QString &)> error;
    std::function<void(int)> finish; ///< Called once, last.
    bool json = false;

    void object(const QJsonObject &object) const;
    /// A sentence that says why it goes no further: on the error stream, or {"errors":[…]}.
    void fail(const QString &sentence) const;
    /// The named reasons of a refusal, as sentences or as {"refused":[{"reason","sentence"}…]}.
    void refuse(const std::vector<Reason> &reasons) const;
};

/// A command under way. It ends by Reply::finish, and is destroyed then or when nobody listens any more.
class Command : public QObject
{
    Q_OBJECT
};

/// Starts a command of the table that needs an instance; nullptr for other words. `person` is who asks. A fresh instance
/// is first given time to look around, where the table says so.
std::unique_ptr<Command> startCommand(const Arguments &arguments, Instance &instance, const std::string &person, Reply reply);

} // namespace siaga
