// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/haproxy/inventory_look.h"

#include "core/base/text.h"
#include "core/drivers/haproxy/inventory_reply.h"

#include <utility>

namespace siaga {
namespace {

constexpr std::size_t whyMax = 200;

InventoryAnswer answerOf(const Exchange::Result &result)
{
    InventoryAnswer answer{.reached = result.sent};
    if (result.reply.empty()) {
        answer.why = result.detail;
        return answer;
    }
    auto inventory = readInventory(result.reply);
    if (inventory)
        answer.inventory = std::move(inventory).value();
    else
        answer.why = inventory.error().message;
    return answer;
}

} // namespace

InventoryLook::InventoryLook(InstantSource now, QObject *parent)
    : QObject(parent)
    , m_now(std::move(now))
{
    m_deadline.setSingleShot(true);
}

InventoryLook::~InventoryLook()
{
    m_over = nullptr;
    if (m_exchange)
        m_exchange->stop();
}

void InventoryLook::begin(const Endpoint &endpoint, Duration deadline, std::function<void(const InventoryAnswer &)> over)
{
    m_over = std::move(over);
    m_began = m_now();
    const auto address = socketAddress(endpoint);
    if (!address) {
        QMetaObject::invokeMethod(this, [this, why = address.error().message] { finish({.why = why}); }, Qt::QueuedConnection);
        return;
    }
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        finish({.reached = m_exchange && m_exchange->sent(), .why = "no answer in time"});
    });
    m_deadline.start(std::chrono::ceil<std::chrono::milliseconds>(deadline));
    m_exchange = std::make_unique<Exchange>(*address, inventoryCommand().text, Permit(), [this](const Exchange::Result &result) {
        // Later, because it may come from within begin().
        QMetaObject::invokeMethod(this, [this, answer = answerOf(result)] { finish(answer); }, Qt::QueuedConnection);
    }, nullptr);
    m_exchange->begin();
}

void InventoryLook::finish(InventoryAnswer answer)
{
    m_deadline.stop();
    const auto over = std::exchange(m_over, nullptr);
    if (!over)
        return;
    answer.why = plainText(answer.why, whyMax);
    answer.took = m_now() - m_began;
    over(answer);
}

} // namespace siaga
