// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/follower.h"

#include "core/base/text.h"
#include "core/events/archive.h"
#include "core/events/codec.h"
#include "core/words/figures.h"

#include <QLocalSocket>

#include <algorithm>

namespace siaga {

namespace {

constexpr int boardInterval = 100; // Milliseconds, as of an instance.
constexpr int watchInterval = 500;
constexpr std::size_t lineMax = 64 * 1024 * 1024; // The state of ten thousand checks takes some of it.

RequestId idOf(const Event &body)
{
    struct Numbered
    {
        RequestId id;
    };
    const auto document = JsonDocument::parse(bodyJson(body));
    RequestId id;
    if (document && document->root().hasMember("id"))
        JsonReader::get(document->root().member("id"), id);
    return id;
}

/// Why the first try came to nothing, for people.
StartFailure failureOf(const QString &path, LostReason reason, const std::string &detail)
{
    const QString said = words::text(detail);
    StartFailure failure;
    switch (reason) {
    case LostReason::otherVersion:
        failure.lines = {Follower::tr("the Siaga that runs there is version %1, and this is %2").arg(said, QStringLiteral(SIAGA_VERSION)).toStdString()};
        failure.remedy = Follower::tr("Start the console of that version, or end that Siaga and start it again with this one.");
        break;
    case LostReason::silent:
        failure.lines = {Follower::tr("the Siaga at %1 does not answer").arg(path).toStdString()};
        failure.remedy = Follower::tr("It may be stopped or stuck: look at its process, and end it if need be.");
        break;
    case LostReason::gone:
    case LostReason::refused:
        failure.lines = {detail};
        break;
    }
    return failure;
}

} // namespace

Follower::Follower(FollowOptions options)
    : m_options(std::move(options))
    , m_ownClock(m_options.clock ? nullptr : std::make_unique<BootClock>(Instant()))
    , m_clock(m_options.clock ? *m_options.clock : *m_ownClock)
    , m_journal({m_options.path, m_options.peer})
    , m_reader(lineMax)
    , m_retryIn(m_options.retryMin)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Follower::connectAgain);
    connect(&m_watch, &QTimer::timeout, this, &Follower::watch);
    connect(&m_boards, &QTimer::timeout, this, &Follower::boardsDue);
    m_watch.start(std::min(watchInterval, m_options.silenceMax));
    m_retry.start(0);
}

Follower::~Follower()
{
    if (m_socket)
        m_socket->disconnect(this);
}

void Follower::connectAgain()
{
    m_reader = FrameReader(lineMax);
    m_next = std::make_unique<Followed>();
    m_isHeard = false;
    m_heard.start();
    m_socket = std::make_unique<QLocalSocket>();
    connect(m_socket.get(), &QLocalSocket::connected, this, &Follower::connected);
    connect(m_socket.get(), &QLocalSocket::readyRead, this, &Follower::hear);
    // Later, as the socket must not be deleted in the middle of its own signal.
    const auto gone = [this, socket = m_socket.get()] {
        if (m_socket.get() == socket) {
            if (socket->isReadable()) // Where nobody listens it was never open.
                hear();
            lose(LostReason::gone);
        }
    };
    connect(m_socket.get(), &QLocalSocket::disconnected, this, gone, Qt::QueuedConnection);
    connect(m_socket.get(), &QLocalSocket::errorOccurred, this, gone, Qt::QueuedConnection);
    m_socket->connectToServer(m_options.path);
}

void Follower::connected()
{
    if (!isOurs(m_options.peer(*m_socket)))
        return lose(LostReason::refused, tr("the socket belongs to another user").toStdString());
    // Asked for once: that very fleet may have changed since, and what leads there is still what was chosen.
    m_socket->write(attachLine("attach", m_followed ? QByteArray() : m_options.fleet));
    if (m_wantsProtection)
        m_socket->write(framed(frame::protection, "1"));
}

void Follower::hear()
{
    if (!m_socket)
        return;
    const QLocalSocket *socket = m_socket.get();
    if (m_socket->bytesAvailable() > 0) // One that is closed must not be asked.
        m_reader.add(m_socket->readAll());
    if (m_reader.isBroken())
        return;
    while (m_socket.get() == socket) {
        const auto told = m_reader.next();
        if (!told)
            break;
        m_heard.restart();
        take(*told);
    }
    if (m_socket.get() == socket && m_reader.isBroken())
        lose(LostReason::refused, tr("what it says is not understood").toStdString());
}

