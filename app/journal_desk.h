// SPDX-License-Identifier: GPL-3.0-or-later
// Answers questions about this instance's journal that come over a local socket.
//
// Like the desk of an archive where one copies out what a visitor writes on a slip: a few pages for each slip, so that
// the clerk who files the new pages is never kept waiting. The catch: a visitor who wants it all hands in many slips.
#pragma once

#include "app/frames.h"
#include "core/runtime/journal_reader.h"

#include <QObject>

#include <map>
#include <memory>

class QLocalSocket;

namespace siaga {

class JournalDesk : public QObject
{
    Q_OBJECT

public:
    /// The reader outlives it.
    explicit JournalDesk(JournalReader &journal, QObject *parent = nullptr);
    ~JournalDesk() override;

    /// From now on the socket is answered here; it stays its owner's.
    void add(QLocalSocket *socket);

    std::size_t count() const { return m_visitors.size(); }

private:
    struct Visitor
    {
        QLocalSocket *socket;
        FrameReader reader{4096};
        bool isAnswered = true; ///< One slip at a time.
    };
    struct Door;

    void hear(QLocalSocket *socket);
    void ask(std::uint64_t number, const Frame &question);
    void answer(std::uint64_t number, const QByteArray &lines);

    JournalReader &m_journal;
    std::map<std::uint64_t, Visitor> m_visitors; ///< By a number that is never given twice, as addresses are.
    std::uint64_t m_lastNumber = 0;
    std::shared_ptr<Door> m_door;
};

} // namespace siaga
