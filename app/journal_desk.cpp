// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal_desk.h"

#include "core/events/archive.h"

#include <QLocalSocket>

#include <algorithm>
#include <mutex>

namespace siaga {

namespace {

constexpr std::size_t bytesEach = 256 * 1024; // Of records; some milliseconds of reading.

QByteArray answerLine(const JournalAnswer &answer)
{
    return framed(frame::answer, toJson(answer));
}

QByteArray readRecords(const Journal &journal, Seq first)
{
    QByteArray lines;
    JournalAnswer answer{.end = true};
    const auto read = journal.read(first, [&](const StoredRecord &record) {
        if (static_cast<std::size_t>(lines.size()) >= bytesEach) {
            answer.end = false;
            return false;
        }
        lines += framed(frame::stored, toHex(record.hash) + ' ' + record.bytes);
        return true;
    });
    if (!read) {
        answer.damagedAt = read.error().seq;
        answer.damage = read.error().what;
    }
    return lines + answerLine(answer);
}

QByteArray findKeyframe(const Journal &journal, const JournalQuestion &question)
{
    const auto keyframe = journal.keyframe(question.seq, question.fingerprint);
    // Its bytes are one line, as all JSON of ours; what is not could not be told apart from what follows.
    if (!keyframe || keyframe->bytes.find('\n') != std::string::npos)
        return answerLine({});
    return framed(frame::kept, keyframe->bytes) + answerLine({.seq = keyframe->seq});
}

/// Empty for what is no question.
QByteArray answerTo(const Frame &asked, const JournalQuestion &question, const Journal &journal)
{
    switch (asked.kind) {
    case frame::head:
        return answerLine({.seq = journal.head().seq, .hash = toHex(journal.head().hash)});
    case frame::read:
        return readRecords(journal, question.seq);
    case frame::seek:
        return answerLine({.seq = journal.seek(question.at).value_or(Seq())});
    case frame::keyframe:
        return findKeyframe(journal, question);
    default:
        return {};
    }
}

} // namespace

/// Where a job on the journal's thread leaves its answer, as long as the desk is open.
struct JournalDesk::Door
{
    std::mutex mutex;
    JournalDesk *desk;
};

JournalDesk::JournalDesk(JournalReader &journal, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_door(std::make_shared<Door>())
{
    m_door->desk = this;
}

JournalDesk::~JournalDesk()
{
    const std::lock_guard lock(m_door->mutex);
    m_door->desk = nullptr;
}

void JournalDesk::add(QLocalSocket *socket)
{
    m_visitors.emplace(++m_lastNumber, Visitor{.socket = socket});
    connect(socket, &QLocalSocket::disconnected, this, [this, socket] {
        std::erase_if(m_visitors, [socket](const auto &entry) { return entry.second.socket == socket; });
    });
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] { hear(socket); });
    QMetaObject::invokeMethod(this, [this, socket] { hear(socket); }, Qt::QueuedConnection); // What came with the first line.
}

void JournalDesk::hear(QLocalSocket *socket)
{
    const auto known = std::ranges::find_if(m_visitors, [socket](const auto &entry) { return entry.second.socket == socket; });
    if (known == m_visitors.end())
        return;
    const std::uint64_t number = known->first;
    Visitor &visitor = known->second;
    visitor.reader.add(socket->readAll());
    const auto question = visitor.reader.next();
    const bool isOff = visitor.reader.isBroken() || (question && !visitor.isAnswered);
    if (isOff)
        socket->abort();
    else if (question)
        ask(number, *question);
}

void JournalDesk::ask(std::uint64_t number, const Frame &asked)
{
    m_visitors.at(number).isAnswered = false;
    const auto question = fromJson<JournalQuestion>(asked.payload);
    m_journal.read([asked, number, question = question ? *question : JournalQuestion(), door = m_door](const Journal &journal) {
        const QByteArray lines = answerTo(asked, question, journal);
        const std::lock_guard lock(door->mutex);
        if (JournalDesk *desk = door->desk)
            QMetaObject::invokeMethod(desk, [desk, number, lines] { desk->answer(number, lines); }, Qt::QueuedConnection);
    });
}

void JournalDesk::answer(std::uint64_t number, const QByteArray &lines)
{
    const auto visitor = m_visitors.find(number);
    if (visitor == m_visitors.end())
        return;
    visitor->second.isAnswered = true;
    if (lines.isEmpty())
        visitor->second.socket->abort();
    else
        visitor->second.socket->write(lines);
}

} // namespace siaga
