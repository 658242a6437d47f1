// SPDX-License-Identifier: GPL-3.0-or-later
// `siaga demo`: in the lab, a region fails, is seen, taken out of traffic and restored, in real time.
#pragma once

#include "app/arguments.h"
#include "app/instance.h"

#include <QString>

namespace siaga {

/// Plays once and prints what happens; every figure is measured in this very run.
class Demo : public QObject
{
    Q_OBJECT

public:
    /// With `json` each line is an object, the last one the measured times.
    Demo(Instance &instance, bool json, QObject *parent = nullptr);

signals:
    /// A moment worth a picture: "quiet", "incident", "evacuated", "restored".
    void moment(const QString &name);
    /// It is over; true when the region was taken out and restored.
    void over(bool done);

private:
    void begin();
    void hear(const Recorded &record);
    void say(const Recorded &record) const;
    void approve(const PlanProposed &proposed);
    void planEnded(const PlanEnded &ended);
    void giveUp();
    void sum();
    void sumAsJson() const;
    void tell(const QString &line) const;

    Instance &m_instance;
    const bool m_json;
    const std::string m_victim;
    Instant m_failed;
    std::optional<Instant> m_detected;
    std::optional<Instant> m_proposed;
    std::optional<Instant> m_evacuated;
    std::optional<Instant> m_healed;
    std::optional<Instant> m_restored;
    PlanId m_plan;
    PurposeKind m_purpose = PurposeKind::evacuate;
    bool m_begun = false;
    bool m_ended = false;
};

/// Runs the demonstration: in the built-in lab or that of --fleet, in memory or in a journal of its own with --data. With
/// --pictures the page is painted at each moment. Gives the exit code.
int runDemo(const Arguments &arguments);

} // namespace siaga
