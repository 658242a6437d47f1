// SPDX-License-Identifier: GPL-3.0-or-later
// Looks over the shoulder of a Siaga that leads, through its local socket: shows what it shows and passes on what is
// asked for. It decides nothing, and never takes the lead.
//
// Like the second officer's chair with its own set of dials and a telephone to the bridge. The catch: when the line is
// dead the dials stand still; they say since when, nothing is passed on, and the line is tried again until it is back.
#pragma once

#include "app/board_feed.h"
#include "app/followed.h"
#include "app/instance.h"
#include "app/protect_feed.h"
#include "app/remote_journal.h"
#include "app/station.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QTimer>

#include <memory>
#include <optional>
#include <set>

class QLocalSocket;

namespace siaga {

struct FollowOptions
{
    QString path;            ///< Of the socket that a leading Siaga listens on.
    QByteArray fleet = {};   ///< As of fleetAsked(), as JSON; another fleet is refused.
    int silenceMax = 5000;   ///< Milliseconds without a word after which the connection is given up.
    int retryMin = 200;      ///< Milliseconds until it is tried again; doubled each time ...
    int retryMax = 5000;     ///< ... up to this.
    PeerSource peer = peerOf;
    const Clock *clock = nullptr; ///< Outlives it; nullptr: the machine's own.
};

class Follower : public Station
{
    Q_OBJECT

public:
    /// Tries once, and says how that went by a signal. Must be made in the thread it is to live in.
    explicit Follower(FollowOptions options);
    ~Follower() override;

    void ask(const Event &body) override;
    void wantProtection(bool wanted) override;
    JournalReader &journal() override { return m_journal; }

    /// What is known, and whether it is of now; nullptr before anything was.
    const Followed *followed() const { return m_followed.get(); }
    bool isLost() const { return m_lost.has_value(); }

    /// The board of this moment. Only once it began.
    NowBoard board() const;
    ProtectBoard protection() const;

signals:
    /// All is known that the leader knows. Once; from now on it goes on by itself, whatever happens to the connection.
    void began();
    /// The first try met nobody: nothing listens there.
    void foundNobody();
    /// The first try met somebody who cannot or will not be followed.
    void failedToBegin(const siaga::StartFailure &failure);

private:
    void connectAgain();
    void connected();
    void hear();
    void take(const Frame &told);
    bool fold(const Frame &told, Followed &followed);
    void becomeWhole();
    void lose(LostReason reason, const std::string &detail = {});
    void refuseAsked();
    void watch();
    void boardsDue();

    FollowOptions m_options;
    std::unique_ptr<Clock> m_ownClock;
    FollowedClock m_clock;
    RemoteReader m_journal;
    std::unique_ptr<QLocalSocket> m_socket;
    FrameReader m_reader;
    std::unique_ptr<Followed> m_followed; ///< What is shown.
    std::unique_ptr<Followed> m_next;     ///< Of this connection, until it is whole.
    std::unique_ptr<BoardFeed> m_feed;
    std::unique_ptr<ProtectFeed> m_protectFeed;
    std::optional<LostBanner> m_lost;
    std::set<RequestId> m_asked;          ///< Without an answer yet.
    bool m_wantsProtection = false;
    std::vector<Frame> m_half;            ///< Told, but the rest that belongs to it is on its way.
    bool m_isOver = false;                ///< It never began, and will not.
    bool m_isHeard = false;               ///< The other end said hello.
    QElapsedTimer m_heard;
    int m_retryIn = 0;
    QTimer m_retry;
    QTimer m_watch;
    QTimer m_boards;
};

} // namespace siaga
