// SPDX-License-Identifier: GPL-3.0-or-later
// Wakes people through a command of the user's: the notice is on its standard input as JSON, exit code 0 is delivered.
//
// Like a bell wire that runs to wherever the user wants. The catch: what the command does with the notice is its own
// business; we know how it ended.
#pragma once

#include "core/drivers/ports/notifier.h"

#include <QObject>

#include <map>
#include <memory>

namespace siaga {

class BoundedProcess;

/// The notice as hooks get it: one JSON object on one line.
QByteArray noticeJson(const NoticeCall &call);

/// Lives in one thread with an event loop; start(), cancel() and the destructor are called there, and so is the sink.
/// Destroying it kills what still runs, and answers nothing more.
class CommandHook : public QObject, public Notifier
{
public:
    explicit CommandHook(NoticeSink sink, QObject *parent = nullptr);
    ~CommandHook() override;

    void start(const NoticeCall &call) override;
    void cancel(CallId id) override;
    /// A command that ran cannot be taken back.
    void withdraw(const ChannelId &, const std::string &) override { }

private:
    void answer(CallId id, NoticeOutcome outcome, const std::string &detail);
    void answerSoon(CallId id, const std::string &detail);

    NoticeSink m_sink;
    std::map<CallId, BoundedProcess *> m_running;
};

} // namespace siaga
