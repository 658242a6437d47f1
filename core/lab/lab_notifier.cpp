// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/lab_notifier.h"

#include <set>

namespace siaga::lab {

struct LabNotifier::Post
{
    Timetable &timetable;
    NoticeSink sink;
    PostWeather weather;
    Random random;
    std::set<CallId> waiting;
};

LabNotifier::LabNotifier(Timetable &timetable, NoticeSink sink, const PostWeather &weather, const Random &random)
    : m_post(std::make_shared<Post>(Post{timetable, std::move(sink), weather, random, {}}))
{
}

LabNotifier::~LabNotifier() = default;

void LabNotifier::start(const NoticeCall &call)
{
    Post &post = *m_post;
    const PostWeather &weather = post.weather;
    const double draw = post.random.unit();
    Duration after = std::chrono::milliseconds(5 + post.random.below(200));
    NoticeAnswer answer{.id = call.id, .outcome = NoticeOutcome::delivered, .detail = {}};
    if (draw < weather.fails) {
        answer = {call.id, NoticeOutcome::failed, "exit 1"};
    } else if (draw < weather.fails + weather.hangs + weather.losesAnswer) {
        answer = {call.id, NoticeOutcome::failed, "not done in time"};
        after = call.deadline;
    } else if (draw < weather.fails + weather.hangs + weather.losesAnswer + weather.nobodyThere) {
        answer = {call.id, NoticeOutcome::unavailable, "nobody there"};
    }
    post.waiting.insert(call.id);
    post.timetable.at(post.timetable.now() + after, [weak = std::weak_ptr(m_post), answer, permit = call.permit]() mutable {
        const auto alive = weak.lock();
        if (!alive || alive->waiting.erase(answer.id) == 0)
            return;
        if (!permit.granted())
            answer = {answer.id, NoticeOutcome::failed, "taken back"};
        alive->sink(answer);
    });
}

void LabNotifier::cancel(CallId id)
{
    m_post->waiting.erase(id);
}

} // namespace siaga::lab
