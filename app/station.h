// SPDX-License-Identifier: GPL-3.0-or-later
// What stands behind a window: a Siaga that leads, or the sight of one that does.
//
// Like the bridge of a ship and the pilot's repeater of its instruments: whoever looks at the dials cannot tell which
// it is, but for the plate that names the bridge. The catch: a repeater that hears nothing any more keeps the last
// figures, and must say so.
#pragma once

#include "core/boards/now_board.h"
#include "core/boards/protect_board.h"
#include "core/events/event.h"
#include "core/events/request_events.h"
#include "core/runtime/journal_reader.h"

#include <QObject>

#include <memory>

namespace siaga {

class Station : public QObject
{
    Q_OBJECT

public:
    /// Something the person at this window asks for; the answer comes as a record, or as refusedHere().
    virtual void ask(const Event &body) = 0;

    /// Whether boards of page Protect are wanted.
    virtual void wantProtection(bool wanted) = 0;

    /// Where the journal is read: by any thread's job, on a thread that may wait for it.
    virtual JournalReader &journal() = 0;

signals:
    /// A record became durable.
    void recorded(const siaga::Recorded &record);
    /// When something changed, at most ten a second, and at least one, while somebody listens.
    void boardReady(const std::shared_ptr<const siaga::NowBoard> &board);
    /// The same of page Protect, while it is wanted.
    void protectionReady(const std::shared_ptr<const siaga::ProtectBoard> &board);
    /// What was asked for did not even reach a journal.
    void refusedHere(const siaga::RequestRefused &refused);
};

} // namespace siaga
