// SPDX-License-Identifier: GPL-3.0-or-later
// Tells consoles that are attached what this instance knows: first all of it, then each thing as it happens.
//
// Like a radio station: the same programme for everybody, and whoever tunes in late is told first what was before. The
// catch: it never waits; whoever does not listen is cut off, and may tune in again.
#pragma once

#include "app/frames.h"
#include "app/instance.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <string>
#include <variant>

class QLocalSocket;

namespace siaga {

class Broadcast : public QObject
{
    Q_OBJECT

public:
    /// The instance outlives it. `backlogMax`: how many bytes may wait for one listener before it is cut off.
    explicit Broadcast(Instance &instance, qint64 backlogMax = 32 * 1024 * 1024);
    ~Broadcast() override;

    /// From now on the socket is told everything; it stays its owner's. What it asks for is journaled under `person`.
    void add(QLocalSocket *socket, const std::string &person);

    /// How many listen.
    std::size_t count() const { return m_listeners.size(); }

private:
    using Subject = std::variant<CheckId, CanaryId, EndpointId, MetricsId>;
    struct Listener;

    void hear(Listener &listener);
    void obey(Listener &listener, const Frame &frame);
    void sighted(const Observation &observation);
    void recorded(const Recorded &record);
    void settled();
    void restart(Listener &listener);
    void catchUp();
    void tellSight(Listener &listener, const Subject &subject);
    void finish(Listener &listener);
    void beat();
    void tellFigures();
    void send(Listener &listener, const QByteArray &bytes);
    void cut(Listener &listener);
    QByteArray wholeNow() const;

    Instance &m_instance;
    const qint64 m_backlogMax;
    std::map<QLocalSocket *, std::unique_ptr<Listener>> m_listeners;
    QByteArray m_pending; ///< Told since the state was last known to be durable.
    std::map<BreakerId, TargetFigures> m_figures; ///< As they were told last.
    QTimer m_catchUp;
    QTimer m_beat;
    QTimer m_figuresDue;
};

} // namespace siaga
