// SPDX-License-Identifier: GPL-3.0-or-later
// Breaks and heals the lab for the window, and tells it what is broken, whoever broke it.
//
// Like the stage manager's desk beside the stage. The catch: it lives with the instance, in its thread, and only where
// that instance is a lab; a window that follows another Siaga has none.
#pragma once

#include "app/instance.h"
#include "views/models/faults.h"

namespace siaga {

class LabDesk : public QObject
{
    Q_OBJECT

public:
    explicit LabDesk(Instance &instance);

    /// What can be broken, in words.
    views::FaultCatalogue catalogue() const;
    /// Says what is broken now, and again whenever that changes.
    void begin();
    /// As Surroundings::disturb() takes it.
    void disturb(const QString &fault);

signals:
    void faultsReady(const siaga::views::ActiveFaults &faults);
    /// `words`: what was done, or why not.
    void disturbed(bool isDone, const QString &words);

private:
    void look();

    Instance &m_instance;
    std::optional<std::vector<views::ActiveFault>> m_told;
};

} // namespace siaga
