// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/haproxy/haproxy_traffic.h"

#include "core/base/check.h"
#include "core/base/text.h"
#include "core/drivers/haproxy/edge_report.h"
#include "core/drivers/haproxy/replies.h"

#include <algorithm>
#include <utility>

namespace siaga {
namespace {

// As WriteAnswer::detail promises.
constexpr std::size_t detailMax = 200;

Result<std::vector<CommandLine>> linesOf(const Call &call)
{
    if (const auto *write = std::get_if<SetServerWeight>(&call.what))
        return weightCommands(*write);
    return std::vector{lookCommand()};
}

} // namespace

HaproxyTraffic::HaproxyTraffic(CompletionSink sink, InstantSource now, QObject *parent)
    : QObject(parent)
    , m_sink(std::move(sink))
    , m_now(std::move(now))
{
}

HaproxyTraffic::~HaproxyTraffic() = default;

void HaproxyTraffic::start(const Call &call)
{
    SIAGA_CHECK(std::holds_alternative<LookAtEdge>(call.what) || std::holds_alternative<SetServerWeight>(call.what));
    SIAGA_CHECK(!m_jobs.contains(call.id));
    const auto commands = linesOf(call);
    Job &job = m_jobs[call.id];
    job.call = call;
    job.began = m_now();
    const EndpointId &endpoint = endpointOf(job).id;
    job.order = ++m_started;
    Lines &lines = m_lines[endpoint];
    (call.lane == Lane::rescue ? lines.rescues : lines.others).push_back(call.id);
    const auto address = socketAddress(endpointOf(job));
    if (!address || !commands)
        return refuse(call.id, address ? commands.error().message : address.error().message);
    job.address = *address;
    job.lines = *commands;
    job.deadline = new QTimer(this);
    job.deadline->setSingleShot(true);
    job.deadline->setTimerType(Qt::PreciseTimer);
    connect(job.deadline, &QTimer::timeout, this, [this, id = call.id] { giveUp(id, "no answer in time"); });
    job.deadline->start(std::chrono::ceil<std::chrono::milliseconds>(std::max(call.deadline, Duration::zero())));
    QMetaObject::invokeMethod(this, [this, endpoint] { beginNext(endpoint); }, Qt::QueuedConnection);
}

void HaproxyTraffic::cancel(CallId id)
{
    giveUp(id, "cancelled");
}

const Endpoint &HaproxyTraffic::endpointOf(const Job &job) const
{
    if (const auto *write = std::get_if<SetServerWeight>(&job.call.what))
        return write->endpoint;
    return std::get<LookAtEdge>(job.call.what).endpoint;
}

void HaproxyTraffic::refuse(CallId id, const std::string &why)
{
    if (std::holds_alternative<SetServerWeight>(m_jobs.at(id).call.what))
        finishWrite(id, Outcome::refused, why);
    else
        finishLook(id, {}, why);
}

void HaproxyTraffic::beginNext(const EndpointId &endpoint)
{
    // A call may be over from within its beginning, and take the lines with it: they are looked up afresh.
    if (const Lines *lines = linesTo(endpoint); lines && !lines->rescues.empty())
        begin(lines->rescues.front());
    if (const Lines *lines = linesTo(endpoint); lines && !lines->others.empty() && !waitsForRescue(lines->others.front(), *lines))
        begin(lines->others.front());
}

const HaproxyTraffic::Lines *HaproxyTraffic::linesTo(const EndpointId &endpoint) const
{
    const auto found = m_lines.find(endpoint);
    return found == m_lines.end() ? nullptr : &found->second;
}

void HaproxyTraffic::begin(CallId id)
{
    Job &job = m_jobs.at(id);
    if (!job.exchange)
        sendLine(job);
}

bool HaproxyTraffic::waitsForRescue(CallId id, const Lines &lines) const
{
    return !lines.rescues.empty() && m_jobs.at(lines.rescues.front()).order < m_jobs.at(id).order;
}

void HaproxyTraffic::sendLine(Job &job)
{
    job.exchange = new Exchange(job.address, job.lines[job.next].text, job.call.permit,
                                [this, id = job.call.id](const Exchange::Result &result) { lineOver(id, result); },
                                this);
    job.exchange->begin();
}

void HaproxyTraffic::lineOver(CallId id, const Exchange::Result &result)
{
    Job &job = m_jobs.at(id);
    job.sent = job.sent || result.sent;
    if (std::holds_alternative<LookAtEdge>(job.call.what))
        readLook(job, result);
    else
        readWrite(job, result);
}

void HaproxyTraffic::readLook(Job &job, const Exchange::Result &result)
{
    const CallId id = job.call.id;
    if (!result.sent || result.reply.empty())
        return finishLook(id, {}, result.detail);
    auto report = readEdge(result.reply, endpointOf(job));
    if (!report)
        return finishLook(id, {}, report.error().message);
    EdgeSeen seen{.reached = true, .uptime = report->uptime, .servers = report->servers};
    finishLook(id, std::move(seen), report->absent.empty() ? "" : "not there: " + report->absent);
}

void HaproxyTraffic::readWrite(Job &job, const Exchange::Result &result)
{
    const CallId id = job.call.id;
    // The second line of two may fail to go out after the first took effect.
    if (!result.sent)
        return finishWrite(id, job.sent ? Outcome::unknown : Outcome::failed, result.detail);
    const WriteReply reply = readWriteReply(result.reply, job.lines[job.next].commands);
    if (reply.verdict == WriteReply::Verdict::refused)
        return finishWrite(id, Outcome::refused, reply.text);
    if (reply.verdict == WriteReply::Verdict::incomplete)
        return finishWrite(id, Outcome::unknown, "the reply was lost: " + result.detail);
    if (++job.next == job.lines.size())
        return finishWrite(id, Outcome::done, {});
    std::exchange(job.exchange, nullptr)->deleteLater();
    sendLine(job);
}

void HaproxyTraffic::giveUp(CallId id, const std::string &why)
{
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end())
        return;
    const Job &job = found->second;
    const bool sent = job.sent || (job.exchange && job.exchange->sent());
    if (std::holds_alternative<LookAtEdge>(job.call.what))
        finishLook(id, {}, why);
    else
        finishWrite(id, sent ? Outcome::unknown : Outcome::failed, why);
}

