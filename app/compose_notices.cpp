// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where the ways to people are named.
#include "app/surroundings.h"
#include "core/drivers/command/command_hook.h"
#include "core/drivers/desktop_notices/desktop_notices.h"

namespace siaga {

namespace {

/// Each notice to its channel. The desktop is only spoken to once something is to be shown there.
class NoticeWays : public Notifier
{
public:
    NoticeWays(NoticeSink noticed, NoticeChoiceSink chosen)
        : m_noticed(std::move(noticed))
        , m_chosen(std::move(chosen))
        , m_hook(m_noticed)
    {
    }

    void start(const NoticeCall &call) override
    {
        if (call.channel != desktopChannel)
            return m_hook.start(call);
        if (!m_desktop)
            m_desktop = std::make_unique<DesktopNotices>(m_noticed, m_chosen);
        m_desktop->start(call);
    }
    void cancel(CallId id) override
    {
        m_hook.cancel(id);
        if (m_desktop)
            m_desktop->cancel(id);
    }
    void withdraw(const ChannelId &channel, const std::string &key) override
    {
        if (m_desktop && channel == desktopChannel)
            m_desktop->withdraw(channel, key);
    }

private:
    NoticeSink m_noticed;
    NoticeChoiceSink m_chosen;
    CommandHook m_hook;
    std::unique_ptr<DesktopNotices> m_desktop;
};

} // namespace

std::unique_ptr<Notifier> makeNotifier(NoticeSink noticed, NoticeChoiceSink chosen)
{
    return std::make_unique<NoticeWays>(std::move(noticed), std::move(chosen));
}

} // namespace siaga
