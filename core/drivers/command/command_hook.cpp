// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/command/command_hook.h"

#include "core/base/check.h"
#include "core/base/describe.h"
#include "core/base/text.h"
#include "core/drivers/command/bounded_process.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace siaga {

namespace {

constexpr std::size_t detailMax = 200;

QString text(const std::string &bytes)
{
    return QString::fromStdString(bytes);
}

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QJsonObject factsOf(const NoticeAlert &alert)
{
    const QDateTime opened = QDateTime::fromMSecsSinceEpoch(alert.opened.milliseconds, Qt::UTC);
    QJsonObject facts{{QStringLiteral("id"), static_cast<qint64>(alert.id.value())},
                      {QStringLiteral("severity"), text(nameOf(alert.severity))},
                      {QStringLiteral("kind"), text(alert.kind)},
                      {QStringLiteral("opened"), opened.toString(Qt::ISODateWithMs)}};
    const std::pair<const char *, const std::string &> parts[]{
        {"region", alert.region}, {"service", alert.service}, {"check", alert.check},
        {"endpoint", alert.endpoint}, {"breaker", alert.breaker}, {"state", alert.state}};
    for (const auto &[name, value] : parts)
        if (!value.empty())
            facts.insert(QLatin1String(name), text(value));
    return facts;
}

/// What it wrote first, behind how it ended: "exit 1: no route to host".
std::string withOutput(std::string detail, const QByteArray &output)
{
    const QByteArray line = output.trimmed().split('\n').first().trimmed();
    if (!line.isEmpty())
        detail += ": " + line.toStdString();
    return plainText(detail, detailMax);
}

} // namespace

QByteArray noticeJson(const NoticeCall &call)
{
    QJsonArray alerts;
    for (const NoticeAlert &alert : call.alerts)
        alerts.append(factsOf(alert));
    const QJsonObject notice{{QStringLiteral("siaga"), QStringLiteral(SIAGA_VERSION)},
                             {QStringLiteral("mode"), text(call.mode)},
                             {QStringLiteral("fleet"), text(call.fleet)},
                             {QStringLiteral("environment"), text(call.environment)},
                             {QStringLiteral("channel"), text(call.channel.text())},
                             {QStringLiteral("severity"), text(nameOf(call.severity))},
                             {QStringLiteral("attempt"), call.attempt},
                             {QStringLiteral("key"), text(call.key)},
                             {QStringLiteral("title"), text(call.text.title)},
                             {QStringLiteral("body"), text(call.text.body)},
                             {QStringLiteral("alerts"), alerts}};
    return QJsonDocument(notice).toJson(QJsonDocument::Compact) + '\n';
}

CommandHook::CommandHook(NoticeSink sink, QObject *parent)
    : QObject(parent)
    , m_sink(std::move(sink))
{
}

CommandHook::~CommandHook()
{
    for (const auto &[id, process] : m_running)
        delete process;
}

void CommandHook::start(const NoticeCall &call)
{
    SIAGA_CHECK(!m_running.contains(call.id));
    m_running[call.id] = nullptr;
    if (!call.permit.granted())
        return answerSoon(call.id, "taken back before it went out");
    if (call.command.empty())
        return answerSoon(call.id, "the fleet has no such hook");
    const auto ended = [this, id = call.id](const ProcessEnd &end) {
        switch (end.how) {
        case ProcessEnd::How::exited:
            return end.code == 0 ? answer(id, NoticeOutcome::delivered, {})
                                 : answer(id, NoticeOutcome::failed, withOutput("exit " + std::to_string(end.code), end.output));
        case ProcessEnd::How::crashed:
            return answer(id, NoticeOutcome::failed, withOutput("killed by signal " + std::to_string(end.code), end.output));
        case ProcessEnd::How::notStarted:
            return answer(id, NoticeOutcome::unavailable, plainText(end.reason.toStdString(), detailMax));
        case ProcessEnd::How::tooLate:
            return answer(id, NoticeOutcome::failed, withOutput("not done in time, killed", end.output));
        case ProcessEnd::How::tooLoud:
            return answer(id, NoticeOutcome::failed, "wrote too much, killed");
        }
    };
    auto *process = new BoundedProcess({.command = call.command, .input = noticeJson(call), .deadline = call.deadline}, ended, this);
    m_running[call.id] = process;
    process->begin();
}

void CommandHook::cancel(CallId id)
{
    const auto running = m_running.find(id);
    if (running == m_running.end())
        return;
    delete running->second;
    m_running.erase(running);
}

void CommandHook::answerSoon(CallId id, const std::string &detail)
{
    QMetaObject::invokeMethod(this, [this, id, detail] { answer(id, NoticeOutcome::failed, detail); }, Qt::QueuedConnection);
}

void CommandHook::answer(CallId id, NoticeOutcome outcome, const std::string &detail)
{
    const auto running = m_running.find(id);
    if (running == m_running.end())
        return; // Cancelled.
    if (running->second)
        running->second->deleteLater();
    m_running.erase(running);
    m_sink({id, outcome, detail});
}

} // namespace siaga