void HaproxyTraffic::finishWrite(CallId id, Outcome outcome, const std::string &detail)
{
    finish(id, WriteAnswer{.id = id, .outcome = outcome, .detail = plainText(detail, detailMax)});
}

void HaproxyTraffic::finishLook(CallId id, EdgeSeen seen, const std::string &detail)
{
    const Job &job = m_jobs.at(id);
    seen.endpoint = endpointOf(job).id;
    seen.began = job.began;
    seen.ended = m_now();
    seen.detail = plainText(detail, detailMax);
    finish(id, Observation(std::move(seen)));
}

void HaproxyTraffic::finish(CallId id, std::variant<Observation, WriteAnswer> answer)
{
    auto node = m_jobs.extract(id);
    Job &job = node.mapped();
    const EndpointId endpoint = endpointOf(job).id;
    Lines &lines = m_lines.at(endpoint);
    std::erase(job.call.lane == Lane::rescue ? lines.rescues : lines.others, id);
    if (lines.rescues.empty() && lines.others.empty())
        m_lines.erase(endpoint);
    else
        QMetaObject::invokeMethod(this, [this, endpoint] { beginNext(endpoint); }, Qt::QueuedConnection);
    // Both may be calling us at this very moment.
    if (job.deadline) {
        job.deadline->stop();
        job.deadline->deleteLater();
    }
    if (job.exchange) {
        job.exchange->stop();
        job.exchange->deleteLater();
    }
    m_sink({.id = id, .answer = std::move(answer)});
}

} // namespace siaga