void Follower::take(const Frame &told)
{
    if (told.kind == frame::refusal) {
        const auto refusal = fromJson<FollowRefusal>(told.payload);
        return lose(refusal ? refusal->reason : LostReason::refused, refusal ? plainText(refusal->detail) : std::string());
    }
    m_isHeard = m_isHeard || told.kind == frame::hello;
    if (!m_isHeard)
        return lose(LostReason::refused, tr("what it says is not understood").toStdString());
    if (m_next) {
        if (fold(told, *m_next) && told.kind == frame::whole)
            becomeWhole();
        return;
    }
    // All that belongs together or nothing: when the connection dies, what stands is what once was.
    if (told.kind == frame::observation || told.kind == frame::record)
        return m_half.push_back(told);
    if (told.kind == frame::whole)
        for (const Frame &before : std::exchange(m_half, {}))
            if (!fold(before, *m_followed))
                return;
    fold(told, *m_followed);
}

/// False when it does not fit: ours and theirs differ, and all is told anew.
bool Follower::fold(const Frame &told, Followed &followed)
{
    const auto taken = followed.take(told);
    if (!taken) {
        lose(LostReason::refused, plainText(taken.error().message));
        return false;
    }
    if (taken->isWhole)
        m_clock.lay(followed.whole().now, followed.whole().wall, m_next != nullptr);
    if (!taken->record || m_next)
        return true;
    if (const auto *yes = taken->record->event.as<RequestGranted>())
        m_asked.erase(yes->id);
    else if (const auto *no = taken->record->event.as<RequestRefused>())
        m_asked.erase(no->id);
    emit recorded(*taken->record);
    return true;
}

void Follower::becomeWhole()
{
    const bool isFirst = !m_followed;
    m_followed = std::move(m_next);
    m_lost.reset();
    m_retryIn = m_options.retryMin;
    // New feeds: the time may have gone back, and nothing of before is to be compared with.
    const auto showing = [] { return Showing(); };
    m_feed = std::make_unique<BoardFeed>(showing, m_clock, [this] { return board(); }, [this](const auto &made) { emit boardReady(made); });
    m_protectFeed = std::make_unique<ProtectFeed>(showing, [this] { return protection(); },
                                                  [this](const auto &made) { emit protectionReady(made); });
    m_protectFeed->want(m_wantsProtection);
    m_boards.start(boardInterval);
    if (isFirst)
        emit began();
    boardsDue();
}

NowBoard Follower::board() const
{
    NowBoard shown = m_followed->board(m_clock);
    shown.banners.lost = m_lost;
    return shown;
}

ProtectBoard Follower::protection() const
{
    return m_followed->protection(m_clock);
}

/// The connection is no good any more, or never was.
void Follower::lose(LostReason reason, const std::string &detail)
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket.release()->deleteLater(); // We may be in the middle of its signal.
    m_next.reset();
    m_half.clear();
    if (!m_followed) {
        if (std::exchange(m_isOver, true))
            return;
        m_watch.stop();
        if (reason == LostReason::gone && !m_isHeard)
            return emit foundNobody();
        const std::string cause = reason == LostReason::gone ? tr("the Siaga there ended the connection").toStdString() : detail;
        return emit failedToBegin(failureOf(m_options.path, reason, cause));
    }
    if (!m_lost)
        m_lost = LostBanner{m_followed->hello().leader, m_clock.wall(), reason, detail};
    m_lost->reason = reason;
    m_lost->detail = detail;
    refuseAsked();
    boardsDue();
    m_retry.start(m_retryIn);
    m_retryIn = std::min(m_retryIn * 2, m_options.retryMax);
}

/// Nobody can tell any more whether it was taken; when it was, a record will show it.
void Follower::refuseAsked()
{
    for (const RequestId &id : std::exchange(m_asked, {}))
        emit refusedHere({id, {LeaderLost{m_lost->who, true}}});
}

void Follower::ask(const Event &body)
{
    const RequestId id = idOf(body);
    if (m_lost || !m_socket || !m_followed) {
        const std::string who = m_followed ? m_followed->hello().leader : std::string();
        emit refusedHere({id, {LeaderLost{who, false}}});
        return;
    }
    m_asked.insert(id);
    m_socket->write(framed(frame::request, std::string(body.name()) + ' ' + bodyJson(body)));
}

void Follower::wantProtection(bool wanted)
{
    m_wantsProtection = wanted;
    if (m_socket && m_socket->state() == QLocalSocket::ConnectedState)
        m_socket->write(framed(frame::protection, wanted ? "1" : "0"));
    if (m_protectFeed)
        m_protectFeed->want(wanted);
}

void Follower::watch()
{
    if (m_socket && m_heard.elapsed() > m_options.silenceMax)
        lose(LostReason::silent);
}

void Follower::boardsDue()
{
    if (m_feed)
        m_feed->due();
    if (m_protectFeed)
        m_protectFeed->due();
}

} // namespace siaga
