// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/main_window/alert_announcer.h"

#include "core/words/board_words.h"
#include "views/models/standing.h"
#include "views/widgets/spoken.h"

#include <utility>

namespace siaga::views {

namespace {

constexpr std::chrono::seconds pause{2};

} // namespace

AlertAnnouncer::AlertAnnouncer(QWidget *parent)
    : QWidget(parent)
{
    setRole(*this, QAccessible::AlertMessage);
    setAccessibleName(tr("No new alert"));
    setFixedSize(1, 1);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &AlertAnnouncer::say);
}

void AlertAnnouncer::showAlerts(const std::vector<AlertRow> &alerts)
{
    std::map<AlertId, Severity> open;
    for (const AlertRow &row : alerts) {
        if (row.severity < Severity::critical || row.resolved)
            continue;
        open[row.id] = row.severity;
        const auto known = m_known.find(row.id);
        if (known != m_known.end() && known->second >= row.severity)
            continue;
        ++m_count;
        if (m_worst.isEmpty() || row.severity > m_severity) {
            m_severity = row.severity;
            m_worst = words::headline(row);
        }
    }
    m_known = std::move(open);
    if (!m_pause.isActive())
        say();
}

void AlertAnnouncer::say()
{
    if (m_count == 0)
        return;
    const QString severity = word(statusOf(m_severity));
    setAccessibleName(m_count == 1 ? tr("New, %1: %2", "severity, alert").arg(severity, m_worst)
                                   : tr("%n new, the worst %1: %2", nullptr, m_count).arg(severity, m_worst));
    announceAlert(*this);
    m_worst.clear();
    m_count = 0;
    m_pause.start();
}

} // namespace siaga::views

#include "moc_alert_announcer.cpp"
