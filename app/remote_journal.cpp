// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote_journal.h"

#include "core/events/archive.h"
#include "core/journal/chain.h"
#include "core/journal/header.h"

#include <QElapsedTimer>
#include <QLocalSocket>
#include <QThread>

namespace siaga {

namespace {

constexpr std::size_t lineMax = 64 * 1024 * 1024; // A keyframe is the longest line.
constexpr int patience = 10'000;  // Milliseconds without a word; then it is asked anew.
constexpr int slice = 100;        // Between looks at whether this is still wanted.
constexpr int retryAfter = 500;
constexpr std::size_t hashLength = 64;

/// A record as it came: hash, blank, bytes. nullopt when that is not what it is.
std::optional<StoredRecord> storedFrom(const std::string &line)
{
    StoredRecord record;
    if (line.size() <= hashLength || line[hashLength] != ' ' || !fromHex(line.substr(0, hashLength), record.hash))
        return std::nullopt;
    record.bytes = line.substr(hashLength + 1);
    const auto header = readHeader(record.bytes);
    if (!header)
        return std::nullopt;
    record.seq = header->seq;
    record.at = header->at;
    record.wall = header->wall;
    record.type = std::string(header->type);
    return record;
}

Damage notRead(Seq seq)
{
    return {seq, "not read: the connection to the Siaga that keeps this journal has ended"};
}

} // namespace

RemoteJournal::RemoteJournal(JournalPlace place, std::function<bool(int)> wait)
    : m_place(std::move(place))
    , m_wait(std::move(wait))
    , m_reader(lineMax)
{
}

RemoteJournal::~RemoteJournal() = default;

bool RemoteJournal::connectOnce() const
{
    if (m_socket)
        return true;
    m_reader = FrameReader(lineMax);
    auto socket = std::make_unique<QLocalSocket>();
    socket->connectToServer(m_place.path);
    if (!socket->waitForConnected(slice) || !isOurs(m_place.peer(*socket)))
        return false;
    socket->write(attachLine("journal", {}));
    m_socket = std::move(socket);
    return true;
}

/// What is refused comes as a line of another kind, and the connection ends.
std::optional<RemoteJournal::Answered> RemoteJournal::askOnce(const QByteArray &question) const
{
    if (!connectOnce())
        return std::nullopt;
    m_socket->write(question);
    Answered answered;
    QElapsedTimer silence;
    silence.start();
    while (m_socket->state() == QLocalSocket::ConnectedState && silence.elapsed() < patience && m_wait(0)) {
        if (m_socket->bytesAvailable() == 0 && !m_socket->waitForReadyRead(slice))
            continue;
        silence.restart();
        m_reader.add(m_socket->readAll());
        while (auto line = m_reader.next()) {
            if (line->kind == frame::answer) {
                const auto last = fromJson<JournalAnswer>(line->payload);
                if (!last)
                    return std::nullopt;
                answered.last = *last;
                return answered;
            }
            if (line->kind == frame::refusal)
                return std::nullopt;
            answered.lines.push_back(std::move(*line));
        }
        if (m_reader.isBroken())
            break;
    }
    return std::nullopt;
}

std::optional<RemoteJournal::Answered> RemoteJournal::ask(char kind, const JournalQuestion &question) const
{
    const QByteArray line = framed(kind, toJson(question));
    while (m_wait(0)) {
        if (auto answered = askOnce(line))
            return answered;
        m_socket.reset();
        m_wait(retryAfter);
    }
    return std::nullopt;
}

Head RemoteJournal::head() const
{
    const auto answered = ask(frame::head, {});
    Head head;
    if (answered && fromHex(answered->last.hash, head.hash))
        head.seq = answered->last.seq;
    return head;
}

std::optional<Seq> RemoteJournal::seek(Instant at) const
{
    const auto answered = ask(frame::seek, {.at = at});
    return answered && answered->last.seq ? std::optional(answered->last.seq) : std::nullopt;
}

std::optional<Keyframe> RemoteJournal::keyframe(Seq seq, std::string_view fingerprint) const
{
    auto answered = ask(frame::keyframe, {.seq = seq, .fingerprint = std::string(fingerprint)});
    if (!answered || !answered->last.seq || answered->lines.size() != 1)
        return std::nullopt;
    return Keyframe{answered->last.seq, std::string(fingerprint), std::move(answered->lines.front().payload)};
}

Result<Done, Damage> RemoteJournal::read(Seq first, const std::function<bool(const StoredRecord &)> &visit) const
{
    for (Seq next = first;;) {
        const auto answered = ask(frame::read, {.seq = next});
        if (!answered)
            return notRead(next);
        for (const Frame &line : answered->lines) {
            const auto record = storedFrom(line.payload);
            if (!record || record->seq < next)
                return Damage{next, "what came over the connection is no record"};
            next = record->seq.next();
            if (!visit(*record))
                return Done();
        }
        if (answered->last.damagedAt)
            return Damage{answered->last.damagedAt, answered->last.damage};
        if (answered->last.end || answered->lines.empty())
            return Done();
    }
}

Result<Head, Damage> RemoteJournal::verify(const std::function<bool(Seq)> &progress) const
{
    constexpr std::uint64_t toldEach = 1000;
    ChainCheck check;
    std::optional<Damage> damage;
    const auto done = read(Seq(1), [&](const StoredRecord &record) {
        damage = check.next({record.seq, record.at, record.wall, record.type, record.bytes, viewOf(record.hash)});
        return !damage && (record.seq.value() % toldEach != 0 || !progress || progress(record.seq));
    });
    if (damage)
        return *damage;
    if (!done)
        return done.error();
    return check.head();
}

Result<Head, AppendFailure> RemoteJournal::append(std::span<const NewRecord>, const Head &)
{
    return AppendFailure{AppendRefusal::poisoned, "this journal is another's, and only read"};
}

Result<Head, AppendFailure> RemoteJournal::appendAll(std::span<const std::vector<NewRecord>>, const Head &)
{
    return AppendFailure{AppendRefusal::poisoned, "this journal is another's, and only read"};
}

RemoteReader::RemoteReader(JournalPlace place)
    : m_place(std::move(place))
    , m_thread(QThread::create([this] { run(); }))
{
    m_thread->start();
}

RemoteReader::~RemoteReader()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread->wait();
}

void RemoteReader::read(JournalJob job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_all();
}

bool RemoteReader::wait(int milliseconds)
{
    std::unique_lock lock(m_mutex);
    return !m_wake.wait_for(lock, std::chrono::milliseconds(milliseconds), [this] { return m_stopping; });
}

void RemoteReader::run()
{
    const RemoteJournal journal(m_place, [this](int milliseconds) { return wait(milliseconds); });
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
        if (m_stopping)
            return;
        const JournalJob job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job(journal);
        lock.lock();
    }
}

} // namespace siaga
