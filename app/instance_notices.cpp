// SPDX-License-Identifier: GPL-3.0-or-later
// The instance and the people that it wakes.
#include "app/instance.h"

#include "app/paths.h"
#include "app/request_ids.h"
#include "core/words/notice_words.h"

#include <algorithm>

namespace siaga {

void Instance::noticed(NoticeAnswer answer)
{
    m_runner->noticeAnswered(std::move(answer));
    pumpSoon();
}

/// What was pressed on a notice counts as what was pressed on the window: it is this account's, and stands in the journal.
void Instance::chosen(const NoticeChoice &choice)
{
    if (choice.kind == NoticeChoice::Kind::open) {
        if (!choice.alerts.empty())
            emit openAsked(choice.alerts.front(), QString::fromStdString(choice.activation));
        return;
    }
    for (const AlertId alert : choice.alerts)
        request(AcknowledgeRequested{newRequestId(), alert, tr("from the notification").toStdString()}, accountName());
}

NoticeText Instance::wordNotice(const std::vector<NoticeFor> &alerts) const
{
    const BoardInput input = boardInput();
    std::vector<AlertRow> rows;
    for (std::size_t i = 0; i < std::min(alerts.size(), words::telegramListedMax); ++i)
        if (auto row = alertRow(input, alerts[i].alert))
            rows.push_back(std::move(*row));
    const words::Telegram telegram
        = words::telegram(rows, static_cast<int>(alerts.size()), mode(), input.fleet.name, input.fleet.environment);
    NoticeText text{.title = telegram.title.toStdString(), .body = telegram.body.toStdString(), .acknowledge = {}, .open = {}};
    if (alerts.size() == 1) // Nobody takes with one click what he has not read one by one.
        text.acknowledge = tr("Acknowledge").toStdString();
    if (m_options.hasWindow)
        text.open = tr("Open").toStdString();
    return text;
}

} // namespace siaga
