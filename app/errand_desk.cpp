// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/errand_desk.h"

#include <chrono>
#include <mutex>

namespace siaga {

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto patience = std::chrono::milliseconds(3); // Commits wait behind a job.

} // namespace

/// Where trips come back to; it outlives the desk as long as one is under way.
struct ErrandDesk::Door
{
    std::mutex lock;
    ErrandDesk *desk = nullptr;

    void knock(const std::shared_ptr<Errand> &errand, bool wasRun)
    {
        const std::scoped_lock held(lock);
        if (desk)
            QMetaObject::invokeMethod(desk, [to = desk, errand, wasRun] { to->came(errand, wasRun); }, Qt::QueuedConnection);
    }
};

/// One way to the journal and back. A job that is never run is destroyed, and this with it.
struct ErrandDesk::Trip
{
    std::shared_ptr<Errand> errand;
    std::shared_ptr<Door> door;
    bool wasRun = false;

    ~Trip() { door->knock(errand, wasRun); }
};

ErrandDesk::ErrandDesk(JournalReader &reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_door(std::make_shared<Door>())
{
    m_door->desk = this;
}

ErrandDesk::~ErrandDesk()
{
    const std::scoped_lock held(m_door->lock);
    m_door->desk = nullptr;
}

void ErrandDesk::send(const std::shared_ptr<Errand> &errand)
{
    auto trip = std::make_shared<Trip>();
    trip->errand = errand;
    trip->door = m_door;
    m_reader.read([trip = std::move(trip)](const Journal &journal) {
        if (!trip->errand->isStopped())
            trip->errand->bring(journal);
        trip->wasRun = true;
    });
}

void ErrandDesk::came(const std::shared_ptr<Errand> &errand, bool wasRun)
{
    if (errand->isStopped())
        return;
    if (!wasRun)
        errand->lost();
    else if (errand->take() && !errand->isStopped())
        send(errand);
}

Patience::Patience()
    : m_end((Clock::now() + patience).time_since_epoch().count())
{
}

bool Patience::operator()() const
{
    return Clock::now().time_since_epoch().count() < m_end;
}

} // namespace siaga

#include "moc_errand_desk.cpp"
